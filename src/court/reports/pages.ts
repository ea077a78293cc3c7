import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { DEFINITIONS_VERSION, SMALL } from './figure.ts'
import { type Definition, definitions } from './definition.ts'
import {
  type Line,
  linesOf,
  rangeOf,
  reasonsOf,
  sentenceOf,
  type StepRow,
  stepRow,
  type Tile,
  tilesOf,
} from './lines.ts'
import { funnelSteps, type Plot, plotOf } from './plot.ts'
import type { Figures, Showing } from './rules/figures.ts'
import { lastTwelveMonths, type Span, wholeMonths } from './rules/spans.ts'

export type Lines = { id: string; title: string; text: string | null; lines: readonly Line[] }
export type Choice = { label: PlainKey; href: string; current: boolean }

export type ReportPage = Page<
  'reports/show',
  {
    cohort: Said
    counted: Said
    note: Said
    /** Published figures go by whole months: which, and that other days were asked for. */
    months: Said | null
    choices: readonly Choice[]
    form: Form
    csv: string
    /** The other way of showing small groups, for those who may choose. */
    other: { label: PlainKey; href: string } | null
    showing: Showing
    empty: { title: PlainKey; text: Said } | null
    tiles: readonly Tile[]
    plot: Plot
    sentence: Said
    steps: readonly StepRow[]
    range: Said | null
    open: readonly Line[]
    returned: readonly Line[]
    watch: readonly Line[]
    service: readonly Line[]
    ours: readonly Line[]
  }
>

export type FunnelProps = Pick<ReportPage, 'plot' | 'sentence' | 'range' | 'steps'>
export type SpanProps = Pick<ReportPage, 'choices' | 'showing' | 'form'>

export type ReportFacts = {
  figures: Figures
  wanted: Span
  span: Span
  today: Day
  showing: Showing
  mayChoose: boolean
  form: Form
}

const openKeys = [
  'open',
  'open-answer',
  'open-family',
  'open-hearing',
  'open-signing',
  'open-not-due',
  'open-late',
] as const

const watchKeys = ['without-jury-service', 'with-waiver', 'outside-grid', 'half-year', 'came-back', 'sealed'] as const

export const reportPage = (facts: ReportFacts): ReportPage => {
  const { figures, span, today, showing } = facts
  return {
    view: 'reports/show',
    title: said('reports.title'),
    cohort: cohortSaid(figures, span),
    counted: said('reports.counted-on', { on: today }),
    note: showing === 'whole' ? said('reports.whole-words') : said('reports.published-words', { count: SMALL }),
    months: showing === 'whole' ? null : monthsSaid(facts.wanted, span),
    choices: choicesOf(span, today, showing),
    form: facts.form,
    csv: addressOf('/reports/funnel.csv', span, showing),
    other: facts.mayChoose ? otherWay(span, showing) : null,
    showing,
    empty: emptyFor(figures),
    tiles: tilesOf(figures),
    plot: plotOf(figures),
    sentence: sentenceOf(figures),
    steps: funnelSteps.map(step => stepRow(figures, step)),
    range: rangeOf(figures),
    open: linesOf(figures, openKeys),
    returned: [...linesOf(figures, ['returned']), ...reasonsOf(figures)],
    watch: linesOf(figures, watchKeys),
    service: linesOf(figures, ['jury', 'jury-people', 'jury-owed', 'jury-by-choice', 'community', 'community-people']),
    ours: linesOf(figures, ['our-due', 'our-kept', 'our-set-aside']),
  }
}

/** Days are never changed without a word. */
const monthsSaid = (wanted: Span, span: Span): Said =>
  wanted.from === span.from && wanted.to === span.to
    ? said('reports.published-months', span)
    : said('reports.published-other-months', { ...span, first: wanted.from, last: wanted.to })

const addressOf = (path: string, span: Span, showing: Showing): string =>
  `${path}?from=${span.from}&to=${span.to}${showing === 'published' ? '&small=hidden' : ''}`

const THE_BEGINNING: Day = '2000-01-01'

/** The spans that are asked for most. */
const choicesOf = (span: Span, today: Day, showing: Showing): Choice[] => {
  const year = Number(today.slice(0, 4))
  const spans: [PlainKey, Span][] = [
    ['reports.last-12', lastTwelveMonths(today)],
    ['reports.this-year', { from: `${year}-01-01`, to: today }],
    ['reports.last-year', { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }],
    ['reports.all-time', { from: THE_BEGINNING, to: today }],
  ]
  return spans.map(([label, wanted]) => {
    const { from, to } = showing === 'whole' ? wanted : wholeMonths(wanted, today)
    return { label, href: addressOf('/reports', wanted, showing), current: from === span.from && to === span.to }
  })
}

const otherWay = (span: Span, showing: Showing): ReportPage['other'] =>
  showing === 'whole'
    ? { label: 'reports.see-published', href: addressOf('/reports', span, 'published') }
    : { label: 'reports.see-whole', href: addressOf('/reports', span, 'whole') }

const cohortSaid = ({ counts }: Figures, span: Span): Said =>
  counts.referred === null
    ? said('reports.cohort-hidden', span)
    : said('reports.cohort', { count: counts.referred, ...span })

const emptyFor = ({ counts }: Figures): ReportPage['empty'] => {
  if (counts.referred === null)
    return { title: 'reports.too-few', text: said('reports.too-few-words', { count: SMALL }) }
  return counts.referred === 0 ? { title: 'reports.nobody', text: said('reports.nobody-words') } : null
}

export type DefinitionsPage = Page<
  'reports/definitions',
  { version: string; last: number; double: number; definitions: readonly Definition[] }
>

export const definitionsPage = (): DefinitionsPage => ({
  view: 'reports/definitions',
  title: said('reports.definitions-title'),
  version: DEFINITIONS_VERSION,
  last: SMALL - 1,
  double: 2 * SMALL,
  definitions,
})
