/** What a court starts from, and how its rules may change. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridClassOf, gridNames, offenceOf, type Rulebook, rulebook, starterRulebook } from '#court/programs'
import { addDays, type Day, weekdayOf } from '#platform/time'
import { federalHolidays } from '../../src/court/programs/reference.ts'
import { catalogueOf } from '../../src/court/programs/catalogue.ts'
import { mayAmend } from '../../src/court/programs/rules.ts'

describe('A starter rulebook', () => {
  test.each(gridNames)('%s is complete and sound', name => {
    const book = starterRulebook(name)
    expect(rulebook.safeParse(book).error?.issues).toBeUndefined()
    expect(book.offences.length).toBeGreaterThanOrEqual(40)
    expect(new Set(book.offences.map(one => one.code)).size).toBe(book.offences.length)
  })

  test.each(gridNames)('%s asks for future jury service in every class (rule 23)', name => {
    const { grid, offences } = starterRulebook(name)
    expect(grid.floor.jurySessions).toBeGreaterThanOrEqual(1)
    for (const row of grid.classes) expect(row.jurySessions[0]).toBeGreaterThanOrEqual(1)
    for (const one of offences) expect(gridClassOf(starterRulebook(name), one.code)).toBeDefined()
  })

  test('shuts violence, weapons and sexual offences out, and takes what youth courts are made for (rule 5)', () => {
    const book = starterRulebook('charlotte')
    for (const code of ['weapon-school', 'assault-aggravated', 'robbery', 'sexual-assault', 'arson'])
      expect(offenceOf(book, code), code).toMatchObject({ violent: true, allowed: false })
    for (const code of ['shoplifting', 'fight-mutual', 'vandalism', 'trespass', 'marijuana', 'truancy', 'curfew'])
      expect(offenceOf(book, code), code).toMatchObject({ violent: false, allowed: true })
  })

  test('runs classes up in Charlotte and down in Cumberland, as those courts did', () => {
    expect(gridClassOf(starterRulebook('charlotte'), 'joyriding')?.code).toBe('D')
    expect(gridClassOf(starterRulebook('cumberland'), 'joyriding')?.code).toBe('A')
    expect(gridClassOf(starterRulebook('flower-mound'), 'joyriding')?.serviceHours).toEqual([42, 60])
  })

  test('holds the caps of North Carolina and the ninety days of Texas (rules 25 and 32)', () => {
    expect(starterRulebook('cumberland').caps).toEqual({ jurySessions: 3, serviceHours: 20, restitutionCents: 30_000 })
    expect(starterRulebook('flower-mound').clocks.statuteDaysFromHearing).toBe(90)
  })

  test('knows the federal holidays, each on a weekday', () => {
    expect(federalHolidays(2026)).toEqual(
      expect.arrayContaining(['2026-01-01', '2026-01-19', '2026-05-25', '2026-07-03', '2026-11-26', '2026-12-25']),
    )
    for (const year of [2025, 2026, 2027, 2028])
      expect(federalHolidays(year).every(day => ![0, 6].includes(weekdayOf(day)))).toBe(true)
  })
})

describe('An amendment', () => {
  const rules = starterRulebook('charlotte')
  const newest = { edition: 3, effectiveFrom: '2026-01-01' as Day, rules }
  const changed: Rulebook = { ...rules, jury: { ...rules.jury, peerBandYears: 1 } }

  test('never reaches back: it holds from today or later, and never before the newest edition', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), (start, newestStart) => {
        const today = '2026-03-04'
        const wish = { edition: 3, effectiveFrom: addDays(today, start), rules: changed }
        const taken = mayAmend({ ...newest, effectiveFrom: addDays(today, newestStart) }, wish, today) === null
        expect(taken).toBe(start >= 0 && start >= newestStart)
      }),
    )
  })

  test('is sound in itself', () => {
    const wish = (book: Rulebook) =>
      mayAmend(newest, { edition: 3, effectiveFrom: '2026-03-04', rules: book }, '2026-03-04')
    expect(wish({ ...changed, jury: { ...changed.jury, quorum: 8 } })).toEqual({ refused: 'jury-unsound' })
    expect(wish({ ...changed, ages: { youngest: 17, oldest: 12 } })).toEqual({ refused: 'ages-unsound' })
    const first = changed.grid.classes[0]
    const grid = {
      ...changed.grid,
      classes: first
        ? [{ ...first, serviceHours: [20, 10] as [number, number] }, ...changed.grid.classes.slice(1)]
        : [],
    }
    expect(wish({ ...changed, grid })).toEqual({ refused: 'grid-unsound' })
    expect(wish({ ...changed, offences: [] })).toEqual({ refused: 'nothing-listed' })
    expect(wish(structuredClone(rules))).toEqual({ refused: 'nothing-changed' })
    expect(wish(changed)).toBeNull()
  })

  test('under which no jury could ever sit or decide is not taken (rules 17, 23, 25)', () => {
    const refused = (part: Partial<Rulebook>) =>
      mayAmend(newest, { edition: 3, effectiveFrom: '2026-03-04', rules: { ...rules, ...part } }, '2026-03-04')?.refused
    const [first, ...others] = rules.grid.classes
    if (!first) throw new Error('a grid has a class')
    const withFirst = (row: Partial<typeof first>) => ({ ...rules.grid, classes: [{ ...first, ...row }, ...others] })
    expect(refused({ jury: { ...rules.jury, quorum: 7 } })).toBe('jury-unsound')
    expect(refused({ jury: { ...rules.jury, maximum: 5 } })).toBe('jury-unsound')
    expect(refused({ grid: withFirst({ jurySessions: [0, 0] }) })).toBe('no-jury-service')
    expect(refused({ caps: { ...rules.caps, jurySessions: 3 } })).toBe('caps-unsound')
    expect(refused({ caps: { ...rules.caps, serviceHours: 34 } })).toBe('caps-unsound')
    expect(refused({ caps: { jurySessions: 4, serviceHours: 35, restitutionCents: 0 } })).toBeUndefined()
  })

  test('under which no case could come in, or a violent offence without leave, is not taken (rule 5)', () => {
    const refused = (offences: Rulebook['offences']) =>
      mayAmend(newest, { edition: 3, effectiveFrom: '2026-03-04', rules: { ...rules, offences } }, '2026-03-04')
        ?.refused
    const every = (part: Partial<Rulebook['offences'][number]>) => rules.offences.map(one => ({ ...one, ...part }))
    expect(refused([])).toBe('nothing-listed')
    expect(refused(every({ allowed: false }))).toBe('nothing-taken')
    expect(refused(every({ allowed: true }))).toBe('violent-taken')
    expect(refused(every({ class: 'Z' }))).toBe('rules-unsound')
    expect(refused([...rules.offences, ...rules.offences])).toBe('rules-unsound')
  })

  test('leaves every offence of the starter catalogue at hand, with a class that weighs as much as before', () => {
    for (const name of gridNames) {
      const book = starterRulebook(name)
      const bare = { ...book, offences: book.offences.filter(one => one.code === 'shoplifting') }
      const rows = catalogueOf(bare)
      expect(rows.map(row => row.code).toSorted()).toEqual(book.offences.map(one => one.code).toSorted())
      expect(rows.filter(row => row.listed).map(row => row.code)).toEqual(['shoplifting'])
      for (const code of ['trespass', 'joyriding'])
        expect(rows.find(row => row.code === code)?.class).toBe(offenceOf(book, code)?.class)
    }
  })

  test('of rules that somebody else has changed meanwhile is not taken', () => {
    expect(mayAmend(newest, { edition: 2, effectiveFrom: '2026-03-04', rules: changed }, '2026-03-04')).toEqual({
      refused: 'changed-meanwhile',
    })
  })
})
