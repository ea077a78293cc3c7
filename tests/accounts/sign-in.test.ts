import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '#court'
import { addAccount, endMembership } from '#court/accounts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aMember, entriesOf, PASSWORD } from './members.ts'

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

const signIn = (visitor: Visitor, email: string, password = PASSWORD) =>
  visitor.post('/in', { email, password, to: '/' })

/** A page without what is new on every page. */
const still = (text: string, email: string): string =>
  text
    .replaceAll(/name="once" value="[^"]+"/g, '')
    .replaceAll(/nonce="[^"]+"/g, '')
    .replaceAll(email, 'EMAIL')

describe('Staff', () => {
  test('sign in with e-mail and password, however the e-mail is written, and land where their work is', async () => {
    const ada = await aMember(court, program, 'ada@court.test')
    const visitor = house.visitor()
    const { headers } = await signIn(visitor, ' Ada@Court.TEST ').expect(303)
    expect(headers.location).toBe('/today')
    expect((await visitor.get('/me').expect(200)).text).toContain('Ada Marked-Name')
    const entries = await entriesOf(court, ada.accountId)
    expect(entries.map(entry => entry.act)).toEqual(['signed-in'])
    expect(JSON.stringify(entries)).not.toContain('court.test')
  })

  test('are led to the page that they had asked for, if it is one of ours', async () => {
    await aMember(court, program, 'grace@court.test')
    const wanted = async (to: string) =>
      (await house.visitor().post('/in', { email: 'grace@court.test', password: PASSWORD, to }).expect(303)).headers
        .location
    expect(await wanted('/letters')).toBe('/letters')
    expect(await wanted('//elsewhere.test')).toBe('/today')
  })

  test('who are signed in are not asked again', async () => {
    const dana = await house.as(program.coordinator)
    expect((await dana.get('/in').expect(303)).headers.location).toBe('/today')
    expect((await dana.get('/').expect(303)).headers.location).toBe('/today')
    expect((await house.visitor().get('/').expect(303)).headers.location).toBe('/in')
  })

  test('get a cookie that no script can read and no other site can send', async () => {
    await aMember(court, program, 'hal@court.test')
    const { headers } = await signIn(house.visitor(), 'hal@court.test')
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    const secure = await aHouse(court, { publicOrigin: 'https://court.test' })
    const { headers: overHttps } = await signIn(secure.visitor(), 'hal@court.test')
    await secure.close()
    expect(overHttps['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
  })
})

describe('Whoever may not come in', () => {
  test('sees the same page, whatever it was that did not fit', async () => {
    const known = await aMember(court, program, 'known@court.test')
    const gone = await aMember(court, program, 'gone@court.test')
    const left = await aMember(court, program, 'left@court.test')
    await aMember(court, program, 'locked@court.test')
    await court.rows('update accounts set disabled_at = now() where id = $1', [gone.accountId])
    await act(court, program.coordinator, tx => endMembership(court, tx, program.coordinator, left.membershipId ?? ''))
    for (let tries = 0; tries < 5; tries += 1) await signIn(house.visitor(), 'locked@court.test', 'wrong wrong wrong')

    const tries = [
      ['nobody@court.test', PASSWORD],
      ['known@court.test', 'not my password'],
      ['gone@court.test', PASSWORD],
      ['left@court.test', PASSWORD],
      ['locked@court.test', PASSWORD],
      [program.coordinator.accountId + '@court.test', PASSWORD],
    ] as const
    const seen = []
    for (const [email, password] of tries) {
      const began = performance.now()
      const answer = await signIn(house.visitor(), email, password)
      seen.push({
        status: answer.status,
        page: still(answer.text, email),
        cookies: answer.headers['set-cookie'],
        soon: performance.now() - began < 195,
      })
    }
    expect(seen.map(one => one.status)).toEqual(tries.map(() => 401))
    expect(new Set(seen.map(one => one.page)).size).toBe(1)
    expect(seen[0]?.page).toContain('do not go together')
    expect(seen.every(one => one.cookies === undefined && !one.soon)).toBe(true)
    expect((await entriesOf(court, known.accountId)).map(entry => entry.act)).toEqual(['sign-in-refused'])
  })

  test('keeps the e-mail that was typed, and never the password', async () => {
    const { text } = await signIn(house.visitor(), 'nobody@court.test', 'my-secret-password')
    expect(text).toContain('value="nobody@court.test"')
    expect(text).not.toContain('my-secret-password')
  })

  test('is asked for what is missing', async () => {
    const { text } = await house.visitor().post('/in', { email: 'nobody' }).expect(422)
    expect(text).toContain('Type an e-mail address')
    expect(text).toContain('Fill this in')
    expect(text).toMatch(/<title>Error: Sign in/)
  })

  test('may try five times at once and no more, and a right password resets the count', async () => {
    await aMember(court, program, 'raced@court.test')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => signIn(house.visitor(), 'raced@court.test', 'wrong wrong wrong')),
    )
    expect(answers.every(answer => answer.status === 401)).toBe(true)
    const [counted] = await court.rows<{ n: number }>(
      `select count(*)::int as n from register_entries where act = 'sign-in-refused'
       and account_id = (select id from accounts where email = 'raced@court.test')`,
    )
    expect(counted?.n).toBe(5)
    await signIn(house.visitor(), 'raced@court.test').expect(401)

    await aMember(court, program, 'fumbles@court.test')
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 4; tries += 1)
        await signIn(house.visitor(), 'fumbles@court.test', 'wrong wrong wrong').expect(401)
      await signIn(house.visitor(), 'fumbles@court.test').expect(303)
    }
  })

  test('cannot lock out a rival who comes from elsewhere', async () => {
    await aMember(court, program, 'rival@court.test')
    const behindProxy = await aHouse(court, { proxies: 1 })
    const from = (address: string, password: string) =>
      signIn(behindProxy.visitor(), 'rival@court.test', password).set('X-Forwarded-For', address)
    const guesses = Array.from({ length: 110 }, () => from('203.0.113.9', 'wrong wrong wrong'))
    for (const { status } of await Promise.all(guesses)) expect(status).toBe(401)
    await from('203.0.113.9', PASSWORD).expect(401)
    await from('198.51.100.7', PASSWORD).expect(303)
    await from('2001:db8:1:2::5', PASSWORD).expect(303)
    await behindProxy.close()
  })

  test('and tries very often from one place is told to wait', async () => {
    const behindProxy = await aHouse(court, { proxies: 1 })
    await court.rows(`update attempts set points = 0`)
    const tries = Array.from({ length: 260 }, (_, n) =>
      behindProxy
        .visitor()
        .post('/d', { code: `ZZZZ-ZZZZZ-Z${String(n).padStart(4, 'Z').replaceAll(/[01]/g, 'Z')}` })
        .set('X-Forwarded-For', '203.0.113.44'),
    )
    const statuses = (await Promise.all(tries)).map(answer => answer.status)
    await behindProxy.close()
    expect(statuses.filter(status => status === 429)).toHaveLength(10)
    expect(statuses.filter(status => status === 401)).toHaveLength(250)
  })
})

describe('An account', () => {
  test('is one account in all programs, and keeps its password', async () => {
    const other = await court.aProgram({ name: 'River Youth Court' })
    const here = await aMember(court, program, 'both@court.test')
    const there = await act(court, other.coordinator, tx =>
      addAccount(court, tx, other.coordinator, {
        email: 'BOTH@court.test',
        displayName: 'Somebody',
        password: 'another-long-one-99',
        role: 'officer',
        agency: 'Police',
      }),
    )
    expect(there).toMatchObject({ accountId: here.accountId })
    const visitor = house.visitor()
    await signIn(visitor, 'both@court.test', 'another-long-one-99').expect(401)
    expect((await signIn(visitor, 'both@court.test').expect(303)).headers.location).toBe('/in/choose')
    const { text } = await visitor.get('/in/choose').expect(200)
    expect(text).toContain('Coordinator, Maple Street Youth Court')
    expect(text).toContain('Referring officer, River Youth Court')
  })

  test('is not given with a password that everybody tries first', async () => {
    const give = (password: string) =>
      act(court, program.coordinator, tx =>
        addAccount(court, tx, program.coordinator, {
          email: 'weak@court.test',
          displayName: 'Weak',
          password,
          role: 'officer',
        }),
      )
    expect(await give('short')).toEqual({ refused: 'password-too-short' })
    expect(await give('Password123!')).toEqual({ refused: 'password-too-common' })
    expect(await court.rows(`select from accounts where email = 'weak@court.test'`)).toHaveLength(0)
  })

  test('given the same role twice holds it once, and an ended role can be held again', async () => {
    const ada = await aMember(court, program, 'again@court.test', 'officer')
    const again = await aMember(court, program, 'again@court.test', 'officer')
    expect(again.membershipId).toBe(ada.membershipId)
    const end = () =>
      act(court, program.coordinator, tx => endMembership(court, tx, program.coordinator, ada.membershipId ?? ''))
    expect(await end()).toBeNull()
    expect(await end()).toEqual({ refused: 'not-held' })
    await signIn(house.visitor(), 'again@court.test').expect(401)
    await aMember(court, program, 'again@court.test', 'officer')
    await signIn(house.visitor(), 'again@court.test').expect(303)
  })
})
