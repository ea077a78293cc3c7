/** A night moves to another day, with its cases and the jurors who can come then. */
import { type Actor, act, Changed, type Court } from '#court'
import { lockCase } from '#court/cases'
import { send } from '#court/notices'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { orRefused } from '#platform/last-line'
import type { Day } from '#platform/time'
import { placeOf } from '../night.ts'
import type { DocketLine } from '../records/docket.ts'
import { moveSlots } from '../records/hearings.ts'
import { changeNight, lockNight, type Night } from '../records/nights.ts'
import { roomsOf } from '../records/rooms.ts'
import { leftOut, mayMoveToDay, type OtherDayRefusal } from '../rules/other-day.ts'
import { tellFamily } from './docket.ts'
import { type OtherDayFacts, otherDayFacts } from './other-day-facts.ts'
import { moveAssignment } from './places.ts'
import { saidYes, takeBackInvitations, tellJuror } from './telling.ts'

export type MovedNight = { heldOn: Day; cases: number; places: number; released: number }

/**
 * Moves a night to another day: its cases keep their times by the clock, the jurors their places, unless they are away that day
 * or would come for nothing. Everybody is told, as after any change of plan.
 */
export const moveNightToDay = (
  court: Court,
  actor: Actor,
  nightId: string,
  { to, version }: { to: Day; version: number },
): Promise<MovedNight | OtherDayRefusal> =>
  orRefused(
    act(court, actor, async tx => {
      const night = await lockNight(tx, actor.programId, nightId)
      if (night.version !== version) throw new Changed()
      const facts = await otherDayFacts(court, tx, actor, night, to)
      const refusal = mayMoveToDay(facts)
      if (refusal) return refusal
      const moved = { ...night, heldOn: to, startsAt: facts.startsAt, endsAt: facts.endsAt }
      await changeNight(tx, night, { heldOn: to, startsAt: moved.startsAt, endsAt: moved.endsAt })
      const cases = await takeCases(court, tx, actor, facts)
      const released = await takeJurors(court, tx, actor, facts, moved)
      await tellAdults(court, tx, actor, moved)
      const count = { cases, places: facts.places.length - released, released }
      await enter(court, tx, actor, {
        act: 'night-moved',
        thing: 'night',
        thingId: night.id,
        particulars: { from: night.heldOn, to, ...count },
      })
      return { heldOn: to, ...count }
    }),
    { nights_one_a_day: 'day-taken', heard_by_last_day: 'case-too-late' },
  )

/** As long after the night begins as before, in the same rooms. */
const takeCases = async (court: Court, tx: Tx, actor: Actor, facts: OtherDayFacts): Promise<number> => {
  const { docket, night, to } = facts
  const later = (at: Date) => new Date(facts.startsAt.getTime() + at.getTime() - night.startsAt.getTime())
  const moves = docket.map(line => ({
    id: line.id,
    line,
    startsAt: later(line.startsAt),
    endsAt: later(line.endsAt),
  }))
  if (moves.length > 0) await moveSlots(tx, actor.programId, moves)
  for (const { line, startsAt } of moves) {
    await enter(court, tx, actor, {
      act: 'hearing-moved',
      thing: 'hearing',
      thingId: line.id,
      caseId: line.caseId,
      particulars: { from: night.heldOn, to },
    })
    if (line.caseStatus === 'docketed') await tellMoved(court, tx, actor, line, startsAt, night.place)
  }
  return moves.length
}

const tellMoved = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  line: DocketLine,
  startsAt: Date,
  place: string,
): Promise<void> => {
  const head = await lockCase(tx, actor.programId, line.caseId)
  await tellFamily(court, tx, actor, head, startsAt, placeOf(place, line.room), 'date-changed')
}

/** Who stays is told the new day, or asked for it; who cannot is let go without blame, and told that the old day is off. */
const takeJurors = async (court: Court, tx: Tx, actor: Actor, facts: OtherDayFacts, moved: Night): Promise<number> => {
  const { night, places } = facts
  const released = places.filter(place => leftOut(place, facts) !== null)
  await takeBackInvitations(court, tx, actor, night, places)
  for (const place of released) {
    await moveAssignment(court, tx, actor, place, 'cancel')
    if (saidYes(place)) await tellJuror(court, tx, actor, 'hearing-off', night, place.personId)
  }
  for (const place of places.filter(one => !released.includes(one)))
    await tellJuror(court, tx, actor, saidYes(place) ? 'date-changed' : 'jury-invitation', moved, place.personId)
  return released.length
}

/** The adults of its rooms, unless it is a draft, which nobody but the desk knows. */
const tellAdults = async (court: Court, tx: Tx, actor: Actor, night: Night): Promise<void> => {
  if (night.status === 'draft') return
  const rooms = await roomsOf(tx, actor.programId, night.id)
  const facts = { startsAt: night.startsAt.toISOString(), place: night.place }
  for (const membershipId of new Set(rooms.flatMap(room => room.facilitatorId ?? [])))
    await send(court, tx, actor, { kind: 'date-changed', to: { membershipId }, facts })
}
