export { callOffNight } from './actions/calling-off.ts'
export { confirmProgress, reverseCredit, settleNight } from './actions.ts'
export { giveAndTakeWords } from './pages.ts'
export { balanceOf, type CreditLine, giveAndTake, linesOf } from './records.ts'
