/** The pages of this room, for its routes and its views. */
export {
  type AgreementFacts,
  type AgreementPage,
  type AgreementPrint,
  agreementPage,
  agreementPrint,
  type ChangeRow,
} from './pages/agreement.ts'
export type { AddProps, Adding } from './pages/add.ts'
export {
  type DecideFacts,
  type DecidePage,
  type DecideRefusal,
  type DecideView,
  decidePage,
  type MenuRow,
  type ProposeProps,
} from './pages/decide.ts'

export { type ProposedAgreement, proposedAgreement } from './pages/proposed.ts'
export { type NamesProps, type SignFacts, type SignPage, type Signed, signPage } from './pages/sign.ts'
export type { TermRow, TermsProps, WordsProps } from './pages/terms.ts'
