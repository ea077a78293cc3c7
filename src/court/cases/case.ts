import type { SourceStatus } from '#court/referrals'
import type { Lifecycle } from '#platform/lifecycle'
import type { Day } from '#platform/time'

/** A case, from the day a referral arrives to the day nothing but a number is left of it. */
export const lifecycle = {
  screen: { from: ['referred'], to: 'screening' },
  pass: { from: ['screening'], to: 'contacting' },
  decline: { from: ['screening'], to: 'declined_ineligible' },
  reach: { from: ['contacting'], to: 'intake' },
  giveUp: { from: ['contacting', 'ready'], to: 'unreachable' },
  interview: { from: ['intake'], to: 'awaiting_consent' },
  consent: { from: ['awaiting_consent'], to: 'ready' },
  refuse: { from: ['contacting', 'intake', 'awaiting_consent'], to: 'declined_by_family' },
  docket: { from: ['ready'], to: 'docketed' },
  reset: { from: ['docketed'], to: 'ready' },
  begin: { from: ['docketed'], to: 'in_hearing' },
  stop: { from: ['in_hearing'], to: 'ready' },
  dispose: { from: ['in_hearing'], to: 'disposed' },
  withdraw: { from: ['ready', 'docketed', 'in_hearing', 'disposed'], to: 'withdrawn' },
  takeEffect: { from: ['disposed'], to: 'active' },
  review: { from: ['active', 'docketed'], to: 'noncompliance_review' },
  cure: { from: ['noncompliance_review'], to: 'active' },
  rebook: { from: ['noncompliance_review'], to: 'ready' },
  terminate: { from: ['noncompliance_review'], to: 'terminated' },
  complete: { from: ['active'], to: 'completed' },
  close: { from: ['completed'], to: 'closed_success' },
  return: {
    from: ['declined_ineligible', 'declined_by_family', 'unreachable', 'ready', 'withdrawn', 'terminated'],
    to: 'returned_to_source',
  },
  seal: { from: ['closed_success', 'returned_to_source'], to: 'sealed' },
  purge: { from: ['sealed'], to: 'purged' },
} as const satisfies Lifecycle

export type Move = keyof typeof lifecycle
export type CaseStatus = 'referred' | (typeof lifecycle)[Move]['to']

/** From these there is no way on but out: the case waits for nobody any more. */
export const ended = ['closed_success', 'returned_to_source', 'sealed', 'purged'] as const satisfies CaseStatus[]

/** The stages that the journey on the case page shows. */
export const stages = ['referral', 'meeting', 'hearing', 'agreement', 'closed'] as const
export type Stage = (typeof stages)[number]

export const stageOf: Record<CaseStatus, Stage> = {
  referred: 'referral',
  screening: 'referral',
  contacting: 'meeting',
  intake: 'meeting',
  awaiting_consent: 'meeting',
  ready: 'hearing',
  docketed: 'hearing',
  in_hearing: 'hearing',
  disposed: 'hearing',
  active: 'agreement',
  noncompliance_review: 'agreement',
  completed: 'agreement',
  terminated: 'closed',
  declined_ineligible: 'closed',
  declined_by_family: 'closed',
  unreachable: 'closed',
  withdrawn: 'closed',
  returned_to_source: 'closed',
  closed_success: 'closed',
  sealed: 'closed',
  purged: 'closed',
}

export const consentKinds = ['admission', 'participation', 'guardian', 'release', 'survey', 'messages'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** What ended a case, for the source and for the counts; never a story. */
export const returnReasons = [
  'not-eligible',
  'family-declined',
  'not-reached',
  'deadline-passed',
  'withdrew',
  'terms-refused',
  'terms-not-met',
  'did-not-come',
  'new-offence',
] as const
export type ReturnReason = (typeof returnReasons)[number]

export const waysOfContact = ['phone', 'text', 'letter', 'email', 'visit', 'meeting'] as const
export type WayOfContact = (typeof waysOfContact)[number]

export const reached = ['respondent', 'guardian', 'both', 'harmed', 'nobody'] as const
export type Reached = (typeof reached)[number]

/** The wording of the consents in force; a form signed under an older one keeps its number. */
export const CONSENT_WORDING = '2026-01'

/** All that the source of a referral is ever told of its case (rule 43). */
const told: Record<CaseStatus, SourceStatus> = {
  referred: 'received',
  screening: 'received',
  contacting: 'received',
  intake: 'received',
  awaiting_consent: 'received',
  unreachable: 'received',
  declined_by_family: 'received',
  declined_ineligible: 'declined',
  ready: 'accepted',
  docketed: 'accepted',
  in_hearing: 'accepted',
  withdrawn: 'accepted',
  disposed: 'hearing-held',
  active: 'hearing-held',
  noncompliance_review: 'hearing-held',
  terminated: 'hearing-held',
  completed: 'hearing-held',
  closed_success: 'completed',
  returned_to_source: 'returned',
  sealed: 'completed',
  purged: 'completed',
}

/** What the source was told once is not taken back: a case that was accepted and then could not be reached is no newcomer. */
export const sourceStatusOf = (one: { status: CaseStatus; acceptedOn: Day | null }): SourceStatus =>
  one.acceptedOn !== null && told[one.status] === 'received' ? 'accepted' : told[one.status]
