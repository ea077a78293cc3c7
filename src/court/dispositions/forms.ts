import { z } from 'zod'
import {
  cents,
  choice,
  day,
  minutesFromHours,
  optionalChoice,
  optionalId,
  optionalText,
  text,
  whole,
} from '#platform/forms'
import { decisionRules, measureOf, owers, type TermKind, type Unit } from './disposition.ts'

const MOST_PIECES = 20
const MOST_DAYS = 365
const MOST_SESSIONS = 52

const amountIn: Record<Unit, z.ZodType<number>> = {
  session: whole({ min: 1, max: MOST_SESSIONS }),
  minute: minutesFromHours(),
  piece: whole({ min: 1, max: MOST_PIECES }),
  cent: cents(),
  day: whole({ min: 1, max: MOST_DAYS }),
}

/** One promise of a kind. What repairs or uses a strength is said in one line; jury service says it by itself (rule 26). */
export const termForm = (kind: TermKind) =>
  z.strictObject({
    kind: choice([kind]),
    owedBy: choice(owers),
    title: text({ max: 120 }),
    amount: amountIn[measureOf[kind].unit],
    dueOn: day(),
    topic: kind === 'essay' ? text({ max: 200 }) : optionalText({ max: 200 }),
    length: kind === 'essay' ? text({ max: 60 }) : optionalText({ max: 60 }),
    tiesTo: optionalText({ max: 240 }),
    outOfRangeReason: optionalText({ max: 500 }),
  })

export type TermForm = z.output<ReturnType<typeof termForm>>

export const proposalForm = z.strictObject({
  decidedHow: choice(decisionRules),
  adultDecided: optionalText({ max: 200 }),
  reasons: optionalText({ max: 1_000, lines: true }),
  noJuryServiceReason: optionalText({ max: 500 }),
  belowFloorReason: optionalText({ max: 500 }),
})

export type ProposalForm = z.output<typeof proposalForm>

const name = () => optionalText({ max: 120 })

/** The two questions to the young person, and the names. A name may be given later, on paper. */
export const signingForm = z.strictObject({
  canDo: optionalChoice(['yes', 'no']),
  wouldChange: optionalText({ max: 500, lines: true }),
  respondentName: name(),
  guardianId: optionalId(),
  guardianName: name(),
  facilitatorName: name(),
  judgeName: name(),
  how: choice(['screen', 'paper']),
})

export type SigningForm = z.output<typeof signingForm>
