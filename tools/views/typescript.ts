/** Each view as TypeScript that is only checked, never run: text dropped, every line and column where it was. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { iconsIn } from './icons.ts'
import { markupOf } from './markup.ts'
import type { Fault, Tag, View } from './template.ts'

/** Everything a checked view is handed. `E` prints in an attribute, `W` prints for a reader, `R` prints markup. */
const ground = (
  views: readonly View[],
  icons: readonly string[],
): string => `import type { Html } from '#platform/escape'
import type { Ui as AnyUi } from '#platform/views'
${views.map(({ name }, n) => `import type { Facts as V${n} } from './${name}.ts'`).join('\n')}
export type { Speaker } from '#words'
export type Parts = {
${views.map(({ name }, n) => `  '${name}': V${n}`).join('\n')}
}
export type Icon = ${icons.map(icon => `'${icon}'`).join(' | ') || 'never'}
export type Ui = Omit<AnyUi, 'part' | 'icon'> & {
  part<Name extends keyof Parts>(name: Name, facts: Parts[Name]): Html
  icon(name: Icon): Html
}
type Unspoken = { readonly 'a word for people comes through t': never }
type Readable<Value> = [Value] extends [number] ? unknown : string extends Value ? unknown : Unspoken
export declare const E: (value: string | number) => void
export declare const W: <Value extends string | number>(value: Value & Readable<Value>) => void
export declare const R: (value: Html) => void
export type Named<Facts, Name> = Facts extends { view: infer View; title: unknown } ? (View extends Name ? true : View) : true
export type SameView<Answer extends true> = Answer
`

const opening = (view: View, from: string, ground: string): string =>
  `import type { ${view.props?.type} as Facts } from '${from}'; ` +
  `import { E, W, R, type Ui, type Speaker, type Named, type SameView } from '${ground}'; export type { Facts }; ` +
  `export type Same = SameView<Named<Facts, '${view.name}'>>; export const view = (v: Facts, t: Speaker, ui: Ui): void => {`

/** Writes the views as TypeScript below a folder of this package, checks them, and gives the faults back in their own places. */
export const typeFaults = (views: readonly View[], folder: string, cache: string): Fault[] => {
  rmSync(cache, { recursive: true, force: true })
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(cache, file)), { recursive: true })
    writeFileSync(join(cache, file), text)
  }
  for (const view of views) write(`${view.name}.ts`, written(view, cache))
  write('_ground.ts', ground(views, iconsIn(folder)))
  write(
    'tsconfig.json',
    JSON.stringify({ extends: relativeTo(cache, resolve('tsconfig.json')), include: ['./**/*.ts'] }),
  )
  return faultsFrom(compile(cache), views, cache)
}

const written = (view: View, cache: string): string => {
  const own = dirname(join(cache, view.name))
  const from = view.props?.from.startsWith('.')
    ? relativeTo(own, resolve(dirname(view.file), view.props.from))
    : view.props?.from
  const [, ...lines] = skeleton(view).split('\n')
  return [opening(view, from ?? '', relativeTo(own, join(cache, '_ground.ts'))), ...lines, '}', ''].join('\n')
}

const relativeTo = (from: string, to: string): string => {
  const path = relative(resolve(from), resolve(to))
  return path.startsWith('.') ? path : `./${path}`
}

const skeleton = (view: View): string => {
  const { placeOf } = markupOf(view)
  let text = ''
  for (const tag of view.tags) {
    text += blank(view.source.slice(text.length, tag.start))
    text += tag.kind === 'note' ? blank(view.source.slice(tag.start, tag.end)) : statement(tag, placeOf(tag) === 'text')
  }
  return text + blank(view.source.slice(text.length))
}

/** As long as the tag it stands for. */
const statement = (tag: Tag, isRead: boolean): string => {
  const length = tag.end - tag.start
  if (tag.kind === 'code') return `${' ;'.padEnd(tag.inside - tag.start)}${tag.code};`.padEnd(length)
  const call = tag.kind === 'raw' ? 'R' : isRead ? 'W' : 'E'
  return `;${call}(${tag.code});`.padEnd(length)
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

const compile = (cache: string): string => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const run = spawnSync(process.execPath, [tsc, '-p', cache, '--pretty', 'false'], { encoding: 'utf8' })
  if (run.status === 0 || run.stdout.includes('): error TS')) return run.stdout
  throw new Error(`The compiler did not check the views: ${run.stdout}${run.stderr}`, { cause: run.error })
}

/** What the compiler says of a place in a file; lines that go on are indented. */
const said = /^(.+?)\((\d+),(\d+)\): error TS\d+: (.*)/gm

/** Faults of files that are no views are left to the check of the source. */
const faultsFrom = (output: string, views: readonly View[], cache: string): Fault[] => {
  const files = new Map(views.map(view => [resolve(cache, `${view.name}.ts`), view.file]))
  return [...output.matchAll(said)].flatMap(([, path = '', line, column, message = '']) => {
    const file = files.get(resolve(path))
    const words = plainly(message)
    return file && words
      ? [{ file, line: Number(line), column: line === '1' ? 1 : Number(column), message: words }]
      : []
  })
}

const LONGEST = 220

const plainly = (message: string): string | null => {
  if (message.includes('Unspoken')) return 'this prints a word of the code as it is; a word for people comes through t'
  const otherView = /^Type '(.+)' does not satisfy the constraint 'true'/.exec(message)?.[1]
  if (otherView === 'unknown') return null
  if (otherView) return `the page type of this view says that its view is ${otherView}`
  return message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message
}
