/** The whole case on one page, and all that waits. This room reads every other and owns nothing. */
import type { CaseStatus } from '#court/cases'
import type { DispositionStatus } from '#court/dispositions'
import type { HearingStatus } from '#court/hearings'
import type { Day } from '#platform/time'

/** Whom a case waits for. */
export const waits = ['us', 'colleague', 'family', 'young-person', 'night', 'nobody'] as const
export type Waits = (typeof waits)[number]

/** What there is to do next, named for the thing to do. */
export const steps = [
  'start-screening',
  'finish-screening',
  'call-family',
  'try-again',
  'give-up',
  'first-meeting',
  'consents',
  'choose-night',
  'past-last-day',
  'come-to-night',
  'hear-tonight',
  'settle-night',
  'hearing-goes-on',
  'finish-agreement',
  'sign-agreement',
  'adult-signs',
  'put-in-effect',
  'write-agreement',
  'confirm-progress',
  'answer-request',
  'close-case',
  'late-promise',
  'our-promise',
  'check-in',
  'on-track',
  'review',
  'second-person',
  'wait-for-colleague',
  'send-back',
  'closed',
  'returned',
  'sealed',
] as const
export type StepName = (typeof steps)[number]

/** One thing that waits: for whom, since when, by which day if there is one, and where it is done. */
export type Step = {
  step: StepName
  waits: Waits
  since: Day
  days: number
  by: Day | null
  /** The moment that was agreed with somebody, if there is one. */
  at: Date | null
  to: string
  /** The promise that it is about, if it is about one. */
  promise: string | null
  count: number
}

export type PromiseFacts = {
  id: string
  owedBy: 'young-person' | 'court'
  title: string
  dueOn: Day
  /** Nothing more is owed since that day: kept, waived, or fallen away with the case. */
  settledOn: Day | null
  /** Handed in and not yet confirmed, since that day. */
  handedInOn: Day | null
  /** More time was asked for, on that day. */
  requestedOn: Day | null
}

export type Missing = 'admission' | 'participation' | 'guardian'

/** All that decides what a case waits for. */
export type CaseFacts = {
  no: string
  status: CaseStatus
  since: Day
  receivedOn: Day
  /** The day by which the source is to be told, accepted or not, as long as it waits for that (rule 8). */
  answerBy: Day | null
  hearBy: Day | null
  /** The last day on which a hearing leads anywhere (rule 32). */
  lastDay: Day | null
  /** Tries to reach the family since they began, and the day from which they may end. */
  tries: number
  triesEnough: boolean
  lastTryOn: Day | null
  /** The last time that somebody spoke with the family. */
  spokeOn: Day | null
  /** When the first meeting is, where that was agreed. */
  meetsAt: Date | null
  contactGapDays: number
  cureDays: number
  missing: readonly Missing[]
  hearing: { on: Day; status: HearingStatus } | null
  /** How many names are missing: the family's, and those of the adults of the court (rule 29). */
  agreement: { status: DispositionStatus; family: number; adults: number } | null
  promises: readonly PromiseFacts[]
  ending: { askedOn: Day; byMe: boolean } | null
}

/** What somebody is to the court. One person may be all of it, one after another or at once. */
export const hats = ['young-person', 'juror', 'guardian'] as const
export type Hat = (typeof hats)[number]

/** A page of a list, and what the list of cases can be sorted by. */
export const PAGE = 25
export const sorts = ['due', 'name', 'no', 'step', 'since'] as const
export type Sort = (typeof sorts)[number]
