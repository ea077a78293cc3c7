/** The way back, which stays open until the agreement is accepted (rule 3). */
import { type Actor, act, byClockwork, type Court, NotHere } from '#court'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { isRefusal, refuse } from '#platform/refusal'
import type { ConsentKind } from '../case.ts'
import { moveCase } from '../moves.ts'
import { mayTakeBack } from '../policy.ts'
import { type CaseHead, caseById, lockCase } from '../records/heads.ts'
import { consentsOf, endConsents } from '../records/steps.ts'
import { carrying, mayWithdraw, type WithdrawRefusal } from '../rules/consenting.ts'
import { missingFrom } from './consenting.ts'

export type Withdrawal = { personId: string; kind: ConsentKind }

/** Takes a consent back. One that carries the case ends it, and it then goes back to its source (rule 3). */
export const withdrawConsent = async (
  court: Court,
  actor: Actor,
  caseId: string,
  which: Withdrawal,
): Promise<{ ended: boolean } | WithdrawRefusal> => {
  if (!mayTakeBack(actor, which.personId)) throw new NotHere()
  await court.db.inOneTrip(actor, tx => caseById(tx, actor.programId, caseId))
  /** A family sees its case but not the desk's papers; who took the consent back is entered all the same. */
  return act(court, byClockwork(actor), async tx =>
    takeBack(court, tx, actor, await lockCase(tx, actor.programId, caseId), which),
  )
}

/** The same for a case that is on a docket; a step of the act that takes it off. The case must have been locked in this act. */
export const takeBackOnDocket = (court: Court, tx: Tx, actor: Actor, head: CaseHead, which: Withdrawal) =>
  takeBack(court, tx, actor, head, which, true)

const takeBack = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  which: Withdrawal,
  fromDocket = false,
): Promise<{ ended: boolean } | WithdrawRefusal> => {
  const caseId = head.id
  const given = await consentsOf(tx, { programId: actor.programId, caseId })
  const stands = given.some(
    one => one.kind === which.kind && one.personId === which.personId && one.withdrawnAt === null,
  )
  const carries = carrying.some(kind => kind === which.kind)
  const refusal = carries
    ? mayWithdraw(head.status, stands, fromDocket)
    : stands
      ? null
      : refuse('nothing-to-take-back')
  if (refusal) return refusal
  await endConsents(tx, actor.programId, caseId, which, court.now())
  await enter(court, tx, actor, {
    act: 'consent-withdrawn',
    thing: 'case',
    thingId: head.id,
    caseId,
    personId: which.personId,
    particulars: { kind: which.kind },
  })
  const missing = carries ? await missingFrom(court, tx, actor, head) : []
  if (missing.length === 0) return { ended: false }
  const moved = await moveCase(court, tx, actor, head, head.status === 'awaiting_consent' ? 'refuse' : 'withdraw')
  return isRefusal(moved) ? moved : { ended: true }
}
