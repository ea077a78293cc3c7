export { answerTerminationOf, askTermination, closeCase, cureCase, returnToSource, reviewCase } from './actions.ts'
export { findClosure, findTermination } from './records.ts'
