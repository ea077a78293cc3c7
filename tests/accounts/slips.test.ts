import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { act } from '#court'
import { issueSlip, revokeSlips } from '#court/accounts'
import { giveAccount } from '#court/people'
import { newId } from '#platform/ids'
import { hashSecret } from '#platform/passwords'
import { newCode, printed, readCode } from '../../src/court/accounts/slip.ts'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aPerson } from '../notices/support.ts'
import { aHouse, type House } from '../support/house.ts'
import { aMember, aSlip, aYouth, entriesOf, PASSWORD } from './members.ts'

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

const tryCode = (code: string) => house.visitor().post('/d', { code })

describe('A page that was opened with a slip', () => {
  const signedIn = async () => {
    const visitor = house.visitor()
    await visitor.post('/d', { code: await aSlip(court, program, await aYouth(court, program)) }).expect(303)
    return visitor
  }

  test('and was left alone for too long leads back to the door for slips, with a line why', async () => {
    const visitor = await signedIn()
    court.setClock('2026-03-04T15:16:00Z')
    for (const path of ['/home', '/dates', '/'])
      expect((await visitor.get(path).expect(303)).headers.location).toBe('/d?ended=yes')
    expect((await visitor.get('/d?ended=yes').expect(200)).text).toContain('You were signed out because nobody used')
    expect((await visitor.post('/dates/x/answer', { answer: 'yes' }).expect(401)).text).toContain('href="/d?ended=yes"')
  })

  test('says at the door for whom the device is open, and shows the way there', async () => {
    const visitor = await signedIn()
    const { text } = await visitor.get('/d').expect(200)
    expect(text).toContain('This device is open for Jordan now.')
    expect(text).toContain('href="/home"')
  })

  test('without a case and without a duty says so, and what one can do', async () => {
    const personId = await aPerson(court, program, { calledName: 'Ilse' })
    await act(court, program.coordinator, tx => giveAccount(court, tx, program.coordinator, personId, 'youth'))
    const ilse = await house.as(await asPerson(court, program, personId, 'youth'))
    expect((await ilse.get('/').expect(303)).headers.location).toBe('/home')
    const { text } = await ilse.get('/home').expect(200)
    expect(text).toContain('Nothing to do right now')
    expect(text).toContain('No date and no promise waits for you here.')
    for (const path of ['/dates', '/credits', '/agreement', '/me'])
      expect((await ilse.get(path)).status, path).toBe(200)
  })

  test('leads staff who sign in later on the same device to their own door again', async () => {
    const visitor = await signedIn()
    expect(visitor.cookie('door')).toBe('slip')
    await visitor.post('/out').expect(303)
    court.setClock(STOPPED_AT)
    const email = `later-${newId()}@court.test`
    await aMember(court, program, email)
    await visitor.post('/in', { email, password: PASSWORD, to: '/' }).expect(303)
    expect(visitor.cookie('door')).toBeUndefined()
  })
})

describe('A code', () => {
  test('has four signs to find it by and ten that nobody can mistake for others', () => {
    for (let n = 0; n < 200; n += 1) {
      const code = newCode()
      expect(printed(code)).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/)
      expect(printed(code)).not.toMatch(/[01ILOU]/)
      expect(readCode(printed(code))).toEqual(code)
    }
  })

  test('is read as people type it', () => {
    const code = { selector: 'AB23', secret: 'CDEFGH4567' }
    for (const typed of [
      'AB23-CDEFG-H4567',
      ' ab23 cdefg h4567 ',
      'ab23cdefgh4567',
      'AB23–CDEFG—H4567',
      'ＡＢ２３-CDEFG-H4567',
    ])
      expect(readCode(typed)).toEqual(code)
    for (const typed of [
      '',
      'AB23',
      'AB23-CDEFG-H456',
      'AB23-CDEFG-H45677',
      'AB23-CDEFG-H456O',
      'AB23-CDEFG-H456%',
      'x'.repeat(60),
    ])
      expect(readCode(typed)).toBeNull()
  })
})

describe('A slip', () => {
  test('lets a young person in, once', async () => {
    const jordan = await aYouth(court, program)
    const code = await aSlip(court, program, jordan)
    const phone = house.visitor()
    expect((await phone.post('/d', { code: code.toLowerCase() }).expect(303)).headers.location).toBe('/home')
    await phone.get('/me').expect(200)
    const { text } = await tryCode(code).expect(401)
    expect(text).toContain('This code does not work')
    expect((await entriesOf(court, jordan.accountId)).map(entry => entry.act)).toEqual(['signed-in'])
  })

  test('tried by fourteen at once lets one in', async () => {
    const code = await aSlip(court, program, await aYouth(court, program))
    const statuses = (await Promise.all(Array.from({ length: 14 }, () => tryCode(code)))).map(answer => answer.status)
    expect(statuses.filter(status => status === 303)).toHaveLength(1)
    expect(statuses.filter(status => status === 401)).toHaveLength(13)
  })

  test('for several days lets in until its last minute, again and again', async () => {
    const to = new Date(Date.parse(STOPPED_AT) + 7 * 86_400_000)
    const code = await aSlip(court, program, await aYouth(court, program), { singleUse: false, to })
    await tryCode(code).expect(303)
    court.setClock(new Date(to.getTime() - 1).toISOString())
    await tryCode(code).expect(303)
    court.setClock(to.toISOString())
    await tryCode(code).expect(401)
  })

  test('does not let in before its time', async () => {
    const from = new Date(Date.parse(STOPPED_AT) + 60_000)
    const code = await aSlip(court, program, await aYouth(court, program), { from })
    await tryCode(code).expect(401)
    court.setClock(from.toISOString())
    await tryCode(code).expect(303)
  })

  test('that was taken back, or printed anew, lets nobody in', async () => {
    const jordan = await aYouth(court, program)
    const first = await aSlip(court, program, jordan)
    const second = await aSlip(court, program, jordan)
    await tryCode(first).expect(401)
    const revoked = await act(court, program.coordinator, tx =>
      revokeSlips(court, tx, program.coordinator, jordan.membershipId ?? ''),
    )
    expect(revoked).toBe(1)
    await tryCode(second).expect(401)
  })

  test('is kept as a slow hash, and its code is nowhere in the books', async () => {
    const code = readCode(await aSlip(court, program, await aYouth(court, program)))
    const [row] = await court.rows<{ secret_hash: string }>('select * from slips where selector = $1', [code?.selector])
    expect(row?.secret_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(JSON.stringify(row)).not.toContain(code?.secret)
  })

  test('can be made by the desk only', async () => {
    const jordan = await aYouth(court, program)
    const wish = {
      membershipId: jordan.membershipId ?? '',
      from: court.now(),
      to: new Date(court.now().getTime() + 1),
      singleUse: true,
    }
    await expect(act(court, program.officer, tx => issueSlip(court, tx, program.officer, wish))).rejects.toThrow()
    const other = await court.aProgram()
    await expect(act(court, other.coordinator, tx => issueSlip(court, tx, other.coordinator, wish))).rejects.toThrow()
  })

  test('opens nothing by being looked at: only the button counts', async () => {
    const code = await aSlip(court, program, await aYouth(court, program))
    await house.visitor().get(`/d?code=${code}`).expect(200)
    await house.visitor().get('/d').expect(200)
    await house.visitor().agent.head('/d').expect(200)
    await tryCode(code).expect(303)
  })
})

describe('Guessing', () => {
  test('at a slip that is known to be out stops after fifteen tries an hour, even for the right code', async () => {
    const jordan = await aYouth(court, program)
    const code = await aSlip(court, program, jordan)
    const guess = () => `${code.slice(0, 4)}-${printed(newCode()).slice(5)}`
    const answers = await Promise.all(Array.from({ length: 40 }, () => tryCode(guess())))
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([401]))
    await tryCode(code).expect(401)
    const refused = (await entriesOf(court, jordan.accountId)).filter(entry => entry.act === 'sign-in-refused')
    expect(refused).toHaveLength(15)
  })

  test('gives the same page for a code that is wrong, used, too old or never was', async () => {
    const used = await aSlip(court, program, await aYouth(court, program))
    await tryCode(used).expect(303)
    const pages = []
    for (const code of [used, 'ZZZZ-ZZZZZ-ZZZZZ', 'not a code at all', `${used.slice(0, 4)}-ZZZZZ-ZZZZZ`]) {
      const { status, text } = await tryCode(code)
      pages.push(`${status} ${text.replaceAll(/(once" value|nonce)="[^"]+"/g, '').replaceAll(code, 'CODE')}`)
    }
    expect(new Set(pages).size).toBe(1)
  })
})

describe('A whole school', () => {
  test('comes in on one night from one network: two hundred codes, two hundred phones', async () => {
    await court.rows('delete from attempts')
    const secretHash = await hashSecret('CDEFGH4567')
    const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
    const codes = Array.from({ length: 200 }, (_, n) => `9${signs[Math.floor(n / 30)]}${signs[n % 30]}Z`)
    for (const selector of codes) await seated(selector, secretHash)
    const answers = await Promise.all(codes.map(selector => tryCode(`${selector}-CDEFG-H4567`)))
    expect(answers.filter(answer => answer.status === 303)).toHaveLength(200)
  })

  const seated = async (selector: string, secretHash: string): Promise<void> => {
    const [account, membership] = [newId(), newId()]
    await court.rows('insert into accounts (id, display_name, made_at) values ($1, $2, now())', [account, selector])
    await court.rows(
      `insert into memberships (program_id, id, account_id, role, since) values ($1, $2, $3, 'youth', now())`,
      [program.id, membership, account],
    )
    await court.rows(
      `insert into slips (program_id, id, membership_id, selector, secret_hash, valid_from, valid_to, single_use, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, true, now())`,
      [program.id, newId(), membership, selector, secretHash, STOPPED_AT, '2026-03-05T03:00:00Z'],
    )
  }
})
