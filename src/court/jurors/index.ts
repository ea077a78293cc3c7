export { declareConflict, recordConflict } from './actions/conflicts.ts'
export { endJuror, enrolJuror } from './actions/enrolling.ts'
export { approveJuror, setAway, swearJuror, trainJuror } from './actions/preparing.ts'
export { giveSlip, type SlipTerm } from './actions/slips.ts'
export { type ConflictOrigin, type Stream, type UnreadyReason } from './juror.ts'
export {
  awayOn,
  conflictsOfCase,
  type Juror,
  jurorById,
  jurorOfPerson,
  jurorsOf,
  lockJuror,
  type NamedJuror,
} from './records.ts'
export { isAdultOn, isAway, readiness } from './rules.ts'
