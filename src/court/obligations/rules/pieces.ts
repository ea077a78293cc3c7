/** What may be handed in as a piece of a promise, what may be taken back, and what the court itself has kept. */
import type { Proof } from '#court/dispositions'
import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import { lifecycle, type ObligationMove } from '../obligation.ts'
import { isSettled, type Owed, type Stands } from '../rules.ts'

/** Twelve hours are the longest day that is believed; the database stops at the twenty-four that there are. */
export const MOST_A_DAY = 12 * 60

export type HandedPiece = { amount: number; doneOn: Day; words: string | null }

/** What a piece stands on: today, the day from which the agreement counts, and the minutes that are written down for its day already. */
export type PieceGround = { today: Day; since: Day | null; minutesThatDay: number }

type PieceReason =
  | 'settled'
  | 'from-attendance'
  | 'not-yours'
  | 'still-to-come'
  | 'before-agreement'
  | 'more-than-ordered'
  | 'too-much-for-a-day'
  | 'unworded'
export type HandInRefusal = Refusal<PieceReason> & { since?: Day; minutes?: number }

/** A letter or an essay is proved by its text, and by nothing else. */
export const isWritten = (one: { proof: Proof }): boolean => one.proof === 'document'

/** Work may be handed in while it is owed; jury service never, it is counted from attendance (rules 33 and 35). */
export const mayHandIn = (one: Owed & { proof: Proof }, piece: HandedPiece, at: PieceGround): HandInRefusal | null => {
  if (one.owedBy === 'court') return refuse('not-yours')
  if (isSettled(one)) return refuse('settled')
  if (one.kind === 'jury-service') return refuse('from-attendance')
  return whenDone(piece.doneOn, at) ?? howMuch(one, piece, at) ?? unworded(one, piece)
}

type WhenRefusal = Refusal<'still-to-come' | 'before-agreement'> & { since?: Day }

/** What counts was done after it was promised, and is not still to come. */
const whenDone = (doneOn: Day, { today, since }: Pick<PieceGround, 'today' | 'since'>): WhenRefusal | null => {
  if (doneOn > today) return refuse('still-to-come')
  return since !== null && doneOn < since ? { ...refuse('before-agreement'), since } : null
}

/** Restitution never above what was ordered (rule 38); and no more hours on one day than a day can hold. */
const howMuch = (one: Owed, { amount }: HandedPiece, { minutesThatDay }: PieceGround): HandInRefusal | null => {
  if (one.kind === 'restitution' && one.verified + one.waiting + amount > one.amount) return refuse('more-than-ordered')
  const minutes = minutesThatDay + amount
  return one.unit === 'minute' && minutes > MOST_A_DAY ? { ...refuse('too-much-for-a-day'), minutes } : null
}

const unworded = (one: { proof: Proof }, { words }: HandedPiece): Refusal<'unworded'> | null =>
  isWritten(one) && (words === null || words.trim() === '') ? refuse('unworded') : null

export type TakeBackRefusal = Refusal<'settled' | 'not-waiting' | 'not-handed-in-by-you'>

/** Whoever handed a piece in takes it back, as long as nobody has answered. */
export const mayTakeBack = (
  one: Pick<Stands, 'status'>,
  piece: { state: string; submittedBy: string },
  accountId: string,
): TakeBackRefusal | null => {
  if (piece.submittedBy !== accountId) return refuse('not-handed-in-by-you')
  if (isSettled(one)) return refuse('settled')
  return piece.state === 'submitted' ? null : refuse('not-waiting')
}

/** When nothing else of it waits, the promise stands again as it did before: partly confirmed, to be changed, or still to do. */
export const movesOnTakenBack = (one: Stands, amount: number, wasSentBack: boolean): ObligationMove[] => {
  if (one.waiting > amount) return []
  const move = one.verified > 0 ? 'verify' : wasSentBack ? 'sendBack' : 'takeBack'
  return mayMove(lifecycle, move, one.status) ? [move] : []
}

export type KeepRefusal = Refusal<'settled' | 'not-ours' | 'still-to-come' | 'before-agreement'> & { since?: Day }

/** The court's own promise is kept by the court. */
export const mayKeep = (one: Owed, doneOn: Day, at: Pick<PieceGround, 'today' | 'since'>): KeepRefusal | null => {
  if (one.owedBy !== 'court') return refuse('not-ours')
  if (isSettled(one)) return refuse('settled')
  return whenDone(doneOn, at)
}
