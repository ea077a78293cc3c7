import { type Day, daysBetween } from '#platform/time'
import type { CaseFacts, Step, StepName, Waits } from '../casefile.ts'

/** What waits in a case of one state, the most pressing first. */
export type Way = (facts: CaseFacts, today: Day) => [Step, ...Step[]]

export type More = Partial<Pick<Step, 'since' | 'by' | 'at' | 'promise' | 'count'>>

/** One step, with how long it has waited. */
export const step = (step: StepName, waits: Waits, to: string, facts: CaseFacts, today: Day, more: More = {}): Step => {
  const since = more.since ?? facts.since
  return {
    step,
    waits,
    to,
    by: null,
    at: null,
    promise: null,
    count: 0,
    ...more,
    since,
    days: Math.max(0, daysBetween(since, today)),
  }
}

/** A state in which the same one thing is always next, done on one page of the case. */
export const always =
  (name: StepName, waits: Waits, page: string, more: (facts: CaseFacts) => More = () => ({})): Way =>
  (facts, today) => [step(name, waits, `/cases/${facts.no}/${page}`, facts, today, more(facts))]
