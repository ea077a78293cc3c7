/** The doors of a case on its way to the hearing, knocked at as a browser does. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids'
import { aContactingCase, aReadyCase, aReferredCase, anIntakeCase, anUnsignedCase } from '../support/cases.ts'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'

let court: TestCourt
let house: House
let program: Program
let desk: Visitor
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const REFERRAL = {
  calledName: 'Jordan',
  lastName: 'Tran',
  birthMonth: '6',
  birthDay: '15',
  birthYear: '2010',
  school: 'Maple High',
  grade: '9',
  language: 'en',
  phone: '555-0199',
  address: '4 Elm Street',
  guardianCalledName: 'Rosa',
  guardianLastName: 'Tran',
  guardianPhone: '555-0198',
  guardianEmail: '',
  guardianLanguage: 'es',
  offenceCode: 'shoplifting',
  incidentOn: '2026-02-20',
  incidentPlace: 'Main Street',
  narrative: 'Put two shirts into a bag and left.',
  reason: '',
  reportNo: 'R-118',
  harmedName: 'The store',
  harmedContact: '',
  lossCents: '40',
  custody: 'none',
  returnBy: '',
  sourceKind: 'police',
}
const AT_DESK = {
  ...REFERRAL,
  agency: 'Maple High',
  officerName: 'Ms. Vega',
  officerEmail: 'vega@school.test',
  officerMembershipId: '',
}

const INTAKE = {
  version: '0',
  metOn: '2026-03-04',
  strengths: 'drawing\ncooking',
  statement: 'I took them.',
  needs: '',
  freeWeekdays: ['1', '4'],
  interpreter: '',
  adjustments: '',
  harmedReached: 'tried',
  harmedWishes: 'unknown',
  harmedStatement: '',
  harmedCalledName: '',
  harmedLastName: '',
}

const statusOf = async (no: string): Promise<unknown> =>
  (await court.rows('select status from cases where program_id = $1 and no = $2', [program.id, no]))[0]?.status
const looks = async (): Promise<number> =>
  Number(
    (
      await court.rows(`select count(*) from register_entries where program_id = $1 and act = 'looked-at'`, [
        program.id,
      ])
    )[0]?.count,
  )

describe('An officer', () => {
  let officer: Visitor
  beforeEach(async () => {
    officer = await house.as(program.officer)
  })

  test('refers a young person and sees that it was received, and nothing more', async () => {
    const sent = await officer.post('/refer', REFERRAL)
    expect([sent.status, sent.headers.location]).toEqual([303, '/refer'])
    const page = await officer.get('/refer')
    expect(page.text).toContain('Received as 26-0001.')
    expect(page.text).toContain('26-0001, JT')
    expect(page.text).toContain('Your report: R-118')
    expect(page.text).not.toContain('two shirts')
    const [kept] = await court.rows('select agency, officer_name, loss_cents from referrals where program_id = $1', [
      program.id,
    ])
    expect(kept).toEqual({ agency: 'Maple County Police', officer_name: 'Ofc. Rivera', loss_cents: 4000 })
  })

  test('finds on the page the numbers that the letters name, also where the matter joined another case', async () => {
    const made = await aReadyCase(court, program)
    await officer.post('/refer', { ...REFERRAL, calledName: 'Jordy' })
    const [filed] = await court.rows<{ no: string }>(`select no from cases where program_id = $1 and id <> $2`, [
      program.id,
      made.caseId,
    ])
    await desk.post(`/cases/${filed?.no}/screening/person`, { personId: made.respondentId })
    const page = await officer.get('/refer')
    const letters = await court.rows<{ facts: Record<string, string> }>(
      `select facts from outbox where program_id = $1 and to_membership_id = $2 order by made_at, id`,
      [program.id, program.officer.membershipId],
    )
    expect(letters.at(-1)?.facts).toEqual({ caseNo: made.no, reportNo: 'R-118' })
    expect(page.text).toContain(`${made.no}, JT`)
    expect(page.text).toContain('Your report: R-118')
  })

  test('keeps what was typed where something is missing, and nothing is stored', async () => {
    const sent = await officer.post('/refer', { ...REFERRAL, birthYear: '20100', narrative: '', custody: '' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('3 things to fix')
    expect(sent.text).toContain('value="20100"')
    expect(sent.text).toContain('value="R-118"')
    expect(sent.text).toMatch(/<option value="shoplifting" selected>/)
    expect(await court.rows('select id from people where program_id = $1', [program.id])).toEqual([])
  })

  test('is told in words what the law refuses, with what was typed', async () => {
    const sent = await officer.post('/refer', { ...REFERRAL, incidentOn: '2026-04-01' })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('<a href="#incidentOn">Day it happened: The day it happened is still to come.')
    expect(sent.text).toMatch(/id="incidentOn"[^>]+aria-invalid="true"/)
    expect(sent.text).toContain('<title>Error: ')
    expect(sent.text).toContain('value="2026-04-01"')
  })

  test('is asked to look at the year again where the young person would be seventy-five', async () => {
    const sent = await officer.post('/refer', { ...REFERRAL, birthYear: '1950' })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('Check the year.')
    expect(sent.text).toContain('value="1950"')
    expect(await court.rows('select id from people where program_id = $1', [program.id])).toEqual([])
  })

  test('never hears whether the young person is known, and never sees a page of the case', async () => {
    const made = await aReadyCase(court, program)
    expect((await officer.post('/refer', { ...REFERRAL, reportNo: 'R-2' })).status).toBe(303)
    const page = await officer.get('/refer')
    expect(page.text).toContain('R-2')
    expect(page.text).not.toContain('R-2026-118')
    for (const step of ['screening', 'contacts', 'intake', 'people', 'consents', 'slips']) {
      expect((await officer.get(`/cases/${made.no}/${step}`)).status, step).toBe(404)
    }
    expect((await officer.post(`/cases/${made.no}/refusal`)).status).toBe(404)
  })
})

describe('At the desk', () => {
  test('a referral is written down for somebody who called, and leads to the screening', async () => {
    const saved = await desk.post('/cases/new', AT_DESK)
    expect([saved.status, saved.headers.location]).toEqual([303, '/cases/26-0001/screening'])
  })

  test('a source that nobody can answer is refused in words (rule 8)', async () => {
    const saved = await desk.post('/cases/new', { ...AT_DESK, officerEmail: '' })
    expect(saved.status).toBe(409)
    expect(saved.text).toContain('Every source hears from us.')
    expect(saved.text).toContain('value="Ms. Vega"')
  })

  test('an officer with an account is chosen instead of being named', async () => {
    expect((await desk.get('/cases/new')).text).toContain('Ofc. Rivera, Maple County Police')
    const chosen = {
      ...AT_DESK,
      agency: '',
      officerName: '',
      officerEmail: '',
      officerMembershipId: program.officer.membershipId ?? '',
    }
    expect((await desk.post('/cases/new', chosen)).status).toBe(303)
    const mine = await (await house.as(program.officer)).get('/refer')
    expect(mine.text).toContain('Your report: R-118')
  })

  test('somebody alike is shown before a second record is made', async () => {
    const { respondentId } = await aReferredCase(court, program)
    const asked = await desk.post('/cases/new', AT_DESK)
    expect(asked.status).toBe(409)
    expect(asked.text).toContain('Is this somebody we know?')
    expect(asked.text).toContain(`value="${respondentId}"`)
    expect(asked.text).toContain('Born June 15, 2010, Maple High')
    expect(await looks()).toBe(1)
    const joined = await desk.post('/cases/new', { ...AT_DESK, known: respondentId })
    expect([joined.status, joined.headers.location]).toEqual([303, '/cases/26-0001'])
    const screening = await desk.get('/cases/26-0001/screening')
    expect(screening.text).toContain('A further matter, added to this case')
    expect(screening.text).toContain('R-118')
    const people = await court.rows('select id from people where program_id = $1', [program.id])
    expect(people).toHaveLength(2)
  })

  test('what no form of ours would send changes nothing', async () => {
    const odd = [
      { ...AT_DESK, known: 'x' },
      { ...AT_DESK, officerMembershipId: newId(), officerEmail: '' },
      { ...AT_DESK, calledName: 'A'.repeat(5000) },
      { ...AT_DESK, narrative: 'a\u0000b' },
      { ...AT_DESK, incidentOn: '2026-02-30' },
      { ...AT_DESK, lossCents: '-3' },
      { ...AT_DESK, surprise: 'x' },
    ]
    for (const fields of odd) expect((await desk.post('/cases/new', fields)).status).toBeGreaterThanOrEqual(400)
    expect(await court.rows('select id from people where program_id = $1', [program.id])).toEqual([])
  })
})

describe('Screening', () => {
  test('shows each rule with its reason, and every look is entered (rule 47)', async () => {
    const { no } = await aReferredCase(court, program, { offenceCode: 'arson', birth: '2007-01-01' })
    const page = await desk.get(`/cases/${no}/screening`)
    expect(page.text).toContain('19 years old on that day. We take ages 10 to 17.')
    expect(page.text).toContain('Arson is a violent offense.')
    expect(page.text).toContain('They have not been here before.')
    expect(page.text).toContain('Put two shirts into a bag and left.')
    expect(await looks()).toBe(1)
  })

  test('lets a case in and goes on to reaching the family', async () => {
    const { no } = await aReferredCase(court, program)
    const passed = await desk.post(`/cases/${no}/screening`)
    expect([passed.status, passed.headers.location]).toEqual([303, `/cases/${no}/contacts`])
    expect((await desk.get(`/cases/${no}/screening`)).text).toContain('Decided on')
    expect((await desk.post(`/cases/${no}/screening`)).status).toBe(409)
  })

  test('keeps a begun override where its name is missing', async () => {
    const { no } = await aReferredCase(court, program, { offenceCode: 'drug-sale' })
    const half = await desk.post(`/cases/${no}/screening`, { 'note-offence-allowed': 'A single pill.' })
    expect(half.status).toBe(409)
    expect(half.text).toContain('fill in both the name and the reason')
    expect(half.text).toContain('A single pill.')
    const whole = { 'note-offence-allowed': 'A single pill.', 'approver-offence-allowed': 'Judge Ortiz' }
    expect((await desk.post(`/cases/${no}/screening`, whole)).status).toBe(303)
    expect((await desk.get(`/cases/${no}/screening`)).text).toContain('Let pass by Judge Ortiz')
  })

  test('declines with a rule and a note', async () => {
    const { no } = await aReferredCase(court, program, { offenceCode: 'arson' })
    expect((await desk.post(`/cases/${no}/screening/decline`, { rule: 'age', declineNote: 'x' })).status).toBe(409)
    expect((await desk.post(`/cases/${no}/screening/decline`, { rule: 'non-violent', declineNote: '' })).status).toBe(
      422,
    )
    expect(
      (await desk.post(`/cases/${no}/screening/decline`, { rule: 'non-violent', declineNote: 'A house burnt.' }))
        .status,
    ).toBe(303)
    expect(await statusOf(no)).toBe('declined_ineligible')
  })

  test('offers one clear choice: in where every rule is met, a decline where one is not, and all the same as the exception', async () => {
    const fine = await aReferredCase(court, program)
    const page = (await desk.get(`/cases/${fine.no}/screening`)).text
    expect(page).toMatch(/<button class="btn">[^]*?Let the case in<\/button>/)
    expect(page).not.toContain('Decline the case')
    const { no } = await aReferredCase(court, program, { calledName: 'Sam', offenceCode: 'drug-sale' })
    const { text } = await desk.get(`/cases/${no}/screening`)
    expect(text).toMatch(/<button class="btn plain">Let the case in all the same<\/button>/)
    expect(text).toMatch(/<button class="btn">Decline the case<\/button>/)
    expect(text).not.toMatch(/type="radio" name="rule"/)
    expect(text).toContain('<input type="hidden" name="rule" value="offence-allowed">')
    const sent = { rule: 'offence-allowed', declineNote: 'A sale.' }
    expect((await desk.post(`/cases/${no}/screening/decline`, sent)).status).toBe(303)
  })

  test('asks whether an officer’s young person is somebody we know', async () => {
    const first = await aReferredCase(court, program)
    await (await house.as(program.officer)).post('/refer', REFERRAL)
    const page = await desk.get('/cases/26-0002/screening')
    expect(page.text).toContain('Is this somebody we know?')
    const unanswered = await desk.post('/cases/26-0002/screening')
    expect(unanswered.text).toContain('Say whether one of the people below is the same young person.')
    const same = await desk.post('/cases/26-0002/screening/person', { personId: first.respondentId })
    expect([same.status, same.headers.location]).toEqual([303, '/cases/26-0001'])
    expect(await statusOf('26-0002')).toBe('returned_to_source')
  })
})

describe('Reaching the family', () => {
  const CALL = {
    on: '2026-03-04',
    way: 'phone',
    withWhom: 'nobody',
    note: 'No answer, left no message.',
    nextStep: 'Try at six',
    meetOn: '',
    meetAt: '',
  }

  test('shows whom to call and what was tried', async () => {
    const { no } = await aContactingCase(court, program)
    expect((await desk.post(`/cases/${no}/contacts`, CALL)).status).toBe(303)
    const page = await desk.get(`/cases/${no}/contacts`)
    expect(page.text).toContain('Rosa Tran')
    expect(page.text).toContain('tel:555-0198')
    expect(page.text).toContain('No answer, left no message. · Next: Try at six')
    expect(page.text).toContain('1 of 3 tries, 0 of 30 days.')
    expect(page.text).toContain('Dana Whitfield')
  })

  test('cannot agree on a meeting with nobody, and keeps what was typed', async () => {
    const { no } = await aContactingCase(court, program)
    const refused = await desk.post(`/cases/${no}/contacts`, { ...CALL, agreed: 'yes' })
    expect(refused.status).toBe(409)
    expect(refused.text).toMatch(/<a href="#withWhom">[^<]+ Say who answered\./)
    expect(refused.text).toContain('Say who answered.')
    expect(refused.text).toContain('No answer, left no message.')
    const agreed = await desk.post(`/cases/${no}/contacts`, {
      ...CALL,
      agreed: 'yes',
      withWhom: 'guardian',
      meetOn: '2026-03-10',
      meetAt: '17:30',
    })
    expect([agreed.status, agreed.headers.location]).toEqual([303, `/cases/${no}/intake`])
  })

  test('asks for the other half of an appointment, and keeps what was typed', async () => {
    const { no } = await aContactingCase(court, program)
    const met = { ...CALL, agreed: 'yes', withWhom: 'guardian' }
    for (const half of [{ meetOn: '2026-03-10' }, { meetAt: '17:30' }]) {
      const asked = await desk.post(`/cases/${no}/contacts`, { ...met, ...half })
      expect(asked.status).toBe(422)
      expect(asked.text).toContain(`value="${Object.values(half)[0]}"`)
      expect(asked.text).toContain('No answer, left no message.')
    }
    const unsaid = await desk.post(`/cases/${no}/contacts`, { ...CALL, meetOn: '2026-03-10', meetAt: '17:30' })
    expect(unsaid.status).toBe(422)
    expect(await statusOf(no)).toBe('contacting')
    expect(await court.rows('select id from contacts where program_id = $1', [program.id])).toEqual([])
    expect((await desk.post(`/cases/${no}/contacts`, met)).status).toBe(303)
  })

  test('takes no call from before the referral and no meeting that is over, and keeps what was typed', async () => {
    const { no } = await aContactingCase(court, program)
    const old = await desk.post(`/cases/${no}/contacts`, { ...CALL, on: '2019-03-04' })
    expect(old.status).toBe(409)
    expect(old.text).toContain('This day is before the referral came to us.')
    expect(old.text).toContain('No answer, left no message.')
    const over = { ...CALL, agreed: 'yes', withWhom: 'guardian', meetOn: '2026-03-04', meetAt: '09:30' }
    const past = await desk.post(`/cases/${no}/contacts`, over)
    expect(past.status).toBe(409)
    expect(past.text).toContain('The day and time of the meeting have passed.')
    expect(past.text).toContain('value="09:30"')
    expect(await court.rows('select id from contacts where program_id = $1', [program.id])).toEqual([])
    expect(await statusOf(no)).toBe('contacting')
    expect((await desk.post(`/cases/${no}/contacts`, { ...over, meetAt: '10:30' })).status).toBe(303)
    const early = await desk.post(`/cases/${no}/intake`, { ...INTAKE, metOn: '2016-03-04' })
    expect(early.status).toBe(409)
    expect(early.text).toContain('This day is before the referral came to us.')
    expect(early.text).toContain('I took them.')
  })

  test('refuses to give up too early, in words', async () => {
    const { no } = await aContactingCase(court, program)
    const refused = await desk.post(`/cases/${no}/contacts/end`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Our rules ask for more tries first.')
  })

  test('writes down that the family said no, and leads to sending the case back', async () => {
    const { no } = await aContactingCase(court, program)
    const refused = await desk.post(`/cases/${no}/refusal`)
    expect([refused.status, refused.headers.location]).toEqual([303, `/cases/${no}/return`])
    expect(await statusOf(no)).toBe('declined_by_family')
    expect((await desk.get(`/cases/${no}/return`)).status).toBe(200)
  })
})

describe('The first meeting', () => {
  test('is saved and finished, and the consents come next', async () => {
    const { no } = await anIntakeCase(court, program)
    expect((await desk.post(`/cases/${no}/intake`, INTAKE)).headers.location).toBe(`/cases/${no}/intake`)
    const page = await desk.get(`/cases/${no}/intake`)
    expect(page.text).toContain('drawing\ncooking')
    expect(page.text).toMatch(/value="4"[^>]* checked/)
    const done = await desk.post(`/cases/${no}/intake`, { ...INTAKE, version: '1', finish: 'yes' })
    expect(done.headers.location).toBe(`/cases/${no}/consents`)
    expect(await statusOf(no)).toBe('awaiting_consent')
  })

  test('of two who write at once, the second sees both versions and loses nothing', async () => {
    const { no } = await anIntakeCase(court, program)
    await desk.post(`/cases/${no}/intake`, { ...INTAKE, needs: 'a tutor' })
    const late = await desk.post(`/cases/${no}/intake`, { ...INTAKE, needs: 'a ride home' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('a ride home')
    expect(late.text).toContain('What is stored now')
    expect(late.text).toContain('a tutor')
    expect(late.text).toContain('name="version" value="1"')
    expect((await desk.post(`/cases/${no}/intake`, { ...INTAKE, version: '1', needs: 'a ride home' })).status).toBe(303)
  })

  test('without strengths is sent back in words', async () => {
    const { no } = await anIntakeCase(court, program)
    const refused = await desk.post(`/cases/${no}/intake`, { ...INTAKE, strengths: ' \n ' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Strengths come first')
    expect(refused.text).toContain('I took them.')
  })

  test('needs somebody beside a young person, who is added on the family’s page', async () => {
    const { no } = await anIntakeCase(court, program, { guardianCalledName: null, guardianLastName: null })
    expect((await desk.get(`/cases/${no}/intake`)).text).toContain('one parent or guardian is needed')
    const aunt = {
      calledName: 'Ana',
      lastName: 'Tran',
      legalName: '',
      pronouns: '',
      birthMonth: '',
      birthDay: '',
      birthYear: '',
      language: 'es',
      email: '',
      phone: '555-0101',
      address: '',
      reachBy: 'phone',
      tie: 'guardian',
    }
    expect((await desk.post(`/cases/${no}/people`, { ...aunt, tie: '' })).status).toBe(422)
    expect((await desk.post(`/cases/${no}/people`, aunt)).status).toBe(303)
    const page = await desk.get(`/cases/${no}/people`)
    expect(page.text).toContain('Ana Tran')
    expect(page.text).toContain('Español')
    const again = await desk.post(`/cases/${no}/people`, aunt)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Somebody new')
    expect((await desk.post(`/cases/${no}/intake`, { ...INTAKE, finish: 'yes' })).headers.location).toBe(
      `/cases/${no}/consents`,
    )
  })
})

describe('Consents', () => {
  test('are written down until nothing is missing', async () => {
    const { no, guardianId } = await anUnsignedCase(court, program)
    const page = await desk.get(`/cases/${no}/consents`)
    expect(page.text).toContain('I did what this is about, and I want to make it right.')
    const form = { language: 'en', how: 'paper', guardianId }
    expect((await desk.post(`/cases/${no}/consents`, form)).text).toContain('Tick what was signed.')
    expect(
      (await desk.post(`/cases/${no}/consents`, { ...form, respondent: ['admission', 'participation'] })).status,
    ).toBe(303)
    expect(await statusOf(no)).toBe('awaiting_consent')
    await desk.post(`/cases/${no}/consents`, { ...form, guardian: 'guardian' })
    expect(await statusOf(no)).toBe('ready')
    const done = await desk.get(`/cases/${no}/consents`)
    expect(done.text).toContain('Everything is signed.')
    expect(done.text).not.toContain('Still to be signed')
    expect(done.text).toContain(`href="/cases/${no}/docket">Choose a night</a>`)
    expect(done.text).toContain(`/cases/${no}/slips`)
  })

  test('are taken back, and the case goes back to its source (rule 3)', async () => {
    const { no, respondentId } = await aReadyCase(court, program)
    const back = await desk.post(`/cases/${no}/consents/withdrawal`, { personId: respondentId, kind: 'admission' })
    expect([back.status, back.headers.location]).toEqual([303, `/cases/${no}/return`])
    expect(await statusOf(no)).toBe('withdrawn')
    expect(
      (await desk.post(`/cases/${no}/consents/withdrawal`, { personId: respondentId, kind: 'admission' })).status,
    ).toBe(409)
  })

  test('are printed to be signed, in the language of the family', async () => {
    const { no } = await anUnsignedCase(court, program)
    expect((await desk.get(`/cases/${no}/consents/paper?language=en`)).text).toContain('Parent or guardian: Rosa Tran')
    const spanish = await desk.get(`/cases/${no}/consents/paper?language=es`)
    expect(spanish.text).toContain('<html lang="es"')
    expect(spanish.text).toContain('jurado')
    expect((await desk.get(`/cases/${no}/consents/paper?language=fr`)).text).toContain('jury')
    expect((await desk.get(`/cases/${no}/consents/paper?language=xx`)).status).toBe(200)
  })

  test('lead to codes that open the family’s own pages and name no matter', async () => {
    const { no } = await aReadyCase(court, program)
    expect((await desk.get(`/cases/${no}/slips`)).text).toContain('Rosa Tran')
    const sheet = await desk.post(`/cases/${no}/slips`)
    expect(sheet.status).toBe(200)
    expect(sheet.text).toContain('http://court.test/d')
    expect(sheet.text).not.toContain(no)
    expect(sheet.text).not.toMatch(/shoplifting|respondent|case/i)
    const [code] = /[0-9A-Z]{4}-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(sheet.text) ?? []
    const family = house.visitor()
    const opened = await family.post('/d', { code: code ?? '' })
    expect([opened.status, opened.headers.location]).toEqual([303, '/home'])
  })
})

describe('A step that is not due', () => {
  const notNow = async (no: string, step: string): Promise<string> => {
    const { status, text } = await desk.get(`/cases/${no}/${step}`)
    expect(status, step).toBe(200)
    const main = text.slice(text.indexOf('<main'))
    expect(main, step).not.toMatch(/<form[^>]*method="post"/)
    expect(main, step).toMatch(new RegExp(`<a class="btn" href="/cases/${no}">See what is next</a>`))
    return main
  }

  test('says why in one sentence, shows no form, and leads back to what is next', async () => {
    const { no } = await aReferredCase(court, program)
    expect(await notNow(no, 'close')).toContain('A case is closed when its agreement is in effect')
    expect(await notNow(no, 'review')).toContain('A family is warned while its case waits for its night')
    expect(await notNow(no, 'return')).toContain('Nothing says that this case goes back')
    expect(await notNow(no, 'intake')).toContain('from the day the family is reached until the hearing')
    expect(await notNow(no, 'consents')).toContain('The consents come after the first meeting.')
    expect(await notNow(no, 'slips')).toContain('The family gets slips when everything is signed')
    expect(await notNow(no, 'docket')).toContain('This case is not waiting for a night now.')
  })

  test('says so after a refusal, too, and changes nothing', async () => {
    const { no } = await aReferredCase(court, program)
    const closed = await desk.post(`/cases/${no}/close`, { certificateName: 'Jordan' })
    expect(closed.status).toBe(409)
    expect(closed.text).toContain('See what is next')
    expect(await statusOf(no)).toBe('referred')
  })
})

describe('Who may knock', () => {
  const steps = ['screening', 'contacts', 'intake', 'people', 'consents', 'consents/paper', 'slips']

  test('a second program finds none of these pages, and posts to none of them', async () => {
    const made = await anUnsignedCase(court, program)
    const elsewhere = await house.as((await court.aProgram()).coordinator)
    for (const step of steps) expect((await elsewhere.get(`/cases/${made.no}/${step}`)).status, step).toBe(404)
    expect((await elsewhere.post(`/cases/${made.no}/intake`, INTAKE)).status).toBe(404)
    expect((await elsewhere.post(`/cases/${made.no}/refusal`)).status).toBe(404)
    expect(
      (
        await elsewhere.post(`/cases/${made.no}/consents/withdrawal`, {
          personId: made.respondentId,
          kind: 'admission',
        })
      ).status,
    ).toBe(404)
    expect((await elsewhere.post(`/cases/${made.no}/people`, { calledName: 'x' })).status).toBe(404)
    expect(await statusOf(made.no)).toBe('awaiting_consent')
  })

  test('facilitators, evaluators, young people and families find none of them', async () => {
    const made = await aReadyCase(court, program)
    const visitors = [
      await house.as(program.facilitator),
      await house.as(program.evaluator),
      await house.as(await asPerson(court, program, made.respondentId, 'youth')),
      await house.as(await asPerson(court, program, made.guardianId, 'family')),
    ]
    for (const visitor of visitors) {
      for (const step of steps) expect((await visitor.get(`/cases/${made.no}/${step}`)).status, step).toBe(404)
      expect((await visitor.get('/cases/new')).status).toBe(404)
      expect((await visitor.get('/refer')).status).toBe(404)
    }
  })

  test('whoever is not signed in is shown the way in, and a number that is none leads nowhere', async () => {
    expect((await house.visitor().get('/cases/26-0001/intake')).headers.location).toBe(
      '/in?to=%2Fcases%2F26-0001%2Fintake',
    )
    for (const no of ['26-9999', "26-0001'--", '%F0%9F%90%99'])
      expect((await desk.get(`/cases/${no}/intake`)).status, no).toBe(404)
  })

  test('a form that is sent twice counts once', async () => {
    const { no } = await aContactingCase(court, program)
    const call = {
      once: newId(),
      on: '2026-03-04',
      way: 'phone',
      withWhom: 'nobody',
      note: '',
      nextStep: '',
      meetOn: '',
      meetAt: '',
    }
    await desk.post(`/cases/${no}/contacts`, call)
    expect((await desk.post(`/cases/${no}/contacts`, call)).status).toBe(303)
    expect((await desk.get(`/cases/${no}/contacts`)).text).toContain('1 of 3 tries')
  })
})
