/** What waits for the coordinator today, the most pressing first, with one button each. */
import type { Actor } from '#court'
import { initials, shortName } from '#court/people'
import type { Rulebook } from '#court/programs'
import type { Page } from '#platform/page'
import type { IconName } from '#platform/parts'
import { addDays, type Day } from '#platform/time'
import { type Said, said } from '#words'
import type { Step } from '../casefile.ts'
import { factsOf, type PromiseFactRow } from '../facts.ts'
import type { LettersRow, NightRow, WaitingRow } from '../records/today.ts'
import { riskOf, stepsOf } from '../rules.ts'
import { type NextWords, nextInWords } from './next.ts'

export type Task = { face: string; name: string; href: string; next: NextWords }
export type TaskGroup = {
  id: 'late' | 'yours' | 'theirs'
  title: Said
  tasks: readonly Task[]
  more: { count: number; href: string } | null
}
export type NightLine = { on: Day; at: Date; place: string; href: string; words: Said; silent: number }
export type LooseEnd = { icon: IconName; title: Said; why: Said; go: Said; href: string }

export type TodayPage = Page<
  'casefile/today',
  {
    day: Day
    count: number
    late: TaskGroup | null
    groups: readonly TaskGroup[]
    ends: readonly LooseEnd[]
    tonight: NightLine | null
    week: readonly NightLine[]
    clear: { next: NightLine | null } | null
  }
>

export type TodayRows = {
  waiting: readonly WaitingRow[]
  promises: readonly (PromiseFactRow & { caseId: string })[]
  nights: readonly NightRow[]
  letters: LettersRow | undefined
  books: ReadonlyMap<string, Rulebook>
}

/** As many as a morning holds; the list of cases has them all. */
const SHOWN = 12

export const todayPage = (rows: TodayRows, actor: Actor, today: Day): TodayPage => {
  const waiting = everyStep(rows, actor, today)
  const coming = rows.nights.filter(night => night.heldOn >= today && night.status !== 'draft').map(nightLine)
  const ends = [...unsettled(rows.nights, today), ...lettersEnd(rows.letters)]
  const groups = groupsOf(waiting, today)
  const tonight = coming.find(night => night.on === today) ?? null
  const count = waiting.filter(({ step }) => step.waits === 'us').length + ends.length
  return {
    view: 'casefile/today',
    title: said('casefile.today'),
    day: today,
    count,
    late: groups.find(group => group.id === 'late') ?? null,
    groups: groups.filter(group => group.id !== 'late'),
    ends,
    tonight,
    week: coming.filter(night => night.on > today && night.on <= addDays(today, 7)),
    clear: count === 0 && tonight === null ? { next: coming[0] ?? null } : null,
  }
}

type Waiting = { row: WaitingRow; step: Step }

const everyStep = ({ waiting, promises, books }: TodayRows, actor: Actor, today: Day): Waiting[] => {
  const promised = Map.groupBy(promises, one => one.caseId)
  return waiting.flatMap(row => {
    const book = books.get(row.rulebookId)
    if (!book) return []
    return stepsOf(factsOf(row, promised.get(row.id) ?? [], { actor, today, book }), today).map(step => ({ row, step }))
  })
}

/** Past its day first, then near it, then whatever waits in peace; among equals the one that has waited longest. */
const groupsOf = (waiting: readonly Waiting[], today: Day): TaskGroup[] => {
  const sorted = waiting.toSorted((a, b) => riskOf(a.step, today) - riskOf(b.step, today) || b.step.days - a.step.days)
  const isLate = ({ step }: Waiting): boolean => riskOf(step, today) === 0
  const ours = sorted.filter(({ step }) => step.waits === 'us')
  return [
    groupOf('late', said('casefile.today.late'), ours.filter(isLate), '/cases?waiting=us', today),
    groupOf(
      'yours',
      said('casefile.today.yours'),
      ours.filter(one => !isLate(one)),
      '/cases?waiting=us',
      today,
    ),
    groupOf(
      'theirs',
      said('casefile.today.theirs'),
      sorted.filter(({ step }) => step.waits === 'family' || step.waits === 'colleague'),
      '/cases?waiting=family',
      today,
    ),
  ].filter(group => group.tasks.length > 0)
}

const groupOf = (
  id: TaskGroup['id'],
  title: Said,
  waiting: readonly Waiting[],
  href: string,
  today: Day,
): TaskGroup => ({
  id,
  title,
  tasks: waiting.slice(0, SHOWN).map(({ row, step }) => ({
    face: initials(row),
    name: shortName(row),
    href: `/cases/${row.no}`,
    next: nextInWords(step, row.calledName, today),
  })),
  more: waiting.length > SHOWN ? { count: waiting.length - SHOWN, href } : null,
})

const nightLine = (night: NightRow): NightLine => ({
  on: night.heldOn,
  at: night.startsAt,
  place: night.place,
  href: `/hearings/${night.heldOn}`,
  words: said('casefile.today.night', {
    cases: said('casefile.list.count', { count: night.cases }),
    jurors: said('casefile.today.jurors', { count: night.jurors }),
  }),
  silent: night.silent,
})

const unsettled = (nights: readonly NightRow[], today: Day): LooseEnd[] =>
  nights
    .filter(night => night.heldOn < today)
    .map(night => ({
      icon: 'calendar-clock' as const,
      title: said('casefile.today.unsettled', { on: night.heldOn }),
      why: said('casefile.today.unsettled.why'),
      go: said('casefile.today.unsettled.go'),
      href: `/hearings/${night.heldOn}`,
    }))

const lettersEnd = (letters: LettersRow | undefined): LooseEnd[] =>
  letters && letters.print > 0
    ? [
        {
          icon: 'mail',
          title: said('casefile.today.letters', { count: letters.print }),
          why:
            letters.failed > 0
              ? said('casefile.today.letters.failed', { count: letters.failed })
              : said('casefile.today.letters.why'),
          go: said('casefile.today.letters.go'),
          href: '/letters',
        },
      ]
    : []
