export type { CaseFacts, PromiseFacts, Step, StepName, Waits } from './casefile.ts'
export { nextStep, riskOf, stepsOf } from './rules.ts'
