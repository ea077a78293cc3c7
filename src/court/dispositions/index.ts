export { redraft, refuseTerms } from './actions/answering.ts'
export { addTerm, removeTerm } from './actions/drafting.ts'
export { amend, takeEffect } from './actions/effect.ts'
export { openDraft } from './actions/opening.ts'
export { propose } from './actions/proposing.ts'
export { neededFor, sign } from './actions/signing.ts'
export { type DispositionStatus, type Ower, type Proof, type TermKind, type Unit } from './disposition.ts'
export type { ProposalForm, SigningForm, TermForm } from './forms.ts'
export { datesOf, knownLossOf } from './ground.ts'
export {
  type Amendment,
  type Disposition,
  dispositionOfCase,
  type Signature,
  signaturesOf,
  type Term,
  termsOf,
} from './records.ts'
export { type Limits, limitsFor } from './rules.ts'
export { type Clock, type ClockName, clocksOf, lastDueDay } from './rules/clocks.ts'
export { type Signer, signersMissing } from './signing.ts'
export { type NightFrame, nightFrame } from './pages/night.ts'
export { amountWords, clockWords, proofWords } from './wording.ts'
export { type Place, placeOn, proposalOf, readProposed } from './reading.ts'
export type { ProposedAgreement } from './pages/proposed.ts'
