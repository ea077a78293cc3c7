/** What a new court starts from; each sets its own law into it afterwards. */
import { addDays, type Day, weekdayOf } from '#platform/time'
import { type GridName, workedGrids } from './grids.ts'
import { referenceOffences } from './offences.ts'
import type { Rulebook } from './rulebook.ts'

/** A rulebook that is complete and sound: one of the worked grids, the common offences, and the clocks most courts keep. */
export const starterRulebook = (name: GridName): Rulebook => {
  const { grid, classOf, caps, ages, priorLookBackYears, clocks } = workedGrids[name]
  return {
    ages,
    adultAt: 18,
    priorLookBackYears,
    offences: referenceOffences.map(({ weight, ...offence }) => ({ ...offence, class: classOf[weight] })),
    grid,
    caps,
    clocks: { ...usualClocks, ...clocks },
    jury: {
      size: 6,
      quorum: 4,
      maximum: 12,
      alternates: 2,
      peerBandYears: 2,
      sameSchool: 'exclude',
      decision: 'unanimous',
    },
    powers: { decideDeadlock: true, leaveGrid: true, judgeConfirms: false, secondApprover: true },
    extensions: 1,
    missedHearings: 2,
    creditsForMandated: true,
    holidays: [2025, 2026, 2027, 2028].flatMap(federalHolidays),
  }
}

const usualClocks = {
  noticeBusinessDays: 15,
  unreachedDays: 30,
  unreachedAttempts: 3,
  hearingDays: 56,
  contactGapDays: 30,
  appealBusinessDays: 5,
  cureDays: 14,
}

const MONDAY = 1
const THURSDAY = 4

/** The days on which federal offices are closed; one that falls on a weekend is kept on the weekday beside it. */
export const federalHolidays = (year: number): Day[] => [
  ...[`${year}-01-01`, `${year}-06-19`, `${year}-07-04`, `${year}-11-11`, `${year}-12-25`].map(day =>
    observed(day as Day),
  ),
  nth(3, MONDAY, `${year}-01-01` as Day),
  nth(3, MONDAY, `${year}-02-01` as Day),
  addDays(nth(1, MONDAY, `${year}-06-01` as Day), -7),
  nth(1, MONDAY, `${year}-09-01` as Day),
  nth(2, MONDAY, `${year}-10-01` as Day),
  nth(4, THURSDAY, `${year}-11-01` as Day),
]

const observed = (day: Day): Day => addDays(day, { 0: 1, 6: -1 }[weekdayOf(day)] ?? 0)

/** The nth such weekday on or after the first of a month. */
const nth = (count: number, weekday: number, first: Day): Day =>
  addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1))
