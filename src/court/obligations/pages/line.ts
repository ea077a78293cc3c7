import { amountWords } from '#court/dispositions'
import type { TagKind } from '#platform/parts'
import { type Day, dayIn, daysBetween } from '#platform/time'
import { type Said, said } from '#words'
import type { Obligation } from '../records/obligations.ts'
import { isSettled, shapeOf, standing } from '../rules.ts'

export type Tag = { kind: TagKind; words: Said }

/** One promise in a list: what, how it stands, how much is done, by when. */
export type PromiseLine = {
  id: string
  title: string
  tag: Tag
  kind: 'hours' | 'count' | 'money'
  done: number
  of: number
  words: Said | null
  note: Said | null
  due: Said | null
}

export type LineProps = { line: PromiseLine; href?: string | undefined }

/** Who reads: the same state is "waiting for you" at the desk and "we are reading it" at home. */
export type Reader = {
  today: Day
  timeZone: string
  atDesk: boolean
  /** Nights are chosen by the one who comes; a parent talks with them, or calls. */
  choosesNights: boolean
}

export const lineOf = (one: Obligation, reader: Reader, nextNight: Day | null = null): PromiseLine => {
  return {
    id: one.id,
    title: one.title,
    tag: tagOf(one, reader),
    kind: shapeOf(one),
    done: Math.min(one.verified, one.amount),
    of: one.amount,
    words: one.amount === 1 && one.unit === 'piece' ? null : doneWords(one),
    note: noteOf(one, reader, nextNight),
    due: isSettled(one) ? null : said('obligations.due', { day: one.dueOn }),
  }
}

export const tagOf = (one: Obligation, { today, atDesk }: Reader): Tag => {
  const stands = standing(one, today)
  if (stands === 'late')
    return { kind: 'late', words: said('obligations.stands.late', { count: daysBetween(one.dueOn, today) }) }
  if (stands === 'waived' && !atDesk) return { kind: 'plain', words: said('obligations.stands.waived-family') }
  if (stands === 'with-us' && !atDesk) return { kind: 'go', words: said('obligations.stands.with-us-family') }
  return { kind: tagKinds[stands], words: said(`obligations.stands.${stands}`) }
}

const tagKinds = {
  done: 'done',
  waived: 'plain',
  'fell-away': 'plain',
  'with-us': 'you',
  'to-fix': 'you',
  'due-soon': 'go',
  'on-track': 'go',
} as const satisfies Record<string, TagKind>

const doneWords = ({ unit, kind, verified, amount }: Obligation): Said => {
  const part = { done: verified, count: amount }
  if (unit === 'minute') return said('obligations.done.hours', { done: verified, of: amount })
  if (unit === 'cent') return said('obligations.done.money', { done: verified, of: amount })
  if (unit === 'piece') return said('obligations.done.pieces', { done: verified, of: amount })
  if (unit === 'day') return said('obligations.done.days', part)
  return said(kind === 'jury-service' ? 'obligations.done.nights' : 'obligations.done.sessions', part)
}

const noteOf = (one: Obligation, { timeZone }: Reader, nextNight: Day | null): Said | null => {
  if (isSettled(one))
    return one.confirmedAt ? said('obligations.note.confirmed', { day: dayIn(timeZone, one.confirmedAt) }) : null
  if (one.askedAt) return said('obligations.note.asked')
  if (one.waiting > 0) return waitingWords(one)
  if (nextNight && one.kind === 'jury-service') return said('obligations.note.next-night', { day: nextNight })
  return one.confirmedAt ? said('obligations.note.confirmed', { day: dayIn(timeZone, one.confirmedAt) }) : null
}

const waitingWords = (one: Obligation): Said => {
  const amount = amountWords(one.kind, one.unit, one.waiting)
  return amount ? said('obligations.note.waiting', { amount }) : said('obligations.note.waiting-piece')
}
