/** Cases change places on a docket. */
import { type Actor, act, type Court } from '#court'
import { lockCase } from '#court/cases'
import { enter } from '#court/register'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { isToCome, placeOf } from '../night.ts'
import { type DocketLine, docketOf } from '../records/docket.ts'
import { hearingById, moveSlots } from '../records/hearings.ts'
import { lockNight, type Night } from '../records/nights.ts'
import { type Room, roomsOf } from '../records/rooms.ts'
import { slotAt, slotMinutes } from '../rules/nights.ts'
import { liveIn, renumber, tellFamily } from './docket.ts'

export type ShiftRefusal = Refusal<'night-open' | 'no-earlier' | 'no-later'>

/** Moves a case one time up or down in its room; another case that has that time takes this one's. Both families are told. */
export const shiftCase = (
  court: Court,
  actor: Actor,
  hearingId: string,
  way: 'up' | 'down',
): Promise<{ moved: number } | ShiftRefusal> =>
  act(court, actor, async tx => {
    const night = await lockNight(tx, actor.programId, (await hearingById(tx, actor.programId, hearingId)).nightId)
    if (!isToCome(night.status)) return refuse('night-open')
    const [rooms, docket] = await Promise.all([
      roomsOf(tx, actor.programId, night.id),
      docketOf(tx, actor.programId, night.id),
    ])
    const moves = exchange(night, rooms, docket, hearingId, way)
    if (isRefusal(moves)) return moves
    await moveSlots(tx, actor.programId, moves)
    await renumber(tx, night)
    for (const move of moves)
      await tellFamily(
        court,
        tx,
        actor,
        await lockCase(tx, actor.programId, move.line.caseId),
        move.startsAt,
        placeOf(night.place, move.line.room),
      )
    await enter(court, tx, actor, {
      act: 'docket-moved',
      thing: 'night',
      thingId: night.id,
      particulars: { hearing: hearingId, way },
    })
    return { moved: moves.length }
  })

type Shift = { id: string; line: DocketLine; startsAt: Date; endsAt: Date }

const exchange = (
  night: Night,
  rooms: readonly Room[],
  docket: readonly DocketLine[],
  hearingId: string,
  way: 'up' | 'down',
): Shift[] | ShiftRefusal => {
  const line = docket.find(one => one.id === hearingId)
  const room = rooms.find(one => one.id === line?.roomId)
  if (!line || !room) return refuse('no-later')
  const length = slotMinutes(night, room.capacity) * 60_000
  const place = Math.round((line.startsAt.getTime() - night.startsAt.getTime()) / length)
  const wanted = way === 'up' ? place - 1 : place + 1
  if (wanted < 0) return refuse('no-earlier')
  if (wanted >= room.capacity) return refuse('no-later')
  const slot = slotAt(night, room.capacity, wanted)
  const other = liveIn(docket, room).find(one => one.startsAt.getTime() === slot.startsAt.getTime())
  const mine = { id: line.id, line, ...slot }
  return other ? [mine, { id: other.id, line: other, startsAt: line.startsAt, endsAt: line.endsAt }] : [mine]
}
