export {
  type ConsentForm,
  type ConsentRefusal,
  type FamilySlip,
  issueFamilySlips,
  recordConsents,
  withdrawConsent,
} from './actions/consenting.ts'
export { type Filed, type FileRefusal, fileReferral } from './actions/filing.ts'
export { recogniseRespondent } from './actions/joining.ts'
export { addRelation, type IntakeForm, type NewRelation, recordIntake } from './actions/meeting.ts'
export { type ContactForm, familyDeclines, giveUp, logContact, triesFor } from './actions/reaching.ts'
export { beginScreening, declineCase, reclassify, type ScreeningAnswers, screenCase } from './actions/screening.ts'
export {
  type CaseStatus,
  type ConsentKind,
  consentKinds,
  ended,
  lifecycle,
  type Move,
  type ReturnReason,
  returnReasons,
  type Stage,
  sourceStatusOf,
  stageOf,
  stages,
} from './case.ts'
export { moveCase, setDueDay } from './moves.ts'
export { type CaseHead, caseById, caseByNo, findOpenCase, furtherMattersOf, lockCase } from './records/heads.ts'
export {
  type Consent,
  type Contact,
  consentsOf,
  contactsOf,
  type Intake,
  intakeOf,
  type Screening,
  screeningsOf,
} from './records/steps.ts'
export { isAdult, missingConsents } from './rules/consenting.ts'
export type { ScreeningRule } from './screening.ts'
