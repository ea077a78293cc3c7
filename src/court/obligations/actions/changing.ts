/** What ends or changes a promise after it was signed. Each change is an amendment (rule 31). */
import { type Actor, act, type Court, NotHere, todayFor } from '#court'
import { caseById } from '#court/cases'
import { amend, knownLossOf, limitsFor } from '#court/dispositions'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { mayMove } from '#platform/lifecycle'
import { isDay } from '#platform/time'
import type { AmountForm } from '../forms.ts'
import { lifecycle } from '../obligation.ts'
import { mayConfirm } from '../policy.ts'
import { isOwnOrKin } from '../records/family.ts'
import { changeObligation, lockObligation, obligationsOfCase, openObligationsOf } from '../records/obligations.ts'
import {
  type AmountRefusal,
  mayChangeAmount,
  mayMiss,
  mayWaive,
  type MissRefusal,
  type WaiveRefusal,
} from '../rules.ts'
import { bookOf } from './book.ts'
import { enterPromise, moveObligation } from './steps.ts'

/** Lets a promise go, for good, with a reason that is reported (rule 42). */
export const waive = (
  court: Court,
  actor: Actor,
  obligationId: string,
  reason: string,
): Promise<{ waived: true } | WaiveRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const refusal = mayWaive(one, await isOwnOrKin(tx, actor.programId, actor.accountId, one.personId))
    if (refusal) return refusal
    await amend(court, tx, actor, {
      termId: one.termId,
      field: 'waived',
      before: one.amount - one.verified,
      after: 0,
      reason,
    })
    await changeObligation(tx, actor.programId, one.id, {
      status: 'waived',
      statusSince: court.now(),
      endReason: reason,
    })
    await enterPromise(court, tx, actor, 'promise-waived', one, { left: one.amount - one.verified })
    return { waived: true as const }
  })

/** Notes that a promise was not kept by its day. The case itself is reviewed by another act. */
export const markMissed = (court: Court, actor: Actor, obligationId: string): Promise<{ missed: true } | MissRefusal> =>
  act(court, actor, async tx => {
    if (!mayConfirm(actor)) throw new NotHere()
    const one = await lockObligation(tx, actor.programId, obligationId)
    const { rules, origin } = await bookOf(tx, actor, one)
    const window = {
      from: origin.inEffectOn ?? origin.heardOn,
      businessDays: rules.clocks.appealBusinessDays,
      holidays: rules.holidays.filter(isDay),
    }
    const refusal = mayMiss(one, todayFor(court, actor), window)
    if (refusal) return refusal
    await moveObligation(court, tx, actor, one, ['miss'])
    await enterPromise(court, tx, actor, 'promise-missed', one, { dueOn: one.dueOn })
    return { missed: true as const }
  })

/** Changes how much was promised, inside the grid and the caps and never below what is done already (rules 24, 25 and 31). */
export const changeAmount = (
  court: Court,
  actor: Actor,
  obligationId: string,
  form: AmountForm,
): Promise<{ changed: true } | AmountRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const head = await caseById(tx, actor.programId, one.caseId)
    const { rules } = await bookOf(tx, actor, one)
    const limits = limitsFor(rules, head.offenceCode, await knownLossOf(tx, head.id))
    const promised = await obligationsOfCase(tx, actor.programId, one.caseId)
    const others = promised.filter(
      other =>
        other.id !== one.id && other.kind === one.kind && other.owedBy === one.owedBy && other.status !== 'waived',
    )
    const total = others.reduce((sum, other) => sum + other.amount, form.amount)
    const refusal = mayChangeAmount(one, form.amount, total, limits[one.kind] ?? null)
    if (refusal) return refusal
    await amend(court, tx, actor, {
      termId: one.termId,
      field: 'amount',
      before: one.amount,
      after: form.amount,
      reason: form.reason,
    })
    await changeObligation(tx, actor.programId, one.id, { amount: form.amount })
    if (one.verified >= form.amount && mayMove(lifecycle, 'satisfy', one.status))
      await moveObligation(court, tx, actor, one, ['satisfy'])
    await enterPromise(court, tx, actor, 'promise-amount-changed', one, { before: one.amount, after: form.amount })
    return { changed: true as const }
  })

/** The case has ended another way: what was still open is no longer owed. Gives how many fell away. */
export const cancelOpen = async (court: Court, tx: Tx, actor: Actor, caseId: string): Promise<number> => {
  const open = await openObligationsOf(tx, actor.programId, caseId)
  for (const one of open) await moveObligation(court, tx, actor, one, ['cancel'])
  if (open.length > 0)
    await enter(court, tx, actor, {
      act: 'promises-cancelled',
      thing: 'case',
      thingId: caseId,
      caseId,
      particulars: { promises: open.length },
    })
  return open.length
}
