/** Nights left early, and nights given back. */
import { type Actor, act, type Court, todayFor } from '#court'
import { endJuror, type Juror, lockJuror } from '#court/jurors'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import { isHere, lifecycle } from '../assignment.ts'
import { isToCome, isUnderWay } from '../night.ts'
import { type Assignment, changeAssignment, nightsOfPerson } from '../records/assignments.ts'
import { type Night, nightById } from '../records/nights.ts'
import { moveAssignment } from './places.ts'

/** A juror goes home before the end. Whether they hold a chair is asked by the room that knows the chairs. */
export const leaveNight = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  night: Pick<Night, 'status'>,
  place: Assignment,
): Promise<Refusal<'doors-closed' | 'not-here'> | null> => {
  if (!isUnderWay(night.status)) return refuse('doors-closed')
  if (!isHere(place.status) || place.checkedOutAt) return refuse('not-here')
  await changeAssignment(tx, actor.programId, place, { checkedOutAt: court.now() })
  await enter(court, tx, actor, { act: 'place-left', thing: 'place', thingId: place.id, personId: place.personId })
  return null
}

/** Gives back the nights still to come that somebody had a place at, or was asked to. Nobody is blamed. */
export const releaseBookings = async (court: Court, tx: Tx, actor: Actor, personId: string): Promise<number> => {
  const today = todayFor(court, actor)
  const ahead = (await nightsOfPerson(tx, actor.programId, personId)).filter(
    place => place.heldOn >= today && mayMove(lifecycle, 'cancel', place.status),
  )
  for (const place of ahead) {
    const night = await nightById(tx, actor.programId, place.nightId)
    if (isToCome(night.status)) await moveAssignment(court, tx, actor, place, 'cancel')
  }
  return ahead.length
}

/** Ends somebody's time as a juror and gives back their nights; what they earned stays theirs. */
export const endService = (court: Court, actor: Actor, jurorId: string): Promise<Juror | Refusal<'ended-already'>> =>
  act(court, actor, async tx => {
    const juror = await lockJuror(tx, actor.programId, jurorId)
    const refusal = await endJuror(court, tx, actor, juror)
    if (refusal) return refusal
    await releaseBookings(court, tx, actor, juror.personId)
    return juror
  })
