export { recordReferral, type SourceNotice, tellSource } from './actions.ts'
export {
  type DeskForm,
  deskReferralForm,
  type OfficerForm,
  officerReferralForm,
  type ReferralForm,
  type Source,
} from './forms.ts'
export {
  custodyWords,
  type Officer,
  type ReferralQuestions,
  referralInWords,
  referralQuestions,
  sourceWords,
  statusWords,
} from './pages.ts'
export { type Referral, referralOf, referralsWith } from './records.ts'
export {
  type Custody,
  OTHER_OFFENCE,
  type SourceKind,
  type SourceStatus,
} from './referral.ts'
export { mayRefer, type ReferralRefusal } from './rules.ts'
