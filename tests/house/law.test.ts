/** The law is kept by a linter; here faults are planted in a copy of the house, and each must be found where it lies. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const longFunction = `export const long = (n: number): number => {\n${'  n += 1\n'.repeat(41)}  return n\n}\n`

/** A file, what it says, and the word by which the law names the fault; null where all is well. */
const planted: [what: string, file: string, text: string, found: string | null][] = [
  [
    'a room that knows a later room',
    'hearings/actions.ts',
    `import { drawJury } from '#court/jury'\nexport const x = drawJury\n`,
    'hearings comes before',
  ],
  [
    'a room that knows a later room by type only',
    'hearings/forms.ts',
    `import type { Draw } from '#court/jury'\nexport type X = Draw\n`,
    'hearings comes before',
  ],
  [
    'a room that hands on a later room',
    'hearings/index.ts',
    `export { drawJury } from '#court/jury'\n`,
    'hearings comes before',
  ],
  [
    'a room that asks for a later room as it runs',
    'hearings/pages.ts',
    `export const x = () => import('#court/jury')\n`,
    'hearings comes before',
  ],
  [
    'a table of a later room',
    'hearings/records.ts',
    `import { seats } from '#tables/jury'\nexport const x = seats\n`,
    'hearings comes before',
  ],
  [
    'a table of a later room, in a part that became a folder',
    'hearings/records/docket.ts',
    `import { seats } from '#tables/jury'\nexport const x = seats\n`,
    'hearings comes before',
  ],
  [
    'the back stairs into another room',
    'jury/actions.ts',
    `import { night } from '../hearings/night.ts'\nexport const x = night\n`,
    'back stairs',
  ],
  [
    'the back stairs from a folder',
    'jury/actions/draw.ts',
    `import { night } from '../../hearings/night.ts'\nexport const x = night\n`,
    'back stairs',
  ],
  [
    'an address deep inside another room',
    'jury/forms.ts',
    `import { night } from '#court/hearings/night.ts'\nexport const x = night\n`,
    'one door',
  ],
  [
    "another room's tables outside tables and records",
    'jury/pages.ts',
    `import { hearings } from '#tables/hearings'\nexport const x = hearings\n`,
    "another room's tables",
  ],
  [
    "another room's page models",
    'jury/routes.ts',
    `import type { NightPage } from '#pages/hearings'\nexport type X = NightPage\n`,
    'page models',
  ],
  [
    'rules that read the database',
    'obligations/rules.ts',
    `import { eq } from 'drizzle-orm'\nexport const x = eq\n`,
    'rules are pure',
  ],
  [
    'rules that read a file',
    'obligations/policy.ts',
    `import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n`,
    'rules are pure',
  ],
  [
    "rules that ask another room's judgement",
    'dispositions/rules.ts',
    `import { nightByDay } from '#court/hearings'\nexport const x = nightByDay\n`,
    'rules are pure',
  ],
  [
    'rules in a folder that reach for the acts',
    'dispositions/rules/caps.ts',
    `import { sign } from '../actions.ts'\nexport const x = sign\n`,
    'rules are pure',
  ],
  [
    'the platform knowing the court',
    '../platform/clock.ts',
    `import { act } from '#court'\nexport const x = act\n`,
    'knows nothing of the court',
  ],
  [
    'the platform knowing a room',
    '../platform/door.ts',
    `import type { Role } from '#court/accounts'\nexport type X = Role\n`,
    'knows nothing of the court',
  ],
  ['a default export', 'credits/pages.ts', `export default 7\n`, 'no-default-export'],
  ['a function too long to read', 'credits/rules.ts', longFunction, 'max-lines-per-function'],
  ['a file too long to read', 'credits/forms.ts', `export const n = 1\n${'// a line\n'.repeat(200)}`, 'max-lines'],
  [
    'two files that need each other',
    'outcomes/one.ts',
    `import { two } from './two.ts'\nexport const one = (): number => two()\n`,
    'no-cycle',
  ],
  [
    'a promise that nobody waits for',
    'outcomes/actions.ts',
    `const save = async (): Promise<void> => undefined\nexport const close = (): void => {\n  save()\n}\n`,
    'no-floating-promises',
  ],
  [
    'an earlier room',
    'jury/records.ts',
    `import { hearings } from '#tables/hearings'\nexport const x = hearings\n`,
    null,
  ],
  [
    'types of an earlier room in rules',
    'jury/rules.ts',
    `import type { Night } from '#court/hearings'\nexport type X = Night\n`,
    null,
  ],
  [
    'a noun of the own room from a folder',
    'hearings/rules/docket.ts',
    `import { night } from '../night.ts'\nexport const x = night\n`,
    null,
  ],
]

let house: string
let said: { filename: string; words: string }[]

const fileOf = (file: string): string => join('src/court', file)

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'peer-jury-law-'))
  for (const file of ['oxlint.config.ts', 'package.json', 'tsconfig.json', 'src/court/procession.ts']) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    cpSync(file, join(house, file))
  }
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'))
  const grounds: [string, string, string, null][] = [
    ['', 'hearings/night.ts', `export const night = 1\nexport type Night = typeof night\n`, null],
    ['', 'outcomes/two.ts', `import { one } from './one.ts'\nexport const two = (): number => one()\n`, null],
  ]
  for (const [, file, text] of [...planted, ...grounds]) {
    mkdirSync(dirname(join(house, fileOf(file))), { recursive: true })
    writeFileSync(join(house, fileOf(file)), text)
  }
  said = lint(house)
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

type Told = { diagnostics: { filename: string; message: string; code?: string; help?: string }[] }

const lint = (cwd: string): { filename: string; words: string }[] => {
  const run = spawnSync(
    process.execPath,
    [resolve('node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json', 'src'],
    { cwd, encoding: 'utf8' },
  )
  const { diagnostics } = JSON.parse(run.stdout) as Told
  return diagnostics.map(({ filename, message, code, help }) => ({ filename, words: `${code} ${message} ${help}` }))
}

describe('The law of the house', () => {
  test.each(planted)('finds %s (%s)', (_what, file, _text, found) => {
    const words = said.filter(one => join(one.filename) === fileOf(file)).map(one => one.words)
    if (found === null) expect(words).toEqual([])
    else expect(words.join('\n')).toContain(found)
  })
})
