/** Everything that can be wrong with views, in the order of their files and lines. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconListFaults } from './icons.ts'
import { faultsIn } from './laws.ts'
import { type Fault, readViews } from './template.ts'
import { typeFaults } from './typescript.ts'

/** `source` is the folder whose page types must name views that exist; `cache` must lie inside the package. */
export const checkViews = (folder: string, cache: string, source?: string): Fault[] => {
  const views = readViews(folder)
  if (views.length === 0) throw new Error(`There are no views in ${folder}`)
  const typed = typeFaults(
    views.filter(view => view.props),
    folder,
    cache,
  )
  const faults = [
    ...views.flatMap(faultsIn),
    ...typed,
    ...(source ? [...missingViews(source, folder), ...iconListFaults(folder)] : []),
  ]
  return faults.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
}

const missingViews = (source: string, folder: string): Fault[] =>
  globSync(join(source, '**/*.ts')).flatMap(file =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, n) =>
        [...text.matchAll(/\bPage<\s*'([^']+)'/g)]
          .filter(([, name = '']) => !existsSync(join(folder, `${name}.ejs`)))
          .map(({ 1: name, index }) => ({
            file,
            line: n + 1,
            column: index + 1,
            message: `there is no view ${name}.ejs`,
          })),
      ),
  )
