/** More time is asked for, and answered by an adult with a reason; a yes is an amendment (rules 31 and 39). */
import { type Actor, act, type Court, NotHere, todayFor } from '#court'
import { type CaseHead, lockCase, setDueDay } from '#court/cases'
import { amend } from '#court/dispositions'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { AnswerForm, AskForm } from '../forms.ts'
import { mayConfirm } from '../policy.ts'
import {
  answerExtension,
  type Extension,
  extensionById,
  insertExtension,
  lockExtension,
} from '../records/extensions.ts'
import { isOwnOrKin } from '../records/family.ts'
import {
  changeObligation,
  lockObligation,
  type Obligation,
  obligationById,
  obligationsOfCase,
} from '../records/obligations.ts'
import { type AskRefusal, type GrantRefusal, isSettled, mayAskMoreTime, mayGrant } from '../rules.ts'
import { bookOf, lastDayOf } from './book.ts'
import { enterPromise, moveObligation } from './steps.ts'

/** Asks for more time, with the day that would do and why; never past the last lawful day (rules 32 and 39). */
export const askMoreTime = (
  court: Court,
  actor: Actor,
  obligationId: string,
  form: AskForm,
): Promise<{ extensionId: string } | AskRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const { rules } = await bookOf(tx, actor, one)
    const asked = { open: one.askedAt !== null, granted: one.granted, allowed: rules.extensions }
    const last = await lastDayOf(tx, actor, one)
    const refusal = mayAskMoreTime(one, form.newDueOn, todayFor(court, actor), asked, last)
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
export const answerMoreTime = (
  court: Court,
  actor: Actor,
  extensionId: string,
  form: AnswerForm,
): Promise<{ answered: true } | GrantRefusal> =>
  act(court, actor, async tx => {
    if (!mayConfirm(actor)) throw new NotHere()
    const { obligationId } = await extensionById(tx, actor.programId, extensionId)
    const { caseId } = await obligationById(tx, actor.programId, obligationId)
    const head = await lockCase(tx, actor.programId, caseId)
    const one = await lockObligation(tx, actor.programId, obligationId)
    const asked = await lockExtension(tx, actor.programId, extensionId)
    if (asked.answer !== null) return refuse('settled')
    const granted = form.answer === 'granted'
    const newDueOn = form.newDueOn ?? asked.newDueOn
    const refusal = granted ? await whyNotGranted(court, tx, actor, one, newDueOn) : null
    if (refusal) return refusal
    await answerExtension(tx, asked, {
      ...(granted ? { newDueOn } : {}),
      answer: form.answer,
      answerReason: form.reason,
      answeredBy: actor.accountId,
      answeredAt: court.now(),
    })
    if (granted) await moveDay(court, tx, actor, head, one, asked, newDueOn, form.reason)
    await enterPromise(court, tx, actor, granted ? 'more-time-granted' : 'more-time-refused', one, {
      newDueOn: granted ? newDueOn : null,
    })
    return { answered: true as const }
  })

const whyNotGranted = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  one: Obligation,
  newDueOn: Day,
): Promise<GrantRefusal | null> =>
  mayGrant(
    one,
    newDueOn,
    todayFor(court, actor),
    await lastDayOf(tx, actor, one),
    await isOwnOrKin(tx, actor.programId, actor.accountId, one.personId),
  )

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
  await amend(court, tx, actor, {
    termId: one.termId,
    field: 'due-on',
    before: asked.oldDueOn,
    after: newDueOn,
    reason,
  })
  await changeObligation(tx, actor.programId, one.id, { dueOn: newDueOn })
  if (one.status === 'missed') await moveObligation(court, tx, actor, one, ['schedule'])
  const promised = await obligationsOfCase(tx, actor.programId, one.caseId)
  const days = promised.filter(other => other.owedBy === 'young-person' && !isSettled(other)).map(other => other.dueOn)
  const last = days.toSorted().at(-1)
  if (last) await setDueDay(court, tx, actor, head, last)
}
