import { type Actor, act, type Court, todayFor } from '#court'
import { type CaseHead, lockCase, moveCase, type ReturnReason } from '#court/cases'
import { releaseBookings } from '#court/hearings'
import { send, voidNotices } from '#court/notices'
import { cancelOpen, obligationsOfCase } from '#court/obligations'
import { guardiansOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { referralOf, tellSource } from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { answerTermination, insertClosure, insertTermination, lockTermination } from './records.ts'
import { cureBy, mayAnswer, mayClose, reasonFromStatus } from './rules.ts'

export type CloseRefusal = Refusal<'not-active' | 'promises-open' | 'not-now'>

/** Closes a case whose promises are kept: certificate for the young person, a status for the source and nothing more (rules 42 and 43). */
export const closeCase = (court: Court, actor: Actor, caseId: string, certificateName: string): Promise<{ closed: true } | CloseRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const refusal = mayClose(head.status, await obligationsOfCase(tx, actor.programId, caseId))
    if (refusal) return refusal
    const today = todayFor(court, actor)
    if (head.status === 'active') {
      const kept = await moveCase(court, tx, actor, head, 'complete')
      if (isRefusal(kept)) return kept
    }
    const done = { ...head, status: 'completed' as const }
    const closed = await moveCase(court, tx, actor, done, 'close', { set: { closedOn: today } })
    if (isRefusal(closed)) return closed
    await insertClosure(tx, {
      programId: actor.programId,
      id: newId(),
      caseId,
      outcome: 'completed',
      closedOn: today,
      byAccount: actor.accountId,
      certificateName,
      madeAt: court.now(),
    })
    await tellBoth(court, tx, actor, head, 'completed')
    return { closed: true as const }
  })

/** Asks whether a family that was warned should lose its place here; sends the warning with the day until which it can be cured. */
export const reviewCase = (court: Court, actor: Actor, caseId: string): Promise<{ cureBy: string } | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const moved = await moveCase(court, tx, actor, head, 'review')
    if (isRefusal(moved)) return moved
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const until = cureBy(todayFor(court, actor), rules.clocks.cureDays)
    await tellFamily(court, tx, actor, head, 'warning', { cureBy: until })
    return { cureBy: until }
  })

/** Things are right again: back to the agreement, or, where there was no hearing yet, to a new date. */
export const cureCase = (court: Court, actor: Actor, caseId: string): Promise<{ cured: true } | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const promised = await obligationsOfCase(tx, actor.programId, caseId)
    const moved = await moveCase(court, tx, actor, head, promised.length > 0 ? 'cure' : 'rebook')
    return isRefusal(moved) ? moved : { cured: true as const }
  })

export type TerminationForm = { reason: ReturnReason; words: string; familyHeard: string }

/** Asks for the end of a case under review, with what the family said to it. */
export const askTermination = (court: Court, actor: Actor, caseId: string, form: TerminationForm): Promise<{ asked: true } | Refusal<'not-now' | 'asked-already'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (head.status !== 'noncompliance_review') return refuse('not-now')
    if (await lockTermination(tx, actor.programId, caseId)) return refuse('asked-already')
    const id = newId()
    await insertTermination(tx, { programId: actor.programId, id, caseId, ...form, askedBy: actor.accountId, askedAt: court.now() })
    await enter(court, tx, actor, { act: 'termination-asked', thing: 'termination', thingId: id, caseId, particulars: { reason: form.reason } })
    return { asked: true as const }
  })

export type AnswerRefusal = Refusal<'nothing-asked' | 'same-person' | 'not-now'>

/** A second adult says yes or no to the end of a case. */
export const answerTerminationOf = (court: Court, actor: Actor, caseId: string, answer: 'approved' | 'refused'): Promise<{ answered: true } | AnswerRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const asked = await lockTermination(tx, actor.programId, caseId)
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const refusal = mayAnswer(asked, actor.accountId, rules.powers.secondApprover)
    if (refusal || !asked) return refusal ?? refuse('nothing-asked')
    await answerTermination(tx, asked, { answer, answeredBy: actor.accountId, answeredAt: court.now() })
    await enter(court, tx, actor, { act: `termination-${answer}`, thing: 'termination', thingId: asked.id, caseId })
    if (answer === 'approved') {
      const ended = await moveCase(court, tx, actor, head, 'terminate', { set: { returnReason: asked.reason } })
      if (isRefusal(ended)) return ended
    }
    return { answered: true as const }
  })

export type ReturnForm = { reason: ReturnReason; words: string | null }
export type ReturnRefusal = Refusal<'not-now' | 'other-reason'>

/** Sends a case back to where it came from: a letter to the family with the reason, a status to the source (rules 43 and 44). */
export const returnToSource = (court: Court, actor: Actor, caseId: string, form: ReturnForm): Promise<{ returned: true } | ReturnRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (!reasonFromStatus[head.status]?.includes(form.reason)) return refuse(reasonFromStatus[head.status] ? 'other-reason' : 'not-now')
    const today = todayFor(court, actor)
    const moved = await moveCase(court, tx, actor, head, 'return', {
      set: { closedOn: today, returnReason: form.reason },
      particulars: { reason: form.reason },
    })
    if (isRefusal(moved)) return moved
    const asked = await insertReturn(court, tx, actor, head, form)
    await enter(court, tx, actor, { act: 'case-returned', thing: 'closure', thingId: asked, caseId, particulars: { reason: form.reason } })
    await endWhatIsOpen(court, tx, actor, head)
    await tellBoth(court, tx, actor, head, 'returned')
    return { returned: true as const }
  })

const insertReturn = async (court: Court, tx: Tx, actor: Actor, head: CaseHead, form: ReturnForm): Promise<string> => {
  const id = newId()
  await insertClosure(tx, {
    programId: actor.programId,
    id,
    caseId: head.id,
    outcome: 'returned',
    returnReason: form.reason,
    words: form.words,
    closedOn: todayFor(court, actor),
    byAccount: actor.accountId,
    madeAt: court.now(),
  })
  return id
}

/** Open promises fall away and booked nights are given back; credits stay. */
const endWhatIsOpen = async (court: Court, tx: Tx, actor: Actor, head: CaseHead): Promise<void> => {
  await cancelOpen(court, tx, actor, head.id)
  await releaseBookings(court, tx, actor, head.respondentId)
  await voidNotices(court, tx, actor, { caseId: head.id, kinds: ['hearing', 'promise-due', 'warning'] })
}

const tellBoth = async (court: Court, tx: Tx, actor: Actor, head: CaseHead, how: 'completed' | 'returned'): Promise<void> => {
  await tellFamily(court, tx, actor, head, `${how}-family`, {})
  const referral = await referralOf(tx, actor.programId, head.referralId)
  await tellSource(court, tx, actor, referral, { kind: `${how}-source`, caseId: head.id, caseNo: head.no })
}

const tellFamily = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  kind: 'warning' | 'completed-family' | 'returned-family',
  facts: Record<string, string>,
): Promise<void> => {
  const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
  for (const personId of [head.respondentId, ...guardians.map(one => one.id)])
    await send(court, tx, actor, { kind, to: { personId }, caseId: head.id, facts })
}
