import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { rulebooks } from '../../src/court/programs/tables.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'

let court: TestCourt
let program: Program

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
})
afterAll(() => court.close())

describe('A batch of reads in one trip', () => {
  test('sees its program, also through statements that start only when they are waited for', async () => {
    const { coordinator } = program
    const plain = await court.db.inOneTrip(coordinator, tx =>
      tx.select({ id: rulebooks.id }).from(rulebooks).where(eq(rulebooks.programId, program.id)),
    )
    expect(plain).toEqual([{ id: program.rulebookId }])
    const several = await court.db.inOneTrip(coordinator, tx =>
      Promise.all([tx.select().from(rulebooks), tx.$client.query('select 1'), tx.select().from(rulebooks)]),
    )
    expect([several[0].length, several[2].length]).toEqual([1, 1])
  })

  test('sees nothing of another program', async () => {
    const other = await court.aProgram()
    const seen = await court.db.inOneTrip(other.coordinator, tx =>
      tx.select().from(rulebooks).where(eq(rulebooks.programId, program.id)),
    )
    expect(seen).toEqual([])
  })

  test('that fails at its very end is no success', async () => {
    const { coordinator } = program
    const broken = court.db.inOneTrip(coordinator, tx =>
      Promise.all([
        tx.$client.query(
          'create temporary table once_only (n int unique deferrable initially deferred) on commit drop',
        ),
        tx.$client.query('insert into once_only values (1), (1)'),
      ]),
    )
    await expect(broken).rejects.toMatchObject({ code: '23505' })
    const failing = court.db.inOneTrip(coordinator, tx => tx.$client.query('select 1 / 0'))
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect((await court.db.inOneTrip(coordinator, tx => tx.select().from(rulebooks))).length).toBe(1)
  })
})

describe('Two who wait for each other', () => {
  test('both get their turn', async () => {
    const { coordinator } = program
    const names = ['Maple', 'Oak']
    await court.rows('create table turns (name text primary key, taken int not null default 0)')
    await court.rows('grant select, update on turns to peer_jury_app')
    await court.rows(`insert into turns values ('Maple'), ('Oak')`)
    const inOrder = (order: readonly string[]) =>
      court.db.withProgram(coordinator, async tx => {
        for (const name of order) {
          await tx.$client.query('update turns set taken = taken + 1 where name = $1', [name])
          await pause(100)
        }
      })
    await Promise.all([inOrder(names), inOrder(names.toReversed())])
    expect(await court.rows('select taken from turns')).toEqual([{ taken: 2 }, { taken: 2 }])
  })
})

describe('A connection that breaks while it is at work', () => {
  test('fails the one who waits for it, and nobody else', async () => {
    const { coordinator } = program
    const broken = court.db.withProgram(coordinator, async tx => {
      await tx.$client.query('select 1')
      await court.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      )
      return tx.select().from(rulebooks)
    })
    await expect(broken).rejects.toThrow()
    await pause(200)
    expect(await court.db.withProgram(coordinator, tx => tx.select().from(rulebooks))).toHaveLength(1)
  })
})
