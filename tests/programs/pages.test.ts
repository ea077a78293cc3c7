import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { starterRulebook } from '#court/programs'
import { answersFrom } from '../../src/court/programs/forms.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
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
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const AS_IT_IS = {
  ...answersFrom(starterRulebook('charlotte')),
  version: '1',
  effectiveFrom: '2026-04-01',
  reason: 'The board decided so.',
}

describe('The rules of the court', () => {
  test('are said in words, with the grid, the offences and every edition', async () => {
    const page = await desk.get('/settings')
    expect(page.text).toContain('Young people from 10 to 17, counted on the day of the incident.')
    expect(page.text).toContain('6 jurors; at least 4 to begin, at most 12.')
    expect(page.text).toContain('Jurors are within 2 years of the young person’s age on the hearing day.')
    expect(page.text).toContain('A family is given up after 3 tries and 30 days at the earliest.')
    expect(page.text).toContain('24–37')
    expect(page.text).toContain('23C Shoplifting')
    expect(page.text).toContain('first edition')
  })

  test('are changed from a day on, and the history shows it', async () => {
    const saved = await desk.post('/settings/rules', {
      ...AS_IT_IS,
      size: '8',
      serviceHours0Most: '20',
      'cap-restitutionCents': '300',
    })
    expect([saved.status, saved.headers.location]).toEqual([303, '/settings'])
    const page = await desk.get('/settings')
    expect(page.text).toContain('6 jurors; at least 4 to begin')
    expect(page.text).toContain('Edition 2')
    expect(page.text).toContain('From April 1, 2026')
    court.setClock('2026-04-01T15:00:00Z')
    const later = await (await house.as(program.coordinator)).get('/settings')
    expect(later.text).toContain('8 jurors; at least 4 to begin')
    expect(later.text).toContain('8–20')
    expect(later.text).toContain('At most $300 of restitution, by law.')
    court.setClock('2026-03-04T15:00:00Z')
  })

  test.each([
    ['in the past', { effectiveFrom: '2026-03-03', size: '8' }, 409, 'Rules cannot change in the past.'],
    ['that contradict one another', { quorum: '9' }, 409, 'must rise in this order'],
    ['as they stand', {}, 409, 'These are the rules as they stand.'],
    ['with a number that is none', { size: 'six' }, 422, 'Type a whole number'],
    ['with a number out of all bounds', { programDays: '99999' }, 422, 'Use 730 or less'],
    ['without a reason', { reason: ' ', size: '8' }, 422, 'Fill this in'],
    ['on a day that is none', { effectiveFrom: '2026-02-30', size: '8' }, 422, 'Type a real date'],
  ] as const)('are not taken %s, and what was typed stays', async (_what, wishes, status, words) => {
    const refused = await desk.post('/settings/rules', {
      ...AS_IT_IS,
      hearingDays: '77',
      ...wishes,
      ...(_what === 'as they stand' ? { hearingDays: '56' } : {}),
    })
    expect(refused.status).toBe(status)
    expect(refused.text).toContain(words)
    if (_what !== 'as they stand') expect(refused.text).toContain('value="77"')
    expect(await court.rows('select id from rulebooks where program_id = $1', [program.id])).toHaveLength(1)
  })

  test('of two who change them at once, the second keeps their numbers and is told', async () => {
    await desk.post('/settings/rules', { ...AS_IT_IS, size: '8' })
    const late = await desk.post('/settings/rules', { ...AS_IT_IS, size: '7' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Edition 2, from April 1, 2026, was written meanwhile.')
    expect(late.text).toContain('value="7"')
    expect(late.text).toContain('name="version" value="2"')
    expect((await desk.post('/settings/rules', { ...AS_IT_IS, size: '7', version: '2' })).status).toBe(303)
  })

  test('are open to the desk alone', async () => {
    for (const other of [program.facilitator, program.officer, program.evaluator]) {
      const visitor = await house.as(other)
      expect((await visitor.get('/settings')).status).toBe(404)
      expect((await visitor.get('/settings/rules')).status).toBe(404)
      expect((await visitor.post('/settings/rules', AS_IT_IS)).status).toBe(404)
    }
  })
})
