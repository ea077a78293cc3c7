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
  /** A night that was counted from attendance: nobody handed it in. */
  counted: boolean
  /** Who confirmed it, and when. */
  confirmed: { by: string; at: Date } | null
  tag: { kind: TagKind; words: PlainKey }
  acts: { confirm: string; sendBack: string } | null
  look: 'main' | 'plain'
  takeBack: string | null
}

/** Where the piece is read: at the desk, by its address, or at home, by the account that may have handed it in. */
type ReadBy = { open: boolean } & ({ desk: string } | { accountId: string })

export const pieceRow = (piece: HandedIn, { kind, unit }: { kind: TermKind; unit: Unit }, reader: ReadBy): PieceRow => {
  const amount = amountWords(kind, unit, piece.amount)
  const waits = piece.state === 'submitted'
  const desk = 'desk' in reader ? reader.desk : null
  return {
    id: piece.id,
    what: amount
      ? said('obligations.piece.line', { amount, day: piece.doneOn })
      : said('obligations.piece.on', { day: piece.doneOn }),
    where: whereOf(piece),
    words: desk !== null && piece.state === 'taken_back' ? [] : linesOf(piece.words),
    answer: piece.answer,
    by: piece.submittedBy ?? '',
    at: piece.submittedAt,
    counted: kind === 'jury-service',
    confirmed: confirmedOf(piece, kind),
    tag: desk === null || !waits ? tags[piece.state] : { kind: 'you', words: 'obligations.piece.waiting' },
    acts:
      desk !== null && reader.open && waits
        ? { confirm: `${desk}/progress/${piece.id}/confirmation`, sendBack: `${desk}?fix=${piece.id}#fix` }
        : null,
    look: 'plain',
    takeBack: waits && reader.open ? takeBackOf(piece, reader) : null,
  }
}

/** Who confirmed it; a night that was counted and confirmed in one says it once. */
const confirmedOf = (piece: HandedIn, kind: TermKind): PieceRow['confirmed'] => {
  const { verifiedAt, verifiedBy, submittedAt } = piece
  if (verifiedAt === null || (kind === 'jury-service' && verifiedAt.getTime() === submittedAt.getTime())) return null
  return { by: verifiedBy ?? '', at: verifiedAt }
}

const linesOf = (words: string | null): string[] => words?.split('\n').filter(line => line !== '') ?? []

/** Whoever handed it in may take it back while nobody has answered. */
const takeBackOf = (piece: HandedIn, reader: ReadBy): string | null =>
  'accountId' in reader && piece.submittedById === reader.accountId
    ? `/agreement/${piece.obligationId}/pieces/${piece.id}/taking-back`
    : null

const tags: Record<HandedIn['state'], PieceRow['tag']> = {
  submitted: { kind: 'go', words: 'obligations.piece.submitted' },
  verified: { kind: 'done', words: 'obligations.piece.verified' },
  returned: { kind: 'you', words: 'obligations.piece.returned' },
  taken_back: { kind: 'plain', words: 'obligations.piece.taken-back' },
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
