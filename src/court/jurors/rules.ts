import { type Refusal, refuse } from '#platform/refusal'
import { ageOn, type Day } from '#platform/time'
import { OATH_WORDING, type Preparation, type UnreadyReason } from './juror.ts'

/** Nobody serves untrained, without the promise of confidentiality in its present wording, or, under age, without a guardian's yes (rules 15 and 16). */
export const readiness = (juror: Preparation, { adult }: { adult: boolean }): UnreadyReason[] => [
  ...(juror.trainedOn === null ? (['not-trained'] as const) : []),
  ...(juror.oathOn === null || juror.oathWording !== OATH_WORDING ? (['no-oath'] as const) : []),
  ...(juror.approvedOn === null && !adult ? (['no-guardian-approval'] as const) : []),
  ...(juror.endedOn === null ? [] : (['not-active'] as const)),
]

/** Whether somebody is of age on a day; one whose day of birth nobody knows is not. */
export const isAdultOn = (birthDate: Day | null, adultAt: number, day: Day): boolean =>
  birthDate !== null && ageOn(birthDate, day) >= adultAt

/** Under age, somebody is enrolled with a guardian written down, so that there is somebody who can say yes (rule 16). */
export const mayEnrol = (adult: boolean, guardians: number): Refusal<'guardian-needed'> | null =>
  adult || guardians > 0 ? null : refuse('guardian-needed')

export type PreparationRefusal = Refusal<'not-active' | 'still-to-come'>

/** What prepares a juror is recorded once it has happened, and for those who serve. */
export const mayRecord = (juror: Preparation, on: Day, today: Day): PreparationRefusal | null => {
  if (juror.endedOn !== null) return refuse('not-active')
  return on > today ? refuse('still-to-come') : null
}

export type ApprovalRefusal = PreparationRefusal | Refusal<'of-age' | 'not-the-guardian'>

/** The yes of a guardian, and of nobody else, lets a minor serve (rule 16). */
export const mayApprove = (
  juror: Preparation,
  guardianId: string,
  guardianIds: readonly string[],
  adult: boolean,
  on: Day,
  today: Day,
): ApprovalRefusal | null => {
  if (adult) return refuse('of-age')
  return guardianIds.includes(guardianId) ? mayRecord(juror, on, today) : refuse('not-the-guardian')
}

/** A child under thirteen gets a way to sign in only after a guardian has said yes (domain, section 5.4). */
export const mayHoldSlip = (
  birthDate: Day | null,
  approvedOn: Day | null,
  today: Day,
): Refusal<'guardian-first'> | null =>
  approvedOn === null && (birthDate === null || ageOn(birthDate, today) < 13) ? refuse('guardian-first') : null

type Span = { fromDay: Day; toDay: Day }

/** Whether a juror has said that this day does not suit. */
export const isAway = (day: Day, weekday: number, awayWeekdays: readonly number[], spans: readonly Span[]): boolean =>
  awayWeekdays.includes(weekday) || spans.some(span => span.fromDay <= day && day <= span.toDay)
