/** Writes the names of the drawings in views/icons as a type, so that page models can name only those that exist. */
import { writeFileSync } from 'node:fs'
import { iconNames, iconsFile } from './views/icons.ts'

writeFileSync(iconsFile, iconNames('views'))
