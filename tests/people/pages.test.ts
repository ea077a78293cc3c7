import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '#court'
import { addPerson } from '#court/people'
import { newId } from '#platform/ids'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'

let court: TestCourt
let house: House
let program: Program
let desk: Visitor
let id: string
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
  const ada = {
    calledName: 'Ada',
    lastName: 'Marsh',
    birthDate: '2010-06-15',
    school: 'Maple High',
    strengths: ['chess', 'baking'],
  } as const
  id = await act(court, program.coordinator, tx => addPerson(court, tx, program.coordinator, ada))
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const ADA = {
  calledName: 'Ada',
  lastName: 'Marsh',
  legalName: 'Ada Marsh',
  pronouns: 'she',
  birthMonth: '6',
  birthDay: '15',
  birthYear: '2010',
  language: 'en',
  email: '',
  phone: '',
  address: '',
  reachBy: 'phone',
  school: 'Maple High',
  grade: '',
  strengths: 'chess',
  version: '1',
}

describe('A record', () => {
  test('is shown as it is kept, and the look is entered (rule 47)', async () => {
    const page = await desk.get(`/people/${id}/change`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('value="2010"')
    expect(page.text).toContain('chess\nbaking')
    const [looks] = await court.rows(
      `select count(*)::int as n from register_entries where act = 'looked-at' and thing_id = $1`,
      [id],
    )
    expect(looks).toEqual({ n: 1 })
  })

  test('keeps what was typed where the date is none', async () => {
    const refused = await desk.post(`/people/${id}/change`, {
      ...ADA,
      birthMonth: '2',
      birthDay: '30',
      pronouns: 'she/her',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Type a real date')
    expect(refused.text).toContain('value="she/her"')
  })

  test('is corrected, and of two who do so at once the second sees both versions', async () => {
    expect((await desk.post(`/people/${id}/change`, ADA)).headers.location).toBe(`/people/${id}`)
    const late = await desk.post(`/people/${id}/change`, { ...ADA, school: 'Oak High' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('value="Oak High"')
    expect(late.text).toContain('Maple High')
    expect((await desk.post(`/people/${id}/change`, { ...ADA, school: 'Oak High', version: '2' })).status).toBe(303)
  })

  test('is no page for anybody else, nor for another program, nor for an id that is none', async () => {
    const elsewhere = await house.as((await court.aProgram()).coordinator)
    expect((await elsewhere.get(`/people/${id}/change`)).status).toBe(404)
    expect((await elsewhere.post(`/people/${id}/change`, { ...ADA, version: '3' })).status).toBe(404)
    expect((await (await house.as(program.officer)).get(`/people/${id}/change`)).status).toBe(404)
    expect((await desk.get(`/people/${newId()}/change`)).status).toBe(404)
    expect((await desk.get('/people/x/change')).status).toBe(404)
  })
})
