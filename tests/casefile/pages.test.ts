import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logContact } from '#court/cases'
import { docketCase } from '#court/hearings'
import { putInEffect } from '#court/obligations'
import { aContactingCase, aReadyCase, aReferredCase, anUnsignedCase, must } from '../support/cases.ts'
import { aCourt, asPerson, type Program, type TestCourt } from '../support/court.ts'
import { aSigned, aTerm, given, ours, service } from '../support/dispositions.ts'
import { anAccountFor } from '../support/hearing.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { readMarkup } from '../support/markup.ts'
import { aNight } from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program
let dana: Visitor

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
  program = await court.aProgram()
  dana = await house.as(program.coordinator)
})

afterAll(async () => {
  await house.close()
  await court.close()
})

const looksAt = async (caseId: string): Promise<number> =>
  (
    await court.rows(`select from register_entries where case_id = $1 and act = 'looked-at' and account_id = $2`, [
      caseId,
      program.coordinator.accountId,
    ])
  ).length

describe('the case page', () => {
  it('shows a coordinator what is next, and strengths before the matter', async () => {
    const made = await anUnsignedCase(court, program)
    const { text } = await dana.get(`/cases/${made.no}`).expect(200)
    expect(text).toContain('Jordan T.')
    expect(text).toContain('Ask the family for their yes')
    expect(text).toContain(`/cases/${made.no}/consents`)
    expect(text.indexOf('cooks for two brothers')).toBeGreaterThan(0)
    expect(text.indexOf('cooks for two brothers')).toBeLessThan(text.indexOf('What happened</dt>'))
    expect(text).toContain('Rosa Tran')
    expect(text).toContain('Write in Spanish')
    expect(text).not.toContain('Put two shirts into a bag')
  })

  it('enters each look in the register, and shows who looked (rule 47)', async () => {
    const made = await aReferredCase(court, program)
    await dana.get(`/cases/${made.no}`).expect(200)
    const { text } = await dana.get(`/cases/${made.no}`).expect(200)
    expect(await looksAt(made.caseId)).toBe(2)
    expect(text).toContain('Who looked at this case')
  })

  it('shows looks that follow upon one another in one line (rule 47)', async () => {
    const made = await aReferredCase(court, program)
    const sam = await house.as(await program.another('coordinator', 'Sam Ortiz'))
    await dana.get(`/cases/${made.no}`).expect(200)
    for (let look = 0; look < 3; look += 1) await sam.get(`/cases/${made.no}`).expect(200)
    const text = readMarkup((await dana.get(`/cases/${made.no}`).expect(200)).text).words
    expect(text).toMatch(/Sam Ortiz, \S+ · looked 3 times/)
    expect(text.match(/Sam Ortiz,/g)).toHaveLength(1)
  })

  it('shows the letters of the case in the log, those that went out and those that wait', async () => {
    const made = await aReferredCase(court, program)
    const text = readMarkup((await dana.get(`/cases/${made.no}?log=letters`).expect(200)).text).words
    expect(text).toMatch(/The court wrote: Referral received/)
    expect(text).not.toContain('Nothing of this kind yet.')
  })

  it('says when the first meeting is, where that was agreed', async () => {
    const { caseId, no } = await aContactingCase(court, program)
    const call = { on: '2026-03-04', way: 'phone', withWhom: 'guardian', note: null, nextStep: null } as const
    must(
      await logContact(court, program.coordinator, caseId, {
        ...{ ...call, agreed: true, meetOn: '2026-03-10', meetAt: '17:30' },
      }),
    )
    for (const page of [`/cases/${no}`, '/today'])
      expect((await dana.get(page).expect(200)).text, page).toContain(
        'Agreed for Mar 10, 5:30 PM. Ask first what Jordan',
      )
  })

  it('shows in the journey that a hearing was missed, also while it is talked about whether to go on', async () => {
    const made = await aReadyCase(court, program)
    const night = await aNight(court, program)
    must(await docketCase(court, program.coordinator, { caseNo: made.no, nightId: night.id, roomId: night.roomId }))
    await court.rows(`update hearings set status = 'missed' where case_id = $1`, [made.caseId])
    await court.rows(`update cases set status = 'noncompliance_review', missed_hearings = 2 where id = $1`, [
      made.caseId,
    ])
    const { text } = await dana.get(`/cases/${made.no}`).expect(200)
    expect(text).toContain('missed on Mar 19, 2 times so far')
    expect(text).toMatch(/<li class="now"[^]*?Hearing<\/b>/)
  })

  it('is not the only page that is entered: so is each list of young people, whoever is on it (rule 47)', async () => {
    for (const list of ['/today', '/cases', '/people']) await dana.get(list).expect(200)
    const looks = await court.rows<{ thing: string }>(
      `select thing from register_entries where act = 'looked-at' and case_id is null order by id desc limit 3`,
    )
    expect(looks.map(one => one.thing).toSorted()).toEqual(['case-list', 'people-list', 'today'])
  })

  it('shows promises both ways, with the number in words', async () => {
    const own = await court.aProgram()
    const jordan = await aSigned(court, own, [aTerm(), service, ours])
    given(await putInEffect(court, own.coordinator, jordan.dispositionId))
    const { text } = await (await house.as(own.coordinator)).get(`/cases/${jordan.no}`).expect(200)
    expect(text).toContain('What Jordan promised')
    expect(text).toContain('0 of 2 nights')
    expect(text).toContain('0 of 12 hours')
    expect(text).toContain('What we promised Jordan')
    expect(text).toContain('Introduce Jordan to an art mentor')
    expect(text).toContain('put the agreement in effect')
  })

  it('is not there for an officer, a facilitator, an evaluator, a young person or a family', async () => {
    const made = await aReferredCase(court, program)
    await anAccountFor(court, program, made.respondentId, 'youth')
    await anAccountFor(court, program, made.guardianId, 'family')
    const others = [
      program.officer,
      program.facilitator,
      program.evaluator,
      await asPerson(court, program, made.respondentId, 'youth'),
      await asPerson(court, program, made.guardianId, 'family'),
    ]
    for (const other of others) {
      const visitor = await house.as(other)
      for (const path of [
        `/cases/${made.no}`,
        '/cases',
        '/today',
        '/people',
        `/people/${made.respondentId}`,
        '/search?q=jordan',
      ])
        expect((await visitor.get(path)).status, `${other.role} at ${path}`).toBe(404)
    }
  })

  it('is not there for the coordinator of another program, who leaves no look behind', async () => {
    const made = await aReadyCase(court, program)
    const other = await court.aProgram()
    const stranger = await house.as(other.coordinator)
    await stranger.get(`/cases/${made.no}`).expect(404)
    await stranger.get(`/people/${made.respondentId}`).expect(404)
    expect(await looksAt(made.caseId)).toBe(0)
    expect(
      await court.rows(`select from register_entries where program_id = $1 and act = 'looked-at'`, [other.id]),
    ).toEqual([])
  })

  it('tells what happened in words', async () => {
    const made = await aContactingCase(court, program)
    const all = await dana.get(`/cases/${made.no}`).expect(200)
    for (const words of ['opened the case', 'started the screening', 'admitted the case'])
      expect(all.text).toContain(`</b> ${words}</p>`)
    const promises = await dana.get(`/cases/${made.no}?log=promises`).expect(200)
    expect(promises.text).toContain('Nothing of this kind yet.')
  })

  it('names nobody in its title or in any address of its own', async () => {
    const made = await aReferredCase(court, program, {
      calledName: 'Quillon',
      lastName: 'Zweigler',
      guardianCalledName: 'Ottoline',
      guardianLastName: 'Zweigler',
    })
    for (const path of [`/cases/${made.no}`, '/cases', '/today', '/people', `/people/${made.respondentId}`]) {
      const { text } = await dana.get(path).expect(200)
      expect(/<title>([^<]*)/.exec(text)?.[1]).not.toMatch(/Quillon|Zweigler/)
      for (const [, href = ''] of text.matchAll(/(?:href|action)="([^"]*)"/g))
        expect(href).not.toMatch(/quillon|zweigler|ottoline/i)
    }
  })

  it('does not fall over a number that is none', async () => {
    for (const no of ['99-9999', 'x', '%F0%9F%92%A9', "1'--"]) await dana.get(`/cases/${no}`).expect(404)
  })
})

describe('the list of cases', () => {
  it('holds the cases to a step, to whom they wait for and to a name, each filter a chip that can be taken off', async () => {
    const own = await court.aProgram()
    const visitor = await house.as(own.coordinator)
    const sam = await aReferredCase(court, own, { calledName: 'Sam', lastName: 'Réyes' })
    const noor = await anUnsignedCase(court, own, { calledName: 'Noor', lastName: 'Aziz' })
    const all = await visitor.get('/cases').expect(200)
    expect(all.text).toContain('2 cases')
    const families = await visitor.get('/cases?waiting=family').expect(200)
    expect(families.text).toContain(noor.no)
    expect(families.text).not.toContain(sam.no)
    const named = await visitor.get('/cases?q=reyes').expect(200)
    expect(named.text).toContain('Sam R.')
    expect(named.text).not.toContain('Noor')
    const numbered = await visitor.get(`/cases?q=${noor.no}`).expect(200)
    expect(numbered.text).toContain('Noor A.')
    expect(numbered.text).not.toContain('Sam R.')
    const none = await visitor.get('/cases?step=agreement').expect(200)
    expect(none.text).toContain('No case matches')
    expect(none.text).toContain('2 are hidden by your filters.')
  })

  it('says to a court without cases how the first one comes', async () => {
    const own = await court.aProgram()
    const visitor = await house.as(own.coordinator)
    const { text } = await visitor.get('/cases').expect(200)
    expect(text).toContain('A referral from a school or police officer starts one.')
  })

  it('sorts by every column, turns pages, and takes nonsense for nothing asked', async () => {
    for (const query of [
      'sort=name',
      'sort=no&back=1',
      'sort=step',
      'sort=since',
      'page=2',
      'sort=x&page=-1&step=y&waiting=z',
      'q[]=a&q[]=b',
      `q=${'a'.repeat(5_000)}`,
    ])
      await dana.get(`/cases?${query}`).expect(200)
  })
})

describe('today', () => {
  it('lists what waits, with who and how long and one button each', async () => {
    const own = await court.aProgram()
    const visitor = await house.as(own.coordinator)
    const made = await aContactingCase(court, own, { calledName: 'Mika', lastName: 'Lund' })
    const { text } = await visitor.get('/today').expect(200)
    expect(text).toContain('1 thing waits for you')
    expect(text).toContain('Reach Mika’s family')
    expect(text).toContain(`href="/cases/${made.no}/contacts"`)
    expect(text).toContain('Waiting for you, since today')
  })

  it('says when nothing waits', async () => {
    const own = await court.aProgram()
    const visitor = await house.as(own.coordinator)
    const { text } = await visitor.get('/today').expect(200)
    expect(text).toContain('All clear')
  })
})

describe('people and search', () => {
  it('shows one person with every hat, and enters the look', async () => {
    const made = await aReferredCase(court, program)
    const { text } = await dana.get(`/people/${made.respondentId}`).expect(200)
    expect(text).toContain(`/cases/${made.no}`)
    expect(text).toContain('Young person')
    expect(text).toContain('Rosa Tran')
    const looks = await court.rows(
      `select from register_entries where person_id = $1 and act = 'looked-at' and thing = 'person'`,
      [made.respondentId],
    )
    expect(looks).toHaveLength(1)
    const guardian = await dana.get(`/people/${made.guardianId}`).expect(200)
    expect(guardian.text).toContain('in their care')
  })

  it('finds people by hat and by the beginning of a name', async () => {
    const own = await court.aProgram()
    const visitor = await house.as(own.coordinator)
    await aReferredCase(court, own, { calledName: 'Élise', lastName: 'Okafor' })
    const young = await visitor.get('/people?hat=young-person&q=elis').expect(200)
    expect(young.text).toContain('1 person')
    expect(young.text).toContain('Élise Okafor')
    const guardians = await visitor.get('/people?hat=guardian').expect(200)
    expect(guardians.text).not.toContain('Élise Okafor')
    await visitor.get('/people/not-an-id').expect(404)
  })

  it('enters that somebody searched, and never for what', async () => {
    const own = await court.aProgram()
    const visitor = await house.as(own.coordinator)
    const made = await aReferredCase(court, own, { calledName: 'Wilhelmina', lastName: 'Okonkwo' })
    const found = await visitor.get('/search?q=wilhel').expect(200)
    expect(found.text).toContain('Wilhelmina Okonkwo')
    expect(found.text).toContain(made.no)
    const [entry] = await court.rows<{ particulars: object }>(
      `select particulars from register_entries where program_id = $1 and act = 'searched'`,
      [own.id],
    )
    expect(entry?.particulars).toEqual({ cases: 1, people: 1 })
    expect(
      JSON.stringify(await court.rows('select * from register_entries where program_id = $1', [own.id])),
    ).not.toMatch(/wilhel/i)
  })

  it('shows, before anything is typed, what was opened last', async () => {
    const made = await aReferredCase(court, program)
    court.setClock('2026-03-04T15:01:00Z')
    await dana.get(`/cases/${made.no}`).expect(200)
    const { text } = await dana.get('/search').expect(200)
    expect(text).toContain('You opened last')
    expect(text).toContain(made.no)
  })
})
