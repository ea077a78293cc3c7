import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '#platform/passwords'
import { hashOfSecret } from '../../src/court/accounts/session.ts'
import { setOwnPassword } from '../../src/court/accounts/records.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { readMarkup } from '../support/markup.ts'
import { aMember, aSlip, aYouth, PASSWORD } from './members.ts'

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

const NEXT = 'the bus was late again'

const change = (visitor: Visitor, fields: { current?: string; next?: string } = {}) =>
  visitor.post('/me/password', { current: PASSWORD, next: NEXT, ...fields })

const signIn = (email: string, password: string) => house.visitor().post('/in', { email, password, to: '/' })

const words = (html: string): string => readMarkup(html).words

const hashOf = async (accountId: string) =>
  (await court.rows<{ password_hash: string }>('select password_hash from accounts where id = $1', [accountId]))[0]
    ?.password_hash

const entriesAbout = (accountId: string) =>
  court.rows<{ act: string; program_id: string; thing: string; thing_id: string; particulars: object }>(
    `select act, program_id, thing, thing_id, particulars from register_entries
     where account_id = $1 and act like 'password-%' order by at, id`,
    [accountId],
  )

describe('One’s own password', () => {
  test('is changed by whoever knows it; from then on the new one opens the door and the old one does not', async () => {
    const ada = await aMember(court, program, 'ada@court.test', 'facilitator')
    const visitor = await house.as(ada)
    const me = readMarkup((await visitor.get('/me').expect(200)).text)
    expect(me.links.map(({ href }) => href)).toContain('/me/password')
    await visitor.get('/me/password').expect(200)
    expect((await change(visitor).expect(303)).headers.location).toBe('/me')
    expect(words((await visitor.get('/me').expect(200)).text)).toContain('Your password is changed.')
    await signIn('ada@court.test', PASSWORD).expect(401)
    await signIn('ada@court.test', NEXT).expect(303)
    expect(await hashOf(ada.accountId)).toMatch(/^\$argon2id\$/)
  })

  test('once changed ends every other session of the account, in all courts, and nobody else’s', async () => {
    const river = await court.aProgram({ name: 'River Youth Court' })
    const ada = await aMember(court, program, 'everywhere@court.test')
    const there = await aMember(court, river, 'everywhere@court.test', 'evaluator')
    const [here, phone, afar, other] = [
      await house.as(ada),
      await house.as(ada),
      await house.as(there),
      await house.as(program.officer),
    ]
    await change(here).expect(303)
    await here.get('/me').expect(200)
    await phone.get('/me').expect(303)
    await afar.get('/me').expect(303)
    await other.get('/me').expect(200)
  })

  test('is entered in the court where it was changed, without a word of it', async () => {
    const river = await court.aProgram()
    const ada = await aMember(court, program, 'entered@court.test')
    await aMember(court, river, 'entered@court.test', 'officer')
    await change(await house.as(ada)).expect(303)
    const about = { thing: 'account', thing_id: ada.accountId, particulars: {} }
    expect(await entriesAbout(ada.accountId)).toEqual([{ act: 'password-changed', program_id: program.id, ...about }])
  })

  test.each([
    ['too short', 'short', 'Use ten characters or more.'],
    ['too long', 'long '.repeat(41), 'Use 200 characters or fewer.'],
    ['one that everybody tries first', 'Password2026!', 'easy to guess'],
    ['the e-mail', 'rules-the e-mail@court.test', 'easy to guess'],
    ['the old one', PASSWORD, 'Choose a new one.'],
  ])('does not become %s, and the page says why at the question', async (what, next, why) => {
    const email = `rules-${what.replaceAll(' ', '-')}@court.test`
    const ada = await aMember(court, program, email)
    const before = await hashOf(ada.accountId)
    const { text } = await change(await house.as(ada), { next: what === 'the e-mail' ? email : next }).expect(409)
    expect(words(text)).toContain(why)
    expect(text).toContain('href="#next"')
    for (const secret of [PASSWORD, next]) expect(text).not.toContain(`value="${secret}"`)
    expect(await hashOf(ada.accountId)).toBe(before)
    expect(await entriesAbout(ada.accountId)).toEqual([])
  })

  test('is asked for what is missing', async () => {
    const visitor = await house.as(await aMember(court, program, 'empty@court.test'))
    const { text } = await change(visitor, { current: '', next: '' }).expect(422)
    expect(text).toContain('href="#current"')
    expect(text).toContain('href="#next"')
    expect(text).toMatch(/<title>Error: Change your password/)
  })

  test('belongs to those who work here; young people and families have none', async () => {
    const jordan = await house.as(await aYouth(court, program))
    const { text } = await jordan.get('/me').expect(200)
    expect(text).not.toContain('/me/password')
    await jordan.get('/me/password').expect(404)
    await change(jordan).expect(404)
    await house.visitor().get('/me/password').expect(303)
    await change(house.visitor()).expect(401)
  })
})

describe('Whoever does not know the password', () => {
  test('is told so, changes nothing, signs nobody out, and the register notes the try', async () => {
    const ada = await aMember(court, program, 'guessed@court.test')
    const [visitor, phone] = [await house.as(ada), await house.as(ada)]
    const before = await hashOf(ada.accountId)
    const { text } = await change(visitor, { current: 'not my password' }).expect(409)
    expect(words(text)).toContain('This is not the password you have now.')
    expect(text).not.toContain('not my password')
    expect(await hashOf(ada.accountId)).toBe(before)
    await phone.get('/me').expect(200)
    expect((await entriesAbout(ada.accountId)).map(entry => entry.act)).toEqual(['password-refused'])
  })

  test('may try five times and no more, with the count of the door: then the right one is not taken either', async () => {
    const ada = await aMember(court, program, 'limited@court.test')
    const visitor = await house.as(ada)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => change(visitor, { current: 'wrong wrong wrong' })),
    )
    expect(answers.every(answer => answer.status === 409)).toBe(true)
    expect(await entriesAbout(ada.accountId)).toHaveLength(5)
    const { text } = await change(visitor).expect(409)
    expect(words(text)).toContain('There were too many tries.')
    await signIn('limited@court.test', PASSWORD).expect(401)
    await visitor.get('/me').expect(200)
  })

  test('has used up tries at the door too', async () => {
    const ada = await aMember(court, program, 'shared@court.test')
    for (let tries = 0; tries < 5; tries += 1) await signIn('shared@court.test', 'wrong wrong wrong')
    expect(words((await change(await house.as(ada)).expect(409)).text)).toContain('There were too many tries.')
  })

  test('starts anew after the right one', async () => {
    const ada = await aMember(court, program, 'fumbles@court.test')
    const visitor = await house.as(ada)
    for (let tries = 0; tries < 4; tries += 1) await change(visitor, { current: 'wrong wrong wrong' }).expect(409)
    await change(visitor).expect(303)
    for (let tries = 0; tries < 4; tries += 1) await change(visitor, { current: 'wrong wrong wrong' }).expect(409)
    await change(visitor, { current: NEXT, next: PASSWORD }).expect(303)
  })
})

describe('The books', () => {
  test('of two who change one password at once take one, and the other learns it', async () => {
    const ada = await aMember(court, program, 'raced@court.test')
    const [one, two] = [await house.as(ada), await house.as(ada)]
    const answers = await Promise.all([change(one, { next: `${NEXT} one` }), change(two, { next: `${NEXT} two` })])
    expect(answers.filter(answer => answer.status === 303)).toHaveLength(1)
    const won = answers[0]?.status === 303 ? 'one' : 'two'
    await signIn('raced@court.test', `${NEXT} ${won}`).expect(303)
    expect(await entriesAbout(ada.accountId)).toHaveLength(1)
  })

  test('change a password only from a live session of the account itself, and only with the one that holds', async () => {
    const ada = await aMember(court, program, 'books@court.test')
    const visitor = await house.as(ada)
    const sessionHash = hashOfSecret(visitor.cookie('session') ?? '')
    const was = (await hashOf(ada.accountId)) ?? ''
    const next = await hashSecret(NEXT)
    const tries = (change: { sessionHash: string; was: string }) =>
      court.db.withProgram(ada, tx => setOwnPassword(tx, { ...change, next, at: court.now() }))
    expect(await tries({ sessionHash, was: next })).toBe(false)
    expect(await tries({ sessionHash: hashOfSecret('nobody'), was })).toBe(false)
    const others = await house.as(await aMember(court, program, 'others@court.test'))
    expect(await tries({ sessionHash: hashOfSecret(others.cookie('session') ?? ''), was })).toBe(false)
    await visitor.post('/out').expect(303)
    expect(await tries({ sessionHash, was })).toBe(false)
    expect(await hashOf(ada.accountId)).toBe(was)
  })

  test('let no page read or write a password', async () => {
    const tries = (text: string) => court.db.withProgram(program.coordinator, tx => tx.$client.query(text))
    for (const text of [
      'select password_hash from accounts',
      `update accounts set password_hash = 'x'`,
      `update accounts set display_name = 'x'`,
    ])
      await expect(tries(text)).rejects.toThrow('permission denied')
  })

  test('know no password of somebody who comes with a slip', async () => {
    const jordan = await aYouth(court, program)
    const phone = house.visitor()
    await phone.post('/d', { code: await aSlip(court, program, jordan) }).expect(303)
    const hash = hashOfSecret(phone.cookie('session') ?? '')
    expect(
      await court.db.atTheDoor('test_own_account', 'select * from door_own_account($1, $2)', [hash, court.now()]),
    ).toEqual([])
  })
})
