export { clearDocket } from './actions/calling-off.ts'
export { type Drawn, drawJury } from './actions/draw.ts'
export { checkOutJuror } from './actions/going-home.ts'
export {
  beginHearing,
  leaveDocket,
  missHearing,
  resetHearing,
  stopHearing,
  withdrawInHearing,
} from './actions/hearing.ts'
export { type SteppedBack, seatNext, stepBack } from './actions/step-back.ts'
export type { ExclusionReason, Line, StopReason } from './jury.ts'
export { type Jury, juryOf } from './records.ts'
