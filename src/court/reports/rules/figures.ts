import {
  type CaseKey,
  type Counted,
  counts,
  type PromiseKey,
  type RateKey,
  rates,
  reasonKeys,
  type ServiceKey,
} from '../figure.ts'
import { countOf, isSmall, publishable } from './masks.ts'

const Z = 1.959963984540054

/** A share with the interval in which it likely lies: Wilson's score interval at 95 %, without continuity correction. */
export const wilson = (part: number, of: number): { share: number; low: number; high: number } | null => {
  if (of === 0) return null
  const share = part / of
  const spread = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const centre = share + (Z * Z) / (2 * of)
  const widened = 1 + (Z * Z) / of
  return { share, low: Math.max(0, (centre - spread) / widened), high: Math.min(1, (centre + spread) / widened) }
}

export type Service = {
  kind: 'jury' | 'jury-owed' | 'jury-by-choice' | 'community'
  times: number
  minutes: number
  people: number
}
export type OurPromises = { due: number; kept: number; setAside: number }
export type Facts = { cohort: readonly Counted[]; service: readonly Service[]; ours: OurPromises }

/** A count, or null where it is not shown. */
export type Count = number | null
/** A share of something; without an interval where there was nothing to take a share of; null where it is not shown. */
export type Rate = { part: number; of: number; interval: ReturnType<typeof wilson> } | null

export type CountKey = CaseKey | ServiceKey | Exclude<PromiseKey, 'our-kept-rate'>
export type Figures = { counts: Record<CountKey, Count>; rates: Record<RateKey | 'our-kept-rate', Rate> }

/** `whole` is for those who see every case anyway; `published` is for everybody else. */
export type Showing = 'whole' | 'published'

/** All figures of a report. */
export const figuresOf = (facts: Facts, showing: Showing): Figures => {
  const counted = {
    ...casesShown(facts.cohort, showing),
    ...serviceShown(facts.service, showing),
    ...oursShown(facts.ours, showing),
  }
  const ratesOfCases = Object.entries(rates).map(([key, { part, of }]) => [key, rateOf(counted[part], counted[of])])
  return {
    counts: counted,
    rates: { ...Object.fromEntries(ratesOfCases), 'our-kept-rate': rateOf(counted['our-kept'], counted['our-due']) },
  }
}

const rateOf = (part: Count, of: Count): Rate =>
  part === null || of === null ? null : { part, of, interval: wilson(part, of) }

const caseKeys: readonly CaseKey[] = [...(Object.keys(counts) as (keyof typeof counts)[]), ...reasonKeys]

const casesShown = (cohort: readonly Counted[], showing: Showing): Record<CaseKey, Count> => {
  const shown = showing === 'whole' ? new Set(caseKeys) : publishable(cohort)
  return Object.fromEntries(caseKeys.map(key => [key, shown.has(key) ? countOf(cohort, key) : null])) as Record<
    CaseKey,
    Count
  >
}

/** Help is shown when enough people gave it; the two kinds of jury service only together, since one is what the other leaves of the whole. */
const serviceShown = (service: readonly Service[], showing: Showing): Record<ServiceKey, Count> => {
  const line = (kind: Service['kind']) => service.find(one => one.kind === kind) ?? { times: 0, minutes: 0, people: 0 }
  const [jury, owed, byChoice, community] = [line('jury'), line('jury-owed'), line('jury-by-choice'), line('community')]
  const may = (...of: { people: number }[]): boolean => showing === 'whole' || !of.some(one => isSmall(one.people))
  const split = may(jury, owed, byChoice)
  return {
    jury: may(jury) ? jury.times : null,
    'jury-people': may(jury) ? jury.people : null,
    'jury-owed': split ? owed.times : null,
    'jury-by-choice': split ? byChoice.times : null,
    community: may(community) ? community.minutes : null,
    'community-people': may(community) ? community.people : null,
  }
}

/** What the court itself promised is nobody's secret; only a very small number of promises could point to a person. */
const oursShown = (
  { due, kept, setAside }: OurPromises,
  showing: Showing,
): Record<Exclude<PromiseKey, 'our-kept-rate'>, Count> => {
  const may = showing === 'whole' || !isSmall(due)
  return {
    'our-due': may ? due : null,
    'our-kept': may ? kept : null,
    'our-set-aside': showing === 'whole' || !isSmall(setAside) ? setAside : null,
  }
}
