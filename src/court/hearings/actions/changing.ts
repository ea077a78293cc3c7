/** A night that is known gets other times, another place, or more or fewer places for jurors. */
import { type Actor, act, Changed, type Court } from '#court'
import { lockCase } from '#court/cases'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { instantAt } from '#platform/time'
import { holdsPlace } from '../assignment.ts'
import { placeOf } from '../night.ts'
import { assignmentsOf, type NamedAssignment } from '../records/assignments.ts'
import { type DocketLine, docketOf } from '../records/docket.ts'
import { changeNight, lockNight, type Night } from '../records/nights.ts'
import { roomsOf } from '../records/rooms.ts'
import { type ChangeRefusal, isSameTime, mayChange } from '../rules/nights.ts'
import { tellFamily } from './docket.ts'
import { saidYes, takeBackInvitations, tellJuror } from './telling.ts'

export type Plan = { starts: string; ends: string; place: string; jurorPlaces: number; version: number }

/** Changes what was planned. Whoever was told a time or a place that no longer holds is told the new one. */
export const changePlan = (court: Court, actor: Actor, nightId: string, plan: Plan): Promise<Night | ChangeRefusal> =>
  act(court, actor, async tx => {
    const night = await lockNight(tx, actor.programId, nightId)
    if (night.version !== plan.version) throw new Changed()
    const wanted = plannedFor(actor, night, plan)
    const [docket, places, rooms] = await Promise.all([
      docketOf(tx, actor.programId, nightId),
      assignmentsOf(tx, actor.programId, nightId),
      roomsOf(tx, actor.programId, nightId),
    ])
    const given = places.filter(place => holdsPlace.some(status => status === place.status))
    const refusal = mayChange(night, wanted, {
      cases: docket.length,
      placesGiven: given.length,
      capacities: rooms.map(room => room.capacity),
    })
    if (refusal) return refusal
    await changeNight(tx, night, wanted)
    await enterChange(court, tx, actor, night, wanted)
    if (night.place !== wanted.place) await tellFamilies(court, tx, actor, docket, wanted.place)
    if (night.place !== wanted.place || !isSameTime(night, wanted))
      await tellJurors(court, tx, actor, night, wanted, given)
    return { ...night, ...wanted }
  })

type Wanted = Pick<Night, 'startsAt' | 'endsAt' | 'place' | 'jurorPlaces'>

const plannedFor = (actor: Actor, night: Night, { starts, ends, place, jurorPlaces }: Plan): Wanted => ({
  startsAt: instantAt(actor.timeZone, night.heldOn, starts),
  endsAt: instantAt(actor.timeZone, night.heldOn, ends),
  place,
  jurorPlaces,
})

/** The fields that changed; a place is the court's own address and no story. */
const enterChange = (court: Court, tx: Tx, actor: Actor, night: Night, wanted: Wanted): Promise<unknown> =>
  enter(court, tx, actor, {
    act: 'night-changed',
    thing: 'night',
    thingId: night.id,
    particulars: {
      heldOn: night.heldOn,
      times: !isSameTime(night, wanted),
      place: night.place !== wanted.place,
      jurorPlaces: wanted.jurorPlaces,
      jurorPlacesBefore: night.jurorPlaces,
    },
  })

const tellFamilies = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  docket: readonly DocketLine[],
  place: string,
): Promise<void> => {
  for (const line of docket.filter(one => one.status === 'docketed' && one.caseStatus === 'docketed')) {
    const head = await lockCase(tx, actor.programId, line.caseId)
    await tellFamily(court, tx, actor, head, line.startsAt, placeOf(place, line.room))
  }
}

/** Who has not answered is asked again; who said yes is told what is new. */
const tellJurors = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  night: Night,
  wanted: Wanted,
  given: readonly NamedAssignment[],
): Promise<void> => {
  await takeBackInvitations(court, tx, actor, night, given)
  for (const place of given)
    await tellJuror(
      court,
      tx,
      actor,
      saidYes(place) ? 'date-changed' : 'jury-invitation',
      { ...night, ...wanted },
      place.personId,
    )
}
