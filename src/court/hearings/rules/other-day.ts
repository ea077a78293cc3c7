import { type Refusal, refuse } from '#platform/refusal'
import { ageOn, type Day } from '#platform/time'
import type { AssignmentStatus } from '../assignment.ts'
import { type HearingStatus, isToCome, type NightStatus } from '../night.ts'

/** What is on the day already to which a night would move. */
export type DayState = 'free' | 'taken' | 'called-off'

/** A case of the night, as it would stand on the other day. */
export type MovedCase = {
  no: string
  status: HearingStatus
  birthDate: Day | null
  bandYears: number
  quorum: number
  /** After the last day on which a hearing leads anywhere (rule 32). */
  tooLate: boolean
  /** On that day they are still under age, and a guardian's yes is missing (rule 2). */
  needsYes: boolean
}

/** Somebody with a place at the night. */
export type MovedPlace = {
  jurorId: string
  status: AssignmentStatus
  birthDate: Day | null
  /** They have said that the other day does not suit. */
  away: boolean
}

export type OtherDay = {
  nightStatus: NightStatus
  from: Day
  to: Day
  today: Day
  dayState: DayState
  holiday: boolean
  cases: readonly MovedCase[]
}

export type OtherDayRefusal = Refusal<
  'not-now' | 'same-day' | 'past-day' | 'day-taken' | 'day-called-off' | 'holiday' | 'case-too-late' | 'case-needs-yes'
>

/** A night moves to another day before its doors open: to a day that is free and no holiday, and on which each of its cases may be heard. */
export const mayMoveToDay = ({
  nightStatus,
  from,
  to,
  today,
  dayState,
  holiday,
  cases,
}: OtherDay): OtherDayRefusal | null => {
  if (nightStatus !== 'draft' && !isToCome(nightStatus)) return refuse('not-now')
  if (cases.some(one => one.status !== 'docketed')) return refuse('not-now')
  if (to === from) return refuse('same-day')
  if (to < today) return refuse('past-day')
  if (dayState !== 'free') return refuse(dayState === 'taken' ? 'day-taken' : 'day-called-off')
  if (holiday) return refuse('holiday')
  if (cases.some(one => one.tooLate)) return refuse('case-too-late')
  return cases.some(one => one.needsYes) ? refuse('case-needs-yes') : null
}

/** Same age means the same on the day of the hearing, so another day may make peers of some and part others. */
const isPeer = (juror: Day | null, { birthDate, bandYears }: MovedCase, day: Day): boolean =>
  juror !== null && birthDate !== null && Math.abs(ageOn(juror, day) - ageOn(birthDate, day)) <= bandYears

export type LeftOut = 'away' | 'other-age'

/**
 * Why somebody's place does not move with the night: they are away that day, or they would come for nothing, since on that day
 * they are of the same age as nobody whose case is heard and on the old day they were.
 */
export const leftOut = (
  place: Pick<MovedPlace, 'birthDate' | 'away'>,
  { from, to, cases }: Pick<OtherDay, 'from' | 'to' | 'cases'>,
): LeftOut | null => {
  if (place.away) return 'away'
  const peerOn = (day: Day) => cases.some(one => isPeer(place.birthDate, one, day))
  return peerOn(from) && !peerOn(to) ? 'other-age' : null
}

/** Cases for which fewer than a quorum of those who still come are of the same age on the other day (rule 17). */
export const thinCases = (
  places: readonly MovedPlace[],
  night: Pick<OtherDay, 'from' | 'to' | 'cases'>,
): { no: string; peers: number }[] => {
  const coming = places.filter(place => leftOut(place, night) === null)
  return night.cases
    .map(one => ({ one, peers: coming.filter(place => isPeer(place.birthDate, one, night.to)).length }))
    .filter(({ one, peers }) => peers < one.quorum)
    .map(({ one, peers }) => ({ no: one.no, peers }))
}
