/** A juror's place at a night. */
import type { Actor, Court } from '#court'
import { type Juror, lockJuror } from '#court/jurors'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import { type AssignmentMove, lifecycle } from '../assignment.ts'
import { type Assignment, assignmentAt, changeAssignment, insertAssignment } from '../records/assignments.ts'
import { heardThatNight } from '../records/counts.ts'
import { lockNight, placesLeftAt } from '../records/nights.ts'
import { mayTakePlace, type PlaceRefusal } from '../rules/places.ts'

type Times = Partial<Pick<Assignment, 'answeredAt' | 'checkedInAt' | 'checkedOutAt' | 'oathAt'>>

/** Moves a juror's place at a night, if that is lawful from where it stands, and enters the move as `place-<move>`. */
export const moveAssignment = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  place: Pick<Assignment, 'id' | 'status' | 'personId' | 'nightId'>,
  move: AssignmentMove,
  times: Times = {},
): Promise<Refusal<'not-now'> | null> => {
  if (!mayMove(lifecycle, move, place.status)) return refuse('not-now')
  const { to } = lifecycle[move]
  if (!(await changeAssignment(tx, actor.programId, place, { ...times, status: to }))) return refuse('not-now')
  await enter(court, tx, actor, {
    act: `place-${move}`,
    thing: 'place',
    thingId: place.id,
    personId: place.personId,
    particulars: { from: place.status, to, night: place.nightId },
  })
  return null
}

/** The database's own words for a night that filled up in the same moment. */
export const lastLine = {
  night_has_place: 'night-full',
  assignments_once: 'has-a-place',
  no_jury_on_own_night: 'own-case-that-night',
} as const

export type Booking = { jurorId: string; nightId: string; status: 'offered' | 'confirmed' }

/** Gives a juror a place at a night. The night's row is locked, so that places are counted by one at a time (rule 19). */
export const bookPlace = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  booking: Booking,
  { atTheDoor = false } = {},
): Promise<{ assignmentId: string } | PlaceRefusal> => {
  const night = await lockNight(tx, actor.programId, booking.nightId)
  const [juror, held, left, heard] = await Promise.all([
    lockJuror(tx, actor.programId, booking.jurorId),
    assignmentAt(tx, actor.programId, night.id, booking.jurorId),
    placesLeftAt(tx, actor.programId, night.id),
    heardThatNight(tx, actor.programId, night.id),
  ])
  const wish = {
    nightStatus: night.status,
    placesLeft: left,
    ownCase: heard.has(juror.personId),
    active: juror.endedOn === null,
    held: held?.status ?? null,
  }
  const refusal = mayTakePlace(wish, { atTheDoor })
  if (refusal) return refusal
  return held ? takeUpAgain(court, tx, actor, held) : takeNew(court, tx, actor, booking, juror)
}

const takeUpAgain = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  held: Assignment,
): Promise<{ assignmentId: string } | PlaceRefusal> => {
  const moved = await moveAssignment(court, tx, actor, held, 'confirm', { answeredAt: court.now() })
  return moved ? refuse('answered-already') : { assignmentId: held.id }
}

const takeNew = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  booking: Booking,
  juror: Juror,
): Promise<{ assignmentId: string }> => {
  const id = newId()
  const now = court.now()
  await insertAssignment(tx, {
    programId: actor.programId,
    id,
    ...booking,
    answeredAt: booking.status === 'confirmed' ? now : null,
    madeAt: now,
  })
  await enter(court, tx, actor, {
    act: booking.status === 'offered' ? 'place-offered' : 'place-booked',
    thing: 'place',
    thingId: id,
    personId: juror.personId,
    particulars: { night: booking.nightId },
  })
  return { assignmentId: id }
}
