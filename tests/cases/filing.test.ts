/** What happens to one young person's record when matters arrive, and when several arrive at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#court'
import { fileReferral, recogniseRespondent } from '#court/cases'
import { addPerson, type NewPerson } from '#court/people'
import { isRefusal } from '#platform/refusal'
import { aReferral, must } from '../support/cases.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'

let court: TestCourt
let house: House
let program: Program
let dana: Visitor
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  dana = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const JORDAN = { calledName: 'Jordan', lastName: 'Tran', birthDate: '2010-06-15' } as const

const someoneKnown = (wishes: Partial<NewPerson> = {}): Promise<string> =>
  act(court, program.coordinator, tx => addPerson(court, tx, program.coordinator, { ...JORDAN, ...wishes }))

const openCasesOf = (personId: string) =>
  court.rows<{ no: string }>(
    `select no from cases where program_id = $1 and respondent_id = $2 and status not in ('closed_success', 'returned_to_source', 'sealed', 'purged')`,
    [program.id, personId],
  )

const personRow = async (id: string) =>
  (
    await court.rows('select phone, address, school, grade from people where program_id = $1 and id = $2', [
      program.id,
      id,
    ])
  )[0]

describe('Several at once', () => {
  test('six filings for one known person at one moment open one case, and five matters join it (rule 7)', async () => {
    const known = await someoneKnown()
    const filed = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        fileReferral(court, program.coordinator, aReferral({ reportNo: `R-${at}` }), known),
      ),
    )
    const open = await openCasesOf(known)
    expect(open).toHaveLength(1)
    expect(filed.map(one => must(one).no)).toEqual(Array.from({ length: 6 }, () => open[0]?.no))
    expect(filed.filter(one => must(one).joined)).toHaveLength(5)
    const guardians = await court.rows('select other_id from kinships where program_id = $1 and person_id = $2', [
      program.id,
      known,
    ])
    expect(guardians).toHaveLength(1)
  })

  test('four cases recognised at one moment as one known person become one open case (rule 7)', async () => {
    const known = await someoneKnown()
    const { membershipId } = program.officer
    const form = aReferral({ officerEmail: null, officerMembershipId: membershipId })
    const filed = []
    for (let at = 0; at < 4; at += 1) filed.push(must(await fileReferral(court, program.officer, form)))
    const same = await Promise.all(filed.map(one => recogniseRespondent(court, program.coordinator, one.caseId, known)))
    expect(same.filter(one => isRefusal(one))).toEqual([])
    const open = await openCasesOf(known)
    expect(open).toHaveLength(1)
    expect(same.map(one => must(one).no)).toEqual(Array.from({ length: 4 }, () => open[0]?.no))
  })

  test('a filing and a recognition at one moment end in one open case (rule 7)', async () => {
    const known = await someoneKnown()
    const { membershipId } = program.officer
    const form = aReferral({ officerEmail: null, officerMembershipId: membershipId })
    const officers = must(await fileReferral(court, program.officer, form))
    const both = await Promise.all([
      recogniseRespondent(court, program.coordinator, officers.caseId, known),
      fileReferral(court, program.coordinator, aReferral({ reportNo: 'R-2' }), known),
    ])
    expect(new Set(both.map(one => must<{ no: string } | { refused: string }>(one).no)).size).toBe(1)
    expect(await openCasesOf(known)).toHaveLength(1)
  })
})

describe('What a referral says of somebody the court knows', () => {
  test('fills what was still open in their record', async () => {
    const known = await someoneKnown()
    must(await fileReferral(court, program.coordinator, aReferral(), known))
    expect(await personRow(known)).toEqual({
      phone: '555-0199',
      address: '4 Elm Street',
      school: 'Maple High',
      grade: '9',
    })
  })

  test('never writes over what was there, and says where the two differ', async () => {
    const known = await someoneKnown({ phone: '555-0111', address: '4 Elm Street' })
    const filed = must(await fileReferral(court, program.coordinator, aReferral(), known))
    expect(await personRow(known)).toMatchObject({ phone: '555-0111', address: '4 Elm Street', school: 'Maple High' })
    expect(filed.differs).toEqual(['phone'])
  })

  test('fills in how to reach a guardian whom the court knows by name', async () => {
    const known = await someoneKnown()
    const first = must(
      await fileReferral(court, program.coordinator, aReferral({ guardianPhone: null, guardianEmail: null }), known),
    )
    must(await fileReferral(court, program.coordinator, aReferral({ reportNo: 'R-2' }), known))
    const [rosa] = await court.rows(
      `select p.phone, p.email from kinships k join people p on p.program_id = k.program_id and p.id = k.other_id
       where k.program_id = $1 and k.person_id = $2`,
      [program.id, known],
    )
    expect(first.differs).toEqual([])
    expect(rosa).toEqual({ phone: '555-0198', email: 'rosa@family.test' })
  })

  test('is kept as well when an officer’s young person is recognised', async () => {
    const known = await someoneKnown()
    const { membershipId } = program.officer
    const filed = must(
      await fileReferral(court, program.officer, aReferral({ officerEmail: null, officerMembershipId: membershipId })),
    )
    must(await recogniseRespondent(court, program.coordinator, filed.caseId, known))
    expect(await personRow(known)).toMatchObject({ phone: '555-0199', address: '4 Elm Street' })
  })

  test('is said on the next page where it was not taken', async () => {
    const known = await someoneKnown({ phone: '555-0111' })
    const saved = await dana.post('/cases/new', {
      calledName: 'Jordan',
      lastName: 'Tran',
      birthMonth: '6',
      birthDay: '15',
      birthYear: '2010',
      language: 'en',
      phone: '555-0199',
      guardianLanguage: 'en',
      offenceCode: 'shoplifting',
      incidentOn: '2026-02-20',
      narrative: 'Two shirts.',
      custody: 'none',
      sourceKind: 'school',
      agency: 'Maple High',
      officerName: 'Ms. Vega',
      officerEmail: 'vega@school.test',
      known,
    })
    expect(saved.status).toBe(303)
    const page = await dana.get(saved.headers.location ?? '')
    expect(page.text).toContain('We had another phone number')
  })
})
