import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '#court'
import { giveAccount } from '#court/people'
import { aCourt, asPerson, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aJuror, aReadyMatter, type Juror } from '../support/night.ts'

let court: TestCourt
let program: Program
let house: House
let desk: Visitor

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  house = await aHouse(court)
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const volunteer = {
  calledName: 'Amina',
  lastName: 'Osei',
  birthMonth: '9',
  birthDay: '1',
  birthYear: '2010',
  school: 'Oak School',
  language: 'en',
  email: '',
  phone: '',
  guardianCalledName: 'Efua',
  guardianLastName: 'Osei',
  guardianEmail: '',
  guardianPhone: '555-0123',
  sameHousehold: 'yes',
}

it('enrols a volunteer with the adult who speaks for them, and says what is still missing', async () => {
  const made = await desk.post('/people/jurors/new', volunteer)
  expect(made.status).toBe(303)
  const page = await desk.get(made.headers.location ?? '')
  expect(page.status).toBe(200)
  for (const words of ['Amina Osei', 'Has not been trained yet', 'no guardian has said yes yet', 'Efua Osei'])
    expect(page.text).toContain(words)
  const looked = await court.rows(
    `select 1 from register_entries where program_id = $1 and act = 'looked-at' and thing = 'juror'`,
    [program.id],
  )
  expect(looked.length).toBeGreaterThan(0)
})

it('asks first whether somebody of that name is known already, and keeps what was typed', async () => {
  const again = await desk.post('/people/jurors/new', volunteer)
  expect(again.status).toBe(422)
  expect(again.text).toContain('Do we know this person already?')
  expect(again.text).toContain('value="555-0123"')
  const made = await desk.post('/people/jurors/new', { ...volunteer, who: 'new', guardianWho: 'new' })
  expect(made.status).toBe(303)
})

it('says in words what is wrong with a form, and changes nothing', async () => {
  const page = await desk.post('/people/jurors/new', { ...volunteer, calledName: '', birthDay: '31', birthMonth: '2' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Error: Enrol a juror')
  expect(page.text).toContain('Type a real date')
  expect(page.text).toContain('value="Osei"')
})

it('takes a juror from nothing to ready on one page, and prints a code that is shown once', async () => {
  const one = await aJuror(court, program, { prepared: [] })
  const at = `/people/jurors/${one.jurorId}`
  expect((await desk.post(`${at}/training`, { on: '2026-03-02', hours: '1½' })).status).toBe(303)
  expect((await desk.post(`${at}/oath`, { on: '2026-03-02' })).status).toBe(303)
  expect((await desk.post(`${at}/approval`, { on: '2026-03-02', guardian: one.guardianId })).status).toBe(303)
  const page = await desk.get(at)
  expect(page.text).toContain('Trained, sworn and approved')
  expect(page.text).toContain('1½ hours')
  expect((await desk.get('/people/jurors?show=ready')).text).toContain(`${one.calledName} ${one.lastName}`)
  const slip = await desk.post(`${at}/slip`, { term: 'month' })
  expect(slip.status).toBe(200)
  const [code] = /[2-9A-Z]{4}-[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(slip.text) ?? []
  const visitor = house.visitor()
  expect((await visitor.post('/d', { code: code ?? '' })).headers.location).toBe('/home')
  expect((await visitor.get('/dates')).status).toBe(200)
})

it('tells a refusal in words and shows the page again', async () => {
  const one = await aJuror(court, program, { prepared: [] })
  const early = await desk.post(`/people/jurors/${one.jurorId}/oath`, { on: '2026-12-01' })
  expect(early.status).toBe(409)
  expect(early.text).toContain('That day is still to come')
  const missing = await desk.post(`/people/jurors/${one.jurorId}/training`, { on: '', hours: 'many' })
  expect(missing.status).toBe(422)
  expect(missing.text).toContain('value="many"')
})

it('keeps a juror off a case by its number', async () => {
  const one = await aJuror(court, program)
  const { no, caseId } = await aReadyMatter(court, program)
  expect((await desk.post(`/people/jurors/${one.jurorId}/conflicts`, { caseNo: no })).status).toBe(303)
  expect(await court.rows('select origin from conflicts where case_id = $1', [caseId])).toEqual([
    { origin: 'coordinator' },
  ])
})

it('lists nights, and ends a service after asking once more', async () => {
  const one = await aJuror(court, program)
  expect((await desk.get(`/people/jurors/${one.jurorId}/nights`)).text).toContain('No nights yet')
  expect((await desk.get(`/people/jurors/${one.jurorId}/end`)).text).toContain('stops serving')
  expect((await desk.post(`/people/jurors/${one.jurorId}/end`)).status).toBe(303)
  expect((await desk.get('/people/jurors?show=ended')).text).toContain(one.lastName)
})

it('lets a young person say which days do not suit', async () => {
  const one: Juror = await aJuror(court, program)
  await act(court, program.coordinator, tx => giveAccount(court, tx, program.coordinator, one.personId, 'youth'))
  const me = await house.as(await asPerson(court, program, one.personId, 'youth'))
  const page = await me.get('/dates/away')
  expect(page.text).toContain('Days you can’t come')
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  const wrong = await me.post('/dates/away', {
    version,
    monthlyLimit: '2',
    weekdays: ['5'],
    from1: '2026-04-03',
    to1: '2026-04-01',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('The last day comes after the first')
  expect(
    (await me.post('/dates/away', { version, monthlyLimit: '2', weekdays: ['5'], from1: '2026-04-01', to1: '' }))
      .headers.location,
  ).toBe('/dates')
  expect((await me.get('/dates/away')).text).toContain('value="2026-04-01"')
  const stale = await me.post('/dates/away', { version, monthlyLimit: '3' })
  expect(stale.status).toBe(409)
})

it('is no page for anybody but the coordinator', async () => {
  const one = await aJuror(court, program)
  for (const role of [program.facilitator, program.officer, program.evaluator]) {
    const visitor = await house.as(role)
    for (const path of ['/people/jurors', '/people/jurors/new', `/people/jurors/${one.jurorId}`])
      expect((await visitor.get(path)).status).toBe(404)
  }
  const stranger = await house.as((await court.aProgram()).coordinator)
  expect((await stranger.get(`/people/jurors/${one.jurorId}`)).status).toBe(404)
  expect((await desk.get('/people/jurors/not-an-id')).status).toBe(404)
})
