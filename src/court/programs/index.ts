export { type Edition, nextCaseNo, programOf, rulebookOf, rulebookOn } from './records.ts'
export { type GridClass, gridClassOf, type Offence, offenceOf, type Rulebook, rulebook } from './rulebook.ts'
