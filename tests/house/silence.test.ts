/** Nobody's name, words or address is ever in the log, in production or out of it. */
import type { Express } from 'express'
import request from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendDue } from '#court/notices'
import { factsOf } from '#platform/errors'
import type { Post } from '#platform/mail'
import { get, mount } from '#platform/routes'
import { createApp } from '../../src/app.ts'
import { aPerson, mailroomOf, outboxOf, sendOne } from '../notices/support.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse } from '../support/house.ts'
import { type KeptLog, keptLog } from '../support/log.ts'
import { allDoors } from './doors.ts'

/** Words that can come from nobody but the people of this test. */
const marked = ['Quillane', 'Brackenridge', 'quillane@home', 'Zweibrueckner', 'hunter2-hunter2', 'ABCD-EFGHJ']
const word = 'Quillane Brackenridge quillane@home Zweibrueckner hunter2-hunter2 ABCD-EFGHJ'

let court: TestCourt
let program: Program
let kept: KeptLog
let app: Express

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
})
afterAll(() => court.close())
beforeEach(() => {
  kept = keptLog()
  app = createApp(court, { production: false, publicOrigin: 'http://127.0.0.1', proxies: 0, log: kept.log })
})

const own = { Origin: 'http://127.0.0.1', 'Sec-Fetch-Site': 'same-origin' }

const isSilent = () => {
  for (const one of marked) expect(kept.text().toLowerCase(), one).not.toContain(one.toLowerCase())
}

describe('The log', () => {
  test('keeps of an address no more than its pattern', async () => {
    await request(app)
      .get(`/in?to=/${encodeURIComponent(word)}`)
      .set('Cookie', `language=en; other=${encodeURIComponent(word)}`)
    await request(app)
      .get(`/cases/Quillane/Brackenridge?q=${encodeURIComponent(word)}`)
      .set('User-Agent', word)
      .set('Referer', `http://x.test/${encodeURIComponent(word)}`)
    expect(kept.lines()).toMatchObject([
      { method: 'GET', route: '/in', status: 200, msg: 'answered' },
      { method: 'GET', status: 404, msg: 'answered' },
    ])
    isSilent()
  })

  test('repeats nothing of a form, whatever is wrong with it', async () => {
    const typed = { email: 'quillane@home.test', password: 'hunter2-hunter2', code: 'ABCD-EFGHJ-KMNPQ', name: word }
    await request(app).post('/in').set(own).type('form').send(typed)
    await request(app).post('/d').set(own).type('form').send(typed)
    await request(app).post('/in').set({ Origin: 'http://elsewhere.test' }).type('form').send(typed)
    await request(app).post('/in').set(own).type('json').send(`{"name": "${word}`)
    await request(app)
      .post('/in')
      .set(own)
      .type('form')
      .send({ email: word.repeat(3000) })
    await request(app).get('/in/%00Quillane')
    expect(kept.lines().length).toBeGreaterThanOrEqual(6)
    isSilent()
  })

  test('says of a fault where it was and never what was in it', async () => {
    const faults: Record<string, () => unknown> = {
      '/database': () => court.db.withProgram(program.coordinator, tx => tx.$client.query('select $1::uuid', [word])),
      '/unique': () =>
        court.rows(`insert into accounts select * from accounts where id = $1`, [program.coordinator.accountId]),
      '/text': () => JSON.parse(`"${word}`),
      '/library': () => Promise.reject(Object.assign(new Error(word), { code: 'EENVELOPE' })),
      '/caused': () =>
        Promise.reject(
          new Error('the letter failed', { cause: Object.assign(new Error(word), { code: '23505', detail: word }) }),
        ),
    }
    const planted = createApp(court, { production: true, publicOrigin: 'http://127.0.0.1', proxies: 0, log: kept.log })
    const before = planted.router.stack.length
    mount(
      planted,
      Object.entries(faults).map(([path, fault]) => get(path, 'public', async () => void (await fault()))),
    )
    planted.router.stack.splice(before - 2, 0, ...planted.router.stack.splice(before))
    for (const path of Object.keys(faults)) expect((await request(planted).get(path)).status, path).toBe(500)
    const told = kept.lines().filter(line => line['fault'])
    expect(told).toHaveLength(5)
    expect(told.map(line => line['fault'])).toMatchObject([
      { code: '22P02' },
      { code: '23505', constraint: 'accounts_pkey' },
      { name: 'SyntaxError' },
      { code: 'EENVELOPE' },
      { message: 'the letter failed', cause: { code: '23505' } },
    ])
    expect(JSON.stringify(told)).toContain('silence.test.ts')
    isSilent()
  })

  test('says nothing of those who knock at any door of the house, whatever they carry', async () => {
    const house = await aHouse(court, { log: kept.log })
    const dana = await house.as(program.coordinator as never)
    const carried = Object.fromEntries(
      ['name', 'email', 'narrative', 'note', 'q', 'words', 'password'].map(name => [name, word]),
    )
    for (const { method, path } of await allDoors()) {
      const address = path.replaceAll(/:\w+/g, 'Quillane')
      if (path !== '/out') await (method === 'get' ? dana.get(address).query(carried) : dana.post(address, carried))
    }
    await house.close()
    expect(kept.lines().filter(line => line['role'] === 'coordinator').length).toBeGreaterThan(10)
    expect(kept.lines().filter(line => Number(line['status']) >= 500)).toEqual([])
    isSilent()
  })

  test('counts the letters that were sent and the letters that were not', async () => {
    const failing: Post = { send: () => Promise.reject(new Error(word)), close: () => undefined }
    const personId = await aPerson(court, program, { email: 'quillane@home.test' })
    await sendOne(court, program.coordinator, { kind: 'thanks', to: { personId }, facts: {} })
    const counts = await sendDue(court, program.id, mailroomOf(failing))
    kept.log.info(counts, 'swept')
    expect(JSON.stringify(await outboxOf(court, program))).not.toMatch(/Quillane|quillane|hunter2/)
    isSilent()
  })

  test('takes no words from an error that holds them in any of its parts', () => {
    const fault = Object.assign(new Error(word), {
      code: '22P02',
      detail: word,
      hint: word,
      where: word,
      query: word,
      parameters: [word],
      constraint: 'people_key',
    })
    expect(JSON.stringify(factsOf(fault))).not.toContain('Quillane')
    expect(JSON.stringify(factsOf(word))).not.toContain('Quillane')
    expect(JSON.stringify(factsOf({ message: word }))).not.toContain('Quillane')
  })
})
