export { type Entry, enter, enterLook, enterLookAt } from './actions.ts'
export { closingSentence, proveRegisters, sentenceOf } from './chain.ts'
export { actsOfCase, lookingAt, looksAtCase } from './records.ts'
export type { Particulars } from './tables.ts'
