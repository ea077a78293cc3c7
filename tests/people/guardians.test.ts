/** A guardian is added to anybody, at their own page. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act } from '#court'
import { addPerson, guardiansOf, peopleWith } from '#court/people'
import { starterRulebook } from '#court/programs'
import type { Day } from '#platform/time'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aReadyMatter, aYoungPerson } from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program
let desk: Visitor
let child: string

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
  child = await add({ calledName: 'Wren', lastName: 'Abbott', birthDate: '2011-05-01' })
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const add = (person: { calledName: string; lastName: string; birthDate?: Day }) =>
  act(court, program.coordinator, tx => addPerson(court, tx, program.coordinator, person))
const guardians = (id: string) => court.db.withProgram(program.coordinator, tx => guardiansOf(tx, program.id, id))
const entered = async (what: string): Promise<number> =>
  (await court.rows('select 1 from register_entries where program_id = $1 and act = $2', [program.id, what])).length

const HOLLY = {
  calledName: 'Holly',
  lastName: 'Abbott',
  language: 'es',
  phone: '555-0161',
  email: '',
  address: '',
  reachBy: 'phone',
}
const at = (id: string) => `/people/${id}/guardian`

describe('A guardian', () => {
  it('is added with a name, a language and how to reach them, and the register says so (rule 16)', async () => {
    expect((await desk.get(`/people/${child}`)).text).toContain(`href="${at(child)}"`)
    expect((await desk.get(at(child))).text).toContain('Add a guardian of Wren Abbott')
    const added = await desk.post(at(child), HOLLY)
    expect([added.status, added.headers.location]).toEqual([303, `/people/${child}`])
    expect(await guardians(child)).toMatchObject([
      { calledName: 'Holly', lastName: 'Abbott', language: 'es', phone: '555-0161', reachBy: 'phone' },
    ])
    expect(await entered('people-tied')).toBe(1)
    expect((await desk.get(`/people/${child}`)).text).toContain('Holly Abbott')
  })

  it('who lives elsewhere is not of the same home', async () => {
    await desk.post(at(child), { ...HOLLY, apart: 'yes' })
    expect(await court.rows('select same_household from kinships where person_id = $1', [child])).toEqual([
      { same_household: 'no' },
    ])
  })

  it('without a last name is asked for again, and what was typed stays', async () => {
    const page = await desk.post(at(child), { ...HOLLY, lastName: '' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('value="555-0161"')
    expect(await guardians(child)).toEqual([])
  })

  it('whom the court may know is asked about first, and keeps their one record', async () => {
    const holly = await add({ calledName: 'Holly', lastName: 'Abbott' })
    const asked = await desk.post(at(child), HOLLY)
    expect(asked.status).toBe(409)
    for (const words of ['Is this somebody we know?', `value="${holly}"`, 'value="555-0161"'])
      expect(asked.text).toContain(words)
    expect(await guardians(child)).toEqual([])
    expect((await desk.post(at(child), { ...HOLLY, known: holly })).status).toBe(303)
    expect((await guardians(child)).map(one => one.id)).toEqual([holly])
  })

  it('is noted once, and is nobody’s own self nor their own ward', async () => {
    const holly = await add({ calledName: 'Holly', lastName: 'Abbott' })
    await desk.post(at(child), { ...HOLLY, known: holly })
    const twice = await desk.post(at(child), { ...HOLLY, known: holly })
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('is written down as a guardian already')
    const self = await desk.post(at(child), { ...HOLLY, known: child })
    expect(self.status).toBe(409)
    expect(self.text).toContain('Nobody is their own guardian')
    const turned = await desk.post(at(holly), { ...HOLLY, calledName: 'Wren', known: child })
    expect(turned.status).toBe(409)
    expect(turned.text).toContain('stands for this one')
    expect(await entered('people-tied')).toBe(1)
  })

  it('is added by the coordinator alone, and only to somebody of this program', async () => {
    for (const role of [program.facilitator, program.officer, program.evaluator])
      expect((await (await house.as(role)).get(at(child))).status).toBe(404)
    const elsewhere = await house.as((await court.aProgram()).coordinator)
    expect((await elsewhere.get(at(child))).status).toBe(404)
    expect((await elsewhere.post(at(child), HOLLY)).status).toBe(404)
    expect((await desk.get(at('x'))).status).toBe(404)
    expect((await desk.post(at(child), { ...HOLLY, known: 'x' })).status).toBe(422)
  })
})

describe('A guardian’s door', () => {
  const sees = async (guardian: string, ward: string, on: Day): Promise<boolean> => {
    court.setClock(`${on}T15:00:00Z`)
    const me = { ...program.coordinator, role: 'family' as const, personId: guardian }
    return (await court.db.withProgram(me, tx => peopleWith(tx, program.id, [ward]))).length === 1
  }

  it('closes on the day on which the young person is of age, and one’s own stays open', async () => {
    const holly = await add({ calledName: 'Holly', lastName: 'Abbott' })
    await desk.post(at(child), { ...HOLLY, known: holly })
    expect(await sees(holly, child, '2029-04-30')).toBe(true)
    expect(await sees(holly, child, '2029-05-01')).toBe(false)
    expect(await sees(holly, holly, '2029-05-01')).toBe(true)
  })

  it('closes at the age of the rulebook in force', async () => {
    const strict = await court.aProgram({ rules: { ...starterRulebook('charlotte'), adultAt: 16 } })
    const { personId, guardianId } = await aYoungPerson(court, strict, { birthDate: '2011-05-01' })
    const me = { ...strict.coordinator, role: 'family' as const, personId: guardianId }
    court.setClock('2027-05-01T15:00:00Z')
    expect(await court.db.withProgram(me, tx => peopleWith(tx, strict.id, [personId]))).toEqual([])
  })

  it('stays open while a case runs to which the guardian said yes, and closes with it (rule 29)', async () => {
    const { caseId, respondent } = await aReadyMatter(court, program, { birthDate: '2011-05-01' })
    expect(await sees(respondent.guardianId, respondent.personId, '2029-05-01')).toBe(true)
    await court.rows(`update cases set closed_on = '2029-05-01' where id = $1`, [caseId])
    expect(await sees(respondent.guardianId, respondent.personId, '2029-05-02')).toBe(false)
  })
})
