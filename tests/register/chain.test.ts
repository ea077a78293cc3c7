import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closingSentence, enter, enterLook, proveRegisters, sentenceOf } from '#court/register'
import { newId } from '#platform/ids'
import { asking } from '#platform/ground'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'

let court: TestCourt
let program: Program
let courts = 0

beforeAll(async () => {
  court = await aCourt()
})
afterAll(() => court.close())

beforeEach(async () => {
  courts += 1
  program = await court.aProgram({ name: `Court ${courts}` })
  const { coordinator } = program
  for (const act of ['referral-received', 'case-opened', 'case-screen', 'jury-drawn', 'case-close'] as const) {
    const entry = { act, thing: 'case', caseId: newId(), particulars: { note: act.length, twice: ['a', 'b'] } }
    await court.db.withProgram(coordinator, tx => enter(court, tx, coordinator, entry))
  }
  await court.db.withProgram(coordinator, tx => enterLook(court, tx, coordinator, { thing: 'case', caseId: newId() }))
})

const mine = async () => {
  const proofs = await asking(court.adminUrl, proveRegisters)
  return proofs.find(one => one.program === program.name)!
}

/** Somebody with the keys of the server, who switches off every guard first. */
const tamper = async (...statements: string[]): Promise<void> => {
  await court.rows('set session_replication_role = replica')
  for (const statement of statements) await court.rows(statement.replaceAll('$program', `'${program.id}'`))
  await court.rows('set session_replication_role = default')
}

const faults = async (): Promise<string[]> => {
  const { rows } = await asking(court.adminUrl, client =>
    client.query('select seq, fault from verify_register($1) order by seq', [program.id]),
  )
  return rows.map(({ seq, fault }) => `${seq}: ${fault}`)
}

const nth = (n: number) => `(select entry_id from register_chain where program_id = $program and seq = ${n})`

describe('A register', () => {
  test('that nobody touched holds together, whatever the clock of the one who reads it', async () => {
    expect(await faults()).toEqual([])
    const { rows } = await asking(court.adminUrl, async client => {
      await client.query(`set timezone = 'Asia/Kathmandu'`)
      return client.query('select * from verify_register($1)', [program.id])
    })
    expect(rows).toEqual([])
  })

  test('keeps its order when many acts are entered at once', async () => {
    const { coordinator } = program
    const enterOne = () =>
      court.db.withProgram(coordinator, tx => enter(court, tx, coordinator, { act: 'looked-at', thing: 'case' }))
    await Promise.all(Array.from({ length: 40 }, enterOne))
    expect(await faults()).toEqual([])
    expect(
      (await court.rows(`select max(seq)::int as last from register_chain where program_id = $1`, [program.id]))[0],
    ).toEqual({ last: 46 })
  })

  test.each([
    [
      'the one who did it was changed',
      `update register_entries set role = 'facilitator' where program_id = $program and id = ${nth(3)}`,
    ],
    [
      'the time was changed by a second',
      `update register_entries set at = at + interval '1 second' where program_id = $program and id = ${nth(3)}`,
    ],
    [
      'the one who did it was emptied',
      `update register_entries set account_id = null where program_id = $program and id = ${nth(3)}`,
    ],
    [
      'a particular was changed',
      `update register_entries set particulars = '{"note": 12, "twice": ["a", "c"]}' where program_id = $program and id = ${nth(3)}`,
    ],
  ])('shows that %s', async (_what, statement) => {
    await tamper(statement)
    expect(await faults()).toEqual(['3: its entry was changed'])
  })

  test('shows that an entry was taken out', async () => {
    await tamper(`delete from register_entries where program_id = $program and id = ${nth(3)}`)
    expect(await faults()).toEqual(['3: its entry is gone'])
  })

  test('shows that an entry was taken out together with its seal', async () => {
    await tamper(
      `delete from register_entries where program_id = $program and id = ${nth(3)}`,
      'delete from register_chain where program_id = $program and seq = 3',
    )
    expect(await faults()).toEqual(['4: an entry is missing before it', '4: it does not follow the entry before it'])
  })

  test('shows that an entry was slipped in', async () => {
    await tamper(
      `insert into register_entries (program_id, id, at, role, act, thing, particulars) values ($program, '${newId()}', now(), 'coordinator', 'x', 'case', '{}')`,
    )
    expect(await faults()).toEqual(['null: an entry stands outside the chain'])
  })

  test('shows that the newest entries were cut off', async () => {
    await tamper(
      `delete from register_entries where program_id = $program and id in (${nth(5)}, ${nth(6)})`,
      'delete from register_chain where program_id = $program and seq >= 5',
    )
    expect(await faults()).toEqual(['6: the newest entry is missing'])
  })

  test('shows that an entry was changed and its seal made new', async () => {
    await tamper(
      `update register_entries set act = 'nothing' where program_id = $program and id = ${nth(3)}`,
      `update register_chain c set hash = entry_hash(c.seq, c.previous, e) from register_entries e
       where c.program_id = $program and c.seq = 3 and e.program_id = c.program_id and e.id = c.entry_id`,
    )
    expect(await faults()).toEqual(['4: it does not follow the entry before it'])
  })

  test('shows that its head was taken away', async () => {
    await tamper('delete from register_heads where program_id = $program')
    expect(await faults()).toEqual(['6: the head of the register is gone'])
  })

  test('cannot be changed by the pages at all', async () => {
    const { coordinator } = program
    for (const statement of [
      'update register_entries set act = act',
      'delete from register_entries',
      'update register_chain set seq = seq',
      'delete from register_heads',
      'insert into register_chain select * from register_chain',
    ]) {
      const tried = court.db.withProgram(coordinator, tx => tx.$client.query(statement))
      await expect(tried, statement).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('What is said of it', () => {
  test('is one plain sentence for each program and one for all', async () => {
    expect(sentenceOf(await mine())).toMatch(
      /^Court \d+: all 6 entries hold together; the newest seal is [0-9a-f]{16}\.$/,
    )
    const one = {
      program: 'Maple',
      entries: 6,
      seal: 'ab',
      faults: [
        { seq: 3, fault: 'its entry was changed' },
        { seq: null, fault: 'an entry stands outside the chain' },
      ],
    }
    expect(sentenceOf(one)).toBe(
      'Maple: the register is broken. At entry 3: its entry was changed. Somewhere, an entry stands outside the chain.',
    )
    expect(closingSentence([one, { ...one, faults: [] }])).toBe('1 of 2 registers broken.')
    expect(closingSentence([{ ...one, faults: [] }])).toBe('Every register holds (1 of 1).')
    expect(sentenceOf({ program: 'New', entries: 0, seal: null, faults: [] })).toBe(
      'New: nothing has been entered yet.',
    )
  })

  test('comes with an exit that a script can trust', async () => {
    const verify = () =>
      spawnSync(process.execPath, ['src/verify.ts'], {
        env: { PATH: process.env['PATH'], DATABASE_URL: court.adminUrl },
        encoding: 'utf8',
      })
    await tamper(`delete from register_entries where program_id = $program and id = ${nth(2)}`)
    const broken = verify()
    expect(broken.stdout).toContain(`${program.name}: the register is broken. At entry 2: its entry is gone.\n`)
    expect(broken.stdout).toMatch(/\d+ of \d+ registers broken\.\n$/)
    expect(broken.status).toBe(1)
  })
})
