/** The clocks that bind a promise, and the last lawful day that they leave (rule 32). */
import type { Rulebook } from '#court/programs'
import { addDays, type Day, daysBetween } from '#platform/time'

export const clockNames = ['program', 'statute-referral', 'statute-hearing', 'source'] as const
export type ClockName = (typeof clockNames)[number]

/** A clock that runs, and the last day that it leaves. */
export type Clock = { clock: ClockName; day: Day }

export type Dates = { heardOn: Day; receivedOn: Day; returnBy: Day | null }

/** The clocks that bind a promise: the program's own, the law's, and that of whoever sent the case (rule 32). */
export const clocksOf = ({ clocks }: Pick<Rulebook, 'clocks'>, { heardOn, receivedOn, returnBy }: Dates): Clock[] => [
  { clock: 'program', day: addDays(heardOn, clocks.programDays) },
  ...running('statute-referral', receivedOn, clocks.statuteDaysFromReferral),
  ...running('statute-hearing', heardOn, clocks.statuteDaysFromHearing),
  ...(returnBy === null ? [] : [{ clock: 'source' as const, day: returnBy }]),
]

const running = (clock: ClockName, from: Day, days: number | null): Clock[] =>
  days === null ? [] : [{ clock, day: addDays(from, days) }]

/** The clock that stops first: the last lawful day for a promise, and why (rule 32). */
export const lastDueDay = (clocks: readonly Clock[]): Clock | null =>
  clocks.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))[0] ?? null

/** The day that is proposed for a promise: two thirds of the way to the last one, so that there is room to give more time (rule 39). */
export const usualDueDay = (today: Day, last: Day): Day => addDays(today, Math.ceil((daysBetween(today, last) * 2) / 3))
