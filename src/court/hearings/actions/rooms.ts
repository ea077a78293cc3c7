/** The rooms of a night, and the adult in each (rule 20). */
import { type Actor, act, type Court, NotHere } from '#court'
import { membersWith } from '#court/accounts'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { orRefused } from '#platform/last-line'
import { type Refusal, refuse } from '#platform/refusal'
import { hasEnded } from '../night.ts'
import { docketOf } from '../records/docket.ts'
import { lockNight } from '../records/nights.ts'
import { insertRoom, roomsOf, setFacilitator } from '../records/rooms.ts'
import { mayHoldCases, type RoomRefusal } from '../rules/nights.ts'
import { isFamilyOf } from './adult.ts'

export type NewRoom = { name: string; capacity: number; facilitatorId: string | null }

/** A room of a night that is being planned. */
export const putRoom = async (tx: Tx, actor: Actor, nightId: string, room: NewRoom): Promise<string> => {
  await mayPreside(tx, actor.programId, room.facilitatorId)
  const id = newId()
  await insertRoom(tx, { programId: actor.programId, id, nightId, ...room })
  return id
}

/** Only somebody whom the court has made a facilitator or a coordinator sits with a jury (rule 20). */
const mayPreside = async (tx: Tx, programId: string, membershipId: string | null): Promise<void> => {
  if (membershipId === null) return
  const known = await Promise.all([
    membersWith(tx, programId, 'facilitator'),
    membersWith(tx, programId, 'coordinator'),
  ])
  if (!known.flat().some(member => member.membershipId === membershipId)) throw new NotHere()
}

export type AddRoomRefusal = RoomRefusal | Refusal<'night-over' | 'name-taken'>

export const addRoom = (
  court: Court,
  actor: Actor,
  nightId: string,
  room: NewRoom,
): Promise<{ roomId: string } | AddRoomRefusal> =>
  orRefused(
    act(court, actor, async tx => {
      const night = await lockNight(tx, actor.programId, nightId)
      if (hasEnded(night.status)) return refuse('night-over')
      const refusal = mayHoldCases(night, room.capacity)
      if (refusal) return refusal
      const roomId = await putRoom(tx, actor, nightId, room)
      await enter(court, tx, actor, {
        act: 'room-added',
        thing: 'night',
        thingId: nightId,
        particulars: { room: roomId, capacity: room.capacity },
      })
      return { roomId }
    }),
    { rooms_name: 'name-taken' },
  )

export type GiveRefusal = Refusal<'night-over' | 'facilitator-tied'>

/** Names the adult of a room. */
export const giveRoom = (
  court: Court,
  actor: Actor,
  nightId: string,
  roomId: string,
  facilitatorId: string | null,
): Promise<{ roomId: string } | GiveRefusal> =>
  act(court, actor, async tx => {
    const night = await lockNight(tx, actor.programId, nightId)
    const rooms = await roomsOf(tx, actor.programId, nightId)
    if (!rooms.some(room => room.id === roomId)) throw new NotHere()
    if (hasEnded(night.status)) return refuse('night-over')
    await mayPreside(tx, actor.programId, facilitatorId)
    const docket = await docketOf(tx, actor.programId, nightId)
    for (const line of docket.filter(one => one.roomId === roomId))
      if (await isFamilyOf(tx, actor.programId, facilitatorId, line)) return refuse('facilitator-tied')
    await setFacilitator(tx, actor.programId, roomId, facilitatorId)
    await enter(court, tx, actor, {
      act: 'room-given',
      thing: 'night',
      thingId: nightId,
      particulars: { room: roomId, facilitator: facilitatorId },
    })
    return { roomId }
  })
