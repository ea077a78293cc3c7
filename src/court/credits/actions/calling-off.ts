/** A night does not take place. It ends here, and not among the hearings, because the time of those who came counts. */
import { type Actor, act, type Court } from '#court'
import {
  assignmentsOf,
  type CallOffRefusal,
  docketOf,
  giveBackPlaces,
  lockNight,
  mayCallOff,
  moveNight,
  type Night,
  type OffReason,
  roomsOf,
} from '#court/hearings'
import { clearDocket } from '#court/jury'
import { send } from '#court/notices'
import type { Tx } from '#platform/database'
import { isRefusal } from '#platform/refusal'
import { countDuties, endPlaces, type Here, hasCome, postNight } from '../actions.ts'
import { endSlipSessions } from './slip-sessions.ts'

export type CalledOff = { cases: number; places: number; came: number }

/**
 * Calls a night off: its cases wait for another night, those who were expected give their places back without blame, and all
 * are told. Whoever had come stood by, and that counts (rules 35 and 36).
 */
export const callOffNight = (
  court: Court,
  actor: Actor,
  nightId: string,
  reason: OffReason,
): Promise<CalledOff | CallOffRefusal> =>
  act(court, actor, async tx => {
    const night = await lockNight(tx, actor.programId, nightId)
    const refusal = await lawful(tx, night)
    if (refusal) return refusal
    const cases = await clearDocket(court, tx, actor, night)
    if (isRefusal(cases)) return cases
    const places = await giveBackPlaces(court, tx, actor, night)
    const came = await thankThoseHere(court, tx, actor, night)
    if (isRefusal(came)) return came
    await tellAdults(court, tx, actor, night)
    const sessions = await endSlipSessions(court, tx, actor, await assignmentsOf(tx, actor.programId, night.id))
    const off = await moveNight(court, tx, actor, night, 'callOff', { reason, sessions }, { offReason: reason })
    return off ?? { cases: cases.cleared, places, came }
  })

const lawful = async (tx: Tx, night: Night): Promise<CallOffRefusal | null> => {
  const [docket, places] = await Promise.all([
    docketOf(tx, night.programId, night.id),
    assignmentsOf(tx, night.programId, night.id),
  ])
  return mayCallOff(
    night.status,
    docket.map(line => line.status),
    places.map(place => place.status),
  )
}

/** Their time ends now, unless they went home before. */
const thankThoseHere = async (court: Court, tx: Tx, actor: Actor, night: Night) => {
  const places = (await assignmentsOf(tx, night.programId, night.id)).filter(hasCome)
  const stuck = await endPlaces(court, tx, actor, places)
  if (stuck) return stuck
  const here = places.map((place): Here => ({ ...place, checkedOutAt: place.checkedOutAt ?? court.now() }))
  await countDuties(court, tx, actor, here)
  await postNight(court, tx, actor, night, here)
  return here.length
}

/** A facilitator of one of its rooms need not come either. A draft is known to the desk only. */
const tellAdults = async (court: Court, tx: Tx, actor: Actor, night: Night): Promise<void> => {
  if (night.status === 'draft') return
  const rooms = await roomsOf(tx, actor.programId, night.id)
  const adults = new Set(rooms.flatMap(room => room.facilitatorId ?? []))
  const facts = { startsAt: night.startsAt.toISOString(), place: night.place }
  for (const membershipId of adults) await send(court, tx, actor, { kind: 'hearing-off', to: { membershipId }, facts })
}
