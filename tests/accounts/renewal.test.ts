/** A password that is lost by somebody who works in two courts: they choose the new one, and neither desk sees it. */
import type { Mail, Post } from '#platform/mail'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { readMarkup } from '../support/markup.ts'
import { aMember, aSlip, PASSWORD } from './members.ts'

let court: TestCourt
let house: House
let program: Program
let river: Program
let desk: Visitor
let letters: Mail[]
let isDown = false

const post: Post = {
  send: async mail => {
    if (isDown) throw Object.assign(new Error('down'), { code: 'ECONNREFUSED' })
    letters.push(mail)
  },
  close: () => undefined,
}

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court, { post })
})
afterAll(async () => {
  await house.close()
  await court.close()
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  letters = []
  isDown = false
  program = await court.aProgram()
  river = await court.aProgram({ name: 'River Youth Court' })
  desk = await house.as(program.coordinator)
})

let mails = 0

/** Somebody who works in both courts; the membership is the one in the first. */
const aColleague = async () => {
  const email = `both-${++mails}@court.test`
  const here = await aMember(court, program, email, 'facilitator')
  const there = await aMember(court, river, email, 'coordinator')
  return { email, here, there }
}

const ask = (membershipId: string | null) => desk.post(`/settings/staff/${membershipId}/password`)
const codeIn = (text = ''): string => /[A-Z0-9]{4}-[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(text)?.[0] ?? ''
const choose = (code: string, next: string, visitor = house.visitor()) => visitor.post('/in/renewal', { code, next })
const signIn = (email: string, password: string) => house.visitor().post('/in', { email, password, to: '/' })
const words = (html: string): string => readMarkup(html).words
const NEXT = 'lantern-gravel-93-otter'

const mailedCode = async (membershipId: string | null): Promise<string> => {
  await ask(membershipId).expect(303)
  return codeIn(letters.at(-1)?.text)
}

describe('Somebody who works in two courts and lost their password', () => {
  test('gets a code by e-mail, and the desk that asked sees neither code nor password', async () => {
    const { email, here } = await aColleague()
    const asked = await desk.get(`/settings/staff/${here.membershipId}/password`).expect(200)
    expect(words(asked.text)).toContain('they choose the new one themselves and you do not see it')
    const answer = await ask(here.membershipId).expect(303)
    const list = await desk.get('/settings/staff').expect(200)
    expect(words(list.text)).toContain('The code is on its way to Ada Marked-Name')
    expect(letters).toMatchObject([
      { to: email, subject: 'Choose a new password', from: program.coordinator.programName },
    ])
    const code = codeIn(letters[0]?.text)
    expect(code).not.toBe('')
    expect(letters[0]?.text).toContain(`http://court.test/in/renewal#${code}`)
    expect(letters[0]?.text).toContain('Dana Whitfield of')
    for (const seen of [answer.text, JSON.stringify(answer.headers), list.text]) {
      expect(seen).not.toContain(code)
      expect(seen).not.toContain('River Youth')
    }
    const kept = await court.rows('select * from slips where membership_id = $1', [here.membershipId])
    const entries = await court.rows(
      `select act, particulars from register_entries where program_id = $1 and thing = 'membership' and act like 'password%'`,
      [program.id],
    )
    expect(JSON.stringify(kept)).not.toContain(code.slice(5))
    expect(entries).toEqual([{ act: 'password-renewal-begun', particulars: {} }])
  })

  test('chooses a new one with it, once; the old one ends then and not before, in both courts', async () => {
    const { email, here, there } = await aColleague()
    const inRiver = await house.as(there)
    const code = await mailedCode(here.membershipId)
    await signIn(email, PASSWORD).expect(303)
    await inRiver.get('/me').expect(200)

    const done = await choose(code.toLowerCase(), NEXT).expect(303)
    expect(done.headers.location).toBe('/in')
    await signIn(email, PASSWORD).expect(401)
    expect((await signIn(email, NEXT).expect(303)).headers.location).toBe('/in/choose')
    await inRiver.get('/me').expect(303)
    const entered = await court.rows(
      `select program_id, account_id, thing, particulars from register_entries where act = 'password-renewed' and account_id = $1`,
      [here.accountId],
    )
    expect(entered).toEqual([{ program_id: program.id, account_id: here.accountId, thing: 'account', particulars: {} }])

    const again = await choose(code, 'another-lantern-55').expect(409)
    expect(words(again.text)).toContain('This code does not work')
    await signIn(email, NEXT).expect(303)
  })

  test('who tries the same code twice in one moment has one password afterwards', async () => {
    const { email, here } = await aColleague()
    const code = await mailedCode(here.membershipId)
    const wishes = [NEXT, 'another-lantern-55-oak']
    const answers = await Promise.all(wishes.map(next => choose(code, next)))
    expect(answers.map(answer => answer.status).toSorted((a, b) => a - b)).toEqual([303, 409])
    const won = wishes[answers.findIndex(answer => answer.status === 303)] ?? ''
    await signIn(email, won).expect(303)
  })

  test('is not let in by the code itself, at no door', async () => {
    const { here } = await aColleague()
    const code = await mailedCode(here.membershipId)
    const visitor = house.visitor()
    expect(words((await visitor.post('/d', { code }).expect(401)).text)).toContain('does not work')
    await visitor.get('/me').expect(303)
  })

  test('is asked again where the new password is easy to guess, and the code is kept', async () => {
    const { email, here } = await aColleague()
    const code = await mailedCode(here.membershipId)
    const page = await choose(code, 'password1234').expect(409)
    expect(words(page.text)).toContain('The new password: This one is easy to guess')
    expect(page.text).toContain('href="#next"')
    expect(page.text).toContain(`value="${code}"`)
    expect(page.text).toContain('<title>Error: ')
    await choose(code, NEXT).expect(303)
    await signIn(email, NEXT).expect(303)
  })
})

describe('A code for a new password', () => {
  test('is too old after an hour, and is void when a newer one was asked for', async () => {
    const { here } = await aColleague()
    const first = await mailedCode(here.membershipId)
    const second = await mailedCode(here.membershipId)
    await choose(first, NEXT).expect(409)
    court.setClock('2026-03-04T16:00:01Z')
    await choose(second, NEXT).expect(409)
  })

  test('is void when the role for which it was asked has ended', async () => {
    const { here } = await aColleague()
    const code = await mailedCode(here.membershipId)
    await desk.post(`/settings/staff/${here.membershipId}/end`).expect(303)
    await choose(code, NEXT).expect(409)
  })

  test('that a young person holds opens their own page and sets no password', async () => {
    const { here } = await aColleague()
    const youth = await aMember(court, program, `young-${++mails}@court.test`, 'youth')
    await choose(await aSlip(court, program, youth), NEXT).expect(409)
    expect(here.membershipId).not.toBe(youth.membershipId)
  })

  test('that could not be mailed changes nothing, and the desk reads so', async () => {
    const { email, here } = await aColleague()
    isDown = true
    expect(words((await ask(here.membershipId).expect(409)).text)).toContain('The e-mail could not be sent')
    await signIn(email, PASSWORD).expect(303)
  })

  test('is mailed three times within an hour and no more', async () => {
    const { here } = await aColleague()
    for (const _ of [1, 2, 3]) await ask(here.membershipId).expect(303)
    expect(words((await ask(here.membershipId).expect(409)).text)).toContain('Three codes went to them')
    expect(letters).toHaveLength(3)
  })

  test('is asked for by a coordinator of a court of theirs, and never for oneself', async () => {
    const { here } = await aColleague()
    const third = await court.aProgram()
    const stranger = await house.as(third.coordinator)
    await stranger.post(`/settings/staff/${here.membershipId}/password`).expect(404)
    await (await house.as(program.facilitator)).post(`/settings/staff/${here.membershipId}/password`).expect(404)
    expect(words((await ask(program.coordinator.membershipId).expect(409)).text)).toContain('changed on your own page')
    expect(letters).toEqual([])
  })
})
