export {
  keepCourtPromise,
  recordProgress,
  returnProgress,
  submitProgress,
  takeBack,
  type Verified,
  verify,
} from './actions/progress.ts'
export { countAttendance } from './actions/attendance.ts'
export { cancelOpen, changeAmount, markMissed, waive } from './actions/changing.ts'
export { answerMoreTime, askMoreTime } from './actions/more-time.ts'
export { remindOfPromises } from './actions/reminding.ts'
export type { ObligationStatus } from './obligation.ts'
export { owingJuryService } from './records/duties.ts'
export { type HandedIn, progressOf } from './records/progress.ts'
export { type Obligation, obligationsOfCase, obligationsOfPerson } from './records/obligations.ts'
export { isSettled, shapeOf, type Standing, standing, type VerifyRefusal } from './rules.ts'
export { bookService, putInEffect } from './actions/starting.ts'
