import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import { type AssignmentStatus, lifecycle } from '../assignment.ts'
import { isToCome, isUnderWay, type NightStatus } from '../night.ts'

export type Wish = {
  nightStatus: NightStatus
  placesLeft: number
  /** The juror's own case is on the docket of that night. */
  ownCase: boolean
  active: boolean
  /** What they have at that night already. */
  held: AssignmentStatus | null
}

export type PlaceRefusal = Refusal<
  'night-not-open' | 'not-active' | 'own-case-that-night' | 'has-a-place' | 'answered-already' | 'night-full'
>

const takesJurors = (status: NightStatus, atTheDoor: boolean): boolean =>
  isToCome(status) || (atTheDoor && isUnderWay(status))

const hasPlace: readonly AssignmentStatus[] = [
  'offered',
  'confirmed',
  'swap_requested',
  'checked_in',
  'seated',
  'served',
  'standby',
  'excused_conflict',
]

/** A night takes as many jurors as it has places, each of them once (rule 19), and nobody whose own case it hears (rule 9). */
export const mayTakePlace = (wish: Wish, { atTheDoor = false } = {}): PlaceRefusal | null => {
  if (!takesJurors(wish.nightStatus, atTheDoor)) return refuse('night-not-open')
  if (!wish.active) return refuse('not-active')
  if (wish.ownCase) return refuse('own-case-that-night')
  if (wish.held !== null && hasPlace.includes(wish.held)) return refuse('has-a-place')
  if (wish.held !== null && !mayMove(lifecycle, 'confirm', wish.held)) return refuse('answered-already')
  return wish.placesLeft > 0 ? null : refuse('night-full')
}

export type AnswerRefusal = Refusal<'too-late' | 'not-now' | 'night-full' | 'own-case-that-night'>

export type Asked = Pick<Wish, 'nightStatus' | 'placesLeft' | 'ownCase'> & { held: AssignmentStatus }

/** Yes or no can be said, and said otherwise, until the doors open; nobody is asked why. A yes after a no needs a free place, and a night without their own case. */
export const mayAnswer = (
  { nightStatus, held, placesLeft, ownCase }: Asked,
  answer: 'yes' | 'no',
): AnswerRefusal | null => {
  if (!isToCome(nightStatus)) return refuse('too-late')
  if (!mayMove(lifecycle, answer === 'yes' ? 'confirm' : 'decline', held)) return refuse('not-now')
  if (answer === 'no') return null
  if (ownCase) return refuse('own-case-that-night')
  return held === 'declined' && placesLeft < 1 ? refuse('night-full') : null
}

export type DoorRefusal = Refusal<'doors-closed' | 'not-now'>

/** A tap at the door that was a mistake is taken back while the night is open, from one who holds no chair and has not gone home. */
export const mayUndoCheckIn = (
  nightStatus: NightStatus,
  place: { status: AssignmentStatus; checkedOutAt: Date | null },
): DoorRefusal | null => {
  if (!isUnderWay(nightStatus)) return refuse('doors-closed')
  return mayMove(lifecycle, 'undoCheckIn', place.status) && place.checkedOutAt === null ? null : refuse('not-now')
}

const stillToCount: readonly AssignmentStatus[] = ['checked_in', 'seated', 'excused_conflict']

/**
 * A mistaken "Goes home" is taken back while the night is open and before the place is counted. Nobody loses a chair by it:
 * who sits on a jury that has not decided does not go home, and a chair that was given up stays given up (rule 28).
 */
export const mayUndoLeaving = (
  nightStatus: NightStatus,
  place: { status: AssignmentStatus; checkedOutAt: Date | null },
): DoorRefusal | null => {
  if (!isUnderWay(nightStatus)) return refuse('doors-closed')
  return place.checkedOutAt !== null && stillToCount.includes(place.status) ? null : refuse('not-now')
}

/** People are checked in while the night is open. */
export const mayCheckIn = (nightStatus: NightStatus, status: AssignmentStatus): DoorRefusal | null => {
  if (!isUnderWay(nightStatus)) return refuse('doors-closed')
  return mayMove(lifecycle, 'checkIn', status) ? null : refuse('not-now')
}
