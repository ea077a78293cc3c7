/** The law of the house, as far as a linter can keep it. tests/house/law.test.ts plants faults and sees each one found. */
import { defineConfig } from 'oxlint'
import { procession } from './src/court/procession.ts'

const later = (room: string): string[] => procession.slice(procession.findIndex(one => one === room) + 1)

/** A road that is shut, and why. A pattern names whole addresses; a regex names parts of them. */
type Shut = { group: string[]; message: string } | { regex: string; message: string; allowTypeImports?: boolean }
const shut = (group: string[], message: string): Shut => ({ group, message })
const forbid = (patterns: Shut[]) => ({
  'no-restricted-imports': ['error', { patterns }] as ['error', { patterns: Shut[] }],
})

const backStairs = (folders: 0 | 1): Shut => ({
  regex: folders === 0 ? '^\\.\\./' : '^\\.\\./\\.\\./',
  message: 'other rooms are reached by their address, #court/…, and never over the back stairs',
})
const oneDoor: Shut = { regex: '^#(court|tables|pages)/[^/]+/', message: 'a room has one door: its index.ts' }
const viewsOnly = shut(['#pages/*'], 'page models are for their own room and its views')
const tablesOnly = shut(['#tables/*'], "another room's tables are for tables.ts and records.ts")

const road = (room: string, folders: 0 | 1): Shut[] => {
  const ahead = later(room).flatMap(one => [`#court/${one}`, `#tables/${one}`])
  const message = `${room} comes before this room and may not know it`
  return [oneDoor, viewsOnly, backStairs(folders), ...(ahead.length > 0 ? [shut(ahead, message)] : [])]
}

const pure: Shut[] = [
  {
    regex:
      '^(drizzle-orm|pg|express)(/|$)|^node:|(^|/)(tables|records|actions|routes)(\\.ts$|/)|^#court(/|$)|^#platform/database$',
    message: 'rules are pure: they decide, touch nothing, and know other rooms by their types only',
    allowTypeImports: true,
  },
]

/** The later entry replaces the earlier, so each carries its whole list. A part of a room that outgrew its file is a folder of the same name. */
const lawOf = (room: string) =>
  ([0, 1] as const).flatMap(folders => {
    const files = (...parts: string[]): string[] =>
      parts.map(part => `src/court/${room}/${part}${folders === 0 ? '.ts' : '/*.ts'}`)
    return [
      { files: files('*'), rules: forbid([...road(room, folders), tablesOnly]) },
      { files: files('tables', 'records'), rules: forbid(road(room, folders)) },
      { files: files('rules', 'policy'), rules: forbid([...road(room, folders), tablesOnly, ...pure]) },
    ]
  })

const groundOnly = shut(['#court', '#court/*', '#tables/*', '#pages/*'], 'the platform knows nothing of the court')

export default defineConfig({
  plugins: ['import', 'typescript', 'oxc', 'unicorn'],
  options: { typeAware: true },
  categories: { correctness: 'error' },
  ignorePatterns: ['.cache/**', 'data/**', 'public/**', 'tests/platform/planted/**'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'max-lines': ['error', { max: 200 }],
    'max-lines-per-function': ['error', { max: 40 }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: false }],
    /** These know our types less well than the compiler does. */
    'typescript/no-base-to-string': 'off',
    'typescript/no-redundant-type-constituents': 'off',
    'typescript/unbound-method': 'off',
    /** Signs of a name are taken one by one on purpose; lines that belong together are grouped by a spread. */
    'typescript/no-misused-spread': 'off',
    'unicorn/no-useless-spread': 'off',
  },
  overrides: [
    { files: ['src/platform/*.ts'], rules: forbid([groundOnly, backStairs(0)]) },
    { files: ['src/platform/*/*.ts'], rules: forbid([groundOnly, backStairs(1)]) },
    ...procession.flatMap(lawOf),
    { files: ['src/words/**'], rules: { 'max-lines': ['error', { max: 500 }] } },
    /** A room's doors are a table, though it is written as a function; what hangs in it is as short as anything else. */
    {
      files: ['src/court/*/routes.ts', 'src/court/*/routes/*.ts'],
      rules: { 'max-lines-per-function': ['error', { max: 120 }] },
    },
    {
      files: ['*.config.ts', 'drizzle/config.ts', 'tests/support/postgres.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    { files: ['tests/**', 'seeds/**', 'tools/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  ],
})
