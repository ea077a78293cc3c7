import type { Proof, Unit } from '#court/dispositions'
import type { Form } from '#platform/forms'
import type { PlainKey } from '#words'
import { isWritten } from '../rules/pieces.ts'

type Field = { words: PlainKey; hint: PlainKey | null }

/** The questions of a form in which something is handed in or written down; they follow from what is counted. */
export type PieceFields = {
  form: Form
  amount: Field | null
  day: PlainKey
  place: boolean
  text: Field | null
  note: PlainKey
}

/** Whoever did it answers for themselves; the desk writes down what others did. */
type Asks = 'home' | 'desk'

const amountAsked: Record<Unit, Field> = {
  minute: { words: 'obligations.field.hours', hint: 'obligations.field.hours-hint' },
  cent: { words: 'obligations.field.money', hint: null },
  session: { words: 'obligations.field.sessions', hint: null },
  piece: { words: 'obligations.field.pieces', hint: null },
  day: { words: 'obligations.field.days', hint: null },
}

const textAsked: Record<Asks, Field> = {
  home: { words: 'obligations.field.words', hint: 'obligations.field.words-hint' },
  desk: { words: 'obligations.field.words', hint: 'obligations.field.words-hint-desk' },
}

const noteAsked: Record<Asks, PlainKey> = { home: 'obligations.field.note', desk: 'obligations.field.note-desk' }

type Counted = { proof: Proof; unit: Unit; amount: number }

export const pieceFields = (one: Counted, form: Form, asks: Asks): PieceFields => ({
  form,
  amount: one.unit === 'piece' && one.amount === 1 ? null : amountAsked[one.unit],
  day: one.unit === 'day' || isWritten(one) ? 'obligations.field.done-on-last' : 'obligations.field.done-on',
  place: one.unit === 'minute' || one.unit === 'session',
  text: isWritten(one) ? textAsked[asks] : null,
  note: noteAsked[asks],
})

/** A form as it was posted, or a new one. */
export const blank = (form: Form | undefined, values: Form['values'] = {}): Form => form ?? { values, errors: {} }
