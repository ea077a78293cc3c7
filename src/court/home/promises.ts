/** The agreement on a young person's page: what they promised and what we promised, alike. */
import { isSettled, shapeOf } from '#court/obligations'
import type { TagKind } from '#platform/parts'
import { type Day, daysBetween } from '#platform/time'
import { type Said, said } from '#words'
import type { Stands } from './rules.ts'

export type PromiseLine = {
  title: string
  tag: { kind: TagKind; text: Said }
  kind: 'hours' | 'count' | 'money'
  done: number
  of: number
  words: Said | null
  /** What was handed in and waits for us. */
  note: Said | null
  due: Said | null
}
export type PromiseSide = { sum: Said; lines: readonly PromiseLine[] }

export const promiseSide = (
  promises: readonly Stands[],
  owedBy: 'young-person' | 'court',
  today: Day,
): PromiseSide | null => {
  const side = promises.filter(one => one.promise.owedBy === owedBy)
  if (side.length === 0) return null
  return { sum: sumOf(side), lines: side.map(one => lineOf(one, today)) }
}

/** What was waived, or ended with the case, is not done: it is not counted at all (rule 42). */
const sumOf = (side: readonly Stands[]): Said => {
  const asked = side.filter(one => one.standing !== 'waived' && one.standing !== 'fell-away')
  const kept = asked.filter(one => one.standing === 'done').length
  return asked.length === 0 ? said('home.sum-none') : said('home.sum', { kept, of: asked.length })
}

const lineOf = ({ promise, standing }: Stands, today: Day): PromiseLine => {
  const plain = promise.amount === 1
  return {
    title: promise.title,
    tag: tagOf({ promise, standing }, today),
    kind: shapeOf(promise),
    done: Math.min(promise.verified, promise.amount),
    of: promise.amount,
    words: plain ? null : inWords(promise),
    note: isSettled(promise) || promise.waiting === 0 ? null : waitingOf(promise),
    due: isSettled(promise) ? null : said('home.due-on', { on: promise.dueOn }),
  }
}

const waitingOf = ({ unit, waiting }: Stands['promise']): Said =>
  unit === 'minute' ? said('home.waiting.hours', { minutes: waiting }) : said('home.waiting')

const inWords = ({ unit, kind, verified, amount }: Stands['promise']): Said => {
  const part = { done: verified, count: amount }
  if (unit === 'minute') return said('home.done.hours', { done: verified, of: amount })
  if (unit === 'cent') return said('home.done.money', { done: verified, of: amount })
  if (unit === 'day') return said('home.done.days', part)
  return said(kind === 'jury-service' ? 'home.done.nights' : 'home.done.times', part)
}

const tagOf = ({ promise, standing }: Stands, today: Day): PromiseLine['tag'] => {
  switch (standing) {
    case 'done':
      return { kind: 'done', text: said('platform.state.done') }
    case 'late':
      return { kind: 'late', text: said('platform.state.late', { count: daysBetween(promise.dueOn, today) }) }
    case 'on-track':
      return { kind: 'go', text: said('platform.state.go') }
    case 'waived':
    case 'fell-away':
    case 'with-us':
      return { kind: 'plain', text: said(`home.stands.${standing}`) }
    default:
      return { kind: 'you', text: said(`home.stands.${standing}`) }
  }
}
