/** The books as the code knows them are the books as the database keeps them. */
import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids'
import { type Lifecycle, statusesOf, stepsOf } from '#platform/lifecycle'
import { lifecycle as cases } from '../../src/court/cases/case.ts'
import { lifecycle as dispositions } from '../../src/court/dispositions/disposition.ts'
import { lifecycle as assignments } from '../../src/court/hearings/assignment.ts'
import { hearingLifecycle as hearings, lifecycle as nights } from '../../src/court/hearings/night.ts'
import { lifecycle as obligations } from '../../src/court/obligations/obligation.ts'
import { aCourt, type TestCourt } from '../support/court.ts'

let court: TestCourt
beforeAll(async () => {
  court = await aCourt()
})
afterAll(() => court.close())

const lifecycles: Record<string, Lifecycle> = { cases, nights, hearings, assignments, dispositions, obligations }

describe('The lawful moves', () => {
  test('are listed for every thing that moves, and for nothing else', async () => {
    const things = await court.rows<{ thing: string }>('select distinct thing from lawful_moves order by thing')
    expect(things.map(one => one.thing)).toEqual(Object.keys(lifecycles).toSorted())
    const guarded = await court.rows<{ thing: string }>(
      `select c.relname as thing from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'only_lawful_moves' order by 1`,
    )
    expect(guarded).toEqual(things)
  })

  test.each(Object.entries(lifecycles))(
    'of %s are the same in the code and in the database',
    async (thing, lifecycle) => {
      const kept = await court.rows<{ step: string }>(
        `select from_status || ' → ' || to_status as step from lawful_moves where thing = $1`,
        [thing],
      )
      const known = stepsOf(lifecycle).map(({ from, to }) => `${from} → ${to}`)
      expect(kept.map(one => one.step).toSorted()).toEqual([...new Set(known)].toSorted())
    },
  )

  test.each(Object.entries(lifecycles))('of %s lead only to states that its table allows', async (thing, lifecycle) => {
    const [check] = await court.rows<{ words: string }>(
      `select pg_get_constraintdef(oid) as words from pg_constraint where conrelid = $1::regclass and conname = $2`,
      [thing, `${thing}_status_known`],
    )
    const allowed = [...(check?.words ?? '').matchAll(/'([^']+)'/g)].map(([, word = '']) => word)
    expect(allowed.toSorted()).toEqual(statusesOf(lifecycle).toSorted())
  })
})

/** Where each thing begins; from there it goes by its lawful moves. */
const beginnings: Record<string, string[]> = {
  cases: ['referred'],
  nights: ['draft'],
  hearings: ['docketed'],
  assignments: ['confirmed', 'offered'],
  dispositions: ['draft'],
  obligations: ['assigned'],
}

describe('The beginnings', () => {
  test('are known for every thing that moves', () =>
    expect(Object.keys(beginnings).toSorted()).toEqual(Object.keys(lifecycles).toSorted()))

  test.each(Object.entries(beginnings))(
    'of %s are the only states in which the program can put one in',
    async (thing, states) => {
      const [policy] = await court.rows<{ words: string; permissive: string; roles: string }>(
        `select with_check as words, permissive, roles::text from pg_policies where tablename = $1 and policyname = 'begins' and cmd = 'INSERT'`,
        [thing],
      )
      expect([policy?.permissive, policy?.roles]).toEqual(['RESTRICTIVE', '{peer_jury_app}'])
      const allowed = [...(policy?.words ?? '').matchAll(/'([^']+)'/g)].map(([, word = '']) => word)
      expect(allowed.toSorted()).toEqual(states)
    },
  )

  test('hold against a hand that passes the code by: no case is put in as closed', async () => {
    const program = await court.aProgram()
    const closed = court.db.withProgram(program.coordinator, tx =>
      tx.$client.query(
        `insert into cases (program_id, id, no, referral_id, respondent_id, rulebook_id, offence_code, status, status_since, opened_on)
         values ($1, $2, '26-9999', $2, $2, $3, 'shoplifting', 'closed_success', now(), current_date)`,
        [program.id, newId(), program.rulebookId],
      ),
    )
    await expect(closed).rejects.toThrow('row-level security')
  })
})

type Column = { column: string; type: string; required: boolean }

const tables = (
  await Promise.all(
    globSync('src/court/*/tables.ts').map(file => import(resolve(file)) as Promise<Record<string, unknown>>),
  )
)
  .flatMap(file => Object.values(file))
  .filter(one => is(one, PgTable))
  .map(table => getTableConfig(table))

describe('The tables', () => {
  test('of the code are those of the database, but for two that no room owns', async () => {
    const kept = await court.rows<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`,
    )
    const known = tables.map(table => table.name)
    expect(kept.map(one => one.name).filter(name => !known.includes(name))).toEqual(['lawful_moves', 'migrations'])
    expect(known.filter(name => !kept.some(one => one.name === name))).toEqual([])
  })

  test.each(tables.map(table => [table.name, table] as const))(
    '%s has the same columns in both',
    async (name, table) => {
      const kept = await court.rows<Column>(
        `select attname as column, format_type(atttypid, atttypmod) as type, attnotnull as required
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attname`,
        [name],
      )
      const known = table.columns.map(one => ({
        column: one.name,
        type: longName(one.getSQLType()),
        required: one.notNull || one.primary,
      }))
      expect(kept).toEqual(known.toSorted((a, b) => (a.column < b.column ? -1 : 1)))
    },
  )
})

const longName = (type: string): string =>
  type.replace(/^timestamp$/, 'timestamp without time zone').replace(/^varchar/, 'character varying')
