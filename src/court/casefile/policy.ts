import type { CaseStatus, Move } from '#court/cases'
import type { Day } from '#platform/time'
import type { StepName } from './casefile.ts'

/** Where a coordinator does each move by hand; the others happen in the hearing room or by themselves. */
const doors = {
  screen: 'screening',
  pass: 'screening',
  decline: 'screening',
  reach: 'contacts',
  giveUp: 'contacts#give-up',
  refuse: 'consents',
  interview: 'intake',
  consent: 'consents',
  docket: 'docket',
  reset: 'docket',
  takeEffect: 'agreement',
  review: 'review',
  cure: 'review',
  rebook: 'review',
  terminate: 'review',
  complete: 'close',
  close: 'close',
  return: 'return',
} as const satisfies Partial<Record<Move, string>>

export type OpenMove = keyof typeof doors | 'withdraw'

/** Moves that are lawful in a state, and right only when they are its next step: a case is completed when all is kept (rule 42), and sent back when it has ended or nothing can be heard any more (rule 44). */
const onlyWhenNext: Partial<Record<Move, readonly StepName[]>> = {
  complete: ['close-case'],
  return: ['send-back', 'past-last-day'],
}

export type Standing = { no: string; status: CaseStatus; heldOn: Day | null; position: number | null }

/** Where a family takes back its yes: at the desk, in the room while it is heard, at the agreement until it is signed (rule 3). */
const wayOut = ({ no, status, heldOn, position }: Standing): string => {
  if (status === 'docketed') return `/cases/${no}/withdrawal`
  if (status === 'in_hearing') return `/nights/${heldOn}/${position}/talk`
  return `/cases/${no}/${status === 'disposed' ? 'agreement' : 'consents'}`
}

/** What a coordinator may do besides the next step: every lawful move that is done by hand. */
export const furtherMoves = (
  one: Standing,
  lawful: readonly Move[],
  next: StepName,
): { move: OpenMove; to: string }[] =>
  lawful
    .filter((move): move is OpenMove => move in doors || move === 'withdraw')
    .filter(move => onlyWhenNext[move]?.includes(next) ?? true)
    .map(move => ({ move, to: move === 'withdraw' ? wayOut(one) : `/cases/${one.no}/${doors[move]}` }))
