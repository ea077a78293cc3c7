export { returnReasons } from './case.ts'
