/** The list of cases: a form of filters, the filters that are on as chips, sorting by links, a page at a time. */
import { type CaseStatus, ended, stageOf } from '#court/cases'
import { shortName } from '#court/people'
import type { Page } from '#platform/page'
import { type Day, daysBetween } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { type Sort, type Waits, waits } from '../casefile.ts'
import { type ListQuery, type ListStep, listSteps } from '../forms.ts'
import type { ListRow } from '../records/list.ts'
import { type Chip, type Column, type Pages, pagesOf, pathWith } from './lists.ts'
import { whoInWords } from './next.ts'
import { statusTag, type Tag } from './status.ts'

export type CaseLine = {
  href: string
  name: string
  no: string
  step: Said
  due: Said | null
  late: Tag | null
  waits: Said
  us: boolean
}
export type ListPage = Page<
  'casefile/list',
  {
    query: ListQuery
    count: number
    hidden: number
    steps: readonly { value: ListStep; label: PlainKey }[]
    waiting: readonly { value: Waits; label: Said }[]
    chips: readonly Chip[]
    columns: readonly Column[]
    lines: readonly CaseLine[]
    pages: Pages | null
  }
>

export const listPage = (
  query: ListQuery,
  found: { rows: readonly ListRow[]; count: number; hidden: number },
  today: Day,
): ListPage => ({
  view: 'casefile/list',
  title: said('casefile.list'),
  query,
  count: found.count,
  hidden: found.hidden,
  steps: listSteps.map(value => ({ value, label: stepWords[value] })),
  waiting: waits.map(value => ({ value, label: whoShort(value) })),
  chips: chipsOf(query),
  columns: columnsOf(query),
  lines: found.rows.map(row => caseLine(row, today)),
  pages: pagesOf('/cases', { ...query }, found.count),
})

const isEnded = (status: CaseStatus): boolean => (ended as readonly CaseStatus[]).includes(status)
const all = Object.keys(stageOf) as CaseStatus[]

/** The states that a step of the list stands for; null for all of them. */
export const statusesOf = (step: ListStep): CaseStatus[] | null => {
  if (step === 'all') return null
  if (step === 'open') return all.filter(status => !isEnded(status))
  if (step === 'over') return ['closed_success', 'returned_to_source']
  if (step === 'leaving') return all.filter(status => stageOf[status] === 'closed' && !isEnded(status))
  return all.filter(status => stageOf[status] === step)
}

const stepWords: Record<ListStep, PlainKey> = {
  open: 'casefile.list.open',
  referral: 'casefile.stage.referral',
  meeting: 'casefile.stage.meeting',
  hearing: 'casefile.stage.hearing',
  agreement: 'casefile.stage.agreement',
  leaving: 'casefile.list.leaving',
  over: 'casefile.stage.closed',
  all: 'casefile.list.all',
}

const whoShort = (one: Waits): Said => said<`casefile.who.${Waits}`>(`casefile.who.${one}`)

const chipsOf = (query: ListQuery): Chip[] => [
  ...(query.step === 'open'
    ? []
    : [{ label: said(stepWords[query.step]), without: pathWith('/cases', { ...query, step: 'open', page: 1 }) }]),
  ...(query.waiting === null
    ? []
    : [{ label: whoInWords(query.waiting, ''), without: pathWith('/cases', { ...query, waiting: null, page: 1 }) }]),
  ...(query.q === ''
    ? []
    : [
        {
          label: said('casefile.list.words', { words: query.q }),
          without: pathWith('/cases', { ...query, q: '', page: 1 }),
        },
      ]),
]

const columnWords: Record<Sort, PlainKey> = {
  name: 'casefile.list.name',
  no: 'casefile.list.no',
  step: 'casefile.list.step',
  due: 'casefile.list.due',
  since: 'casefile.list.since',
}

const columnsOf = (query: ListQuery): Column[] =>
  (['name', 'no', 'step', 'due'] as const).map(sort => ({
    label: said(columnWords[sort]),
    href: pathWith('/cases', { ...query, sort, back: query.sort === sort && !query.back, page: 1 }),
    sorted: query.sort !== sort ? null : query.back ? 'descending' : 'ascending',
  }))

const caseLine = (row: ListRow, today: Day): CaseLine => {
  const due = row.dueOn
  const isLate = due !== null && due < today && row.waits !== 'nobody'
  return {
    href: `/cases/${row.no}`,
    name: shortName(row),
    no: row.no,
    step: statusTag(row.status).text,
    due: due && said('casefile.when.on', { on: due }),
    late: isLate ? { kind: 'late', text: said('platform.state.late', { count: daysBetween(due, today) }) } : null,
    waits: row.waits === 'young-person' ? said('casefile.as-is', { text: row.calledName }) : whoShort(row.waits),
    us: row.waits === 'us',
  }
}
