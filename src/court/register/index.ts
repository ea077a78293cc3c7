export { type Entry, enter, enterLook } from './actions.ts'
export { actsOfCase, looksAtCase } from './records.ts'
export type { Particulars } from './tables.ts'
