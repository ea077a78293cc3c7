export { confirmProgress, reverseCredit, settleNight } from './actions.ts'
export { balanceOf, balancesOf, linesOf } from './records.ts'
