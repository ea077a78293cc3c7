/** Promises of both sides as the case page shows them: the words carry the number, the bar only draws it. */
import { isSettled, shapeOf, type Standing, standing } from '#court/obligations'
import { type Day, daysBetween } from '#platform/time'
import { type Said, said } from '#words'
import type { PromiseRow } from '../records/case.ts'
import type { Tag } from './status.ts'

export type PromiseLine = {
  title: string
  href: string
  tag: Tag
  kind: 'hours' | 'count' | 'money'
  done: number
  of: number
  words: Said | null
  note: Said | null
  due: Said | null
}

export type PromiseSide = { words: Said | null; lines: readonly PromiseLine[] }

export const promiseSide = (rows: readonly PromiseRow[], no: string, today: Day): PromiseSide => {
  return { words: rows.length === 0 ? null : sumOf(rows), lines: rows.map(row => promiseLine(row, no, today)) }
}

/** What was waived or fell away is not finished: it is not counted at all (rule 42). */
const sumOf = (rows: readonly PromiseRow[]): Said => {
  const asked = rows.filter(row => row.status !== 'waived' && row.status !== 'cancelled')
  const last = asked
    .map(row => row.dueOn)
    .toSorted()
    .at(-1)
  if (last === undefined) return said('casefile.promises.sum-none')
  const kept = asked.filter(row => row.status === 'satisfied').length
  return said('casefile.promises.sum', { kept, count: asked.length, by: last })
}

const promiseLine = (row: PromiseRow, no: string, today: Day): PromiseLine => {
  const plain = row.owedBy === 'court' && row.amount === 1
  return {
    title: row.title,
    href: `/cases/${no}/promises/${row.id}`,
    tag: tagOf(row, today),
    kind: shapeOf(row),
    done: Math.min(row.verified, row.amount),
    of: row.amount,
    words: plain ? null : doneInWords(row),
    note: noteOf(row),
    due: isSettled(row) ? null : said('casefile.promises.due', { on: row.dueOn }),
  }
}

const doneInWords = ({ unit, kind, verified, amount }: PromiseRow): Said => {
  const part = { done: verified, count: amount, of: amount }
  if (unit === 'minute') return said('casefile.done.hours', part)
  if (unit === 'cent') return said('casefile.done.money', part)
  if (unit === 'day') return said('casefile.done.days', part)
  return kind === 'jury-service' ? said('casefile.done.nights', part) : said('casefile.done.times', part)
}

const noteOf = (row: PromiseRow): Said | null => {
  if (row.requestedAt) return said('casefile.promises.asked')
  if (row.nextNight) return said('casefile.promises.next-night', { on: row.nextNight })
  return row.lastDoneOn ? said('casefile.promises.last', { on: row.lastDoneOn }) : null
}

const tags: Record<Exclude<Standing, 'late'>, Tag> = {
  done: { kind: 'done', text: said('platform.state.done') },
  waived: { kind: 'plain', text: said('casefile.promises.waived') },
  'fell-away': { kind: 'plain', text: said('casefile.promises.cancelled') },
  'with-us': { kind: 'you', text: said('platform.state.you') },
  'to-fix': { kind: 'plain', text: said('casefile.promises.back'), icon: 'undo-2' },
  'due-soon': { kind: 'go', text: said('casefile.promises.soon'), icon: 'calendar-clock' },
  'on-track': { kind: 'go', text: said('platform.state.go') },
}

/** Where a promise stands today. A question of theirs waits for us, whatever else. */
const tagOf = (row: PromiseRow, today: Day): Tag => {
  const stands = standing(row, today)
  if (row.requestedAt && !isSettled(row)) return tags['with-us']
  return stands === 'late'
    ? { kind: 'late', text: said('platform.state.late', { count: daysBetween(row.dueOn, today) }) }
    : tags[stands]
}
