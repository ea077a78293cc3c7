import type { Clock, Ower, TermKind, Unit } from '#court/dispositions'
import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import { addBusinessDays, type Day, daysBetween } from '#platform/time'
import { lifecycle, type ObligationMove, type ObligationStatus, settled } from './obligation.ts'

/** A promise as it stands: what was promised, what of it is confirmed, and what waits to be. */
export type Standing = 'done' | 'waived' | 'fell-away' | 'with-us' | 'to-fix' | 'late' | 'due-soon' | 'on-track'

export type Stands = { status: ObligationStatus; amount: number; verified: number; waiting: number; dueOn: Day }

const SOON = 7

export const isSettled = (one: Pick<Stands, 'status'>): boolean =>
  (settled as readonly ObligationStatus[]).includes(one.status)

/** How a promise stands today. Worked out each time, never stored: what was handed in in time is with us, not late. */
export const standing = (one: Stands, today: Day): Standing => {
  if (one.status === 'satisfied') return 'done'
  if (one.status === 'waived') return 'waived'
  if (one.status === 'cancelled') return 'fell-away'
  if (one.waiting > 0 && (one.verified + one.waiting >= one.amount || one.dueOn >= today)) return 'with-us'
  if (one.dueOn < today) return 'late'
  if (one.status === 'returned_for_fix') return 'to-fix'
  return daysBetween(today, one.dueOn) <= SOON ? 'due-soon' : 'on-track'
}

const shapes = { minute: 'hours', cent: 'money', session: 'count', piece: 'count', day: 'count' } as const

/** How a promise is drawn: what can be counted one by one as pips, hours and money as a bar; on every page alike. */
export const shapeOf = ({ unit }: { unit: Unit }) => shapes[unit]

export type Owed = Stands & { owedBy: Ower; kind: TermKind; unit: Unit }

export type VerifyRefusal = Refusal<'settled' | 'not-waiting' | 'own-or-kin' | 'from-attendance'>

/** Somebody else confirms: never oneself, never a relative; and jury service only from attendance (rules 33 to 35). */
export const mayVerify = (
  one: Owed,
  piece: { state: string; assignmentId: string | null },
  ownOrKin: boolean,
): VerifyRefusal | null => {
  if (isSettled(one)) return refuse('settled')
  if (piece.state !== 'submitted') return refuse('not-waiting')
  if (one.kind === 'jury-service' && piece.assignmentId === null) return refuse('from-attendance')
  return ownOrKin ? refuse('own-or-kin') : null
}

/** The moves that follow when an amount is confirmed: kept, when all of it is (rule 33). */
export const movesOnVerified = (one: Stands, amount: number): ObligationMove[] => [
  ...(mayMove(lifecycle, 'verify', one.status) ? ['verify' as const] : []),
  ...(one.verified + amount >= one.amount ? ['satisfy' as const] : []),
]

/** More was handed in: the promise waits for us, unless it does already. */
export const movesOnHandedIn = (one: Stands): ObligationMove[] =>
  mayMove(lifecycle, 'submit', one.status) ? ['submit'] : []

/** It goes back for a fix when nothing else of it waits. */
export const movesOnReturned = (one: Stands, amount: number): ObligationMove[] =>
  mayMove(lifecycle, 'sendBack', one.status) && one.waiting <= amount ? ['sendBack'] : []

type DayRefusal = Refusal<'not-later' | 'after-legal-limit'> & { last?: Clock }

/** A new day lies after the old one and after today, and never after the last lawful day (rule 32). */
const newDay = (one: Pick<Stands, 'dueOn'>, newDueOn: Day, today: Day, last: Clock | null): DayRefusal | null => {
  if (last !== null && newDueOn > last.day) return { ...refuse('after-legal-limit'), last }
  return newDueOn <= one.dueOn || newDueOn <= today ? refuse('not-later') : null
}

/** Whether the clocks leave any later day at all. */
export const isDayLeft = (one: Pick<Stands, 'dueOn'>, today: Day, last: Clock | null): boolean =>
  last === null || (last.day > one.dueOn && last.day > today)

export type AskRefusal = Refusal<'settled' | 'not-yours' | 'asked-already' | 'no-more-extensions'> | DayRefusal

/** More time may be asked for as often as the rulebook says, one question at a time, and inside the clocks (rules 32 and 39). */
export const mayAskMoreTime = (
  one: Owed,
  newDueOn: Day,
  today: Day,
  asked: { open: boolean; granted: number; allowed: number },
  last: Clock | null,
): AskRefusal | null => {
  if (one.owedBy === 'court') return refuse('not-yours')
  if (isSettled(one)) return refuse('settled')
  if (asked.open) return refuse('asked-already')
  if (asked.granted >= asked.allowed) return refuse('no-more-extensions')
  return newDay(one, newDueOn, today, last)
}

export type GrantRefusal = Refusal<'settled' | 'own-or-kin'> | DayRefusal

/** A new day is given inside the clocks, and not by a relative (rules 32 and 39). */
export const mayGrant = (
  one: Pick<Stands, 'status' | 'dueOn'>,
  newDueOn: Day,
  today: Day,
  last: Clock | null,
  ownOrKin: boolean,
): GrantRefusal | null => {
  if (isSettled(one)) return refuse('settled')
  if (ownOrKin) return refuse('own-or-kin')
  return newDay(one, newDueOn, today, last)
}

export type MissRefusal = Refusal<'settled' | 'not-late' | 'in-appeal-window' | 'not-now'>

/** A promise is missed only after its day, and never while the family may still appeal (rule 30). */
export const mayMiss = (
  one: Stands,
  today: Day,
  window: { from: Day; businessDays: number; holidays: readonly Day[] },
): MissRefusal | null => {
  if (isSettled(one)) return refuse('settled')
  if (one.dueOn >= today || one.waiting > 0) return refuse('not-late')
  if (today <= addBusinessDays(window.from, window.businessDays, window.holidays)) return refuse('in-appeal-window')
  return mayMove(lifecycle, 'miss', one.status) ? null : refuse('not-now')
}

export type WaiveRefusal = Refusal<'settled' | 'own-or-kin'>

/** Waived is waived by somebody else, with a reason that is kept and counted (rule 42). */
export const mayWaive = (one: Pick<Stands, 'status'>, ownOrKin: boolean): WaiveRefusal | null => {
  if (isSettled(one)) return refuse('settled')
  return ownOrKin ? refuse('own-or-kin') : null
}

export type OpenNight = { id: string; heldOn: Day; placesLeft: number }
export type BookRefusal = Refusal<
  'settled' | 'not-jury-service' | 'nothing-chosen' | 'night-not-open' | 'after-due' | 'night-full' | 'more-than-owed'
>

/** Nights are chosen from those that are open, before the promise is due, and no more of them than are owed (rule 19). */
export const mayBook = (
  one: Owed,
  wanted: readonly string[],
  open: readonly OpenNight[],
  booked: number,
): BookRefusal | null => {
  if (one.kind !== 'jury-service') return refuse('not-jury-service')
  if (isSettled(one)) return refuse('settled')
  if (wanted.length === 0) return refuse('nothing-chosen')
  const nights = wanted.map(id => open.find(night => night.id === id))
  if (nights.some(night => night === undefined)) return refuse('night-not-open')
  if (nights.some(night => night && night.heldOn > one.dueOn)) return refuse('after-due')
  if (nights.some(night => night && night.placesLeft < 1)) return refuse('night-full')
  return one.verified + booked + wanted.length > one.amount ? refuse('more-than-owed') : null
}

/** Whether the nights that are owed can still be served in time: owed against open before the day (rule 41). */
export const feasible = (
  one: Owed,
  booked: number,
  open: readonly OpenNight[],
): { owed: number; open: number; enough: boolean } => {
  const owed = Math.max(0, one.amount - one.verified - booked)
  const places = open.filter(night => night.placesLeft > 0 && night.heldOn <= one.dueOn).length
  return { owed, open: places, enough: places >= owed }
}

/** The jury service that a night counts for: owed since before that night, the soonest due first (rule 35). */
export const dutyFor = <Duty extends { dueOn: Day; inEffectOn: Day | null }>(
  duties: readonly Duty[],
  heldOn: Day,
): Duty | undefined =>
  duties
    .filter(one => one.inEffectOn !== null && one.inEffectOn < heldOn)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]

export type AmountRefusal = Refusal<
  'settled' | 'below-done' | 'above-cap' | 'above-range' | 'above-loss' | 'below-range' | 'own-or-kin'
>
type Limit = { least: number; most: number | null; cap: number | null }

/** A changed amount keeps to the grid and the caps, and never falls below what is done already (rules 24, 25 and 31). */
export const mayChangeAmount = (
  one: Stands & { kind: TermKind },
  amount: number,
  total: number,
  limit: Limit | null,
): AmountRefusal | null => {
  if (isSettled(one)) return refuse('settled')
  if (amount < one.verified + one.waiting || amount < 1) return refuse('below-done')
  if (limit === null) return null
  if (limit.cap !== null && total > limit.cap) return refuse('above-cap')
  if (limit.most !== null && total > limit.most)
    return refuse(one.kind === 'restitution' ? 'above-loss' : 'above-range')
  return total < limit.least ? refuse('below-range') : null
}
