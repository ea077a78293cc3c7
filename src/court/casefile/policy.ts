import type { Move } from '#court/cases'
import type { StepName } from './casefile.ts'

/** Where a coordinator does each move by hand; the others happen in the hearing room or by themselves. */
const doors = {
  screen: 'screening',
  pass: 'screening',
  decline: 'screening',
  reach: 'contacts',
  giveUp: 'contacts',
  refuse: 'consents',
  interview: 'intake',
  consent: 'consents',
  docket: 'docket',
  reset: 'docket',
  withdraw: 'consents',
  takeEffect: 'agreement',
  review: 'review',
  cure: 'review',
  rebook: 'review',
  terminate: 'review',
  complete: 'close',
  close: 'close',
  return: 'return',
} as const satisfies Partial<Record<Move, string>>

export type OpenMove = keyof typeof doors

/** What a coordinator may do besides the next step: every lawful move that is done by hand. A case is completed only when that is its next step (rule 42). */
export const furtherMoves = (no: string, lawful: readonly Move[], next: StepName): { move: OpenMove; to: string }[] =>
  lawful
    .filter((move): move is OpenMove => move in doors && (move !== 'complete' || next === 'close-case'))
    .map(move => ({ move, to: `/cases/${no}/${doors[move]}` }))
