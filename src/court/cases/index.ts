export { type ConsentForm, type ConsentRefusal, recordConsents } from './actions/consenting.ts'
export { type Filed, type FileRefusal, fileReferral } from './actions/filing.ts'
export { recogniseRespondent } from './actions/joining.ts'
export { linkCases, unlinkCases } from './actions/linking.ts'
export { addRelation, type IntakeForm, type NewRelation, recordIntake } from './actions/meeting.ts'
export { type ContactForm, familyDeclines, giveUp, logContact } from './actions/reaching.ts'
export { beginScreening, declineCase, reclassify, type ScreeningAnswers, screenCase } from './actions/screening.ts'
export { type FamilySlip, issueFamilySlips } from './actions/slips.ts'
export { tellSources } from './actions/sources.ts'
export { takeBackOnDocket, type Withdrawal, withdrawConsent } from './actions/withdrawing.ts'
export {
  type CaseStatus,
  type ConsentKind,
  ended,
  lifecycle,
  type Move,
  type ReturnReason,
  returnReasons,
  type Stage,
  stageOf,
  stages,
} from './case.ts'
export { moveCase, setDueDay } from './moves.ts'
export { type CaseHead, caseById, caseByNo, lockCase } from './records/heads.ts'
export {
  type Consent,
  type Contact,
  consentsOf,
  type Intake,
  intakeOf,
  type Screening,
} from './records/steps.ts'
export type { WithdrawRefusal } from './rules/consenting.ts'
export { lastHearingDay } from './rules/deadline.ts'
export type { ScreeningRule } from './screening.ts'
