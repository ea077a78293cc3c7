export { amend, neededFor, redraft, refuseTerms, sign, takeEffect } from './actions/accepting.ts'
export { addTerm, openDraft, propose, removeTerm } from './actions/drafting.ts'
export {
  type DispositionStatus,
  lifecycle,
  measureOf,
  type Ower,
  owers,
  type Proof,
  proofs,
  type TermKind,
  termKinds,
  type Unit,
  units,
} from './disposition.ts'
export type { ProposalForm, SigningForm, TermForm } from './forms.ts'
export { datesOf } from './ground.ts'
export { type Amendment, amendmentsOf, type Disposition, dispositionOfCase, type Signature, signaturesOf, type Term, termsOf } from './records.ts'
export { type Clock, type ClockName, clocksOf, lastDueDay, legalClocksOf, type Limits, limitsFor } from './rules.ts'
export { type Signer, signersMissing } from './signing.ts'
export { type NightFrame, nightFrame } from './pages/night.ts'
export { amountWords, clockWords, proofWords } from './wording.ts'
