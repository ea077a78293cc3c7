export { owers, proofs, termKinds, units } from './disposition.ts'
