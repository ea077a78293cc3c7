/** The lists of the rules: offences, powers, holidays. Each change is a new edition from a day on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { moveNightToDay } from '#court/hearings'
import { rulebookOn, starterRulebook } from '#court/programs'
import type { Day } from '#platform/time'
import { answersFrom } from '../../src/court/programs/forms.ts'
import { holidayAnswers, offenceAnswers } from '../../src/court/programs/forms/lists.ts'
import { aReferredCase } from '../support/cases.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aNight } from '../support/night.ts'

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

const book = starterRulebook('charlotte')
type Sent = Record<string, string | string[]>
const EDITION = { version: '1', effectiveFrom: '2026-04-01', reason: 'The board decided so.' }
const OFFENCES: Sent = { ...offenceAnswers(book), ...EDITION }
const HOLIDAYS: Sent = { ...holidayAnswers(book, '2026-03-04'), ...EDITION }
const RULES: Sent = { ...answersFrom(book), ...EDITION }
const without = (list: unknown, code: string) => (list as string[]).filter(one => one !== code)
const rulesOn = async (day: Day) =>
  (await court.db.withProgram(program.coordinator, tx => rulebookOn(tx, program.id, day))).rules
const editions = () => court.rows('select id from rulebooks where program_id = $1', [program.id])

describe('The list of offences', () => {
  test('changes from a day on: one leaves it, one is taken now, one weighs more; the rest stays as it was', async () => {
    const saved = await desk.post('/settings/offences', {
      ...OFFENCES,
      listed: without(OFFENCES['listed'], 'curfew'),
      taken: [...(OFFENCES['taken'] as string[]), 'drug-sale'],
      'class-trespass': 'C',
    })
    expect([saved.status, saved.headers.location]).toEqual([303, '/settings'])
    expect(await rulesOn('2026-03-31')).toEqual(book)
    const { offences, ...rest } = await rulesOn('2026-04-01')
    expect(offences.map(one => one.code)).toEqual(book.offences.map(one => one.code).filter(one => one !== 'curfew'))
    expect(offences.find(one => one.code === 'drug-sale')).toMatchObject({ allowed: true, violent: false })
    expect(offences.find(one => one.code === 'trespass')).toMatchObject({ class: 'C', allowed: true })
    expect({ ...rest, offences: book.offences }).toEqual(book)
    const page = await desk.get('/settings/offences')
    expect(page.text).toMatch(
      /<input type="checkbox" name="listed" value="curfew" aria-label="On the list: Curfew violation">/,
    )
  })

  test('takes an offence of the starter catalogue on again', async () => {
    await desk.post('/settings/offences', { ...OFFENCES, listed: without(OFFENCES['listed'], 'curfew') })
    const again = await desk.post('/settings/offences', { ...OFFENCES, version: '2', reason: 'We miss it.' })
    expect(again.status).toBe(303)
    expect((await rulesOn('2026-04-01')).offences).toHaveLength(book.offences.length)
  })

  test('leaves a case under the rules that it was opened under', async () => {
    const { caseId } = await aReferredCase(court, program)
    await desk.post('/settings/offences', {
      ...OFFENCES,
      effectiveFrom: '2026-03-04',
      listed: without(OFFENCES['listed'], 'shoplifting'),
    })
    const [kept] = await court.rows<{ rulebook_id: string }>('select rulebook_id from cases where id = $1', [caseId])
    expect(kept?.rulebook_id).toBe(program.rulebookId)
    await expect(aReferredCase(court, program, { calledName: 'Kim', lastName: 'Bell' })).rejects.toThrow('refused')
  })

  test.each([
    ['that holds nothing', { listed: [] }, 409, 'At least one offense must be on the list.'],
    ['of which nothing is taken', { taken: [] }, 409, 'no case could come in'],
    ['that takes a violent offence', { violent: ['shoplifting'] }, 409, 'A violent offense is taken by leave only.'],
    ['as it stands', {}, 409, 'These are the rules as they stand.'],
    ['from the past', { effectiveFrom: '2026-03-03', violent: [] }, 409, 'Rules cannot change in the past.'],
    ['with a class that is none', { 'class-curfew': 'Z' }, 422, 'Choose'],
    ['with an offence of nobody', { listed: ['witchcraft'] }, 422, 'Choose'],
    ['without a reason', { reason: '', violent: [] }, 422, 'Fill this in'],
  ] as const)('is not taken %s, and what was ticked stays', async (_what, wishes, status, words) => {
    const refused = await desk.post('/settings/offences', { ...OFFENCES, ...(wishes as Partial<Sent>) } as Sent)
    expect(refused.status).toBe(status)
    expect(refused.text).toContain(words)
    expect(await editions()).toHaveLength(1)
    const violent = /<input type="checkbox" name="violent" value="shoplifting"[^>]*checked>/.test(refused.text)
    expect(violent).toBe('violent' in wishes && wishes.violent.length > 0)
  })

  test('of two who change it at once, the second is told and keeps what was ticked', async () => {
    const listed = without(OFFENCES['listed'], 'curfew')
    await desk.post('/settings/offences', { ...OFFENCES, listed })
    const late = await desk.post('/settings/offences', { ...OFFENCES, listed: without(listed, 'truancy') })
    expect(late.status).toBe(409)
    expect(late.text).toContain('was written meanwhile')
    expect(late.text).toMatch(/name="listed" value="truancy" aria-label="[^"]*">/)
  })
})

describe('The powers', () => {
  test('change with the other rules, and what is not ticked does not hold', async () => {
    expect((await desk.post('/settings/rules', { ...RULES, powers: ['pardon'] })).status).toBe(422)
    const saved = await desk.post('/settings/rules', { ...RULES, powers: ['judgeConfirms', 'secondApprover'] })
    expect(saved.status).toBe(303)
    expect((await rulesOn('2026-04-01')).powers).toEqual({
      decideDeadlock: false,
      leaveGrid: false,
      judgeConfirms: true,
      secondApprover: true,
    })
    court.setClock('2026-04-01T15:00:00Z')
    const page = (await (await house.as(program.coordinator)).get('/settings')).text
    expect(page).toContain('A judge confirms each agreement.')
    expect(page).toContain('The ranges bind everybody.')
    expect(page).toContain('Where a jury cannot agree, nobody decides for it.')
  })

  test('and limits that would leave no room for a jury to decide are refused (rule 25)', async () => {
    const refused = await desk.post('/settings/rules', { ...RULES, 'cap-jurySessions': '1' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('no jury could decide')
  })
})

describe('The holidays', () => {
  test('are taken out, added one by one or for a year, and hold from their day on', async () => {
    const saved = await desk.post('/settings/holidays', {
      ...HOLIDAYS,
      kept: without(HOLIDAYS['kept'], '2026-10-12'),
      new1: '2026-04-10',
      new3: '2026-04-10',
      federal: ['2029'],
    })
    expect(saved.status).toBe(303)
    const { holidays } = await rulesOn('2026-04-01')
    expect(holidays).toEqual(expect.arrayContaining(['2026-01-01', '2026-04-10', '2029-07-04', '2025-12-25']))
    expect(holidays).not.toContain('2026-10-12')
    expect(new Set(holidays).size).toBe(holidays.length)
    const night = await aNight(court, program)
    const to = (day: Day) => moveNightToDay(court, program.coordinator, night.id, { to: day, version: 2 })
    expect(await to('2026-04-10')).toEqual({ refused: 'holiday' })
    expect(await to('2026-10-12')).toMatchObject({ heldOn: '2026-10-12' })
  })

  test.each([
    ['in the past', { new1: '2026-03-03' }, 422, 'Choose a day that is still to come.'],
    ['on a day that is none', { new2: '2026-02-30' }, 422, 'Type a real date'],
    ['as they stand', {}, 409, 'These are the rules as they stand.'],
    ['of a year that is not offered', { federal: ['1999'] }, 422, 'Choose'],
  ] as const)('are not taken %s, and what was typed stays', async (_what, wishes, status, words) => {
    const refused = await desk.post('/settings/holidays', {
      ...HOLIDAYS,
      ...(wishes as Partial<Sent>),
      new4: '',
    } as Sent)
    expect(refused.status).toBe(status)
    expect(refused.text).toContain(words)
    expect(refused.text).toContain('The board decided so.')
    expect(await editions()).toHaveLength(1)
  })

  test('and the offences are open to the desk alone', async () => {
    for (const other of [program.facilitator, program.officer, program.evaluator]) {
      const visitor = await house.as(other)
      for (const path of ['/settings/offences', '/settings/holidays'])
        expect((await visitor.get(path)).status).toBe(404)
      expect((await visitor.post('/settings/holidays', HOLIDAYS)).status).toBe(404)
    }
  })
})
