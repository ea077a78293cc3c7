import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordProgress } from '#court/obligations'
import { asPerson, aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aDraft, aProposed, aSigned, aTerm, given, letter, money, ours, service } from '../support/dispositions.ts'
import { aNightRow, anAccountFor, type Jordan } from '../support/hearing.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { anAgreement } from '../support/obligations.ts'

let court: TestCourt
let house: House
let program: Program
let facilitator: Visitor
let coordinator: Visitor

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  house = await aHouse(court)
  facilitator = await house.as(program.facilitator)
  coordinator = await house.as(program.coordinator)
})
beforeEach(() => court.setClock(STOPPED_AT))
afterAll(async () => {
  await house.close()
  await court.close()
})

const at = (jordan: Jordan, step: string) => `/nights/${jordan.heldOn}/${jordan.position}/${step}`
const desk = (jordan: { no: string }, id: string, act = '') => `/cases/${jordan.no}/promises/${id}${act}`
const statusOf = async (id: string) =>
  (await court.rows<{ status: string }>('select status from obligations where id = $1', [id]))[0]?.status
const youthOf = async (jordan: Jordan) => house.as(await asPerson(court, program, jordan.respondentId, 'youth'))

describe('before the family leaves', () => {
  it('offers the open nights before the day, and with one tap the agreement counts and they are booked', async () => {
    const [night, late] = [await aNightRow(court, program, '2026-03-19'), await aNightRow(court, program, '2026-07-09')]
    const jordan = await aSigned(court, program)
    const page = await facilitator.get(at(jordan, 'book')).expect(200)
    expect(page.text).toContain('Jordan promised 2 jury nights, by Friday, May 29.')
    expect(page.text).toContain(night)
    expect(page.text).not.toContain(late)
    expect(page.text).toContain('Still to book: 2. Open before the day: 1.')
    await facilitator.post(at(jordan, 'book'), { nights: night }).expect(303).expect('location', at(jordan, 'book'))
    const after = await facilitator.get(at(jordan, 'book')).expect(200)
    expect(after.text).toContain('The agreement counts since Wednesday, March 4')
    expect(after.text).toContain('Thursday, March 19')
    expect(await court.rows('select 1 from obligations where case_id = $1', [jordan.caseId])).toHaveLength(3)
  })

  it('starts nothing while a name is missing (rule 29)', async () => {
    const jordan = await aProposed(court, program)
    expect((await facilitator.get(at(jordan, 'book')).expect(200)).text).toContain('Not everybody has signed')
    const page = await facilitator.post(at(jordan, 'book'), {}).expect(409)
    expect(page.text).toContain('A name is still missing.')
  })

  it('says in words when a night has filled up meanwhile, and keeps the choice', async () => {
    const full = await aNightRow(court, program, '2026-04-16', { places: 1 })
    const jordan = await aSigned(court, program)
    await anAgreement(court, program, [aTerm(), service], {}, [full])
    const page = await facilitator.post(at(jordan, 'book'), { nights: full }).expect(409)
    expect(page.text).toContain('One of these nights is full now.')
    expect(await court.rows('select 1 from obligations where case_id = $1', [jordan.caseId])).toEqual([])
  })
})

describe('the agreement at home', () => {
  it('shows both sides in plain words, and what comes next first', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter, ours])
    const youth = await youthOf(jordan)
    const page = await youth.get('/agreement').expect(200)
    expect(page.text).toContain('What you promised')
    expect(page.text).not.toContain('What Jordan promised')
    expect(page.text).toContain('What we promised')
    expect(page.text).toContain('0 of 12 hours')
    expect(page.text).toContain('0 of 2 nights')
    expect(page.text).toContain('0 of 3 done')
    expect(page.text).toContain('555-0100')
    expect(page.text.indexOf('What comes next')).toBeLessThan(page.text.indexOf('What you promised'))
    expect(page.text).not.toMatch(/offen[cs]e|respondent|defendant|sanction|violation|failure/i)
  })

  it('can be read before it counts, by the young person and a guardian, with how it is signed (rule 29)', async () => {
    const jordan = await aProposed(court, program)
    await anAccountFor(court, program, jordan.respondentId, 'youth')
    await anAccountFor(court, program, jordan.guardianId, 'family')
    const before = await court.rows(`select 1 from register_entries where case_id = $1 and act = 'looked-at'`, [
      jordan.caseId,
    ])
    for (const [personId, role] of [
      [jordan.respondentId, 'youth'],
      [jordan.guardianId, 'family'],
    ] as const) {
      const page = await (await house.as(await asPerson(court, program, personId, role))).get('/agreement').expect(200)
      expect(page.text).toContain(`What the jury decided for ${role === 'youth' ? 'you' : 'Jordan'}`)
      expect(page.text).toContain('Help in the community')
      expect(page.text).toContain('Introduce Jordan to an art mentor')
      expect(page.text).toContain('You sign it together with us')
      expect(page.text).toMatch(/Young person[^<]*<\/span>/)
      expect(page.text).not.toContain('Nothing agreed yet')
      expect(page.text).not.toMatch(/\/send|\/time|removal/)
    }
    const looks = await court.rows(`select 1 from register_entries where case_id = $1 and act = 'looked-at'`, [
      jordan.caseId,
    ])
    expect(looks).toHaveLength(before.length + 2)
  })

  it('shows what is proposed to its own family only, and nothing while the jury is still writing', async () => {
    const [jordan, draft] = [await aProposed(court, program), await aDraft(court, program, [aTerm()])]
    await anAccountFor(court, program, draft.respondentId, 'youth')
    const page = await (await youthOf(draft)).get('/agreement').expect(200)
    expect(page.text).not.toContain('What the jury decided')
    expect(page.text).toContain('After the hearing, the promises of both sides are here.')
    expect(page.text).not.toContain(jordan.no)
  })

  it('is the same for a parent, one agreement for each child, and nobody else’s', async () => {
    const [jordan, other] = [
      await anAgreement(court, program),
      await anAgreement(court, program, [aTerm(), { ...service, title: 'Paint the hall' }]),
    ]
    const rosa = await house.as(await asPerson(court, program, jordan.guardianId, 'family'))
    const page = await rosa.get('/agreement').expect(200)
    expect(page.text).toContain('Help in the community')
    expect(page.text).not.toContain('Paint the hall')
    expect(page.text).not.toContain('href="/dates"')
    await rosa.get(`/agreement/${other.promise('community-service')}/send`).expect(404)
    await rosa
      .post(`/agreement/${other.promise('community-service')}/send`, { amount: '1', doneOn: '2026-03-04' })
      .expect(404)
    await coordinator.get('/agreement').expect(404)
  })

  it('takes hours with the place and who saw them, and says that we are reading it (rule 33)', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await youthOf(jordan)
    const hours = jordan.promise('community-service')
    await youth.get(`/agreement/${hours}/send`).expect(200)
    await youth
      .post(`/agreement/${hours}/send`, {
        amount: '3½',
        doneOn: '2026-03-04',
        place: 'Food Pantry',
        supervisor: 'Pat Green',
      })
      .expect(303)
    const page = await youth.get(`/agreement/${hours}/send`).expect(200)
    expect(page.text).toContain('We are reading it')
    expect(page.text).toContain('3½ hours')
    expect(page.text).toContain('Food Pantry, seen by Pat Green')
    expect(await statusOf(hours)).toBe('submitted')
  })

  it('keeps what was typed when something is wrong with it', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const youth = await youthOf(jordan)
    const page = await youth
      .post(`/agreement/${jordan.promise('community-service')}/send`, {
        amount: 'many',
        doneOn: '2026-03-04',
        place: 'Pantry',
      })
      .expect(422)
    expect(page.text).toContain('href="#amount"')
    expect(page.text).toContain('value="many"')
    const tomorrow = await youth
      .post(`/agreement/${jordan.promise('apology-letter')}/send`, {
        amount: '1',
        doneOn: '2026-03-05',
        words: 'Dear Sam,\n\nI am sorry.',
      })
      .expect(409)
    expect(tomorrow.text).toContain('Choose a day that has already been.')
    expect(tomorrow.text).toContain('I am sorry.')
  })

  it('sends no money above what was agreed (rule 38), and jury service not at all (rule 35)', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, money])
    const youth = await youthOf(jordan)
    const page = await youth
      .post(`/agreement/${jordan.promise('restitution')}/send`, { amount: '80.01', doneOn: '2026-03-04' })
      .expect(409)
    expect(page.text).toContain('That is more than was agreed.')
    expect((await youth.get(`/agreement/${jordan.promise('jury-service')}/send`)).text).toContain(
      'We write down that you were there.',
    )
    await youth
      .post(`/agreement/${jordan.promise('jury-service')}/send`, { amount: '1', doneOn: '2026-03-04' })
      .expect(409)
  })

  it('asks for more time before the lateness is shown, and shows the answer (rule 39)', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await youthOf(jordan)
    const hours = jordan.promise('community-service')
    await youth
      .post(`/agreement/${hours}/time`, { newDueOn: '2026-06-12', asked: 'The pantry is closed in May.' })
      .expect(303)
    expect((await youth.get(`/agreement/${hours}/time`)).text).toContain('Not answered yet')
    const page = await coordinator.get(desk(jordan, hours)).expect(200)
    expect(page.text).toContain('The pantry is closed in May.')
    const [, id = ''] = /name="extensionId" value="([^"]+)"/.exec(page.text) ?? []
    await coordinator
      .post(desk(jordan, hours, '/extension/answer'), {
        extensionId: id,
        answer: 'granted',
        grantedDay: '',
        answerReason: 'It opens again in June',
      })
      .expect(303)
    const home = await youth.get(`/agreement/${hours}/time`).expect(200)
    expect(home.text).toContain('Yes: Friday, June 12. It opens again in June')
    expect(home.text).not.toContain('name="newDueOn"')
  })

  it('says the good news first when every promise is kept, and what we still have to keep', async () => {
    const jordan = await anAgreement(court, program)
    await court.rows('set session_replication_role = replica')
    await court.rows(`update obligations set status = 'satisfied' where case_id = $1 and owed_by = 'young-person'`, [
      jordan.caseId,
    ])
    await court.rows('set session_replication_role = default')
    const page = await (await youthOf(jordan)).get('/agreement').expect(200)
    expect(page.text).toContain('You kept every promise.')
    expect(page.text).toContain('We have one left to keep: Introduce Jordan to an art mentor.')
  })

  it('says that nothing more is asked where a promise was waived, and praises nobody for it (rule 42)', async () => {
    const jordan = await anAgreement(court, program)
    await court.rows(
      `update obligations set status = 'waived', end_reason = 'moved', status_since = now() where case_id = $1 and owed_by = 'young-person'`,
      [jordan.caseId],
    )
    const own = (await (await youthOf(jordan)).get('/agreement').expect(200)).text
    expect(own).toContain('Nothing more is asked of you.')
    expect(own).toContain('Not asked for any more')
    const rosa = await house.as(await asPerson(court, program, jordan.guardianId, 'family'))
    const theirs = (await rosa.get('/agreement').expect(200)).text
    expect(theirs).toContain('Nothing more is asked of Jordan.')
    const desk = await house.as(program.coordinator)
    const staff = (await desk.get(`/cases/${jordan.no}`).expect(200)).text
    expect(staff).toContain('Waived')
    for (const text of [own, theirs, staff]) expect(text).not.toContain('kept every promise')
    for (const text of [own, theirs]) expect(text).not.toMatch(/\d of \d done/)
  })

  it('speaks of the young person by name to their family, and to themselves as you', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const rosa = await house.as(await asPerson(court, program, jordan.guardianId, 'family'))
    const youth = await youthOf(jordan)
    for (const [path, you, name] of [
      ['/agreement', 'What you promised', 'What Jordan promised'],
      [`/agreement/${jordan.promise('community-service')}/send`, 'Send us what you did', 'Send us what Jordan did'],
      [`/agreement/${jordan.promise('jury-service')}/send`, 'You keep this promise', 'Jordan keeps this promise'],
      [`/agreement/${jordan.promise('community-service')}/time`, 'Why do you need', 'Why does Jordan need'],
    ] as const) {
      const [own, theirs] = [(await youth.get(path).expect(200)).text, (await rosa.get(path).expect(200)).text]
      expect([own.includes(you), own.includes(name)]).toEqual([true, false])
      expect([theirs.includes(you), theirs.includes(name)]).toEqual([false, true])
    }
  })

  it('offers a way before it says how late something is', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    court.setClock('2026-04-11T15:00:00Z')
    const page = await (await youthOf(jordan)).get('/agreement').expect(200)
    expect(page.text).toContain('It can still be done, or ask for more time.')
    expect(page.text.indexOf('Ask for more time')).toBeLessThan(page.text.indexOf('3 days late'))
  })

  it('has nothing to show yet, and says so, before there is an agreement', async () => {
    const jordan = await aDraft(court, program, [aTerm()])
    await anAccountFor(court, program, jordan.respondentId, 'youth')
    expect((await (await youthOf(jordan)).get('/agreement').expect(200)).text).toContain('Nothing agreed yet')
  })

  it('says who has signed already, and that the court starts what everybody has signed', async () => {
    const jordan = await aSigned(court, program)
    await anAccountFor(court, program, jordan.respondentId, 'youth')
    const page = await (await youthOf(jordan)).get('/agreement').expect(200)
    expect(page.text).toContain('Everybody has signed')
    expect(page.text).toContain('Rosa Tate, ')
    expect(page.text).not.toContain('Still to sign')
  })
})

describe('a piece that was handed in', () => {
  const piece = { amount: '2', doneOn: '2026-03-04', place: 'Food Pantry', supervisor: 'Pat', words: '' }

  it('is taken back on the page by whoever sent it, until somebody has answered', async () => {
    const jordan = await anAgreement(court, program)
    const hours = jordan.promise('community-service')
    const youth = await youthOf(jordan)
    await youth.post(`/agreement/${hours}/send`, piece).expect(303)
    const [, back = ''] = /action="([^"]+\/taking-back)"/.exec((await youth.get(`/agreement/${hours}/send`)).text) ?? []
    const family = await house.as(await asPerson(court, program, jordan.guardianId, 'family'))
    expect((await family.get(`/agreement/${hours}/send`).expect(200)).text).not.toContain('taking-back')
    expect((await family.post(back, {}).expect(409)).text).toContain('Only the person who sent this can take it back.')
    await youth.post(back, {}).expect(303).expect('location', `/agreement/${hours}/send`)
    const page = await youth.get(`/agreement/${hours}/send`).expect(200)
    expect(page.text).toContain('Taken back')
    expect(page.text).not.toContain('taking-back')
    expect(await statusOf(hours)).toBe('assigned')
    expect((await youth.post(back, {}).expect(409)).text).toContain('That does not wait any more.')
    const others = await (await youthOf(await anAgreement(court, program))).post(back, {})
    expect(others.status).toBe(404)
  })

  it('of 500 hours, of before the agreement, or without words is refused in words, and what was typed stays', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const youth = await youthOf(jordan)
    const send = (kind: string, form: Record<string, string>) =>
      youth.post(`/agreement/${jordan.promise(kind)}/send`, form)
    const much = await send('community-service', { ...piece, amount: '500' }).expect(409)
    expect(much.text).toContain('That makes 500 hours on one day. We take 12 hours a day at most.')
    expect(much.text).toContain('value="500"')
    const early = await send('community-service', { ...piece, doneOn: '2020-01-01' }).expect(409)
    expect(early.text).toContain('The agreement counts since Wednesday, March 4.')
    const empty = await send('apology-letter', { amount: '1', doneOn: '2026-03-04', words: ' ' }).expect(422)
    expect(empty.text).toContain('href="#words"')
  })
})

describe('more time at home', () => {
  it('names the last possible day, and refuses a later one (rule 32)', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service], { returnBy: '2026-06-01' })
    const youth = await youthOf(jordan)
    const at = `/agreement/${jordan.promise('community-service')}/time`
    expect((await youth.get(at).expect(200)).text).toContain('The last possible day is Monday, June 1')
    const page = await youth.post(at, { newDueOn: '2030-01-01', asked: 'later' }).expect(409)
    expect(page.text).toContain('The last possible day is Monday, June 1: the referrer wants it back by then.')
  })

  it('is not offered where the clocks leave no later day', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service], { returnBy: '2026-05-29' })
    const page = await (await youthOf(jordan)).get(`/agreement/${jordan.promise('community-service')}/time`).expect(200)
    expect(page.text).toContain('No later day is possible.')
    expect(page.text).not.toContain('name="newDueOn"')
  })
})

describe('one promise at the desk', () => {
  it('speaks of the next night beside jury service only', async () => {
    const night = await aNightRow(court, program, '2026-05-20')
    const jordan = await anAgreement(court, program, [aTerm(), service], {}, [night])
    const page = async (kind: string) => (await coordinator.get(desk(jordan, jordan.promise(kind))).expect(200)).text
    expect(await page('jury-service')).toContain('Next night: Wednesday, May 20')
    expect(await page('community-service')).not.toContain('Next night')
  })

  it('has one main button, and says who confirmed a piece', async () => {
    const jordan = await anAgreement(court, program)
    const hours = jordan.promise('community-service')
    const mains = async () => {
      const { text } = await coordinator.get(desk(jordan, hours)).expect(200)
      return [...text.matchAll(/class="btn main"/g)].length
    }
    expect(await mains()).toBe(1)
    const work = { amount: 60, doneOn: '2026-03-04', words: null, place: null, supervisor: null } as const
    given(await recordProgress(court, program.coordinator, hours, work))
    const { progressId } = given(await recordProgress(court, program.coordinator, hours, work))
    expect(await mains()).toBe(1)
    await coordinator.post(`${desk(jordan, hours)}/progress/${progressId}/confirmation`, {}).expect(303)
    expect((await coordinator.get(desk(jordan, hours))).text).toMatch(/Confirmed by [^,<]+, Mar 4/)
  })

  it('records what came on paper, and confirms it in a second step (rules 33 and 34)', async () => {
    const jordan = await anAgreement(court, program)
    const hours = jordan.promise('community-service')
    await coordinator
      .post(desk(jordan, hours, '/progress'), {
        amount: '12',
        doneOn: '2026-03-04',
        place: 'Pantry',
        supervisor: 'Pat',
      })
      .expect(303)
    const page = await coordinator.get(desk(jordan, hours)).expect(200)
    expect(page.text).toContain('Waiting for you')
    const [, confirm = ''] = /action="([^"]+confirmation)"/.exec(page.text) ?? []
    expect(confirm).toMatch(new RegExp(`^/cases/${jordan.no}/promises/${hours}/progress/[0-9a-f-]+/confirmation$`))
    await coordinator.post(confirm).expect(303)
    expect(await statusOf(hours)).toBe('satisfied')
    expect((await coordinator.get(desk(jordan, hours))).text).toContain('12 of 12 hours')
  })

  it('sends a letter back with words, which the young person reads', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const promise = jordan.promise('apology-letter')
    const { progressId } = given(
      await recordProgress(court, program.coordinator, promise, {
        amount: 1,
        doneOn: '2026-03-04',
        words: 'Sorry',
        place: null,
        supervisor: null,
      }),
    )
    const form = await coordinator.get(`${desk(jordan, promise)}?fix=${progressId}`).expect(200)
    expect(form.text).toContain('What needs a change?')
    const empty = await coordinator.post(desk(jordan, promise, `/progress/${progressId}/fix`), {}).expect(422)
    expect(empty.text).toContain('href="#toChange"')
    await coordinator
      .post(desk(jordan, promise, `/progress/${progressId}/fix`), { toChange: 'Say what you will do now.' })
      .expect(303)
    expect((await (await youthOf(jordan)).get(`/agreement/${promise}/send`)).text).toContain(
      'We wrote: Say what you will do now.',
    )
  })

  it('waives with a reason and never without (rule 42)', async () => {
    const jordan = await anAgreement(court, program)
    const hours = jordan.promise('community-service')
    const page = await coordinator.post(desk(jordan, hours, '/waiver'), {}).expect(422)
    expect(page.text).toContain('href="#waiverReason"')
    await coordinator.post(desk(jordan, hours, '/waiver'), { waiverReason: 'broke an arm' }).expect(303)
    expect((await coordinator.get(desk(jordan, hours))).text).toContain('broke an arm')
    expect((await coordinator.get(`/cases/${jordan.no}/agreement`)).text).toContain('Help in the community: waived')
  })

  it('says which clock forbids a later day (rule 32)', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service], { returnBy: '2026-06-01' })
    const hours = jordan.promise('community-service')
    const wished = await coordinator
      .post(desk(jordan, hours, '/extension'), { newDueOn: '2026-06-12', asked: 'closed' })
      .expect(409)
    const last = 'The last possible day is Monday, June 1: the referrer wants it back by then.'
    expect(wished.text).toContain(last)
    await coordinator.post(desk(jordan, hours, '/extension'), { newDueOn: '2026-05-31', asked: 'closed' }).expect(303)
    const [, id = ''] =
      /name="extensionId" value="([^"]+)"/.exec((await coordinator.get(desk(jordan, hours))).text) ?? []
    const page = await coordinator
      .post(desk(jordan, hours, '/extension/answer'), {
        extensionId: id,
        answer: 'granted',
        grantedDay: '2026-06-12',
        answerReason: 'closed',
      })
      .expect(409)
    expect(page.text).toContain(last)
  })

  it('keeps the court’s own promise, and changes an amount inside the grid only', async () => {
    const jordan = await anAgreement(court, program)
    await coordinator
      .post(desk(jordan, jordan.promise('mentoring'), '/kept'), { doneOn: '2026-03-04', words: 'Met Ana' })
      .expect(303)
    expect(await statusOf(jordan.promise('mentoring'))).toBe('satisfied')
    const page = await coordinator
      .post(desk(jordan, jordan.promise('community-service'), '/amount'), { newAmount: '40', amountReason: 'more' })
      .expect(409)
    expect(page.text).toContain('That is more than the grid allows.')
    await coordinator
      .post(desk(jordan, jordan.promise('community-service'), '/amount'), {
        newAmount: '10',
        amountReason: 'started a job',
      })
      .expect(303)
  })

  it('books jury nights for a young person who calls', async () => {
    const night = await aNightRow(court, program, '2026-05-12')
    const jordan = await anAgreement(court, program)
    const duty = jordan.promise('jury-service')
    expect((await coordinator.post(desk(jordan, duty, '/nights'), {}).expect(409)).text).toContain(
      'Choose at least one night.',
    )
    await coordinator.post(desk(jordan, duty, '/nights'), { nights: night }).expect(303)
    expect((await coordinator.get(desk(jordan, duty))).text).toContain('Tuesday, May 12')
    expect(await statusOf(duty)).toBe('scheduled')
  })

  it('is not there for a promise of another case, for other staff, or with a number that is none', async () => {
    const [jordan, other] = [await anAgreement(court, program), await anAgreement(court, program)]
    await coordinator.get(desk(jordan, other.promise('jury-service'))).expect(404)
    await coordinator.get(desk(jordan, 'not-an-id')).expect(404)
    await facilitator.get(desk(jordan, jordan.promise('jury-service'))).expect(404)
    await (await house.as(program.officer)).get(desk(jordan, jordan.promise('jury-service'))).expect(404)
    await (await house.as((await court.aProgram()).coordinator))
      .get(desk(jordan, jordan.promise('jury-service')))
      .expect(404)
  })
})

describe('the dates of one who owes jury service', () => {
  it('begin with what is owed and the nearest night with a place, and go on with the other dates (rule 41)', async () => {
    const other = await court.aProgram()
    const own = async (jordan: Jordan) => house.as(await asPerson(court, other, jordan.respondentId, 'youth'))
    const jordan = await anAgreement(court, other, [aTerm(), service])
    const youth = await own(jordan)
    const empty = (await youth.get('/dates').expect(200)).text
    expect(empty).toContain('2 jury nights of your promise are left, by Friday, May 29.')
    expect(empty).toContain('No night before Friday, May 29 has a place for you just now.')
    const [far, near, late] = [
      await aNightRow(court, other, '2026-05-06'),
      await aNightRow(court, other, '2026-04-22'),
      await aNightRow(court, other, '2026-07-08'),
    ]
    const page = (await youth.get('/dates').expect(200)).text
    const [owed, rest = ''] = page.split('Coming up')
    expect(owed).toContain(`/dates/${near}/answer`)
    expect(owed).not.toContain(far)
    expect(rest).toContain(far)
    expect(rest).toContain(late)
    expect(rest).not.toContain(near)
    await youth.post(`/dates/${near}/answer`, { answer: 'yes' }).expect(303)
    const next = (await youth.get('/dates').expect(200)).text
    expect(next.split('Coming up')[0]).toContain(`/dates/${far}/answer`)
    expect(next).toContain('One is still to be booked.')
    await youth.post(`/dates/${far}/answer`, { answer: 'yes' }).expect(303)
    const booked = (await youth.get('/dates').expect(200)).text
    expect(booked).toContain('Nothing is left to book.')
    expect(booked).not.toContain('is the nearest night')
  })
})
