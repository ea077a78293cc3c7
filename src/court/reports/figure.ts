/** The figures of a report: what each counts, said once. The page, the definitions and the CSV all read this list. */
import { type ReturnReason, returnReasons } from '#court/cases'

/** Raised whenever a figure begins to count something else. */
export const DEFINITIONS_VERSION = '2026-2'

/** How far a case came. */
export const stages = ['referred', 'accepted', 'ready', 'heard', 'in-effect'] as const
export type Stage = (typeof stages)[number]

/** What became of it. Open cases are nobody's failure: they are counted apart. */
export type Fate = 'open' | 'overdue' | 'returned' | 'completed'
export type EndReason = ReturnReason | 'not-recorded'
export const endReasons: readonly EndReason[] = [...returnReasons, 'not-recorded']

/** What the young person of a completed case did in the half year after it. */
export type Afterwards = 'none' | 'too-early' | 'came-back' | 'did-not'

/** Cases that the reports never tell apart. */
export type Group = {
  stage: Stage
  fate: Fate
  reason: EndReason | 'none'
  afterwards: Afterwards
  isSealed: boolean
  withoutJuryService: boolean
  withWaiver: boolean
  outsideGrid: boolean
}
export type Counted = Group & { cases: number }

const reached = (stage: Stage) => (group: Group) => stages.indexOf(group.stage) >= stages.indexOf(stage)
const standsAt = (stage: Stage) => (group: Group) =>
  group.stage === stage && (group.fate === 'open' || group.fate === 'overdue')
const settledFrom = (stage: Stage) => (group: Group) => reached(stage)(group) && !standsAt(stage)(group)
const isDue = (group: Group) => group.stage === 'in-effect' && group.fate !== 'open'

/** Which cases of a cohort each figure counts. */
export const counts = {
  referred: () => true,
  answered: settledFrom('referred'),
  accepted: reached('accepted'),
  'family-answered': settledFrom('accepted'),
  ready: reached('ready'),
  'hearing-settled': settledFrom('ready'),
  heard: reached('heard'),
  'signing-settled': settledFrom('heard'),
  'in-effect': reached('in-effect'),
  due: isDue,
  completed: group => group.fate === 'completed',
  open: group => group.fate === 'open' || group.fate === 'overdue',
  'open-answer': standsAt('referred'),
  'open-family': standsAt('accepted'),
  'open-hearing': standsAt('ready'),
  'open-signing': standsAt('heard'),
  'open-not-due': group => group.stage === 'in-effect' && group.fate === 'open',
  'open-late': group => group.fate === 'overdue',
  returned: group => group.fate === 'returned',
  'without-jury-service': group => group.withoutJuryService,
  'with-waiver': group => group.withWaiver,
  'outside-grid': group => group.outsideGrid,
  'half-year': group => group.afterwards === 'came-back' || group.afterwards === 'did-not',
  'came-back': group => group.afterwards === 'came-back',
  sealed: group => group.isSealed,
} as const satisfies Record<string, (group: Group) => boolean>

export type CohortKey = keyof typeof counts
export type ReasonKey = `returned-${EndReason}`
export type CaseKey = CohortKey | ReasonKey

export const reasonKeys = endReasons.map(reason => `returned-${reason}` as const)

/** Whether a figure counts this group of cases. */
export const isIn = (key: CaseKey, group: Group): boolean =>
  key in counts ? counts[key as CohortKey](group) : group.fate === 'returned' && `returned-${group.reason}` === key

/** Shares, each with what it is a share of. */
export const rates = {
  'accepted-rate': { part: 'accepted', of: 'answered' },
  'ready-rate': { part: 'ready', of: 'family-answered' },
  'heard-rate': { part: 'heard', of: 'hearing-settled' },
  'in-effect-rate': { part: 'in-effect', of: 'signing-settled' },
  'completed-rate': { part: 'completed', of: 'due' },
  'came-back-rate': { part: 'came-back', of: 'half-year' },
  'without-jury-service-rate': { part: 'without-jury-service', of: 'in-effect' },
} as const satisfies Record<string, { part: CohortKey; of: CohortKey }>
export type RateKey = keyof typeof rates

/** All or none of a small group would tell what became of each of them. */
export const telling: readonly { part: CohortKey; of: CohortKey }[] = [
  rates['completed-rate'],
  rates['came-back-rate'],
  rates['without-jury-service-rate'],
  { part: 'with-waiver', of: 'in-effect' },
  { part: 'outside-grid', of: 'in-effect' },
]

export type ServiceKey = 'jury' | 'jury-owed' | 'jury-by-choice' | 'jury-people' | 'community' | 'community-people'
export type PromiseKey = 'our-due' | 'our-kept' | 'our-kept-rate' | 'our-set-aside'
export type FigureKey = CaseKey | RateKey | ServiceKey | PromiseKey

/** The law of the small group: fewer than this is not published, nor anything from which it could be worked out (rule 49). */
export const SMALL = 10
