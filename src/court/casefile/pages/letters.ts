/** The letters of a case: what was written to whom, and whether it has gone out. */
import { nameOfNotice } from '#court/notices'
import { dayIn } from '#platform/time'
import { type Said, said } from '#words'
import type { LetterRow } from '../records/around.ts'
import type { Tag } from './status.ts'

export type LetterLine = { text: Said; state: Tag; at: Date }

export const letterLine = (row: LetterRow, timeZone: string): LetterLine => {
  const letter = said(nameOfNotice(row.kind))
  const text = row.calledName === null ? letter : said('casefile.letters.to', { letter, name: row.calledName })
  return { text, state: letterState(row, timeZone), at: row.sentAt ?? row.dueAt }
}

const letterState = (row: LetterRow, timeZone: string): Tag => {
  if (row.sentAt) return { kind: 'done', text: said('casefile.letters.sent', { on: dayIn(timeZone, row.sentAt) }) }
  if (row.channel === 'print') return { kind: 'you', icon: 'printer', text: said('casefile.letters.print') }
  if (row.lastFault !== null) return { kind: 'late', icon: 'triangle-alert', text: said('casefile.letters.failed') }
  return { kind: 'plain', icon: 'clock', text: said('casefile.letters.due', { on: dayIn(timeZone, row.dueAt) }) }
}
