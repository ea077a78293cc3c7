/** What may change after an agreement is signed: more time, another amount, a waiver; and what falls away. Each change is an amendment (rule 31). */
import { type Actor, act, type Court, todayFor } from '#court'
import { type CaseHead, caseById, lockCase, setDueDay } from '#court/cases'
import { amend, datesOf, lastDueDay, legalClocksOf, limitsFor } from '#court/dispositions'
import { rulebookOf } from '#court/programs'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { mayMove } from '#platform/lifecycle'
import { refuse } from '#platform/refusal'
import { type Day, isDay } from '#platform/time'
import { enterPromise, moveObligation } from './progress.ts'
import { answerExtension, type Extension, extensionById, insertExtension, lockExtension } from '../records/extensions.ts'
import type { AmountForm, AnswerForm, AskForm } from '../forms.ts'
import { lifecycle } from '../obligation.ts'
import { changeObligation, isOwnOrKin, lockObligation, type Obligation, obligationById, obligationsOfCase, openObligationsOf, originOf } from '../records/obligations.ts'
import {
  type AmountRefusal,
  type AskRefusal,
  type GrantRefusal,
  isSettled,
  mayAskMoreTime,
  mayChangeAmount,
  mayGrant,
  mayMiss,
  mayWaive,
  type MissRefusal,
  type WaiveRefusal,
} from '../rules.ts'

/** The rulebook that a promise was made under, and where it comes from. */
const bookOf = async (tx: Tx, actor: Actor, one: Obligation) => {
  const origin = await originOf(tx, actor.programId, one.id)
  return { origin, rules: (await rulebookOf(tx, actor.programId, origin.rulebookId)).rules }
}

/** Asks for more time, with the day that would do and why (rule 39). */
export const askMoreTime = (court: Court, actor: Actor, obligationId: string, form: AskForm): Promise<{ extensionId: string } | AskRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const { rules } = await bookOf(tx, actor, one)
    const asked = { open: one.askedAt !== null, granted: one.granted, allowed: rules.extensions }
    const refusal = mayAskMoreTime(one, form.newDueOn, todayFor(court, actor), asked)
    if (refusal) return refusal
    const extensionId = newId()
    await insertExtension(tx, {
      programId: actor.programId,
      id: extensionId,
      obligationId,
      oldDueOn: one.dueOn,
      newDueOn: form.newDueOn,
      asked: form.asked,
      askedBy: actor.accountId,
      askedAt: court.now(),
    })
    await enterPromise(court, tx, actor, 'more-time-asked', one, { newDueOn: form.newDueOn })
    return { extensionId }
  })

/** Says yes, with a day inside what the law and the source allow, or no; both with a reason (rules 32 and 39). */
export const answerMoreTime = (court: Court, actor: Actor, extensionId: string, form: AnswerForm): Promise<{ answered: true } | GrantRefusal> =>
  act(court, actor, async tx => {
    const { obligationId } = await extensionById(tx, actor.programId, extensionId)
    const { caseId } = await obligationById(tx, actor.programId, obligationId)
    const head = await lockCase(tx, actor.programId, caseId)
    const one = await lockObligation(tx, actor.programId, obligationId)
    const asked = await lockExtension(tx, actor.programId, extensionId)
    if (asked.answer !== null) return refuse('settled')
    const granted = form.answer === 'granted'
    const newDueOn = form.newDueOn ?? asked.newDueOn
    const refusal = granted ? await whyNotGranted(court, tx, actor, head, one, newDueOn) : null
    if (refusal) return refusal
    await answerExtension(tx, asked, {
      ...(granted ? { newDueOn } : {}),
      answer: form.answer,
      answerReason: form.reason,
      answeredBy: actor.accountId,
      answeredAt: court.now(),
    })
    if (granted) await moveDay(court, tx, actor, head, one, asked, newDueOn, form.reason)
    await enterPromise(court, tx, actor, granted ? 'more-time-granted' : 'more-time-refused', one, { newDueOn: granted ? newDueOn : null })
    return { answered: true as const }
  })

const whyNotGranted = async (court: Court, tx: Tx, actor: Actor, head: CaseHead, one: Obligation, newDueOn: Day): Promise<GrantRefusal | null> => {
  const { rules, origin } = await bookOf(tx, actor, one)
  const last = lastDueDay(legalClocksOf(rules, await datesOf(tx, head, origin.heardOn)))
  return mayGrant(one, newDueOn, todayFor(court, actor), last, await isOwnOrKin(tx, actor.programId, actor.accountId, one.personId))
}

const moveDay = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  one: Obligation,
  asked: Extension,
  newDueOn: Day,
  reason: string,
): Promise<void> => {
  await amend(court, tx, actor, { termId: one.termId, field: 'due-on', before: asked.oldDueOn, after: newDueOn, reason })
  await changeObligation(tx, actor.programId, one.id, { dueOn: newDueOn })
  if (one.status === 'missed') await moveObligation(court, tx, actor, one, ['schedule'])
  const promised = await obligationsOfCase(tx, actor.programId, one.caseId)
  const days = promised.filter(other => other.owedBy === 'young-person' && !isSettled(other)).map(other => other.dueOn)
  const last = days.toSorted().at(-1)
  if (last) await setDueDay(court, tx, actor, head, last)
}

/** Lets a promise go, for good, with a reason that is reported (rule 42). */
export const waive = (court: Court, actor: Actor, obligationId: string, reason: string): Promise<{ waived: true } | WaiveRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const refusal = mayWaive(one, await isOwnOrKin(tx, actor.programId, actor.accountId, one.personId))
    if (refusal) return refusal
    await amend(court, tx, actor, { termId: one.termId, field: 'waived', before: one.amount - one.verified, after: 0, reason })
    await changeObligation(tx, actor.programId, one.id, { status: 'waived', statusSince: court.now(), endReason: reason })
    await enterPromise(court, tx, actor, 'promise-waived', one, { left: one.amount - one.verified })
    return { waived: true as const }
  })

/** Notes that a promise was not kept by its day. The case itself is reviewed by another act. */
export const markMissed = (court: Court, actor: Actor, obligationId: string): Promise<{ missed: true } | MissRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const { rules, origin } = await bookOf(tx, actor, one)
    const window = { from: origin.inEffectOn ?? origin.heardOn, businessDays: rules.clocks.appealBusinessDays, holidays: rules.holidays.filter(isDay) }
    const refusal = mayMiss(one, todayFor(court, actor), window)
    if (refusal) return refusal
    await moveObligation(court, tx, actor, one, ['miss'])
    await enterPromise(court, tx, actor, 'promise-missed', one, { dueOn: one.dueOn })
    return { missed: true as const }
  })

/** Changes how much was promised, inside the grid and the caps and never below what is done already (rules 24, 25 and 31). */
export const changeAmount = (court: Court, actor: Actor, obligationId: string, form: AmountForm): Promise<{ changed: true } | AmountRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const head = await caseById(tx, actor.programId, one.caseId)
    const { rules } = await bookOf(tx, actor, one)
    const promised = await obligationsOfCase(tx, actor.programId, one.caseId)
    const others = promised.filter(other => other.id !== one.id && other.kind === one.kind && other.owedBy === one.owedBy && other.status !== 'waived')
    const total = others.reduce((sum, other) => sum + other.amount, form.amount)
    const refusal = mayChangeAmount(one, form.amount, total, limitsFor(rules, head.offenceCode)[one.kind] ?? null)
    if (refusal) return refusal
    await amend(court, tx, actor, { termId: one.termId, field: 'amount', before: one.amount, after: form.amount, reason: form.reason })
    await changeObligation(tx, actor.programId, one.id, { amount: form.amount })
    if (one.verified >= form.amount && mayMove(lifecycle, 'satisfy', one.status)) await moveObligation(court, tx, actor, one, ['satisfy'])
    await enterPromise(court, tx, actor, 'promise-amount-changed', one, { before: one.amount, after: form.amount })
    return { changed: true as const }
  })

/** The case has ended another way: what was still open is no longer owed. Gives how many fell away. */
export const cancelOpen = async (court: Court, tx: Tx, actor: Actor, caseId: string): Promise<number> => {
  const open = await openObligationsOf(tx, actor.programId, caseId)
  for (const one of open) await moveObligation(court, tx, actor, one, ['cancel'])
  return open.length
}
