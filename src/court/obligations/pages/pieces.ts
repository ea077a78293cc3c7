import { amountWords, type TermKind, type Unit } from '#court/dispositions'
import type { TagKind } from '#platform/parts'
import { type PlainKey, type Said, said } from '#words'
import type { Asked } from '../records/extensions.ts'
import type { HandedIn } from '../records/progress.ts'

/** One piece of what was done, as it is listed; where it can be confirmed or sent back, the addresses for that. */
export type PieceRow = {
  id: string
  what: Said
  where: Said | null
  /** Paragraphs. */
  words: readonly string[]
  answer: string | null
  by: string
  at: Date
  tag: { kind: TagKind; words: PlainKey }
  acts: { confirm: string; sendBack: string } | null
}

export const pieceRow = (
  piece: HandedIn,
  { kind, unit }: { kind: TermKind; unit: Unit },
  desk: string | null,
): PieceRow => {
  const amount = amountWords(kind, unit, piece.amount)
  const waits = piece.state === 'submitted'
  return {
    id: piece.id,
    what: amount
      ? said('obligations.piece.line', { amount, day: piece.doneOn })
      : said('obligations.piece.on', { day: piece.doneOn }),
    where: whereOf(piece),
    words: piece.words?.split('\n').filter(line => line !== '') ?? [],
    answer: piece.answer,
    by: piece.submittedBy ?? '',
    at: piece.submittedAt,
    tag: desk === null || !waits ? tags[piece.state] : { kind: 'you', words: 'obligations.piece.waiting' },
    acts:
      desk !== null && waits
        ? { confirm: `${desk}/progress/${piece.id}/confirmation`, sendBack: `${desk}?fix=${piece.id}#fix` }
        : null,
  }
}

const tags: Record<HandedIn['state'], PieceRow['tag']> = {
  submitted: { kind: 'go', words: 'obligations.piece.submitted' },
  verified: { kind: 'done', words: 'obligations.piece.verified' },
  returned: { kind: 'you', words: 'obligations.piece.returned' },
}

const whereOf = ({ place, supervisor }: HandedIn): Said | null => {
  if (place && supervisor) return said('obligations.piece.where', { place, who: supervisor })
  if (place) return said('obligations.piece.at', { place })
  return supervisor ? said('obligations.piece.seen', { who: supervisor }) : null
}

/** A question for more time and what was answered. */
export type AskedRow = { asked: Said; answer: Said; open: boolean }

export const askedRow = (one: Asked): AskedRow => ({
  asked: said('obligations.asked-for', { by: one.askedBy ?? '', day: one.newDueOn, words: one.asked }),
  answer: answerOf(one),
  open: one.answer === null,
})

const answerOf = ({ answer, newDueOn, answerReason }: Asked): Said => {
  if (answer === null) return said('obligations.not-answered')
  const reason = answerReason ?? ''
  return answer === 'granted'
    ? said('obligations.answered.granted', { day: newDueOn, reason })
    : said('obligations.answered.refused', { reason })
}
