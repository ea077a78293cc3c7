import type { GridClass, Rulebook } from '#court/programs'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { DecisionRule, Ower, TermKind } from './disposition.ts'
import type { Clock } from './rules/clocks.ts'

/** How much of a kind the grid allows, in the kind's own unit. The cap is the law's; no adult can leave it. */
export type Limit = {
  least: number
  most: number | null
  cap: number | null
  /** The floor of the program: it must be there at all. */
  floor: boolean
}
export type Limits = Readonly<Partial<Record<TermKind, Limit>>>

const AN_HOUR = 60

/**
 * What the grid in force on the day of the hearing allows for this offence, kind by kind (rules 24 and 25). Money is paid back up to
 * the loss that is known: more than that needs an adult's reason, as everything outside the grid does.
 */
export const limitsFor = (book: Rulebook, offenceCode: string, lossCents: number | null): Limits => {
  const row = classOf(book, offenceCode)
  const { floor } = book.grid
  const { caps } = book
  return {
    'jury-service': limit(row?.jurySessions, Math.max(1, floor.jurySessions), caps.jurySessions),
    'community-service': limit(row?.serviceHours, floor.serviceHours, caps.serviceHours, AN_HOUR),
    ...(row && row.workshops[1] > 0 ? { workshop: limit(row.workshops, 0, null) } : {}),
    ...(caps.restitutionCents === null && lossCents === null
      ? {}
      : { restitution: limit(lossCents === null ? undefined : [0, lossCents], 0, caps.restitutionCents) }),
  }
}

const classOf = (book: Rulebook, offenceCode: string): GridClass | undefined => {
  const offence = book.offences.find(one => one.code === offenceCode)
  return offence && book.grid.classes.find(row => row.code === offence.class)
}

/** Where the law's cap lies below the grid, the cap counts. */
const limit = (range: readonly [number, number] | undefined, floor: number, cap: number | null, each = 1): Limit => {
  const top = Math.min(range?.[1] ?? Number.POSITIVE_INFINITY, cap ?? Number.POSITIVE_INFINITY)
  return {
    least: Math.min(Math.max(range?.[0] ?? 0, floor), top) * each,
    most: Number.isFinite(top) ? top * each : null,
    cap: cap === null ? null : cap * each,
    floor: floor > 0,
  }
}

/** One promise, as far as the law looks at it. */
export type Promised = {
  owedBy: Ower
  kind: TermKind
  amount: number
  dueOn: Day
  topic: string | null
  length: string | null
  outOfRangeReason: string | null
}

/** The ground on which a jury decides. */
export type Setting = {
  limits: Limits
  last: Clock | null
  today: Day
  mayLeaveGrid: boolean
}

export const faultNames = [
  'no-jury-service',
  'nothing-promised',
  'above-cap',
  'above-range',
  'below-range',
  'below-floor',
  'grid-is-fixed',
  'too-late',
  'too-soon',
  'essay-unworded',
] as const
export type FaultName = (typeof faultNames)[number]

/** What is wrong with a draft, and with which kind of promise. */
export type Fault = { fault: FaultName; kind: TermKind | null }

export type Draft = {
  terms: readonly Promised[]
  /** A coordinator lets jury service go, with a reason that is counted (rule 23). */
  noJuryServiceReason: string | null
  /** An adult lets the program's floor of service hours go, with a reason (rule 24). */
  belowFloorReason: string | null
}

/** All that keeps a draft from being proposed: nothing, when it is within the limits and holds jury service (rules 23 to 26 and 32). */
export const faultsIn = (draft: Draft, setting: Setting): Fault[] => {
  const theirs = draft.terms.filter(term => term.owedBy === 'young-person')
  return [
    ...(theirs.length === 0 ? [of('nothing-promised', null)] : []),
    ...juryServiceIn(draft, theirs),
    ...(Object.keys(setting.limits) as TermKind[]).flatMap(kind => amountFaults(kind, theirs, draft, setting)),
    ...theirs.flatMap(term => termFaults(term, setting)),
  ]
}

const of = (fault: FaultName, kind: TermKind | null): Fault => ({ fault, kind })

/** Every disposition holds future jury service (rule 23). */
const juryServiceIn = (draft: Draft, theirs: readonly Promised[]): Fault[] =>
  draft.noJuryServiceReason !== null || theirs.some(term => term.kind === 'jury-service')
    ? []
    : [of('no-jury-service', 'jury-service')]

/** All promises of one kind together lie inside the grid, or an adult says why not; never above the law's cap (rules 24 and 25). */
const amountFaults = (kind: TermKind, theirs: readonly Promised[], draft: Draft, setting: Setting): Fault[] => {
  const given = setting.limits[kind]
  const terms = theirs.filter(term => term.kind === kind)
  if (!given) return []
  const total = terms.reduce((sum, term) => sum + term.amount, 0)
  if (given.cap !== null && total > given.cap) return [of('above-cap', kind)]
  const excused = terms.some(term => term.outOfRangeReason !== null)
  if (excused) return setting.mayLeaveGrid ? [] : [of('grid-is-fixed', kind)]
  if (terms.length === 0) return floorFaults(kind, given, draft, setting)
  if (given.most !== null && total > given.most) return [of('above-range', kind)]
  return total < given.least ? [of('below-range', kind)] : []
}

/** Jury service has its own rule; what else the floor of a program asks for must be there, or an adult says why not. */
const floorFaults = (kind: TermKind, given: Limit, draft: Draft, setting: Setting): Fault[] => {
  if (kind === 'jury-service' || !given.floor || given.least === 0) return []
  if (draft.belowFloorReason === null) return [of('below-floor', kind)]
  return setting.mayLeaveGrid ? [] : [of('grid-is-fixed', kind)]
}

/** Each promise has a day that all clocks allow, and an essay says about what and how long (rules 26 and 32). */
const termFaults = (term: Promised, { last, today }: Setting): Fault[] => [
  ...(last !== null && term.dueOn > last.day ? [of('too-late', term.kind)] : []),
  ...(term.dueOn <= today ? [of('too-soon', term.kind)] : []),
  ...(term.kind === 'essay' && (term.topic === null || term.length === null) ? [of('essay-unworded', term.kind)] : []),
]

/** Whether an amount needs an adult's reason, looked at together with what there is of its kind already. */
export const isOutOfRange = (kind: TermKind, total: number, limits: Limits): boolean => {
  const given = limits[kind]
  return given !== undefined && (total < given.least || (given.most !== null && total > given.most))
}

export type TermRefusal = Refusal<
  'above-cap' | 'above-range' | 'grid-is-fixed' | 'too-late' | 'too-soon' | 'not-a-promise-of-the-court'
>

/** Whether a promise may be written down. Too little is said only when the draft is proposed: more of the kind may follow. */
export const mayAdd = (term: Promised, others: readonly Promised[], setting: Setting): TermRefusal | null => {
  if (term.dueOn <= setting.today) return refuse('too-soon')
  if (term.owedBy === 'court')
    return term.kind === 'jury-service' || term.kind === 'restitution' ? refuse('not-a-promise-of-the-court') : null
  const same = others.filter(one => one.owedBy === 'young-person' && one.kind === term.kind)
  const faults = amountFaults(
    term.kind,
    [...same, term],
    { terms: [], noJuryServiceReason: null, belowFloorReason: null },
    setting,
  )
  for (const { fault } of faults)
    if (fault === 'above-cap' || fault === 'above-range' || fault === 'grid-is-fixed') return refuse(fault)
  return setting.last !== null && term.dueOn > setting.last.day ? refuse('too-late') : null
}

/** How the jury may have decided: as the rulebook says, or one item by the adult where the rulebook gives them that power (rule 27). */
export const decisionsAllowed = (book: Pick<Rulebook, 'jury' | 'powers'>): DecisionRule[] => [
  book.jury.decision,
  ...(book.powers.decideDeadlock ? ['adult-decided-item' as const] : []),
]
