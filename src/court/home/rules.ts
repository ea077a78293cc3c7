import type { CaseStatus } from '#court/cases'
import type { AssignmentStatus } from '#court/hearings'
import type { Obligation, Standing } from '#court/obligations'
import { addDays, type Day, daysBetween } from '#platform/time'
import type { Facts, JuryNight, Matter, Next } from './home.ts'

/** So long after a case has ended its page speaks of it first. */
const FRESH = 30
/** So many days ahead something is near. */
const NEAR = 7

/** A promise with how it stands today. */
export type Stands = { promise: Obligation; standing: Standing }

export type NextFacts = Omit<Facts, 'promises'> & { promises: readonly Stands[] }

/**
 * What is next for one young person: their own hearing before all else, then what waits for them and is late, then what is asked
 * of them, then what is near, and where nothing waits an invitation to help.
 */
export const nextForYou = (facts: NextFacts, today: Day): Next => {
  for (const way of ways) {
    const next = way(facts, today)
    if (next) return next
  }
  return { next: 'nothing' }
}

type Way = (facts: NextFacts, today: Day) => Next | null

const ownHearing: Way = ({ hearing }, today) =>
  hearing && hearing.on >= today ? { next: 'own-hearing', hearing } : null

const isAt = (matter: Matter | null, ...statuses: CaseStatus[]): boolean =>
  matter !== null && statuses.includes(matter.status)

/** At the court this very evening, as one of the jury. */
const here: Way = ({ nights }, today) => {
  const night = nights.find(one => one.on === today && (one.status === 'checked_in' || one.status === 'seated'))
  return night ? { next: 'here', night } : null
}

const talk: Way = ({ matter, cureBy }) => (isAt(matter, 'noncompliance_review') ? { next: 'talk', by: cureBy } : null)

/** What is proposed can be signed; what the jury has taken back to change it cannot (rule 29). */
const sign: Way = ({ matter, proposal }) => {
  if (!isAt(matter, 'disposed')) return null
  if (proposal === null) return { next: 'rewriting' }
  return { next: proposal.missing > 0 ? 'sign' : 'signed' }
}

const theirs = (facts: NextFacts, ...standings: Standing[]): Stands[] =>
  facts.promises
    .filter(one => one.promise.owedBy === 'young-person' && standings.includes(one.standing))
    .toSorted((a, b) => (a.promise.dueOn < b.promise.dueOn ? -1 : 1))

const late: Way = (facts, today) => {
  const [first] = theirs(facts, 'late')
  return first ? { next: 'late', promise: first.promise, days: daysBetween(first.promise.dueOn, today) } : null
}

const fix: Way = facts => {
  const [first] = theirs(facts, 'to-fix')
  return first ? { next: 'fix', promise: first.promise } : null
}

const coming = ({ nights }: NextFacts, today: Day, ...statuses: AssignmentStatus[]): JuryNight[] =>
  nights
    .filter(night => night.on >= today && statuses.includes(night.status))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))

const answer: Way = (facts, today) => {
  const [night] = coming(facts, today, 'offered')
  return night ? { next: 'answer', night } : null
}

const confirmed = (facts: NextFacts, today: Day): JuryNight[] =>
  coming(facts, today, 'confirmed', 'swap_requested', 'checked_in', 'seated')

/** The sooner of a jury night and a promise; of two on one day the night, since others wait there. */
const sooner = (facts: NextFacts, today: Day, promise: Obligation | undefined, until: Day | null): Next | null => {
  const [night] = confirmed(facts, today).filter(one => until === null || one.on <= until)
  if (night && (!promise || night.on <= promise.dueOn)) return { next: 'jury', night }
  return promise ? { next: 'due', promise, days: daysBetween(today, promise.dueOn) } : null
}

/** Jury service is kept by coming, so its next step is a night, not a date to hand something in. */
const toDo = (facts: NextFacts, ...standings: Standing[]): Obligation | undefined =>
  theirs(facts, ...standings).find(one => one.promise.kind !== 'jury-service')?.promise

const near: Way = (facts, today) => sooner(facts, today, toDo(facts, 'due-soon'), addDays(today, NEAR))

const wasClosed = (matter: Matter | null, today: Day): boolean =>
  matter?.closedOn != null && daysBetween(matter.closedOn, today) <= FRESH

const promised = (facts: NextFacts): Stands[] => facts.promises.filter(one => one.promise.owedBy === 'young-person')

/** What was waived was not kept, and is not praised as if it were (rule 42). */
const isAllKept = (facts: NextFacts): boolean => promised(facts).every(one => one.standing === 'done')

const finished: Way = (facts, today) => {
  const { matter } = facts
  return matter && isAt(matter, 'closed_success') && wasClosed(matter, today)
    ? { next: 'finished', no: matter.no, keptAll: isAllKept(facts) }
    : null
}

const endedOtherwise: CaseStatus[] = [
  'declined_ineligible',
  'declined_by_family',
  'unreachable',
  'withdrawn',
  'terminated',
  'returned_to_source',
]

const ended: Way = ({ matter }, today) =>
  isAt(matter, ...endedOtherwise) && (matter?.closedOn === null || wasClosed(matter, today)) ? { next: 'ended' } : null

const chooseNights: Way = (facts, today) => {
  const [duty] = theirs(facts, 'on-track', 'due-soon').filter(one => one.promise.kind === 'jury-service')
  if (!duty || facts.openNights.length === 0) return null
  const left = duty.promise.amount - duty.promise.verified - confirmed(facts, today).length
  return left > 0 ? { next: 'choose-nights', promise: duty.promise, left } : null
}

const later: Way = (facts, today) => sooner(facts, today, toDo(facts, 'on-track'), null)

const hearingAhead: CaseStatus[] = [
  'referred',
  'screening',
  'contacting',
  'intake',
  'awaiting_consent',
  'ready',
  'docketed',
  'in_hearing',
]

/** Whether the own case has not been heard yet. */
export const isBeforeHearing = (matter: Matter | null): boolean => isAt(matter, ...hearingAhead)

const beforeHearing: Way = ({ matter }) => (isBeforeHearing(matter) ? { next: 'before-hearing' } : null)

const withUs: Way = facts => (theirs(facts, 'with-us').length > 0 ? { next: 'with-us' } : null)

/** The court's own promises that are still open. */
export const courtOwes = (promises: readonly Stands[]): number =>
  promises.filter(one => one.promise.owedBy === 'court' && !['done', 'waived', 'fell-away'].includes(one.standing))
    .length

const keptAll: Way = facts => {
  const all = promised(facts)
  const over = all.length > 0 && all.every(one => one.standing === 'done' || one.standing === 'waived')
  return over && isAt(facts.matter, 'active', 'completed')
    ? { next: 'kept-all', courtOwes: courtOwes(facts.promises), keptAll: isAllKept(facts) }
    : null
}

const prepare: Way = ({ unready }) =>
  unready && unready.length > 0 && !unready.includes('not-active') ? { next: 'prepare', unready } : null

const help: Way = ({ openNights }) => (openNights.length > 0 ? { next: 'help', nights: openNights.length } : null)

const ways: readonly Way[] = [
  ownHearing,
  here,
  talk,
  sign,
  late,
  fix,
  answer,
  near,
  finished,
  ended,
  chooseNights,
  later,
  beforeHearing,
  withUs,
  keptAll,
  prepare,
  help,
]

/** The night that was served last, so long as the thanks for it are fresh. */
export const thanksFor = (nights: readonly JuryNight[], today: Day): Day | null => {
  const served = nights.filter(
    night => ['served', 'standby', 'excused_conflict'].includes(night.status) && night.on <= today,
  )
  const last = served
    .map(night => night.on)
    .toSorted()
    .at(-1)
  return last !== undefined && daysBetween(last, today) <= 2 * NEAR ? last : null
}
