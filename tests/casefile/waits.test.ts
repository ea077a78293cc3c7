/** The list asks the database whom each case waits for; the case page asks the rules. Both must say the same, on every day. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { todayFor } from '#court'
import { nextStep, type Waits } from '#court/casefile'
import { factsOf } from '../../src/court/casefile/facts.ts'
import { listQuery } from '../../src/court/casefile/forms.ts'
import { readCase, readList } from '../../src/court/casefile/reads.ts'
import { everyKindOfCase } from '../support/casefile.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House } from '../support/house.ts'

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

const allCases = async () => (await readList(court, program.coordinator, listQuery.parse({ step: 'all' }))).found.rows

const byTheRules = async (no: string): Promise<Waits> => {
  const today = todayFor(court, program.coordinator)
  const { row, promises, book } = await readCase(court, program.coordinator, no, { acts: 1, looks: 1 })
  return nextStep(factsOf(row, promises, { actor: program.coordinator, today, book }), today).waits
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
