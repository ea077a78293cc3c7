/** What no linter sees: that the code, the doors, the views and the database say the same. */
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corridorsOf, type Route } from '#platform/routes'
import { doors } from '../../src/app.ts'
import { procession } from '../../src/court/procession.ts'
import { aCourt, type TestCourt } from '../support/court.ts'
import { allDoors, nobody } from './doors.ts'

const filesOf = (...patterns: string[]): string[] => patterns.flatMap(pattern => globSync(pattern)).toSorted()
const textOf = (file: string): string => readFileSync(file, 'utf8')

describe('The rooms', () => {
  test('are those of the procession, and no others', () => {
    const folders = readdirSync('src/court', { withFileTypes: true }).filter(one => one.isDirectory())
    expect(folders.map(one => one.name).toSorted()).toEqual([...procession].toSorted())
  })

  test('each offer what they offer by name', () => {
    for (const file of filesOf('src/court/*/index.ts')) {
      expect(textOf(file), file).not.toMatch(/export \*|from '\.\/routes\.ts'/)
    }
  })

  test('are shut to the front hall but for their routes', () => {
    const opened = filesOf('src/court/**/*.ts').filter(file => /from '[^']*routes\.ts'/.test(textOf(file)))
    expect(opened.filter(file => !/\/routes(\.ts|\/)/.test(file))).toEqual([])
  })

  test('bear no names that say nothing', () => {
    const empty = /^(utils?|helpers?|common|misc|manager|service|data|info|process|handle)$/
    expect(filesOf('src/**/*.ts').filter(file => empty.test(basename(file, '.ts')))).toEqual([])
  })

  test('leave it to the platform to catch what goes wrong', () => {
    const catching = /\btry \{|\.catch\(\(?\w*\)? =>/
    expect(filesOf('src/court/**/*.ts').filter(file => catching.test(textOf(file)))).toEqual([])
  })

  test('write no SQL by hand but where a column or a statement is declared', () => {
    const raw = filesOf('src/court/**/*.ts').filter(file => textOf(file).includes('sql.raw'))
    expect(raw.filter(file => basename(file) !== 'tables.ts')).toEqual([])
    expect(
      filesOf('src/court/**/*.ts').filter(file => /\bpool\.query|\bnew (Pool|Client)\b/.test(textOf(file))),
    ).toEqual([])
  })

  test('keep functions to themselves that work for everybody', () => {
    const clocks = filesOf('src/court/**/*.ts').filter(file =>
      /\bnew Date\(\)|\bDate\.now\(|Math\.random\(/.test(textOf(file)),
    )
    expect(clocks, 'the clock and the lot come from the court').toEqual([])
  })
})

describe('The doors', () => {
  test('are these, and open to these', async () => {
    const lines = (await allDoors()).map(
      ({ method, path, access }) => `${method.padEnd(4)} ${path}  ${access === 'public' ? access : access.join(', ')}`,
    )
    await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('./doors.txt')
  })

  test('each can be reached: none hangs behind another that is open to the same people', async () => {
    const known = doors(nobody, { publicOrigin: 'http://x.test' })
    const forgotten = (await allDoors()).map(addressOf).filter(address => !known.map(addressOf).includes(address))
    expect(forgotten, 'src/app.ts hangs them all').toEqual([])
    const corridors = [...corridorsOf(known).values()]
    const hung = corridors.flatMap(({ stack }) =>
      (stack as unknown as Layer[]).flatMap(layer =>
        known.filter(door => isAt(layer, door)).map(door => ({ layer, door })),
      ),
    )
    expect(hung).toHaveLength(known.length)
    const shadowed = hung.filter(({ door }, at) =>
      hung
        .slice(0, at)
        .some(
          ({ layer, door: before }) =>
            before.method === door.method &&
            shareVisitors(before, door) &&
            layer.match(door.path.replaceAll(/:\w+/g, 'x')),
        ),
    )
    expect(shadowed.map(({ door }) => addressOf(door))).toEqual([])
  })
})

type Layer = { route?: { path: string; methods: Record<string, boolean> }; match: (path: string) => boolean }

const isAt = ({ route }: Layer, door: Route): boolean =>
  route?.path === door.path && route.methods[door.method] === true

const addressOf = ({ method, path }: Route): string => `${method} ${path}`

const shareVisitors = ({ access: one }: Route, { access: other }: Route): boolean =>
  one === 'public' || other === 'public' || one.some(role => other.includes(role))

describe('The views', () => {
  test('print unescaped only what ui makes, and in a layout the body', () => {
    const raw = filesOf('views/**/*.ejs').flatMap(file =>
      [...textOf(file).matchAll(/<%-(.*?)%>/gs)]
        .map(([, code = '']) => code.trim())
        .filter(code => !/^ui\.(part|icon|once|wrong)\(/.test(code))
        .map(code => `${file}: ${code}`),
    )
    expect(raw.filter(line => !/^views\/layouts\/\w+\.ejs: v\.body$/.test(line))).toEqual([])
  })
})

describe('The database', () => {
  let court: TestCourt
  beforeAll(async () => {
    court = await aCourt()
  })
  afterAll(() => court.close())

  test('has no table, key, view or function that lets one program see another', async () => {
    const holes = await court.rows(textOf('tests/house/holes.sql'))
    expect(holes).toEqual([])
  })

  test('guards every table that can hold words about a person', async () => {
    const unguarded = await court.rows<{ table: string; columns: string[] }>(
      `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
         and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'date'::regtype)
       group by c.relname order by c.relname`,
    )
    expect(unguarded.map(({ table, columns }) => `${table}: ${columns.join(', ')}`)).toMatchInlineSnapshot(`
      [
        "accounts: email, display_name, password_hash",
        "attempts: key",
        "lawful_moves: thing, from_status, to_status",
        "migrations: name, hash",
      ]
    `)
  })

  test('hides from the pages what only signing in may read', async () => {
    const readable = await court.rows<{ column: string }>(
      `select a.attname as column from pg_attribute a
       where a.attrelid = 'accounts'::regclass and a.attnum > 0 and not a.attisdropped
         and has_column_privilege('peer_jury_app', a.attrelid, a.attnum, 'select') order by 1`,
    )
    expect(readable.map(one => one.column)).toEqual(['display_name', 'id'])
  })

  test('lets the pages own nothing, change no table and remove almost nothing', async () => {
    const [owned] = await court.rows(
      `select count(*)::int as things from pg_class where relowner = 'peer_jury_app'::regrole`,
    )
    expect(owned).toEqual({ things: 0 })
    const removable = await court.rows<{ table: string }>(
      `select relname as table from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and (has_table_privilege('peer_jury_app', oid, 'delete') or has_table_privilege('peer_jury_app', oid, 'truncate')) order by 1`,
    )
    expect(removable.map(one => one.table)).toMatchInlineSnapshot(`
      [
        "absences",
        "arrivals",
        "attempts",
        "case_links",
        "deciders",
        "terms",
      ]
    `)
  })
})
