/** Chairs: who takes one, who leaves one, who is next. */
import { type Actor, type Court, NotHere } from '#court'
import { type Assignment, assignmentAt, type Hearing, moveAssignment } from '#court/hearings'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import type { Refusal } from '#platform/refusal'
import { drawOf, isFree, linesOf } from '../records/draws.ts'
import { leaveChair, makeForeperson, putInChair, seatedAt, seatedElsewhere } from '../records/seats.ts'
import { nextForeperson } from '../rules/hearing.ts'

/** What the database itself refuses in a chair, in words of its own. */
export const lastLine = {
  seats_one_room_at_a_time: 'in-another-room',
  seat_not_own_case: 'not-eligible',
  seat_not_family: 'not-eligible',
  seat_no_conflict: 'not-eligible',
  seat_not_co_respondent: 'not-eligible',
  seat_for_peers: 'not-eligible',
  seat_ready: 'not-eligible',
  seat_for_who_is_here: 'not-eligible',
  seat_before_beginning: 'case-begun',
} as const
export type SeatRefusal = Refusal<(typeof lastLine)[keyof typeof lastLine]>

type Chair = { hearing: Hearing; drawId: string; jurorId: string; number: number; foreperson: boolean }

export const seat = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  { hearing, drawId, jurorId, number, foreperson }: Chair,
): Promise<void> => {
  const place = await assignmentAt(tx, actor.programId, hearing.nightId, jurorId)
  if (!place) throw new NotHere()
  await putInChair(tx, {
    programId: actor.programId,
    id: newId(),
    hearingId: hearing.id,
    drawId,
    jurorId,
    assignmentId: place.id,
    number,
    foreperson,
    seatedAt: court.now(),
  })
  if (place.status !== 'seated') await moveAssignment(court, tx, actor, place, 'seat')
}

/** Lets a whole jury go. Where the case had not begun, those who sit on no other jury are simply here again. */
export const releaseChairs = async (court: Court, tx: Tx, actor: Actor, hearing: Hearing): Promise<void> => {
  const chairs = await seatedAt(tx, actor.programId, hearing.id)
  const busy = await seatedElsewhere(
    tx,
    actor.programId,
    hearing.id,
    chairs.map(chair => chair.jurorId),
  )
  for (const { jurorId } of chairs) {
    await leaveChair(tx, actor.programId, hearing.id, jurorId, 'released', court.now())
    const place = await assignmentAt(tx, actor.programId, hearing.nightId, jurorId)
    if (place && hearing.begunAt === null && !busy.has(jurorId)) await moveAssignment(court, tx, actor, place, 'unseat')
  }
}

/** They came, and the night counts for them; on another jury they keep their chair. */
export const excuse = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  hearing: Hearing,
  place: Assignment,
): Promise<void> => {
  const busy = await seatedElsewhere(tx, actor.programId, hearing.id, [place.jurorId])
  if (!busy.has(place.jurorId)) await moveAssignment(court, tx, actor, place, 'excuse')
}

/** The next in the draw takes an open chair. Nobody does once the case has begun: they would not have heard all of it (rule 18). */
export const fillChair = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  hearing: Hearing,
  number: number,
): Promise<string | null> => {
  if (hearing.status !== 'docketed') return null
  const draw = await drawOf(tx, actor.programId, hearing.id)
  const next = (await linesOf(tx, actor.programId, hearing.id)).find(isFree)
  if (!draw || !next) return null
  await seat(court, tx, actor, { hearing, drawId: draw.id, jurorId: next.jurorId, number, foreperson: false })
  return next.jurorId
}

/** Somebody always leads the questions. */
export const passOn = async (tx: Tx, programId: string, hearingId: string): Promise<void> => {
  const seated = (await linesOf(tx, programId, hearingId)).filter(line => line.seatStatus === 'seated')
  const chairs = seated.map(line => ({
    jurorId: line.jurorId,
    place: line.place ?? 0,
    foreperson: line.foreperson ?? false,
  }))
  const next = nextForeperson(chairs)
  if (next) await makeForeperson(tx, programId, hearingId, next)
}
