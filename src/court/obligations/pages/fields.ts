import type { TermKind, Unit } from '#court/dispositions'
import type { Form } from '#platform/forms'
import type { PlainKey } from '#words'

/** The questions of a form in which something is handed in or written down; they follow from what is counted. */
export type PieceFields = {
  form: Form
  amount: { words: PlainKey; hint: PlainKey | null } | null
  day: PlainKey
  place: boolean
  text: boolean
}

const amountAsked: Record<Unit, { words: PlainKey; hint: PlainKey | null }> = {
  minute: { words: 'obligations.field.hours', hint: 'obligations.field.hours-hint' },
  cent: { words: 'obligations.field.money', hint: null },
  session: { words: 'obligations.field.sessions', hint: null },
  piece: { words: 'obligations.field.pieces', hint: null },
  day: { words: 'obligations.field.days', hint: null },
}

const written: readonly TermKind[] = ['apology-letter', 'essay']

export const pieceFields = (one: { kind: TermKind; unit: Unit; amount: number }, form: Form): PieceFields => ({
  form,
  amount: one.unit === 'piece' && one.amount === 1 ? null : amountAsked[one.unit],
  day:
    one.unit === 'day' || written.includes(one.kind) ? 'obligations.field.done-on-last' : 'obligations.field.done-on',
  place: one.unit === 'minute' || one.unit === 'session',
  text: written.includes(one.kind),
})
