/** The list asks the database whom each case waits for; the case page asks the rules. Both must say the same, on every day. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { todayFor } from '#court'
import { starterRulebook } from '#court/programs'
import { type CaseFacts, nextStep, type Waits } from '#court/casefile'
import { addBusinessDays, addDays, type Day, earliest } from '#platform/time'
import { factsOf } from '../../src/court/casefile/facts.ts'
import { listQuery } from '../../src/court/casefile/forms.ts'
import { readCase, readList } from '../../src/court/casefile/reads.ts'
import { aReferredCase } from '../support/cases.ts'
import { everyKindOfCase } from '../support/casefile.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House } from '../support/house.ts'

const CLOCKS = { ...starterRulebook('charlotte').clocks, noticeBusinessDays: 13 }
const WITH_HOLIDAYS = {
  clocks: CLOCKS,
  holidays: ['2026-06-19', '2026-07-02', '2026-07-03', '2026-07-04', '2026-07-20'] as Day[],
}

let court: TestCourt
let program: Program
let house: House

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  house = await aHouse(court)
  await everyKindOfCase(court, program)
})

afterAll(async () => {
  await house.close()
  await court.close()
})

const allCases = async () => (await readList(court, program.coordinator, listQuery.parse({ step: 'all' }))).rows

const factsFor = async (no: string): Promise<CaseFacts> => {
  const today = todayFor(court, program.coordinator)
  const { row, promises, book } = await readCase(court, program.coordinator, no, { acts: 1, looks: 1 })
  return factsOf(row, promises, { actor: program.coordinator, today, book })
}

const byTheRules = async (no: string): Promise<Waits> =>
  nextStep(await factsFor(no), todayFor(court, program.coordinator)).waits

/** The day that the facts of a case name, as the case page counts it. */
const dayByTheRules = (facts: CaseFacts): Day | null => {
  if (
    ['referred', 'screening', 'contacting', 'intake', 'awaiting_consent', 'declined_ineligible'].includes(facts.status)
  )
    return facts.answerBy
  if (facts.status === 'ready') return earliest(facts.hearBy, facts.lastDay)
  if (facts.status === 'docketed' || facts.status === 'in_hearing') return facts.hearing?.on ?? null
  if (facts.status === 'noncompliance_review') return addDays(facts.since, facts.cureDays)
  if (facts.status !== 'active') return null
  return earliest(
    ...facts.promises.filter(one => one.owedBy === 'young-person' && !one.settledOn).map(one => one.dueOn),
  )
}

it('the list and the case page agree for whom each case waits, today and in months to come', async () => {
  const seen = new Set<Waits>()
  for (const day of [
    '2026-03-04',
    '2026-03-19',
    '2026-03-20',
    '2026-03-28',
    '2026-04-05',
    '2026-04-10',
    '2026-06-05',
  ]) {
    court.setClock(`${day}T15:00:00Z`)
    const rows = await allCases()
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) {
      expect(row.waits, `${row.no} ${row.status} on ${day}`).toBe(await byTheRules(row.no))
      seen.add(row.waits)
    }
  }
  expect([...seen].toSorted()).toEqual(['colleague', 'family', 'night', 'us', 'young-person'])
})

it('the next date in the list is the one that it is sorted by, and the one that the rules count', async () => {
  court.setClock('2026-03-04T15:00:00Z')
  const rows = await allCases()
  for (const row of rows) expect(row.dueOn, `${row.no} ${row.status}`).toBe(dayByTheRules(await factsFor(row.no)))
  expect(rows.filter(row => row.dueOn !== null).length).toBeGreaterThan(10)
  const listed = rows.map(row => row.dueOn ?? '9999-12-31')
  expect(listed).toEqual(listed.toSorted())
})

it('business days are counted by the rulebook, whatever the weekday, the holidays and the clock', async () => {
  const shop = await court.aProgram({ rules: { ...starterRulebook('charlotte'), ...WITH_HOLIDAYS } })
  for (let at = 0; at < 24; at += 1) {
    court.setClock(`${addDays('2026-06-15', at)}T15:00:00Z`)
    await aReferredCase(court, shop, { calledName: `Sam${at}` })
  }
  const { rows } = await readList(court, shop.coordinator, listQuery.parse({ step: 'all' }))
  const wanted = Array.from({ length: 24 }, (_, at) =>
    addBusinessDays(addDays('2026-06-15', at), 13, [...WITH_HOLIDAYS.holidays]),
  )
  expect(rows.map(row => row.dueOn)).toEqual(wanted.toSorted())
  court.setClock('2026-03-19T15:00:00Z')
})

it('no page of a case leads to a place that is not there', async () => {
  court.setClock('2026-03-19T15:00:00Z')
  const dana = await house.as(program.coordinator)
  const pages = ['/today', '/cases', '/people', ...(await allCases()).map(row => `/cases/${row.no}`)]
  const links = new Set<string>()
  for (const page of pages) {
    const { text, status } = await dana.get(page)
    expect(status, page).toBe(200)
    for (const [, href = ''] of text.matchAll(/href="(\/[^"#]*)/g)) links.add(href.replaceAll('&amp;', '&'))
  }
  const dead: string[] = []
  for (const link of links) {
    const { status } = await dana.get(link)
    if (status >= 400) dead.push(`${status} ${link}`)
  }
  expect(dead).toEqual([])
})
