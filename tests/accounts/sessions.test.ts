import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { act, type Actor } from '#court'
import { addAccount, endMembership, openSession, tidy } from '#court/accounts'
import { newId } from '#platform/ids'
import { isRefusal } from '#platform/refusal'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aMember, aYouth, entriesOf, PASSWORD } from './members.ts'

let court: TestCourt
let program: Program
let house: House

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  house = await aHouse(court)
})

afterAll(async () => {
  await house.close()
  await court.close()
})

afterEach(() => court.setClock(STOPPED_AT))

const minutesLater = (minutes: number): void =>
  court.setClock(new Date(Date.parse(STOPPED_AT) + minutes * 60_000).toISOString())

/** That a page was looked at is noted beside the page; the next step waits for the note. */
const look = async (visitor: Visitor, who: Actor): Promise<number> => {
  const { status } = await visitor.get('/me')
  if (status === 200)
    await vi.waitFor(async () => {
      const [row] = await court.rows<{ seen_at: Date }>(
        'select max(seen_at) as seen_at from sessions where account_id = $1',
        [who.accountId],
      )
      expect(court.now().getTime() - (row?.seen_at.getTime() ?? 0)).toBeLessThan(60_000)
    })
  return status
}

test('What is of no use any more is cleared away: old forms and long-ended sessions, and nothing that is in use', async () => {
  const who = await program.another('coordinator')
  const old = await house.as(who)
  expect((await old.get('/me')).status).toBe(200)
  await act(court, { ...who, once: newId() }, async () => null)
  expect(await tidy(court.db, program.id, court.now())).toEqual({ forms: 0, sessions: 0 })
  minutesLater(31 * 24 * 60)
  const fresh = await house.as(who)
  const gone = await tidy(court.db, program.id, court.now())
  expect(gone.forms).toBeGreaterThan(0)
  expect(gone.sessions).toBeGreaterThan(0)
  expect((await fresh.get('/me')).status).toBe(200)
  expect(await tidy(court.db, program.id, court.now())).toEqual({ forms: 0, sessions: 0 })
})

describe('A session', () => {
  test('of staff rests for half an hour and no longer', async () => {
    const who = await program.another('coordinator')
    const visitor = await house.as(who)
    minutesLater(29)
    expect(await look(visitor, who)).toBe(200)
    minutesLater(58)
    expect(await look(visitor, who)).toBe(200)
    minutesLater(88)
    expect(await look(visitor, who)).toBe(303)
  })

  test('of a young person rests for a quarter of an hour', async () => {
    const who = await aYouth(court, program)
    const visitor = await house.as(who)
    minutesLater(14)
    expect(await look(visitor, who)).toBe(200)
    minutesLater(29)
    expect(await look(visitor, who)).toBe(303)
  })

  test('ends after twelve hours of work, and after four for a young person, however busy it was', async () => {
    const cases = [
      [await program.another('facilitator'), 12 * 60, 25],
      [await aYouth(court, program), 4 * 60, 12],
    ] as const
    for (const [who, most, step] of cases) {
      court.setClock(STOPPED_AT)
      const visitor = await house.as(who)
      for (let at = step; at < most; at += step) {
        minutesLater(at)
        expect(await look(visitor, who), `${who.role} after ${at} minutes`).toBe(200)
      }
      minutesLater(most)
      expect(await look(visitor, who)).toBe(303)
    }
  })

  test('notes that it was used once a minute at most', async () => {
    const who = await program.another('officer')
    const visitor = await house.as(who)
    const seen = async () =>
      (await court.rows<{ seen_at: Date }>('select seen_at from sessions where account_id = $1', [who.accountId]))[0]
        ?.seen_at
    const first = await seen()
    minutesLater(0.9)
    await visitor.get('/me').expect(200)
    await visitor.get('/me').expect(200)
    expect(await seen()).toEqual(first)
    minutesLater(1)
    expect(await look(visitor, who)).toBe(200)
    expect(await seen()).not.toEqual(first)
  })

  test('is over at once when the account is disabled or the role is ended', async () => {
    const [ada, bo] = [await program.another('coordinator'), await program.another('facilitator')]
    const [first, second] = [await house.as(ada), await house.as(bo)]
    await first.get('/me').expect(200)
    await court.rows('update accounts set disabled_at = now() where id = $1', [ada.accountId])
    await first.get('/me').expect(303)
    await act(court, program.coordinator, tx => endMembership(court, tx, program.coordinator, bo.membershipId ?? ''))
    await second.get('/me').expect(303)
    for (const who of [ada, bo]) expect(await openSession(court, who)).toEqual({ refused: 'shut-out' })
  })

  test('begins under a new id, whatever the browser brought along', async () => {
    await aMember(court, program, 'fixed@court.test')
    const visitor = house.visitor()
    visitor.agent.jar.setCookie(`session=${'x'.repeat(43)}; path=/`, '127.0.0.1', '/')
    await visitor.post('/in', { email: 'fixed@court.test', password: PASSWORD }).expect(303)
    const first = visitor.cookie('session') ?? ''
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(first).not.toBe('x'.repeat(43))
    await visitor.post('/in', { email: 'fixed@court.test', password: PASSWORD }).expect(303)
    expect(visitor.cookie('session')).not.toBe(first)
    const old = house.visitor()
    old.agent.jar.setCookie(`session=${first}; path=/`, '127.0.0.1', '/')
    await old.get('/me').expect(303)
  })

  test('is kept as a hash, so that whoever reads the table can open nothing', async () => {
    const opened = await openSession(court, program.officer)
    if (isRefusal(opened)) throw new Error(opened.refused)
    const [row] = await court.rows('select * from sessions where id = $1', [opened.sessionId])
    expect(JSON.stringify(row)).not.toContain(opened.value)
    const thief = house.visitor()
    thief.agent.jar.setCookie(`session=${String(row?.secret_hash)}; path=/`, '127.0.0.1', '/')
    await thief.get('/me').expect(303)
  })

  test('costs one question to the database', async () => {
    const asked: string[] = []
    const counting = await aHouse({
      ...court,
      db: {
        ...court.db,
        atTheDoor: (name, text, values) => (asked.push(name), court.db.atTheDoor(name, text, values)),
      },
    })
    const dana = await counting.as(program.coordinator)
    asked.length = 0
    await dana.get('/help').expect(200)
    await counting.close()
    expect(asked).toEqual(['door_session'])
  })
})

describe('Signing out', () => {
  test('ends the session for good, and asks the browser to forget', async () => {
    const who = await program.another('coordinator')
    const visitor = await house.as(who)
    const secret = visitor.cookie('session') ?? ''
    const { headers } = await visitor.post('/out').expect(303)
    expect(headers.location).toBe('/in')
    expect(headers['clear-site-data']).toBe('"cache", "storage"')
    expect(visitor.cookie('session')).toBeUndefined()
    const old = house.visitor()
    old.agent.jar.setCookie(`session=${secret}; path=/`, '127.0.0.1', '/')
    await old.get('/me').expect(303)
    expect((await entriesOf(court, who.accountId)).map(entry => entry.act)).toEqual(['signed-out'])
  })

  test('is said once, on the next page that is shown', async () => {
    const visitor = await house.as(await program.another('officer'))
    await visitor.post('/out').expect(303)
    expect((await visitor.get('/').expect(303)).headers.location).toBe('/in')
    expect((await visitor.get('/in')).text).toContain('You are signed out.')
    expect((await visitor.get('/in')).text).not.toContain('You are signed out.')
  })

  test('works twice, and for whoever was signed out already', async () => {
    await house.visitor().post('/out').expect(303)
  })
})

describe('One’s own page', () => {
  test('lists where one is signed in, in all programs, and ends the one on the lost phone', async () => {
    const river = await court.aProgram({ name: 'River Youth Court' })
    const who = await aMember(court, program, 'many@court.test')
    const there = await act(court, river.coordinator, tx =>
      addAccount(court, tx, river.coordinator, {
        email: 'many@court.test',
        displayName: '',
        password: null,
        role: 'facilitator',
      }),
    )
    const desk = await house.as(who)
    const phone = await house.as({ ...river.coordinator, ...there, role: 'facilitator' })
    await house.as(program.officer)

    const { text } = await desk.get('/me').expect(200)
    expect(text.match(/name="session"/g)).toHaveLength(1)
    expect(text).toContain('Facilitator, River Youth Court')
    const id = /name="session" value="([^"]+)"/.exec(text)?.[1] ?? ''
    await desk.post('/me', { session: id }).expect(303)
    await phone.get('/me').expect(303)
    expect((await desk.get('/me').expect(200)).text).toContain('It is signed out now.')
    expect((await desk.post('/me', { session: id }).expect(409)).text).toContain('signed out already')
  })

  test('ends nobody else’s session', async () => {
    const opened = await openSession(court, program.facilitator)
    if (isRefusal(opened)) throw new Error(opened.refused)
    const eve = await house.as(program.evaluator)
    await eve.post('/me', { session: opened.sessionId }).expect(409)
    await eve.post('/me', { session: 'x' }).expect(409)
    const [row] = await court.rows<{ ended_at: Date | null }>('select ended_at from sessions where id = $1', [
      opened.sessionId,
    ])
    expect(row?.ended_at).toBeNull()
  })

  test('changes hats: the old session is over and a new one begins', async () => {
    const who = await aMember(court, program, 'hats@court.test')
    const second = await aMember(court, program, 'hats@court.test', 'facilitator')
    const visitor = await house.as(who)
    const before = visitor.cookie('session')
    const { text } = await visitor.get('/me').expect(200)
    expect(text).toContain('You are here now')
    expect((await visitor.post('/hat', { membership: second.membershipId ?? '' }).expect(303)).headers.location).toBe(
      '/nights/today',
    )
    expect(visitor.cookie('session')).not.toBe(before)
    expect((await visitor.get('/me')).text).toContain('<p class="dim">Facilitator, Maple Street Youth Court</p>')
    await visitor.post('/hat', { membership: program.coordinator.membershipId ?? '' }).expect(409)
    await visitor.post('/hat', { membership: 'x' }).expect(409)
  })
})

describe('The look of pages', () => {
  test('is remembered by the browser, and goes back to the page it was changed on', async () => {
    const visitor = house.visitor()
    expect((await visitor.post('/look', { language: 'es', back: '/d?x=1' }).expect(303)).headers.location).toBe(
      '/d?x=1',
    )
    await visitor.post('/look', { theme: 'dark', back: '/in' }).expect(303)
    const { text } = await visitor.get('/in')
    expect(text).toContain('<html lang="es" data-theme="dark">')
    for (const back of ['//elsewhere.test', 'https://elsewhere.test', '/\\elsewhere.test', '/x\r\nSet-Cookie: a=b'])
      expect([303, 400]).toContain((await visitor.post('/look', { theme: 'light', back }).redirects(0)).status)
    expect((await visitor.post('/look', { theme: 'light', back: '//elsewhere.test' })).headers.location).toBe('/')
    await visitor.post('/look', { theme: 'pink', back: '/in' }).expect(400)
    await visitor.post('/look', { language: '../../x', back: '/in' }).expect(400)
  })

  test('speaks Spanish and French throughout at the door, and calls itself so', async () => {
    for (const [language, word] of [
      ['es', 'Código del papel'],
      ['fr', 'Code du billet'],
    ] as const)
      for (const path of ['/in', '/d', '/d?ended=yes', '/help', '/nowhere']) {
        const { text } = await house.visitor().get(path).set('Cookie', `language=${language}`)
        expect(text, path).toContain(`<html lang="${language}"`)
        expect(text, path).not.toMatch(/ lang="en"(?! aria| *>English)/)
        if (path.startsWith('/d')) expect(text).toContain(word)
      }
  })

  test('is wholly English where a page is not written in the chosen language yet, and says so in that language', async () => {
    const dana = await house.as(program.coordinator)
    await dana.post('/look', { language: 'es', back: '/me' }).expect(303)
    const { text } = await dana.get('/me').expect(200)
    expect(text).toContain('<html lang="en"')
    expect(text).toMatch(/lang="es">[^]*?Esta página todavía está solo en inglés/)
    expect(text).toContain('<button name="language" value="es" lang="es" aria-current="true">')
    for (const word of ['Tu cuenta', 'Ir al contenido', 'Ayuda<']) expect(text).not.toContain(word)
    expect(dana.cookie('language')).toBe('es')
  })

  test('follows the browser until somebody chooses', async () => {
    expect((await house.visitor().get('/in').set('Accept-Language', 'fr-CA,fr;q=0.9')).text).toContain(
      '<html lang="fr"',
    )
    expect((await house.visitor().get('/in').set('Accept-Language', 'xx')).text).toContain('<html lang="en"')
  })

  test('cannot be broken by a cookie that somebody made up', async () => {
    const bad = [
      'flash=%7B',
      'flash=%7B%22key%22%3A%22constructor%22%7D',
      'flash=null',
      `flash=${'x'.repeat(3000)}`,
      'language=xx; theme=pink',
      'session=1',
      'flash=%7B%22key%22%3A%22platform.state.late%22%7D',
    ]
    for (const cookie of bad) await house.visitor().get('/in').set('Cookie', cookie).expect(200)
  })
})
