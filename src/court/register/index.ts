export { type Entry, enter, enterLook, enterLookAt } from './actions.ts'
export { closingSentence, proveRegisters, sentenceOf } from './chain.ts'
export { lookingAt } from './records.ts'
export type { Particulars } from './tables.ts'
