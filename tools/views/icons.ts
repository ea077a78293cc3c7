/** The list of drawings, as it should stand in the source. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, nameOf } from '#platform/views'
import type { Fault } from './template.ts'

export const iconsFile = 'src/platform/icons.ts'

export const iconsIn = (folder: string): string[] => filesIn(join(folder, 'icons'), '.svg').map(nameOf)

export const iconNames = (
  folder: string,
): string => `/** The drawings in views/icons. Written by tools/list-icons.ts. */
export type IconName =
${iconsIn(folder)
  .map(icon => `  | '${icon}'`)
  .join('\n')}
`

export const iconListFaults = (folder: string): Fault[] =>
  readFileSync(iconsFile, 'utf8') === iconNames(folder)
    ? []
    : [
        {
          file: iconsFile,
          line: 1,
          column: 1,
          message: 'this is not the list of views/icons; run node tools/list-icons.ts',
        },
      ]
