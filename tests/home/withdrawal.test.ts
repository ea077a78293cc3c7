/** Rule 3: whoever said yes can say no until the agreement is signed, and need not ask anybody's leave. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { docketCase } from '#court/hearings'
import { aReadyCase, type MadeCase, must } from '../support/cases.ts'
import { asPerson, aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aNight } from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program
let made: MadeCase
let jordan: Visitor
let rosa: Visitor
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  made = await aReadyCase(court, program)
  jordan = await house.as(await asPerson(court, program, made.respondentId, 'youth'))
  rosa = await house.as(await asPerson(court, program, made.guardianId, 'family'))
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const status = async (caseId: string): Promise<unknown> =>
  (await court.rows('select status from cases where id = $1', [caseId]))[0]?.status

describe('changing one’s mind', () => {
  it('is possible on one’s own page, after one more question', async () => {
    const home = await jordan.get('/home')
    expect(home.text).toContain('Changed your mind?')
    expect(home.text).toContain(`href="/home/${made.no}/withdrawal"`)
    const page = await jordan.get(`/home/${made.no}/withdrawal`)
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/shirts|shoplifting|respondent/i)
    expect(await status(made.caseId)).toBe('ready')
    const said = await jordan.post(`/home/${made.no}/withdrawal`)
    expect([said.status, said.headers.location]).toEqual([303, '/home'])
    expect(await status(made.caseId)).toBe('withdrawn')
    expect((await jordan.get('/home')).text).not.toContain('Changed your mind?')
    const [entry] = await court.rows(
      `select account_id from register_entries where program_id = $1 and act = 'consent-withdrawn'`,
      [program.id],
    )
    const [own] = await court.rows('select account_id from people where id = $1', [made.respondentId])
    expect(entry).toEqual(own)
    const desk = await (await house.as(program.coordinator)).get(`/cases/${made.no}`)
    expect(desk.text).toContain('Send the case back')
  })

  it('is possible for a guardian as well, with their own consent', async () => {
    expect((await rosa.get('/home')).text).toContain(`href="/home/${made.no}/withdrawal"`)
    expect((await rosa.post(`/home/${made.no}/withdrawal`)).status).toBe(303)
    expect(await status(made.caseId)).toBe('withdrawn')
    const [kind] = await court.rows(
      'select kind, person_id from consents where case_id = $1 and withdrawn_at is not null',
      [made.caseId],
    )
    expect(kind).toEqual({ kind: 'guardian', person_id: made.guardianId })
  })

  it('is a matter for a call once the case has its night', async () => {
    const night = await aNight(court, program)
    must(await docketCase(court, program.coordinator, { caseNo: made.no, nightId: night.id, roomId: night.roomId }))
    const home = await jordan.get('/home')
    expect(home.text).toContain('Changed your mind?')
    expect(home.text).toContain('555-0100')
    expect(home.text).not.toContain(`/home/${made.no}/withdrawal`)
    const refused = await jordan.post(`/home/${made.no}/withdrawal`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Call us')
    expect(await status(made.caseId)).toBe('docketed')
  })

  it('is nobody else’s: other young people, other families and the desk find nothing there', async () => {
    const other = await aReadyCase(court, program, {
      calledName: 'Sam',
      guardianCalledName: 'Lee',
      guardianLastName: 'Park',
    })
    const strangers = [
      await house.as(await asPerson(court, program, other.respondentId, 'youth')),
      await house.as(await asPerson(court, program, other.guardianId, 'family')),
      await house.as(program.coordinator),
      await house.as(program.facilitator),
    ]
    for (const stranger of strangers) {
      expect((await stranger.get(`/home/${made.no}/withdrawal`)).status).toBe(404)
      expect((await stranger.post(`/home/${made.no}/withdrawal`)).status).toBe(404)
    }
    expect(await status(made.caseId)).toBe('ready')
  })
})
