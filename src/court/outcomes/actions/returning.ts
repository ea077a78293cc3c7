import { type Actor, act, type Court, todayFor } from '#court'
import { type CaseHead, lastHearingDay, lockCase, moveCase, type ReturnReason } from '#court/cases'
import { releaseBookings } from '#court/hearings'
import { leaveDocket } from '#court/jury'
import { voidNotices } from '#court/notices'
import { cancelOpen } from '#court/obligations'
import { rulebookOf } from '#court/programs'
import { referralOf } from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal } from '#platform/refusal'
import { insertClosure } from '../records.ts'
import { mayReturn, reasonsToReturn } from '../rules.ts'
import { tellBoth } from './telling.ts'

export type ReturnForm = { reason: ReturnReason; words: string | null }
export type ReturnRefusal = Refusal<'not-now' | 'deadline-to-come' | 'other-reason'>

/** The reasons for which this case may go back today. */
export const reasonsFor = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
): Promise<readonly ReturnReason[]> => {
  const [referral, { rules }] = await Promise.all([
    referralOf(tx, actor.programId, head.referralId),
    rulebookOf(tx, actor.programId, head.rulebookId),
  ])
  return reasonsToReturn(head.status, lastHearingDay(referral, rules.clocks), todayFor(court, actor))
}

/** Sends a case back to where it came from: a letter to the family with the reason, a status to the source (rules 43 and 44). */
export const returnToSource = (
  court: Court,
  actor: Actor,
  caseId: string,
  form: ReturnForm,
): Promise<{ returned: true } | ReturnRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const refusal = mayReturn(head.status, await reasonsFor(court, tx, actor, head), form.reason)
    if (refusal) return refusal
    const today = todayFor(court, actor)
    const moved = await moveCase(court, tx, actor, head, 'return', {
      set: { closedOn: today, returnReason: form.reason },
      particulars: { reason: form.reason },
    })
    if (isRefusal(moved)) return moved
    const asked = await insertReturn(court, tx, actor, head, form)
    await enter(court, tx, actor, {
      act: 'case-returned',
      thing: 'closure',
      thingId: asked,
      caseId,
      particulars: { reason: form.reason },
    })
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
  await leaveDocket(court, tx, actor, head.id)
  await releaseBookings(court, tx, actor, head.respondentId)
  await voidNotices(court, tx, actor, { caseId: head.id, kinds: ['hearing', 'promise-due', 'warning'] })
}
