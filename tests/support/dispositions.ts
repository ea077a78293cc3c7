/** An agreement, brought as far as a test needs it, through the acts of the court. */
import {
  addTerm,
  openDraft,
  propose,
  type ProposalForm,
  sign,
  type SigningForm,
  type TermForm,
} from '#court/dispositions'
import { isRefusal } from '#platform/refusal'
import type { Program, TestCourt } from './court.ts'
import { aCaseInHearing, type CaseWishes, type Jordan } from './hearing.ts'

/** What an act gave, or the refusal as a failure of the test. */
export const given = <T>(answer: T): Exclude<T, { refused: string }> => {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<T, { refused: string }>
}

export const aTerm = (more: Partial<TermForm> = {}): TermForm => ({
  kind: 'jury-service',
  owedBy: 'young-person',
  title: 'Serve on a jury',
  amount: 2,
  dueOn: '2026-05-29',
  topic: null,
  length: null,
  tiesTo: null,
  outOfRangeReason: null,
  ...more,
})

export const service = aTerm({
  kind: 'community-service',
  title: 'Help in the community',
  amount: 12 * 60,
  tiesTo: 'Gives back time',
})
export const letter = aTerm({
  kind: 'apology-letter',
  title: 'Letter to the person harmed',
  amount: 1,
  dueOn: '2026-04-08',
})
export const money = aTerm({ kind: 'restitution', title: 'Pay for the screen', amount: 8_000 })
export const ours = aTerm({
  kind: 'mentoring',
  owedBy: 'court',
  title: 'Introduce Jordan to an art mentor',
  amount: 1,
  dueOn: '2026-04-03',
})

export const aProposal = (more: Partial<ProposalForm> = {}): ProposalForm => ({
  decidedHow: 'unanimous',
  adultDecided: null,
  reasons: null,
  noJuryServiceReason: null,
  belowFloorReason: null,
  ...more,
})

export const allNames = (jordan: Jordan, more: Partial<SigningForm> = {}): SigningForm => ({
  canDo: 'yes',
  wouldChange: null,
  respondentName: 'Jordan Tate',
  guardianId: jordan.guardianId,
  guardianName: 'Rosa Tate',
  facilitatorName: 'Marcus Lee',
  judgeName: null,
  how: 'screen',
  ...more,
})

/** A draft with these promises, in the room. */
export const aDraft = async (
  court: TestCourt,
  program: Program,
  terms: readonly TermForm[],
  wishes: CaseWishes = {},
) => {
  const jordan = await aCaseInHearing(court, program, wishes)
  const { dispositionId } = given(await openDraft(court, program.facilitator, jordan.hearingId))
  for (const term of terms) given(await addTerm(court, program.facilitator, jordan.hearingId, term))
  return { ...jordan, dispositionId }
}

export const aProposed = async (
  court: TestCourt,
  program: Program,
  terms: readonly TermForm[] = [aTerm(), service, ours],
  wishes: CaseWishes = {},
) => {
  const jordan = await aDraft(court, program, terms, wishes)
  given(await propose(court, program.facilitator, jordan.dispositionId, aProposal()))
  return jordan
}

export const aSigned = async (
  court: TestCourt,
  program: Program,
  terms?: readonly TermForm[],
  wishes: CaseWishes = {},
) => {
  const jordan = await aProposed(court, program, terms, wishes)
  given(await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan)))
  return jordan
}
