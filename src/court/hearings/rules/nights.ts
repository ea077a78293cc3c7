import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { AssignmentStatus } from '../assignment.ts'
import { type HearingStatus, isToCome, lifecycle, type NightStatus } from '../night.ts'

const MINUTE = 60_000
const STEP = 5
const SHORTEST = 20

type Span = { startsAt: Date; endsAt: Date }

/** How long one case has in a room: the night shared out among as many as the room takes, to the lower five minutes. */
export const slotMinutes = (night: Span, capacity: number): number =>
  Math.floor((night.endsAt.getTime() - night.startsAt.getTime()) / MINUTE / capacity / STEP) * STEP

/** The time of the place with this number; the first is 0. */
export const slotAt = (night: Span, capacity: number, place: number): Span => {
  const length = slotMinutes(night, capacity) * MINUTE
  const startsAt = new Date(night.startsAt.getTime() + place * length)
  return { startsAt, endsAt: new Date(startsAt.getTime() + length) }
}

/** The first free time of a room, or null where all are given. */
export const freeSlot = (night: Span, capacity: number, taken: readonly Date[]): Span | null => {
  const slots = Array.from({ length: capacity }, (_, place) => slotAt(night, capacity, place))
  return slots.find(slot => !taken.some(at => at.getTime() === slot.startsAt.getTime())) ?? null
}

export type RoomRefusal = Refusal<'slots-too-short'>

export const mayHoldCases = (night: Span, capacity: number): RoomRefusal | null =>
  slotMinutes(night, capacity) < SHORTEST ? refuse('slots-too-short') : null

export type AddRefusal = Refusal<'past-day' | 'ends-before-it-starts'> | RoomRefusal

export const mayAdd = (heldOn: Day, night: Span, capacity: number, today: Day): AddRefusal | null => {
  if (heldOn < today) return refuse('past-day')
  if (night.endsAt <= night.startsAt) return refuse('ends-before-it-starts')
  return mayHoldCases(night, capacity)
}

export type PublishRefusal = Refusal<'not-a-draft' | 'no-room' | 'past-day'>

/** A night is made known once it has a room, and while it is still to come. */
export const mayPublish = (status: NightStatus, heldOn: Day, rooms: number, today: Day): PublishRefusal | null => {
  if (status !== 'draft') return refuse('not-a-draft')
  if (rooms === 0) return refuse('no-room')
  return heldOn < today ? refuse('past-day') : null
}

export type StaffRefusal = Refusal<'not-published' | 'too-few-yes'>

/** A night is staffed when as many have said yes as sit on one jury. */
export const mayStaff = (status: NightStatus, yes: number, jurySize: number): StaffRefusal | null => {
  if (status !== 'published') return refuse('not-published')
  return yes < jurySize ? refuse('too-few-yes') : null
}

export type OpenRefusal = Refusal<'before-its-day' | 'not-now'>

/** The doors open on the day itself; a night that was forgotten can still be put on paper afterwards. */
export const mayOpen = (status: NightStatus, heldOn: Day, today: Day): OpenRefusal | null => {
  if (!isToCome(status)) return refuse('not-now')
  return heldOn <= today ? null : refuse('before-its-day')
}

export type LockRefusal = Refusal<'not-settled' | 'outcomes-missing'>

const unsettled: readonly AssignmentStatus[] = ['offered', 'confirmed', 'swap_requested', 'checked_in', 'seated']

/** A night is locked only when every case and every place on it has its outcome. */
export const mayLock = (
  status: NightStatus,
  hearings: readonly HearingStatus[],
  places: readonly AssignmentStatus[],
): LockRefusal | null => {
  if (status !== 'reconciled') return refuse('not-settled')
  const open =
    hearings.some(one => one === 'docketed' || one === 'in_hearing') || places.some(one => unsettled.includes(one))
  return open ? refuse('outcomes-missing') : null
}

export type CallOffRefusal = Refusal<'not-now' | 'held-already'>

const begun: readonly HearingStatus[] = ['in_hearing', 'heard', 'stopped']
const counted: readonly AssignmentStatus[] = ['served', 'standby', 'no_show']

/** A night is called off before a case on it has begun; one that was held is finished, not called off. */
export const mayCallOff = (
  status: NightStatus,
  hearings: readonly HearingStatus[],
  places: readonly AssignmentStatus[],
): CallOffRefusal | null => {
  if (!mayMove(lifecycle, 'callOff', status)) return refuse('not-now')
  const held = hearings.some(one => begun.includes(one)) || places.some(one => counted.includes(one))
  return held ? refuse('held-already') : null
}

export type ChangeRefusal = Refusal<'not-now' | 'ends-before-it-starts' | 'times-stand' | 'places-given'> | RoomRefusal

type Planned = Span & { jurorPlaces: number }
type Hanging = { cases: number; placesGiven: number; capacities: readonly number[] }

/** Until the doors open a night may be changed. Cases on its docket hold its times, and places that are given stay given (rule 19). */
export const mayChange = (
  night: Planned & { status: NightStatus },
  wanted: Planned,
  { cases, placesGiven, capacities }: Hanging,
): ChangeRefusal | null => {
  if (night.status !== 'draft' && !isToCome(night.status)) return refuse('not-now')
  if (wanted.endsAt <= wanted.startsAt) return refuse('ends-before-it-starts')
  if (cases > 0 && !isSameTime(night, wanted)) return refuse('times-stand')
  if (wanted.jurorPlaces < placesGiven) return refuse('places-given')
  return mayHoldCases(wanted, Math.max(1, ...capacities))
}

export const isSameTime = (one: Span, other: Span): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()
