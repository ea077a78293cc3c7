import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, type Actor } from '#court'
import { endMembership, type Role } from '#court/accounts'
import { enter } from '#court/register'
import { newId } from '#platform/ids'
import { endRole, giveRole } from '../../src/court/accounts/actions/staff.ts'
import { firstPage } from '../../src/court/accounts/pages/staff.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { readMarkup } from '../support/markup.ts'
import { aMember, aYouth, PASSWORD } from './members.ts'

let court: TestCourt
let house: House
let program: Program
let desk: Visitor

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
afterAll(async () => {
  await house.close()
  await court.close()
})
beforeEach(async () => {
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
})

let mails = 0
const aMail = (): string => `somebody-${++mails}@court.test`

const give = (wish: Record<string, string>, visitor = desk) =>
  visitor.post('/settings/staff', { name: 'Nia Okafor', email: aMail(), role: 'facilitator', agency: '', ...wish })

const end = (who: Actor, visitor = desk) => visitor.post(`/settings/staff/${who.membershipId}/end`)

const words = (html: string): string => readMarkup(html).words

const passwordIn = (html: string): string => /[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/.exec(html)?.[0] ?? ''

const heldBy = (email: string) =>
  court.rows<{ program_id: string; role: Role; agency: string | null; ended_at: Date | null; id: string }>(
    `select m.program_id, m.role, m.agency, m.ended_at, m.id from memberships m join accounts a on a.id = m.account_id
     where a.email = $1 order by m.since`,
    [email],
  )

const actsOf = (of: Program) =>
  court.rows<{ act: string; thing: string; thing_id: string; particulars: object; account_id: string }>(
    `select act, thing, thing_id, particulars, account_id from register_entries
     where program_id = $1 and act in ('account-given', 'role-ended') order by at, id`,
    [of.id],
  )

const signIn = (email: string, password: string, visitor = house.visitor()) =>
  visitor.post('/in', { email, password, to: '/' })

describe('The staff', () => {
  test('are listed with what each does here, and nobody of another court, no young person and nobody who left is among them', async () => {
    const river = await court.aProgram({ name: 'River Youth Court' })
    await river.another('coordinator', 'Rio Riverman')
    await aYouth(court, program)
    const left = await program.another('facilitator', 'Lena Left')
    await act(court, program.coordinator, tx => endMembership(court, tx, program.coordinator, left.membershipId ?? ''))
    const page = words((await desk.get('/settings/staff').expect(200)).text)
    for (const one of ['Dana Whitfield (You) Coordinator', 'Marcus Lee Facilitator', 'Eve Aluator Evaluator'])
      expect(page).toContain(one)
    expect(page).toContain('Ofc. Rivera Referring officer Maple County Police')
    expect(page).toContain('4 people')
    for (const one of ['Rio Riverman', 'Jordan', 'Lena Left', 'court.test']) expect(page).not.toContain(one)
  })

  test('are found from the settings and from one’s own page', async () => {
    const leadsThere = async (from: string) =>
      readMarkup((await desk.get(from).expect(200)).text).links.some(({ href }) => href === '/settings/staff')
    expect(await leadsThere('/settings')).toBe(true)
    expect(await leadsThere('/me')).toBe(true)
  })

  test('are seen, made and ended by a coordinator alone', async () => {
    for (const who of [program.facilitator, program.officer, program.evaluator, await aYouth(court, program)]) {
      const visitor = await house.as(who)
      await visitor.get('/settings/staff').expect(404)
      await give({}, visitor).expect(404)
      await visitor.get(`/settings/staff/${program.officer.membershipId}/end`).expect(404)
      await end(program.officer, visitor).expect(404)
    }
    expect(await actsOf(program)).toEqual([])
  })
})

describe('Somebody new', () => {
  test('gets a first password on a page to hand over, signs in with it, and stands in the list', async () => {
    const email = aMail()
    const { text } = await give({ email }).expect(200)
    expect(words(text)).toContain('For Nia Okafor')
    expect(words(text)).toContain(email)
    expect(words(text)).toContain('This password is shown only now')
    const password = passwordIn(text)
    expect(password).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect((await signIn(email, password).expect(303)).headers.location).toBe('/nights/today')
    expect(words((await desk.get('/settings/staff')).text)).toContain('Nia Okafor Facilitator')
  })

  test('gets a password that is kept as a slow hash and is nowhere else: in no list, no entry, no other page', async () => {
    const email = aMail()
    const fields = { once: newId(), name: 'Nia Okafor', email, role: 'evaluator', agency: '' }
    const password = passwordIn((await desk.post('/settings/staff', fields).expect(200)).text)
    const [account] = await court.rows<{ password_hash: string }>('select * from accounts where email = $1', [email])
    expect(account?.password_hash).toMatch(/^\$argon2id\$/)
    const kept = await court.rows('select * from register_entries where program_id = $1', [program.id])
    const later = await desk.get('/settings/staff')
    const again = await desk.post('/settings/staff', fields)
    for (const place of [JSON.stringify(account), JSON.stringify(kept), later.text, again.text])
      expect(place).not.toContain(password)
    expect(words(again.text)).not.toContain('first password:')
  })

  test('reads on the paper at which address to sign in, where the house knows its own', () => {
    const nia = { name: 'Nia Okafor', email: 'nia@court.test', role: 'facilitator' } as const
    const paper = (origin: string | null) => firstPage(nia, 'ABCD-EFGH-JKMN-PQRS', program.coordinator, origin)
    expect(paper('https://court.example.org').address).toBe('https://court.example.org/in')
    expect(paper(null).address).toBeNull()
  })

  test('is entered in the register without a name and without an e-mail', async () => {
    const email = aMail()
    await give({ email, role: 'officer', agency: 'Oak Street Police' }).expect(200)
    const [held] = await heldBy(email)
    expect(held).toMatchObject({ role: 'officer', agency: 'Oak Street Police', program_id: program.id })
    expect(await actsOf(program)).toEqual([
      {
        act: 'account-given',
        thing: 'membership',
        thing_id: held?.id,
        particulars: { role: 'officer', password: 'first' },
        account_id: program.coordinator.accountId,
      },
    ])
  })
})

describe('Somebody who has an account', () => {
  test('in another court keeps its password, and the page says no more than that', async () => {
    const river = await court.aProgram({ name: 'River Youth Court' })
    const email = aMail()
    await aMember(court, river, email, 'evaluator')
    const [before] = await court.rows('select password_hash from accounts where email = $1', [email])
    const { headers } = await give({ email: email.toUpperCase() }).expect(303)
    expect(headers.location).toBe('/settings/staff')
    const { text } = await desk.get('/settings/staff')
    expect(words(text)).toContain(
      'Ada Marked-Name works here now. Role: Facilitator. They can sign in with the password they have.',
    )
    expect(text).not.toContain('River Youth')
    expect(passwordIn(words(text))).toBe('')
    expect(await court.rows('select password_hash from accounts where email = $1', [email])).toEqual([before])
    expect((await signIn(email, PASSWORD).expect(303)).headers.location).toBe('/in/choose')
    expect((await actsOf(program)).map(entry => entry.particulars)).toEqual([{ role: 'facilitator', password: 'kept' }])
    expect(await actsOf(river)).toEqual([])
  })

  test('here, takes a second role; the same role twice is refused and what was typed stays', async () => {
    const email = aMail()
    await aMember(court, program, email, 'coordinator')
    await give({ email }).expect(303)
    const refused = await give({ email, name: 'Typed Before' }).expect(409)
    expect(words(refused.text)).toContain('has this role here already')
    expect(refused.text).toContain('value="Typed Before"')
    expect(refused.text).toContain(`value="${email}"`)
    expect(await heldBy(email)).toHaveLength(2)
    expect(await actsOf(program)).toHaveLength(1)
  })

  test('is one account, even if two courts give it a role in the same moment', async () => {
    const river = await court.aProgram()
    const wish = { name: 'Ina Instant', email: aMail(), role: 'facilitator', agency: null } as const
    const given = await Promise.all(
      [program, river].map(one => giveRole(court, enter, { ...one.coordinator, once: newId() }, wish)),
    )
    expect(await court.rows('select from accounts where email = $1', [wish.email])).toHaveLength(1)
    expect((await heldBy(wish.email)).map(one => one.program_id).toSorted()).toEqual([program.id, river.id].toSorted())
    expect(given.filter(one => 'password' in one && one.password !== null)).toHaveLength(1)
  })
})

describe('A role that is not well asked for', () => {
  test.each([
    ['without a name', { name: ' ' }, 'Fill this in'],
    ['with an e-mail that is none', { email: 'nia at court' }, 'Type an e-mail address'],
    ['with no role', { role: '' }, 'Choose one'],
    ['as a young person, who comes with a slip', { role: 'youth' }, 'Choose one'],
    ['for an officer who comes from nowhere', { role: 'officer', agency: '' }, 'Fill this in'],
  ] as const)('%s is not given, and what was typed stays', async (_what, wish, why) => {
    const before = await court.rows('select from accounts')
    const { text } = await give({
      name: 'Typed Before',
      email: 'typed@before.test',
      agency: 'The Agency',
      ...wish,
    }).expect(422)
    expect(words(text)).toContain(why)
    expect(text).toMatch(/<title>Error: Staff/)
    if (!('name' in wish)) expect(text).toContain('value="Typed Before"')
    if (!('email' in wish)) expect(text).toContain('value="typed@before.test"')
    expect(await court.rows('select from accounts')).toHaveLength(before.length)
    expect(await actsOf(program)).toEqual([])
  })
})

describe('A role that ends', () => {
  test('is asked about once more, and then its sessions are over at once', async () => {
    const email = aMail()
    const nia = { ...(await aMember(court, program, email, 'facilitator')), name: 'Nia' }
    const hers = await house.as(nia)
    await hers.get('/me').expect(200)
    const asked = await desk.get(`/settings/staff/${nia.membershipId}/end`).expect(200)
    expect(words(asked.text)).toContain('End the role of Ada Marked-Name?')
    expect(words(asked.text)).toContain('a room with this name beside it needs somebody else')
    await hers.get('/me').expect(200)
    expect((await end(nia).expect(303)).headers.location).toBe('/settings/staff')
    await hers.get('/me').expect(303)
    await signIn(email, PASSWORD).expect(401)
    const { text } = await desk.get('/settings/staff')
    expect(words(text)).toContain('The role has ended.')
    expect(words(text)).not.toContain('Ada Marked-Name')
    expect((await actsOf(program)).at(-1)).toEqual({
      act: 'role-ended',
      thing: 'membership',
      thing_id: nia.membershipId,
      particulars: { role: 'facilitator' },
      account_id: program.coordinator.accountId,
    })
  })

  test('and is given again opens none of the old sessions', async () => {
    const email = aMail()
    const nia = await aMember(court, program, email, 'facilitator')
    const old = await house.as(nia)
    await end(nia).expect(303)
    await give({ email }).expect(303)
    await old.get('/me').expect(303)
    await signIn(email, PASSWORD).expect(303)
  })

  test('leaves the other roles of the same person as they are', async () => {
    const email = aMail()
    const first = await aMember(court, program, email, 'facilitator')
    const second = await aMember(court, program, email, 'evaluator')
    const reads = await house.as(second)
    await end(first).expect(303)
    await reads.get('/me').expect(200)
  })

  test('ends once', async () => {
    await end(program.officer).expect(303)
    const { text } = await end(program.officer).expect(409)
    expect(words(text)).toContain('This role has been ended already.')
    await desk.get(`/settings/staff/${program.officer.membershipId}/end`).expect(404)
    expect(await actsOf(program)).toHaveLength(1)
  })

  test('is nobody’s of another court, no young person’s, and none that was never there', async () => {
    const river = await court.aProgram()
    const jordan = await aYouth(court, program)
    for (const id of [river.officer.membershipId, jordan.membershipId, newId(), 'x', program.officer.accountId]) {
      await desk.get(`/settings/staff/${id}/end`).expect(404)
      await desk.post(`/settings/staff/${id}/end`).expect(404)
    }
    const ended = await court.rows('select from memberships where ended_at is not null and id = any($1)', [
      [river.officer.membershipId, jordan.membershipId],
    ])
    expect(ended).toHaveLength(0)
  })
})

describe('The last coordinator', () => {
  test('cannot end their own role: the page offers no such link, and whoever asks all the same is told what to do first', async () => {
    const { text } = await desk.get('/settings/staff')
    expect(words(text)).toContain('The only coordinator')
    expect(text).not.toContain(`/settings/staff/${program.coordinator.membershipId}/end`)
    const asked = await desk.get(`/settings/staff/${program.coordinator.membershipId}/end`).expect(409)
    const refused = await end(program.coordinator).expect(409)
    for (const answer of [asked, refused])
      expect(words(answer.text)).toContain('Give somebody else this role first, then end this one.')
    await desk.get('/me').expect(200)
    expect(await actsOf(program)).toEqual([])
  })

  test('who is one of two may go, and is signed out', async () => {
    await program.another('coordinator', 'Second Coordinator')
    const asked = await desk.get(`/settings/staff/${program.coordinator.membershipId}/end`).expect(200)
    expect(words(asked.text)).toContain('You will be signed out at once')
    expect((await end(program.coordinator).expect(303)).headers.location).toBe('/in')
    expect(words((await desk.get('/in').expect(200)).text)).toContain('Your role has ended, and you are signed out.')
    await desk.get('/settings/staff').expect(303)
  })

  test('is still there after two coordinators ended each other’s role in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await court.aProgram()
      const [dana, second] = [one.coordinator, await one.another('coordinator')]
      const answers = await Promise.all([
        endRole(court, enter, { ...dana, once: newId() }, second.membershipId ?? ''),
        endRole(court, enter, { ...second, once: newId() }, dana.membershipId ?? ''),
      ])
      expect(answers.filter(answer => 'refused' in answer)).toEqual([{ refused: 'last-coordinator' }])
      const left = await court.rows(
        `select from memberships where program_id = $1 and role = 'coordinator' and ended_at is null`,
        [one.id],
      )
      expect(left).toHaveLength(1)
    }
  })
})

describe('A lost password', () => {
  const renew = (who: Actor, visitor = desk) => visitor.post(`/settings/staff/${who.membershipId}/password`, {})

  test('is replaced at the desk by one that is shown once; the old one and every open session end', async () => {
    const email = aMail()
    const sheet = await give({ email }).expect(200)
    const first = passwordIn(sheet.text)
    const theirs = house.visitor()
    await signIn(email, first, theirs).expect(303)
    const [{ id } = { id: '' }] = await heldBy(email)
    const renewed = await renew({ membershipId: id } as Actor).expect(200)
    const second = passwordIn(renewed.text)
    expect(second).not.toBe(first)
    expect((await theirs.get('/me')).status).toBe(303)
    await signIn(email, first).expect(401)
    await signIn(email, second).expect(303)
    const entered = await court.rows(
      `select particulars from register_entries where act = 'password-renewed' and thing_id = $1`,
      [id],
    )
    expect(entered).toEqual([{ particulars: {} }])
  })

  test('is no business of another court, and one’s own is changed on one’s own page', async () => {
    const other = await house.as((await court.aProgram()).coordinator)
    const helper = await program.another('facilitator')
    expect((await renew(helper, other)).status).toBe(404)
    expect(words((await renew(program.coordinator).expect(409)).text)).toContain('changed on your own page')
  })
})
