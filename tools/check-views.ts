/** Checks every view: its types on its own lines, and the laws of the views. Run by `npm run check`. */
import { checkViews } from './views/check.ts'

const faults = checkViews('views', '.cache/views', 'src')

for (const { file, line, column, message } of faults) console.log(`${file}(${line},${column}): ${message}`)
if (faults.length === 0) console.log('The views are in order.')
process.exitCode = faults.length === 0 ? 0 : 1
