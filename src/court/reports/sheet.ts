/** The same figures as a file: one row a figure, with its definition, so that it is understood away from the page. */
import { stringify } from 'csv-stringify/sync'
import type { Day } from '#platform/time'
import type { Speaker } from '#words'
import { DEFINITIONS_VERSION, SMALL } from './figure.ts'
import { type Definition, definitions } from './definition.ts'
import type { CountKey, Figures, Rate, Showing } from './rules/figures.ts'
import type { Span } from './rules/spans.ts'

export type SheetFacts = { program: string; span: Span; today: Day; showing: Showing; figures: Figures }

const columns = [
  'program',
  'referred_from',
  'referred_to',
  'counted_on',
  'figure',
  'title',
  'unit',
  'value',
  'of',
  'share',
  'low_95',
  'high_95',
  'hidden',
  'definition',
  'field_term',
  'source',
  'definitions_version',
  'small_groups',
] as const

type Row = Partial<Record<(typeof columns)[number], string | number>>

/** Text that a spreadsheet would take for a formula is made harmless. */
export const sheetOf = (facts: SheetFacts, t: Speaker): string =>
  stringify(
    definitions.map(one => rowOf(one, facts, t)),
    { header: true, columns: [...columns], escape_formulas: true, bom: true },
  )

const rowOf = (one: Definition, { program, span, today, showing, figures }: SheetFacts, t: Speaker): Row => ({
  program,
  referred_from: span.from,
  referred_to: span.to,
  counted_on: today,
  figure: one.key,
  title: t(one.title),
  unit: one.unit,
  ...valuesOf(one, figures),
  definition: t(one.words),
  field_term: t(one.term),
  source: one.source,
  definitions_version: DEFINITIONS_VERSION,
  small_groups:
    showing === 'whole' ? 'shown; not for publication' : `1 to ${SMALL - 1} hidden, and what gives them away`,
})

const valuesOf = (one: Definition, { counts, rates }: Figures): Row => {
  if (one.unit === 'share') return shareOf(rates[one.key as keyof Figures['rates']])
  const count = counts[one.key as CountKey]
  return count === null ? { hidden: 'yes' } : { value: one.unit === 'hours' ? count / 60 : count, hidden: 'no' }
}

/** Percents keep one decimal from a hundred cases on. */
const shareOf = (rate: Rate): Row => {
  if (rate === null) return { hidden: 'yes' }
  const rounded = (share: number): number => Number(share.toFixed(rate.of >= 100 ? 3 : 2))
  const { part, of, interval } = rate
  if (interval === null) return { value: part, of, hidden: 'no' }
  return {
    value: part,
    of,
    share: rounded(interval.share),
    low_95: rounded(interval.low),
    high_95: rounded(interval.high),
    hidden: 'no',
  }
}
