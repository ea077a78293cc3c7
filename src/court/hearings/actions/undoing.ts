/** A tap at the door that was a mistake. The register keeps both, the tap and that it was taken back. */
import { type Actor, act, type Court } from '#court'
import { caseById } from '#court/cases'
import { guardiansOf } from '#court/people'
import { enter } from '#court/register'
import { type Refusal, refuse } from '#platform/refusal'
import { isUnderWay } from '../night.ts'
import { type Assignment, assignmentById, changeAssignment } from '../records/assignments.ts'
import { arrivedAt, removeArrival } from '../records/docket.ts'
import { changeHearing, type Hearing, lockHearing } from '../records/hearings.ts'
import { lockNight } from '../records/nights.ts'
import { type DoorRefusal, mayUndoCheckIn, mayUndoLeaving } from '../rules/places.ts'
import { moveAssignment } from './places.ts'

/** It was not this juror who came: they are expected again, and have promised nothing tonight. */
export const undoCheckIn = (court: Court, actor: Actor, assignmentId: string): Promise<Assignment | DoorRefusal> =>
  act(court, actor, async tx => {
    const { nightId } = await assignmentById(tx, actor.programId, assignmentId)
    const night = await lockNight(tx, actor.programId, nightId)
    const place = await assignmentById(tx, actor.programId, assignmentId)
    const refusal =
      mayUndoCheckIn(night.status, place) ??
      (await moveAssignment(court, tx, actor, place, 'undoCheckIn', { checkedInAt: null, oathAt: null }))
    return refusal ?? place
  })

/** They did not go home: it is as if the tap had not been. Whoever was next in a draw then is next again. */
export const undoLeaving = (court: Court, actor: Actor, assignmentId: string): Promise<Assignment | DoorRefusal> =>
  act(court, actor, async tx => {
    const { programId } = actor
    const { nightId } = await assignmentById(tx, programId, assignmentId)
    const night = await lockNight(tx, programId, nightId)
    const place = await assignmentById(tx, programId, assignmentId)
    const refusal = mayUndoLeaving(night.status, place)
    if (refusal) return refusal
    if (!(await changeAssignment(tx, programId, place, { checkedOutAt: null }))) return refuse('not-now')
    await enter(court, tx, actor, {
      act: 'place-leaving-undone',
      thing: 'place',
      thingId: place.id,
      personId: place.personId,
    })
    return place
  })

/** It was not they who came. Once the case has begun they were there, and that stays as it is (rule 21). */
export const undoArrival = (
  court: Court,
  actor: Actor,
  hearingId: string,
  personId: string,
): Promise<Hearing | Refusal<'doors-closed' | 'not-now' | 'not-here'>> =>
  act(court, actor, async tx => {
    const { programId } = actor
    const hearing = await lockHearing(tx, programId, hearingId)
    if (!isUnderWay(hearing.nightStatus)) return refuse('doors-closed')
    if (hearing.status !== 'docketed') return refuse('not-now')
    if (!(await removeArrival(tx, programId, hearingId, personId))) return refuse('not-here')
    const { id: caseId, respondentId } = await caseById(tx, programId, hearing.caseId)
    const [there, guardians] = await Promise.all([
      arrivedAt(tx, programId, hearingId),
      guardiansOf(tx, programId, respondentId),
    ])
    await changeHearing(tx, programId, hearingId, {
      respondentCameAt: there.find(one => one.personId === respondentId)?.at ?? null,
      guardianCameAt: there.find(one => guardians.some(guardian => guardian.id === one.personId))?.at ?? null,
    })
    await enter(court, tx, actor, { act: 'arrival-undone', thing: 'hearing', thingId: hearingId, caseId, personId })
    return hearing
  })
