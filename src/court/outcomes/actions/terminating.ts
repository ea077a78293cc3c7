import { type Actor, act, type Court } from '#court'
import { lockCase, moveCase, type ReturnReason } from '#court/cases'
import { rulebookOf } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import {
  answerTermination,
  insertTermination,
  lockTermination,
  type Termination,
  type TerminationAnswer,
} from '../records.ts'
import { mayAnswer, mayTakeBack } from '../rules.ts'

export type TerminationForm = { reason: ReturnReason; words: string; familyHeard: string }

/** Asks for the end of a case under review, with what the family said to it. */
export const askTermination = (
  court: Court,
  actor: Actor,
  caseId: string,
  form: TerminationForm,
): Promise<{ asked: true } | Refusal<'not-now' | 'asked-already'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (head.status !== 'noncompliance_review') return refuse('not-now')
    if (await lockTermination(tx, actor.programId, caseId)) return refuse('asked-already')
    const id = newId()
    await insertTermination(tx, {
      programId: actor.programId,
      id,
      caseId,
      ...form,
      askedBy: actor.accountId,
      askedAt: court.now(),
    })
    await enter(court, tx, actor, {
      act: 'termination-asked',
      thing: 'termination',
      thingId: id,
      caseId,
      particulars: { reason: form.reason },
    })
    return { asked: true as const }
  })

export type AnswerRefusal = Refusal<'nothing-asked' | 'same-person' | 'not-now'>

/** A second adult says yes or no to the end of a case. */
export const answerTerminationOf = (
  court: Court,
  actor: Actor,
  caseId: string,
  answer: 'approved' | 'refused',
): Promise<{ answered: true } | AnswerRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const asked = await lockTermination(tx, actor.programId, caseId)
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const refusal = mayAnswer(asked, actor.accountId, rules.powers.secondApprover)
    if (refusal || !asked) return refusal ?? refuse('nothing-asked')
    await settleTermination(court, tx, actor, asked, answer)
    if (answer === 'approved') {
      const ended = await moveCase(court, tx, actor, head, 'terminate', { set: { returnReason: asked.reason } })
      if (isRefusal(ended)) return ended
    }
    return { answered: true as const }
  })

/** Whoever asked for the end of a case takes that back. */
export const takeBackTermination = (
  court: Court,
  actor: Actor,
  caseId: string,
): Promise<{ takenBack: true } | Refusal<'nothing-asked' | 'another-asked'>> =>
  act(court, actor, async tx => {
    await lockCase(tx, actor.programId, caseId)
    const asked = await lockTermination(tx, actor.programId, caseId)
    const refusal = mayTakeBack(asked, actor.accountId)
    if (refusal || !asked) return refusal ?? refuse('nothing-asked')
    await settleTermination(court, tx, actor, asked, 'withdrawn')
    return { takenBack: true as const }
  })

/** The question is answered, and nobody can answer it again. The case must have been locked in this act. */
export const settleTermination = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  asked: Termination,
  answer: TerminationAnswer,
): Promise<void> => {
  await answerTermination(tx, asked, { answer, answeredBy: actor.accountId, answeredAt: court.now() })
  await enter(court, tx, actor, {
    act: `termination-${answer}`,
    thing: 'termination',
    thingId: asked.id,
    caseId: asked.caseId,
  })
}
