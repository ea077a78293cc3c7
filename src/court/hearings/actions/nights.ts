/** The life of a court night: planned, made known, opened, locked. */
import { type Actor, act, type Court, todayFor } from '#court'
import { rulebookOn } from '#court/programs'
import { enter, type Particulars } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { orRefused } from '#platform/last-line'
import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import { type Day, instantAt } from '#platform/time'
import { answerOf } from '../assignment.ts'
import { lifecycle, type NightMove, type OffReason, type ReopenReason } from '../night.ts'
import { assignmentsOf } from '../records/assignments.ts'
import { docketOf } from '../records/docket.ts'
import { changeNight, findNight, insertNight, lockNight, type Night } from '../records/nights.ts'
import { roomsOf } from '../records/rooms.ts'
import {
  type AddRefusal,
  type LockRefusal,
  mayAdd,
  mayLock,
  mayOpen,
  mayPublish,
  mayStaff,
  type OpenRefusal,
  type PublishRefusal,
  type StaffRefusal,
} from '../rules/nights.ts'
import { type NewRoom, putRoom } from './rooms.ts'

/** Moves a night, if that is lawful from where it stands, and enters the move as `night-<move>`. */
export const moveNight = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  night: Night,
  move: NightMove,
  particulars: Particulars = {},
  set: { offReason?: OffReason } = {},
): Promise<Refusal<'not-now'> | null> => {
  if (!mayMove(lifecycle, move, night.status)) return refuse('not-now')
  const { to } = lifecycle[move]
  await changeNight(tx, night, { ...set, status: to })
  await enter(court, tx, actor, {
    act: `night-${move}`,
    thing: 'night',
    thingId: night.id,
    particulars: { from: night.status, to, heldOn: night.heldOn, ...particulars },
  })
  return null
}

export type NewNight = { day: Day; starts: string; ends: string; place: string; jurorPlaces: number; room: NewRoom }

/** Plans a night with its first room. Only the desk sees it until it is published. */
export const addNight = (
  court: Court,
  actor: Actor,
  form: NewNight,
): Promise<{ id: string; heldOn: Day } | AddRefusal | Refusal<'day-taken' | 'day-called-off'>> =>
  orRefused(
    act(court, actor, async tx => {
      const span = {
        startsAt: instantAt(actor.timeZone, form.day, form.starts),
        endsAt: instantAt(actor.timeZone, form.day, form.ends),
      }
      const refusal = mayAdd(form.day, span, form.room.capacity, todayFor(court, actor))
      if (refusal) return refusal
      if ((await findNight(tx, actor.programId, form.day))?.status === 'called_off') return refuse('day-called-off')
      const id = newId()
      await insertNight(tx, {
        programId: actor.programId,
        id,
        heldOn: form.day,
        ...span,
        place: form.place,
        jurorPlaces: form.jurorPlaces,
        status: 'draft',
      })
      await putRoom(tx, actor, id, form.room)
      await enter(court, tx, actor, {
        act: 'night-added',
        thing: 'night',
        thingId: id,
        particulars: { heldOn: form.day, jurorPlaces: form.jurorPlaces, capacity: form.room.capacity },
      })
      return { id, heldOn: form.day }
    }),
    { nights_one_a_day: 'day-taken' },
  )

type Moved<Reason extends string> = Promise<Night | Refusal<Reason | 'not-now'>>

/** An act that locks a night, asks the law, and moves it. */
const movingNight = <Reason extends string>(
  court: Court,
  actor: Actor,
  nightId: string,
  move: NightMove,
  decide: (tx: Tx, night: Night) => Promise<Refusal<Reason> | null>,
  particulars: Particulars = {},
): Moved<Reason> =>
  act(court, actor, async tx => {
    const night = await lockNight(tx, actor.programId, nightId)
    const refusal = (await decide(tx, night)) ?? (await moveNight(court, tx, actor, night, move, particulars))
    return refusal ?? night
  })

/** Makes a night known: cases may be put on its docket and jurors asked, and its facilitators see it. */
export const publishNight = (court: Court, actor: Actor, nightId: string): Moved<PublishRefusal['refused']> =>
  movingNight(court, actor, nightId, 'publish', async (tx, night) => {
    const rooms = await roomsOf(tx, actor.programId, nightId)
    return mayPublish(night.status, night.heldOn, rooms.length, todayFor(court, actor))
  })

export const staffNight = (court: Court, actor: Actor, nightId: string): Moved<StaffRefusal['refused']> =>
  movingNight(court, actor, nightId, 'staff', async (tx, night) => {
    const [places, book] = await Promise.all([
      assignmentsOf(tx, actor.programId, nightId),
      rulebookOn(tx, actor.programId, night.heldOn),
    ])
    return mayStaff(night.status, places.filter(place => answerOf(place.status) === 'yes').length, book.rules.jury.size)
  })

export const openNight = (court: Court, actor: Actor, nightId: string): Moved<OpenRefusal['refused']> =>
  movingNight(court, actor, nightId, 'open', async (_tx, night) =>
    mayOpen(night.status, night.heldOn, todayFor(court, actor)),
  )

export const closeNight = (court: Court, actor: Actor, nightId: string): Moved<LockRefusal['refused']> =>
  movingNight(court, actor, nightId, 'lock', async (tx, night) => {
    const [docket, places] = await Promise.all([
      docketOf(tx, actor.programId, nightId),
      assignmentsOf(tx, actor.programId, nightId),
    ])
    return mayLock(
      night.status,
      docket.map(one => one.status),
      places.map(one => one.status),
    )
  })

/** Opens a night again that was settled or locked, to put something right; the register keeps what. */
export const reopenNight = (court: Court, actor: Actor, nightId: string, reason: ReopenReason): Moved<never> =>
  movingNight(court, actor, nightId, 'reopen', async () => null, { reason })
