/** A case on its way to the hearing, done in a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, AlreadyDone, NotHere } from '#court'
import {
  addRelation,
  beginScreening,
  caseByNo,
  consentsOf,
  declineCase,
  familyDeclines,
  fileReferral,
  giveUp,
  issueFamilySlips,
  logContact,
  reclassify,
  recogniseRespondent,
  recordConsents,
  recordIntake,
  screenCase,
  withdrawConsent,
} from '#court/cases'
import { newId } from '#platform/ids'
import {
  aContactingCase,
  aReadyCase,
  aReferral,
  aReferredCase,
  aRelation,
  allSigned,
  anIntake,
  anIntakeCase,
  anUnsignedCase,
  must,
} from '../support/cases.ts'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'

let court: TestCourt
let program: Program
beforeAll(async () => {
  court = await aCourt()
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
})
afterAll(() => court.close())

const desk = (): Actor => program.coordinator
const caseRow = async (id: string) =>
  (
    await court.rows<Record<string, unknown>>('select * from cases where program_id = $1 and id = $2', [program.id, id])
  )[0]
const actsOf = async (caseId: string): Promise<string[]> =>
  (
    await court.rows<{ act: string }>(
      'select act from register_entries where program_id = $1 and case_id = $2 order by at, id',
      [program.id, caseId],
    )
  ).map(row => row.act)
const letters = (kind: string) =>
  court.rows<{ to_email: string | null; to_membership_id: string | null; to_person_id: string | null; facts: object }>(
    'select to_email, to_membership_id, to_person_id, facts from outbox where program_id = $1 and kind = $2',
    [program.id, kind],
  )
const count = async (table: 'people' | 'cases' | 'referrals' | 'screenings' | 'register_entries'): Promise<number> =>
  Number(
    (await court.rows<{ count: string }>(`select count(*) from ${table} where program_id = $1`, [program.id]))[0]
      ?.count,
  )
const asOfficer = (wishes = {}) =>
  aReferral({ officerEmail: null, officerMembershipId: program.officer.membershipId, ...wishes })

describe('Filing a referral', () => {
  test('opens a case under the rules in force that day, with a number, and the source gets a receipt (rule 8)', async () => {
    const filed = must(await fileReferral(court, program.officer, asOfficer()))
    expect(filed).toMatchObject({ no: '26-0001', joined: false })
    expect(await caseRow(filed.caseId)).toMatchObject({
      status: 'referred',
      offence_code: 'shoplifting',
      opened_on: '2026-03-04',
      rulebook_id: program.rulebookId,
      coordinator_id: null,
    })
    expect(await letters('referral-received')).toEqual([
      {
        to_email: null,
        to_person_id: null,
        to_membership_id: program.officer.membershipId,
        facts: { caseNo: '26-0001', reportNo: 'R-2026-118' },
      },
    ])
    expect(await actsOf(filed.caseId)).toEqual(['case-opened'])
  })

  test('keeps the guardian whom the source names, in the same home', async () => {
    const { respondentId, guardianId } = await aReferredCase(court, program)
    const [tie] = await court.rows(
      'select tie, same_household from kinships where program_id = $1 and person_id = $2 and other_id = $3',
      [program.id, respondentId, guardianId],
    )
    expect(tie).toEqual({ tie: 'guardian', same_household: 'yes' })
  })

  test('numbers cases anew each year, without a gap and without a double', async () => {
    const names = ['Ada', 'Ben', 'Cem', 'Dee', 'Eli']
    const filed = await Promise.all(
      names.map(calledName => fileReferral(court, program.officer, asOfficer({ calledName }))),
    )
    expect(filed.map(one => must(one).no).toSorted()).toEqual(['26-0001', '26-0002', '26-0003', '26-0004', '26-0005'])
    court.setClock('2027-01-02T15:00:00Z')
    expect(must(await fileReferral(court, program.officer, asOfficer({ calledName: 'Fay' }))).no).toBe('27-0001')
  })

  test.each([
    ['an incident that is still to come', { incidentOn: '2026-03-05' }, 'incident-to-come'],
    ['a birth after the incident', { birth: '2026-02-21' }, 'born-after-incident'],
    ['a source that nobody can answer (rule 8)', { officerEmail: null }, 'nowhere-to-answer'],
    ['an offence that is not in the catalogue', { offenceCode: 'piracy' }, 'offence-unknown'],
    ['half a guardian', { guardianLastName: null }, 'guardian-half-named'],
  ] as const)('refuses %s, and leaves nothing behind', async (_what, wishes, refused) => {
    expect(await fileReferral(court, desk(), aReferral(wishes), 'new')).toEqual({ refused })
    expect([
      await count('people'),
      await count('cases'),
      await count('referrals'),
      await count('register_entries'),
    ]).toEqual([0, 0, 0, 0])
  })

  test('done twice with one form is done once', async () => {
    const once = { ...program.officer, once: newId() }
    must(await fileReferral(court, once, asOfficer()))
    await expect(fileReferral(court, once, asOfficer())).rejects.toThrow(AlreadyDone)
    expect(await count('cases')).toBe(1)
  })

  test('is for officers and the desk; nobody else finds the way', async () => {
    await expect(fileReferral(court, program.evaluator, aReferral())).rejects.toThrow(NotHere)
    await expect(fileReferral(court, program.facilitator, aReferral())).rejects.toThrow(NotHere)
  })
})

describe('One person, one record', () => {
  test('the desk is asked before a second record is made, and an officer never is', async () => {
    await aReferredCase(court, program)
    const again = aReferral({ calledName: 'Jordán', reportNo: 'R-2' })
    expect(await fileReferral(court, desk(), again)).toEqual({ refused: 'alike-unanswered' })
    expect(await count('people')).toBe(2)
    must(await fileReferral(court, program.officer, asOfficer({ reportNo: 'R-2' })))
    expect(await count('cases')).toBe(2)
  })

  test('a second incident joins the open case instead of opening one, and its source follows that case (rule 7)', async () => {
    const first = await aReferredCase(court, program)
    const second = must(
      await fileReferral(
        court,
        desk(),
        aReferral({ reportNo: 'R-2', officerEmail: 'school@maple.test' }),
        first.respondentId,
      ),
    )
    expect(second).toEqual({ caseId: first.caseId, no: first.no, joined: true, differs: [] })
    expect(await count('cases')).toBe(1)
    expect(await count('people')).toBe(2)
    expect(
      await court.rows('select added_on from further_matters where program_id = $1 and case_id = $2', [
        program.id,
        first.caseId,
      ]),
    ).toEqual([{ added_on: '2026-03-04' }])
    expect((await letters('referral-received')).map(one => one.to_email)).toEqual([
      'rivera@police.test',
      'school@maple.test',
    ])
  })

  test('every source hears that it is accepted, also of a matter that joined, before or after (rule 8)', async () => {
    const first = await anUnsignedCase(court, program)
    const further = (officerEmail: string) =>
      fileReferral(court, desk(), aReferral({ reportNo: 'R-2', officerEmail }), first.respondentId)
    must(await further('school@maple.test'))
    expect(await letters('referral-accepted')).toEqual([])
    must(await recordConsents(court, desk(), first.caseId, allSigned(first)))
    const accepted = async () => (await letters('referral-accepted')).map(one => String(one.to_email)).toSorted()
    expect(await accepted()).toEqual(['rivera@police.test', 'school@maple.test'])
    must(await further('late@maple.test'))
    expect(await accepted()).toEqual(['late@maple.test', 'rivera@police.test', 'school@maple.test'])
  })

  test('every source hears that it is declined, too (rule 8)', async () => {
    const first = await aReferredCase(court, program, { offenceCode: 'arson' })
    const more = aReferral({ reportNo: 'R-2', officerEmail: 'school@maple.test' })
    must(await fileReferral(court, desk(), more, first.respondentId))
    must(await declineCase(court, desk(), first.caseId, { rule: 'non-violent', note: 'A house burnt.' }))
    expect((await letters('referral-declined')).map(one => String(one.to_email)).toSorted()).toEqual([
      'rivera@police.test',
      'school@maple.test',
    ])
  })

  test('two open cases of one person are refused by the database when the code is bypassed (rule 7)', async () => {
    const { caseId } = await aReferredCase(court, program)
    const other = await aReferredCase(court, program, { calledName: 'Sam' })
    await expect(
      court.rows('update cases set respondent_id = (select respondent_id from cases where id = $1) where id = $2', [
        caseId,
        other.caseId,
      ]),
    ).rejects.toThrow(/cases_one_open/)
  })

  test('the desk recognises the young person of an officer’s referral: the case goes on under their own record', async () => {
    const [known] = await court.rows<{ id: string }>(
      `insert into people (program_id, id, called_name, last_name, legal_name, birth_date, language, reach_by, strengths, search_name, made_at)
       values ($1, gen_random_uuid(), 'Jordan', 'Tran', 'Jordan Tran', '2010-06-15', 'en', 'paper', '{}', 'jordan tran', now()) returning id`,
      [program.id],
    )
    const filed = must(await fileReferral(court, program.officer, asOfficer()))
    expect(await screenCase(court, desk(), filed.caseId)).toEqual({ refused: 'alike-unanswered' })
    expect(must(await recogniseRespondent(court, desk(), filed.caseId, known?.id ?? ''))).toEqual({
      no: filed.no,
      joined: false,
      differs: [],
    })
    expect(await caseRow(filed.caseId)).toMatchObject({ respondent_id: known?.id, status: 'referred' })
    const [tied] = await court.rows(
      'select count(*)::int as n from kinships where program_id = $1 and person_id = $2',
      [program.id, known?.id],
    )
    expect(tied).toEqual({ n: 1 })
    must(await screenCase(court, desk(), filed.caseId))
  })

  test('if they have an open case, the new one ends without a word of decline, and its source follows the open one (rule 7)', async () => {
    const first = await aReferredCase(court, program)
    const filed = must(await fileReferral(court, program.officer, asOfficer({ reportNo: 'R-2' })))
    expect(must(await recogniseRespondent(court, desk(), filed.caseId, first.respondentId))).toEqual({
      no: first.no,
      joined: true,
      differs: [],
    })
    expect(await caseRow(filed.caseId)).toMatchObject({
      status: 'returned_to_source',
      respondent_id: first.respondentId,
      return_reason: 'not-eligible',
    })
    expect(await letters('referral-declined')).toEqual([])
    expect(await actsOf(first.caseId)).toContain('matter-joined')
    const seen = await court.db.withProgram(program.officer, tx => caseByNo(tx, program.id, first.no))
    expect(seen.status).toBe('referred')
  })
})

describe('Screening', () => {
  test('keeps each rule with its answer, and lets the case in', async () => {
    const { caseId } = await aReferredCase(court, program)
    expect(await screenCase(court, desk(), caseId)).toEqual({ passed: true })
    expect(await caseRow(caseId)).toMatchObject({ status: 'contacting', coordinator_id: desk().accountId })
    const rows = await court.rows<{ result: string }>(
      'select result from screenings where program_id = $1 and case_id = $2',
      [program.id, caseId],
    )
    expect(rows).toHaveLength(7)
    expect(rows.every(row => row.result === 'pass')).toBe(true)
    expect(await actsOf(caseId)).toEqual(['case-opened', 'case-screen', 'case-pass'])
  })

  test('out of order is refused and changes nothing', async () => {
    const { caseId } = await aContactingCase(court, program)
    const before = await count('register_entries')
    expect(await screenCase(court, desk(), caseId)).toEqual({ refused: 'not-now' })
    expect(await beginScreening(court, desk(), caseId)).toEqual({ refused: 'not-now' })
    expect(await declineCase(court, desk(), caseId, { rule: 'age', note: 'late' })).toEqual({ refused: 'not-now' })
    expect(await recordIntake(court, desk(), caseId, anIntake(court, program))).toEqual({ refused: 'not-now' })
    expect(await recordConsents(court, desk(), caseId, allSigned({ guardianId: '' }))).toEqual({ refused: 'not-now' })
    expect(await count('register_entries')).toBe(before)
  })

  test('a weapon at school needs the named authority, and its name and reason are kept (rule 5)', async () => {
    const { caseId } = await aReferredCase(court, program, { offenceCode: 'weapon-school' })
    expect(await screenCase(court, desk(), caseId)).toEqual({ refused: 'rule-not-met' })
    expect(await caseRow(caseId)).toMatchObject({ status: 'referred' })
    const leave = { approver: 'Judge Ortiz', note: 'A pocket knife for fishing, left in a bag.' }
    must(await screenCase(court, desk(), caseId, { overrides: { 'non-violent': leave, 'offence-allowed': leave } }))
    const rows = await court.rows(
      `select rule, approver from screenings where program_id = $1 and result = 'override' order by rule`,
      [program.id],
    )
    expect(rows).toEqual([
      { rule: 'non-violent', approver: 'Judge Ortiz' },
      { rule: 'offence-allowed', approver: 'Judge Ortiz' },
    ])
    await expect(
      court.rows(
        `insert into screenings (program_id, id, case_id, rule, result, by_account, at) values ($1, gen_random_uuid(), $2, 'age', 'override', $3, now())`,
        [program.id, (await aReferredCase(court, program, { calledName: 'Sam' })).caseId, desk().accountId],
      ),
    ).rejects.toThrow(/screenings_override_reasoned/)
  })

  test('another court at work needs its leave on record (rule 6)', async () => {
    const { caseId } = await aReferredCase(court, program, { custody: 'court-jurisdiction' })
    expect(await screenCase(court, desk(), caseId)).toEqual({ refused: 'rule-not-met' })
    must(
      await screenCase(court, desk(), caseId, {
        overrides: { jurisdiction: { approver: 'Judge Ortiz', note: 'Leave of March 2.' } },
      }),
    )
  })

  test('a decline names a rule that is not met, and the source is told nothing but that (rule 8)', async () => {
    const { caseId, no } = await aReferredCase(court, program, { birth: '2007-01-01' })
    expect(await declineCase(court, desk(), caseId, { rule: 'first-time', note: 'x' })).toEqual({
      refused: 'rule-is-met',
    })
    must(await declineCase(court, desk(), caseId, { rule: 'age', note: 'Nineteen.' }))
    expect(await caseRow(caseId)).toMatchObject({ status: 'declined_ineligible' })
    expect(await letters('referral-declined')).toMatchObject([
      { to_email: 'rivera@police.test', facts: { caseNo: no, reportNo: 'R-2026-118' } },
    ])
  })

  test('what was referred as something else finds its place in the catalogue first', async () => {
    const { caseId } = await aReferredCase(court, program, { offenceCode: 'other' })
    expect(await screenCase(court, desk(), caseId)).toEqual({ refused: 'rule-stands' })
    expect(await reclassify(court, desk(), caseId, 'piracy')).toEqual({ refused: 'offence-unknown' })
    must(await reclassify(court, desk(), caseId, 'graffiti'))
    must(await screenCase(court, desk(), caseId))
    const [referral] = await court.rows('select offence_code from referrals where program_id = $1', [program.id])
    expect(referral).toEqual({ offence_code: 'other' })
  })

  test('somebody who was here last year is not taken again, and is after the look-back (rule 4)', async () => {
    const first = await aReadyCase(court, program)
    must(await withdrawConsent(court, desk(), first.caseId, { personId: first.respondentId, kind: 'participation' }))
    await court.rows(
      `update cases set status = 'returned_to_source', closed_on = '2026-03-10', return_reason = 'withdrew' where id = $1`,
      [first.caseId],
    )
    court.setClock('2027-05-01T15:00:00Z')
    const soon = must(await fileReferral(court, desk(), aReferral({ incidentOn: '2027-04-20' }), first.respondentId))
    expect(await screenCase(court, desk(), soon.caseId)).toEqual({ refused: 'rule-not-met' })
    must(await declineCase(court, desk(), soon.caseId, { rule: 'first-time', note: 'Here last year.' }))
    await court.rows(
      `update cases set status = 'returned_to_source', closed_on = '2027-05-02', return_reason = 'not-eligible' where id = $1`,
      [soon.caseId],
    )
    court.setClock('2028-04-01T15:00:00Z')
    const later = must(
      await fileReferral(
        court,
        desk(),
        aReferral({ incidentOn: '2028-03-20', birth: '2010-06-15' }),
        first.respondentId,
      ),
    )
    must(await screenCase(court, desk(), later.caseId))
  })
})

describe('Reaching the family', () => {
  const call = (wishes = {}) =>
    ({
      on: '2026-03-04',
      way: 'phone',
      withWhom: 'nobody',
      note: null,
      nextStep: null,
      agreed: false,
      meetOn: null,
      meetAt: null,
      ...wishes,
    }) as Parameters<typeof logContact>[3]

  test('is written down, and an agreed meeting takes the case on, with a letter that says when and where', async () => {
    const { caseId, guardianId } = await aContactingCase(court, program)
    must(await logContact(court, desk(), caseId, call()))
    expect(await caseRow(caseId)).toMatchObject({ status: 'contacting' })
    must(
      await logContact(
        court,
        desk(),
        caseId,
        call({ withWhom: 'guardian', agreed: true, meetOn: '2026-03-10', meetAt: '17:30' }),
      ),
    )
    expect(await caseRow(caseId)).toMatchObject({ status: 'intake' })
    expect(await letters('first-meeting')).toMatchObject([
      { to_person_id: guardianId, facts: { startsAt: '2026-03-10T21:30:00.000Z', place: '12 Maple Street' } },
    ])
  })

  test('is given up only after the tries and the days that the rules want, with a last letter', async () => {
    const { caseId } = await aContactingCase(court, program)
    for (const on of ['2026-03-04', '2026-03-05', '2026-03-06']) {
      court.setClock(`${on}T15:00:00Z`)
      expect(await giveUp(court, desk(), caseId)).toEqual({ refused: 'too-few-tries' })
      must(await logContact(court, desk(), caseId, call({ on })))
    }
    expect(await giveUp(court, desk(), caseId)).toEqual({ refused: 'too-early' })
    court.setClock('2026-04-02T15:00:00Z')
    expect(await giveUp(court, desk(), caseId)).toEqual({ refused: 'too-early' })
    court.setClock('2026-04-03T15:00:00Z')
    must(await giveUp(court, desk(), caseId))
    expect(await caseRow(caseId)).toMatchObject({ status: 'unreachable' })
    expect(await letters('could-not-reach')).toHaveLength(1)
  })

  test('may end with a no at every step before the consents, and it is then sent back', async () => {
    for (const made of [
      await aContactingCase(court, program),
      await anIntakeCase(court, program, { calledName: 'Sam' }),
      await anUnsignedCase(court, program, { calledName: 'Noor' }),
    ]) {
      must(await familyDeclines(court, desk(), made.caseId))
      expect(await caseRow(made.caseId)).toMatchObject({ status: 'declined_by_family' })
      expect(await familyDeclines(court, desk(), made.caseId)).toEqual({ refused: 'not-now' })
    }
  })
})

describe('The first meeting', () => {
  test('keeps strengths with the person, and makes the harmed party somebody whose family cannot sit on the jury (rule 10)', async () => {
    const { caseId, respondentId } = await anIntakeCase(court, program)
    const form = anIntake(court, program, {
      harmedReached: 'yes',
      harmedWishes: 'attend',
      harmedCalledName: 'Omar',
      harmedLastName: 'Haddad',
    })
    must(await recordIntake(court, desk(), caseId, form))
    const row = await caseRow(caseId)
    expect(row).toMatchObject({ status: 'awaiting_consent' })
    const [harmed] = await court.rows('select called_name, last_name from people where id = $1', [row?.harmed_id])
    expect(harmed).toEqual({ called_name: 'Omar', last_name: 'Haddad' })
    const [kept] = await court.rows('select strengths from people where id = $1', [respondentId])
    expect(kept).toEqual({ strengths: ['drawing', 'cooks for two brothers'] })
  })

  test('is not over for a young person without a guardian (rule 2)', async () => {
    const { caseId } = await anIntakeCase(court, program, { guardianCalledName: null, guardianLastName: null })
    expect(await recordIntake(court, desk(), caseId, anIntake(court, program))).toEqual({ refused: 'no-guardian' })
    expect(await court.rows('select id from intakes where program_id = $1', [program.id])).toEqual([])
    await aRelation(court, program, caseId, { calledName: 'Rosa', lastName: 'Tran' })
    must(await recordIntake(court, desk(), caseId, anIntake(court, program)))
  })

  test('two who write at once do not write over one another', async () => {
    const { caseId } = await anIntakeCase(court, program)
    must(await recordIntake(court, desk(), caseId, anIntake(court, program), { version: 0, finish: false }))
    expect(await recordIntake(court, desk(), caseId, anIntake(court, program), { version: 0, finish: false })).toEqual({
      refused: 'changed-meanwhile',
    })
    must(
      await recordIntake(court, desk(), caseId, anIntake(court, program, { needs: 'a tutor' }), {
        version: 1,
        finish: true,
      }),
    )
    const [kept] = await court.rows('select version, needs from intakes where program_id = $1', [program.id])
    expect(kept).toEqual({ version: 2, needs: 'a tutor' })
  })

  test('asks before a second record of a guardian is made, and ties the one that is there', async () => {
    const first = await anIntakeCase(court, program)
    const brother = await anIntakeCase(court, program, {
      calledName: 'Minh',
      birth: '2012-01-02',
      guardianCalledName: null,
      guardianLastName: null,
    })
    const rosa = { person: { calledName: 'Rosa', lastName: 'Tran' }, tie: 'guardian', sameHousehold: true } as const
    expect(await addRelation(court, desk(), brother.caseId, { ...rosa, known: null })).toEqual({
      refused: 'alike-unanswered',
    })
    const added = must(await addRelation(court, desk(), brother.caseId, { ...rosa, known: first.guardianId }))
    expect(added.personId).toBe(first.guardianId)
  })
})

describe('Consents', () => {
  test('a case is ready only with an admission, their own yes and a guardian’s (rules 1 and 2)', async () => {
    const made = await anUnsignedCase(court, program)
    const signed = allSigned(made)
    expect(
      must(await recordConsents(court, desk(), made.caseId, { ...signed, respondent: ['admission'], guardian: [] })),
    ).toEqual({ missing: ['participation', 'guardian'] })
    expect(await caseRow(made.caseId)).toMatchObject({ status: 'awaiting_consent' })
    expect(
      must(
        await recordConsents(court, desk(), made.caseId, { ...signed, respondent: ['participation'], guardian: [] }),
      ),
    ).toEqual({ missing: ['guardian'] })
    expect(must(await recordConsents(court, desk(), made.caseId, { ...signed, respondent: [] }))).toEqual({
      missing: [],
    })
    expect(await caseRow(made.caseId)).toMatchObject({ status: 'ready', accepted_on: '2026-03-04' })
    expect(await letters('referral-accepted')).toMatchObject([{ to_email: 'rivera@police.test' }])
  })

  test('a case is docketed only with both consents: the database refuses when the code is bypassed (rules 1 and 2)', async () => {
    const made = await anUnsignedCase(court, program)
    const move = (to: string) => court.rows('update cases set status = $2 where id = $1', [made.caseId, to])
    await expect(move('ready')).rejects.toThrow(/admission and the consents/)
    must(await recordConsents(court, desk(), made.caseId, { ...allSigned(made), guardian: [] }))
    await expect(move('ready')).rejects.toThrow(/admission and the consents/)
    const ready = await aReadyCase(court, program, { calledName: 'Sam' })
    await court.rows(`update consents set withdrawn_at = now() where case_id = $1 and kind = 'admission'`, [
      ready.caseId,
    ])
    await expect(court.rows(`update cases set status = 'docketed' where id = $1`, [ready.caseId])).rejects.toThrow(
      /admission and the consents/,
    )
    await expect(move('active')).rejects.toThrow(/may not go from/)
  })

  test('somebody of eighteen signs alone (rule 2)', async () => {
    const made = await anUnsignedCase(court, program, {
      birth: '2008-03-01',
      incidentOn: '2026-02-20',
      guardianCalledName: null,
      guardianLastName: null,
    })
    expect(must(await recordConsents(court, desk(), made.caseId, allSigned(made)))).toEqual({ missing: [] })
    expect(await caseRow(made.caseId)).toMatchObject({ status: 'ready' })
  })

  test('keep the wording, the language, how and before whom', async () => {
    const made = await anUnsignedCase(court, program)
    must(await recordConsents(court, desk(), made.caseId, { ...allSigned(made), language: 'es', how: 'spoken' }))
    const given = await court.db.withProgram(desk(), tx =>
      consentsOf(tx, { programId: program.id, caseId: made.caseId }),
    )
    expect(
      given.every(one => one.wording === '2026-01/es' && one.how === 'spoken' && one.witnessedBy === desk().accountId),
    ).toBe(true)
  })

  test('only a guardian of this young person signs as one', async () => {
    const made = await anUnsignedCase(court, program)
    const stranger = (
      await aReferredCase(court, program, { calledName: 'Sam', guardianCalledName: 'Lee', guardianLastName: 'Park' })
    ).guardianId
    expect(await recordConsents(court, desk(), made.caseId, { ...allSigned(made), guardianId: stranger })).toEqual({
      refused: 'not-their-guardian',
    })
    expect(
      await recordConsents(court, desk(), made.caseId, { ...allSigned(made), respondent: [], guardian: [] }),
    ).toEqual({ refused: 'nothing-signed' })
  })

  test('open the family’s own pages, once', async () => {
    const made = await aReadyCase(court, program)
    const jordan = await asPerson(court, program, made.respondentId, 'youth')
    const rosa = await asPerson(court, program, made.guardianId, 'family')
    expect((await court.db.withProgram(jordan, tx => caseByNo(tx, program.id, made.no))).id).toBe(made.caseId)
    expect((await court.db.withProgram(rosa, tx => caseByNo(tx, program.id, made.no))).id).toBe(made.caseId)
    const slips = must(await issueFamilySlips(court, desk(), made.caseId))
    expect(slips.map(one => one.name)).toEqual(['Jordan', 'Rosa'])
    expect(new Set(slips.map(one => one.code)).size).toBe(2)
    must(await issueFamilySlips(court, desk(), made.caseId))
    const [live] = await court.rows(
      'select count(*)::int as n from slips where program_id = $1 and revoked_at is null',
      [program.id],
    )
    expect(live).toEqual({ n: 2 })
    const [accounts] = await court.rows(
      `select count(*)::int as n from memberships where program_id = $1 and role in ('youth', 'family')`,
      [program.id],
    )
    expect(accounts).toEqual({ n: 2 })
  })

  test('no codes are made before everything is signed', async () => {
    const made = await anUnsignedCase(court, program)
    expect(await issueFamilySlips(court, desk(), made.caseId)).toEqual({ refused: 'not-now' })
  })

  test('can be taken back by the desk while the case waits for its night, and the case ends (rule 3)', async () => {
    const made = await aReadyCase(court, program)
    expect(
      must(await withdrawConsent(court, desk(), made.caseId, { personId: made.guardianId, kind: 'release' })),
    ).toEqual({ ended: false })
    expect(
      must(await withdrawConsent(court, desk(), made.caseId, { personId: made.guardianId, kind: 'guardian' })),
    ).toEqual({ ended: true })
    expect(await caseRow(made.caseId)).toMatchObject({ status: 'withdrawn' })
    expect(
      await withdrawConsent(court, desk(), made.caseId, { personId: made.respondentId, kind: 'admission' }),
    ).toEqual({ refused: 'not-now' })
  })

  test('can be taken back by the young person themselves, and by nobody for them (rule 3)', async () => {
    const made = await aReadyCase(court, program)
    const other = await aReadyCase(court, program, {
      calledName: 'Sam',
      guardianCalledName: 'Lee',
      guardianLastName: 'Park',
    })
    const sam = await asPerson(court, program, other.respondentId, 'youth')
    await expect(
      withdrawConsent(court, sam, made.caseId, { personId: made.respondentId, kind: 'participation' }),
    ).rejects.toThrow(NotHere)
    await expect(
      withdrawConsent(court, sam, made.caseId, { personId: other.respondentId, kind: 'participation' }),
    ).rejects.toThrow(NotHere)
    const jordan = await asPerson(court, program, made.respondentId, 'youth')
    expect(
      must(await withdrawConsent(court, jordan, made.caseId, { personId: made.respondentId, kind: 'participation' })),
    ).toEqual({ ended: true })
    const [entry] = await court.rows(
      `select account_id from register_entries where program_id = $1 and act = 'case-withdraw'`,
      [program.id],
    )
    expect(entry).toEqual({ account_id: jordan.accountId })
  })
})

describe('Who sees what', () => {
  test('an officer sees the cases of their own referrals, and no other officer does', async () => {
    const filed = must(await fileReferral(court, program.officer, asOfficer()))
    const other = await program.another('officer')
    expect((await court.db.withProgram(program.officer, tx => caseByNo(tx, program.id, filed.no))).status).toBe(
      'referred',
    )
    await expect(court.db.withProgram(other, tx => caseByNo(tx, program.id, filed.no))).rejects.toThrow(NotHere)
  })

  test('a second program sees nothing, and can do nothing to it', async () => {
    const made = await aReadyCase(court, program)
    const elsewhere = (await court.aProgram()).coordinator
    await expect(court.db.withProgram(elsewhere, tx => caseByNo(tx, elsewhere.programId, made.no))).rejects.toThrow(
      NotHere,
    )
    await expect(court.db.withProgram(elsewhere, tx => caseByNo(tx, program.id, made.no))).rejects.toThrow(NotHere)
    await expect(familyDeclines(court, elsewhere, made.caseId)).rejects.toThrow(NotHere)
    await expect(screenCase(court, elsewhere, made.caseId)).rejects.toThrow(NotHere)
  })
})
