import { afterAll, beforeAll, expect, test } from 'vitest'
import { proveRegisters } from '#court/register'
import { asking } from '#platform/ground'
import { DEMO_PASSWORD } from '../../seeds/scene.ts'
import { type Filled, fillVolume, readVolume } from '../../seeds/volume.ts'
import { aCourt, type TestCourt } from '../support/court.ts'
import { aHouse, type House } from '../support/house.ts'

let court: TestCourt
let house: House
let filled: Filled

beforeAll(async () => {
  court = await aCourt()
  court.setClock(new Date().toISOString())
  filled = await fillVolume(court.adminUrl, { cases: 60, programs: 2 })
  house = await aHouse(court)
})

afterAll(async () => {
  await house.close()
  await court.close()
})

test('makes as many cases and programs as it is asked for, and registers that hold', async () => {
  expect(filled).toMatchObject({ programs: 2, cases: 60, jurors: 30, entries: 1200 })
  for (const proof of await asking(court.adminUrl, proveRegisters)) expect(proof).toMatchObject({ faults: [] })
})

test('gives each program a coordinator who can sign in and see the cases', async () => {
  const visitor = house.visitor()
  const [email = ''] = filled.coordinators
  const answer = await visitor.post('/in', { email, password: DEMO_PASSWORD, to: '/' }).expect(303)
  expect(answer.headers.location).toBe('/today')
  const [{ no } = { no: '' }] = await court.rows<{ no: string }>(
    `select c.no from cases c join memberships m on m.program_id = c.program_id join accounts a on a.id = m.account_id where a.email = $1 and c.status = 'active' limit 1`,
    [email],
  )
  for (const page of ['/today', '/cases', `/cases/${no}`]) await visitor.get(page).expect(200)
})

test('gives each program cases at every step, jurors, and a night under way with people at the door', async () => {
  const programs = await court.rows<{ steps: number; jurors: number; docketed: number; expected: number }>(`select
    (select count(distinct status)::int from cases c where c.program_id = p.id) as steps,
    (select count(*)::int from jurors j where j.program_id = p.id) as jurors,
    (select count(*)::int from hearings h join nights n on n.program_id = h.program_id and n.id = h.night_id where n.program_id = p.id and n.status = 'open') as docketed,
    (select count(*)::int from assignments a join nights n on n.program_id = a.program_id and n.id = a.night_id where n.program_id = p.id and n.status = 'open') as expected
    from programs p where p.slug like 'volume-%'`)
  expect(programs).toHaveLength(2)
  for (const program of programs) expect(program).toEqual({ steps: 7, jurors: 15, docketed: 3, expected: 15 })
})

test('leaves the triggers of the law awake', async () => {
  const [rule] = await court.rows<{ role: string }>(`select current_setting('session_replication_role') as role`)
  expect(rule).toEqual({ role: 'origin' })
  await expect(court.rows('delete from register_entries')).rejects.toThrow('never changed')
})

test('says in one sentence what is wrong with what it is asked', () => {
  expect(readVolume(['--cases', '1000'])).toEqual({ cases: 1000, programs: 1 })
  expect(readVolume(['--cases=1000', '--programs', '3'])).toEqual({ cases: 1000, programs: 3 })
  for (const words of [
    [],
    ['--cases'],
    ['--cases', '0'],
    ['--cases', '1e3'],
    ['--cases', '-5'],
    ['--cases', '2000000'],
  ])
    expect(readVolume(words)).toBe(
      '--cases needs a whole number from 1 to 1000000, as in: npm run seed -- --cases 1000.',
    )
  expect(readVolume(['--cases', '5', '--programs', '0'])).toBe('--programs needs a whole number from 1 to 1000.')
  expect(readVolume(['--cases', '5', '--programs', '6'])).toBe('--programs may not be more than --cases.')
  expect(readVolume(['--case', '5'])).toBe('There is no --case; the seed takes --cases and --programs.')
  expect(readVolume(['100'])).toBe('There is no place for 100; the seed takes --cases and --programs.')
})
