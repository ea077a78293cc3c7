import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aCase, aPerson, outboxOf, sendOne } from './support.ts'

let court: TestCourt
let house: House
let program: Program
let dana: Visitor

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
afterAll(async () => {
  await house.close()
  await court.close()
})
beforeEach(async () => {
  program = await court.aProgram()
  dana = await house.as(program.coordinator as never)
})

const aLetter = async (language = 'en'): Promise<{ id: string; personId: string; caseId: string }> => {
  const personId = await aPerson(court, program, { reachBy: 'paper', address: '7 Oak Lane\nMapleton', language })
  const caseId = await aCase(court, program, personId)
  const facts = { startsAt: '2026-03-26T21:30:00Z', place: 'Room 204' }
  await sendOne(court, program.coordinator, { kind: 'hearing', to: { personId }, caseId, facts })
  const [row] = await court.rows<{ id: string }>(`select id from outbox where program_id = $1`, [program.id])
  return { id: row!.id, personId, caseId }
}

describe('A coordinator', () => {
  test('is told when there is nothing to print', async () => {
    const page = await dana.get('/letters').expect(200)
    expect(page.text).toContain('No letters to print')
  })

  test('finds the letters that wait for a printer, with the reason', async () => {
    const { id } = await aLetter()
    const page = await dana.get('/letters').expect(200)
    expect(page.text).toContain('Quillane Brackenridge')
    expect(page.text).toContain('Hearing date')
    expect(page.text).toContain('Likes paper or a call better')
    expect(page.text).toContain(`href="/letters/${id}"`)
  })

  test('opens a letter as it will be printed, and that look is entered (rule 47)', async () => {
    const { id, personId, caseId } = await aLetter()
    const page = await dana.get(`/letters/${id}`).expect(200)
    expect(page.text).toContain('Quillane Brackenridge<br>7 Oak Lane<br>Mapleton<br>')
    expect(page.text).toContain('March 4, 2026')
    expect(page.text).toContain('When: Thursday, March 26, 2026, 5:30 PM<br>Where: Room 204')
    const looks = await court.rows(`select act, case_id, person_id from register_entries where thing_id = $1`, [id])
    expect(looks).toEqual([{ act: 'looked-at', case_id: caseId, person_id: personId }])
  })

  test('opens it in English while it is not written in the language of the one who will read it', async () => {
    const { id } = await aLetter('es')
    expect((await dana.get(`/letters/${id}`)).text).toContain('<html lang="en"')
  })

  test('marks it as posted, and then it waits no more', async () => {
    const { id } = await aLetter()
    await dana.post(`/letters/${id}/posting`).expect(303).expect('Location', '/letters')
    expect((await dana.get('/letters')).text).toContain('The letter is marked as posted.')
    expect((await outboxOf(court, program))[0]?.sent_at).not.toBeNull()
    const again = await dana.post(`/letters/${id}/posting`).expect(409)
    expect(again.text).toContain('This letter was posted before.')
  })
})

describe('Nobody else', () => {
  test.each(['facilitator', 'officer', 'evaluator'] as const)('finds a page of letters: a %s does not', async role => {
    const { id } = await aLetter()
    const visitor = await house.as(program[role] as never)
    for (const path of ['/letters', `/letters/${id}`]) await visitor.get(path).expect(404)
    await visitor.post(`/letters/${id}/posting`).expect(404)
    expect((await outboxOf(court, program))[0]?.sent_at).toBeNull()
  })

  test('sees a letter of another program', async () => {
    const { id } = await aLetter()
    const stranger = await house.as((await court.aProgram()).coordinator as never)
    await stranger.get(`/letters/${id}`).expect(404)
    await stranger.post(`/letters/${id}/posting`).expect(404)
  })

  test.each(['x', newId(), '%00', '..'])('finds a letter that is not there: %s', async id => {
    expect([400, 404]).toContain((await dana.get(`/letters/${id}`)).status)
  })
})
