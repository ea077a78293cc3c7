/** The reports as an evaluator and a coordinator meet them, and what the evaluator's connection can reach. */
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#court'
import { factsOf } from '../../src/court/reports/records.ts'
import { figuresOf } from '../../src/court/reports/rules/figures.ts'
import { countOf } from '../../src/court/reports/rules/masks.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { type CaseWish, MARK, plantCases, plantEvenings, plantPromise, several } from '../support/reports.ts'

let court: TestCourt
let house: House
let program: Program
let small: Program
let lenient: Program
let evaluator: Visitor
let coordinator: Visitor

const span = { from: '2025-03-01', to: '2026-02-28' } as const
const agreed: Partial<CaseWish> = { heard: true, inEffectOn: '2025-07-02' }

/** A year of 139 cases, and three on days beside it. */
const aYear: CaseWish[] = [
  ...several(12, { status: 'screening' }),
  ...several(13, { status: 'returned_to_source', reason: 'not-eligible', outcome: 'returned', closedOn: '2025-07-01' }),
  ...several(11, { status: 'intake' }),
  ...several(10, {
    status: 'returned_to_source',
    reason: 'family-declined',
    outcome: 'returned',
    closedOn: '2025-07-01',
  }),
  ...several(10, { status: 'docketed' }),
  ...several(14, { ...agreed, status: 'active', dueOn: '2026-05-01' }),
  ...several(11, { ...agreed, status: 'active', dueOn: '2026-01-31' }),
  ...several(12, {
    ...agreed,
    status: 'returned_to_source',
    reason: 'terms-not-met',
    outcome: 'returned',
    closedOn: '2025-10-01',
  }),
  ...several(14, {
    ...agreed,
    status: 'closed_success',
    outcome: 'completed',
    closedOn: '2025-08-20',
    servedByChoiceOn: '2025-10-02',
  }),
  ...several(16, {
    ...agreed,
    status: 'closed_success',
    outcome: 'completed',
    closedOn: '2025-08-21',
    servedByChoiceOn: '2026-02-20',
  }),
  ...several(13, { ...agreed, status: 'sealed', sealed: true, outcome: 'completed', closedOn: '2026-01-15' }),
  ...several(3, { ...agreed, status: 'active', dueOn: '2026-05-01', withoutJuryService: true }),
]
const exceptions: CaseWish[] = [
  ...several(4, { ...agreed, status: 'active', waived: true }),
  { ...agreed, status: 'active', waived: true, outside: 'grid' },
  { ...agreed, status: 'active', outside: 'floor' },
  ...several(34, { ...agreed, status: 'active' }),
  ...several(2, { status: 'returned_to_source', reason: 'not-eligible', closedOn: '2025-06-20', joined: true }),
]
const beside: CaseWish[] = [
  { openedOn: '2025-02-28', status: 'active' },
  ...several(2, { openedOn: '2026-03-01', status: 'referred' }),
]

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
  program = await court.aProgram()
  small = await court.aProgram({ name: '=Small Court' })
  const [first = ''] = await plantCases(court, program, [...aYear, ...beside])
  lenient = await court.aProgram()
  await plantCases(court, lenient, exceptions)
  await plantCases(court, small, several(7, { status: 'active', ...agreed }))
  await court.rows('set session_replication_role = replica')
  const people = await court.rows<{ id: string }>('select id from people where program_id = $1 limit 12', [program.id])
  await plantEvenings(
    court,
    program,
    people.map(({ id }) => ({ personId: id, on: '2025-09-04', mandated: true })),
  )
  await plantEvenings(
    court,
    program,
    people.slice(0, 3).map(({ id }) => ({ personId: id, on: '2025-09-11', mandated: true, status: 'no_show' })),
  )
  const hours = {
    kind: 'community-service',
    status: 'verified',
    dueOn: '2025-12-01',
    confirmed: { on: '2025-09-06', minutes: 90 },
  }
  for (const { id } of people) await plantPromise(court, program, { caseId: first, personId: id, ...hours })
  for (const status of [...Array(9).fill('satisfied'), 'assigned', 'waived'])
    await plantPromise(court, program, { caseId: first, personId: null, dueOn: '2025-12-01', status })
  await plantPromise(court, program, { caseId: first, personId: null, dueOn: '2026-04-01', status: 'assigned' })
  await court.rows('set session_replication_role = default')
  evaluator = await house.as(program.evaluator)
  coordinator = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const factsFor = (actor: Actor, days: { from: string; to: string } = span) =>
  court.figures.inOneTrip(actor, tx => factsOf(tx, days as typeof span, '2026-03-04'))

describe('the figures of a cohort', () => {
  it('count each case once, at the step that it reached', async () => {
    const { counts } = figuresOf(await factsFor(program.evaluator), 'whole')
    expect([
      counts.referred,
      counts.accepted,
      counts.ready,
      counts.heard,
      counts['in-effect'],
      counts.due,
      counts.completed,
    ]).toEqual([139, 114, 93, 83, 83, 66, 43])
    expect([
      counts['open-answer'],
      counts['open-family'],
      counts['open-hearing'],
      counts['open-not-due'],
      counts['open-late'],
    ]).toEqual([12, 11, 10, 17, 11])
    expect([
      counts['returned-not-eligible'],
      counts['returned-family-declined'],
      counts['returned-terms-not-met'],
    ]).toEqual([13, 10, 12])
  })

  it('reconcile with the list of cases of the same days (rule 51)', async () => {
    const { cohort } = await factsFor(program.coordinator)
    const { counts } = figuresOf({ cohort, service: [], ours: { due: 0, kept: 0, setAside: 0 } }, 'whole')
    const [books] = await court.rows<{ cases: number }>(
      'select count(*)::int as cases from cases where program_id = $1 and opened_on between $2 and $3',
      [program.id, span.from, span.to],
    )
    const listed = await court.db.withProgram(program.coordinator, async tx => {
      const { rows } = await tx.$client.query(
        'select count(*)::int as cases from cases where opened_on between $1 and $2',
        [span.from, span.to],
      )
      return rows[0].cases as number
    })
    expect(countOf(cohort, 'referred')).toBe(books?.cases)
    expect((counts.completed ?? 0) + (counts.returned ?? 0) + (counts.open ?? 0)).toBe(books?.cases)
    expect((counts.referred ?? 0) - (counts.sealed ?? 0)).toBe(listed)
  })

  it('say of those who finished who came back within half a year, and of whom it is too early to tell', async () => {
    const { counts } = figuresOf(await factsFor(program.evaluator), 'whole')
    expect([counts['half-year'], counts['came-back']]).toEqual([30, 14])
  })

  it('count the agreements in which an adult left out jury service (rule 23)', async () => {
    const { counts } = figuresOf(await factsFor(program.evaluator), 'whole')
    expect(counts['without-jury-service']).toBe(3)
  })

  it('count the agreements in which a promise was let go, and those outside the grid or under the floor (rules 24 and 42)', async () => {
    const { counts } = figuresOf(await factsFor(lenient.evaluator), 'whole')
    expect([counts['in-effect'], counts['with-waiver'], counts['outside-grid']]).toEqual([40, 5, 2])
    const page = await (await house.as(lenient.coordinator)).get('/reports')
    expect(page.text).toMatch(/Agreements with a promise waived(?:(?!<\/tr>)[\s\S])*>5</)
    expect(page.text).toMatch(/Agreements outside the grid(?:(?!<\/tr>)[\s\S])*>2</)
  })

  it('hide those few from an evaluator, on the page and in the file (rule 49)', async () => {
    const visitor = await house.as(lenient.evaluator)
    const page = await visitor.get('/reports')
    expect(page.text).toMatch(/Agreements with a promise waived(?:(?!<\/tr>)[\s\S])*not shown/)
    expect(page.text).toMatch(/Agreements outside the grid(?:(?!<\/tr>)[\s\S])*not shown/)
    const lines = (await visitor.get('/reports/funnel.csv')).text.split('\n')
    for (const figure of ['with-waiver', 'outside-grid'])
      expect(lines.find(line => line.includes(`,${figure},`))).toContain(',cases,,,,,,yes,')
  })

  it('leave out a case whose matter joined another: it is counted there (rule 7)', async () => {
    const { counts } = figuresOf(await factsFor(lenient.coordinator), 'whole')
    expect([counts.referred, counts['returned-not-eligible'], counts.returned]).toEqual([40, 0, 0])
  })

  it('count evenings, hours and the court’s own promises on the days on which they fell', async () => {
    const { counts, rates } = figuresOf(await factsFor(program.evaluator), 'whole')
    expect([counts.jury, counts['jury-owed'], counts['jury-by-choice'], counts.community]).toEqual([
      42,
      12,
      30,
      12 * 90,
    ])
    expect([counts['our-due'], counts['our-kept'], counts['our-set-aside']]).toEqual([10, 9, 1])
    expect(rates['our-kept-rate']).toMatchObject({ part: 9, of: 10 })
  })

  it('are those of one’s own program only', async () => {
    expect(countOf((await factsFor(small.evaluator)).cohort, 'referred')).toBe(7)
  })

  it('are for coordinators and evaluators', async () => {
    for (const role of ['youth', 'family', 'officer', 'facilitator', '']) {
      const { cohort } = await factsFor({ ...program.evaluator, role })
      expect(countOf(cohort, 'referred')).toBe(0)
    }
  })
})

describe('an evaluator', () => {
  it('reads the year with its definitions, and no name', async () => {
    const page = await evaluator.get('/reports')
    expect(page.status).toBe(200)
    expect(page.text).toContain('139 cases referred from March 1, 2025 to February 28, 2026')
    expect(page.text).toContain('43 of 66 due')
    expect(page.text).toContain('Agreements that ended, or whose last date has passed.')
    expect(page.text).not.toContain(MARK)
    expect(page.text).not.toMatch(/ style=/)
  })

  it('is not shown three agreements without jury service, nor what would give them away (rule 49)', async () => {
    const page = await evaluator.get('/reports')
    expect(page.text).toMatch(/Agreements without jury service(?:(?!<\/tr>)[\s\S])*not shown/)
  })

  it('cannot ask for small groups to be shown', async () => {
    const page = await evaluator.get('/reports?small=shown&from=2025-03-01&to=2026-02-28')
    expect(page.text).toMatch(/Agreements without jury service(?:(?!<\/tr>)[\s\S])*not shown/)
    expect(page.text).not.toContain('See all numbers')
  })

  it('gets whole months that are over, whatever days are asked for', async () => {
    const page = await evaluator.get('/reports?from=2025-06-15&to=2026-03-04')
    expect(page.text).toContain('from June 1, 2025 to February 28, 2026')
    expect(page.text).toContain(
      'You asked for June 15, 2025 to March 4, 2026. Published figures go by whole months that are over, so these are for June 1, 2025 to February 28, 2026.',
    )
    const whole = await evaluator.get('/reports?from=2025-06-01&to=2026-02-28')
    expect(whole.text).toContain('go by whole months that are over: June 1, 2025 to February 28, 2026.')
    expect(whole.text).not.toContain('You asked for')
  })

  it('is told when there are too few to show', async () => {
    const page = await (await house.as(small.evaluator)).get('/reports')
    expect(page.text).toContain('Fewer than 10 cases.')
    expect(page.text).not.toMatch(/\b7 cases\b/)
  })

  it('finds no page of people or cases', async () => {
    for (const path of ['/people', '/cases', '/today', '/home', '/credits'])
      expect((await evaluator.get(path)).status, path).toBe(404)
  })

  it('leaves a trace of each report that was asked for', async () => {
    await evaluator.get('/reports?from=2025-04-01&to=2025-04-30')
    const entries = await court.rows<{ role: string; particulars: object }>(
      `select role, particulars from register_entries where program_id = $1 and thing = 'report' order by at desc, id desc limit 1`,
      [program.id],
    )
    expect(entries[0]).toMatchObject({
      role: 'evaluator',
      particulars: { from: '2025-04-01', to: '2025-04-30', showing: 'published' },
    })
  })

  it('reads what each figure counts and what the field calls it', async () => {
    const page = await evaluator.get('/reports/definitions')
    expect(page.text).toContain('Reciprocity: went on to serve')
    expect(page.text).toContain('cases.opened_on in the span')
    expect(page.text).toContain('Wilson')
  })
})

describe('the evaluator’s connection', () => {
  const asEvaluator = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: court.adminUrl })
    await client.connect()
    await client.query('set role peer_jury_evaluator')
    await client.query(`select set_config('app.program_id', $1, false), set_config('app.role', 'evaluator', false)`, [
      program.id,
    ])
    const answer = await work(client)
    await client.end()
    return answer
  }

  it('reads no row of any table', async () => {
    const tables = await court.rows<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(30)
    await asEvaluator(async client => {
      for (const { name } of tables)
        await expect(client.query(`select * from ${name} limit 1`), name).rejects.toMatchObject({ code: '42501' })
    })
  })

  it('writes nothing, and makes nothing', async () => {
    await asEvaluator(async client => {
      for (const text of [
        'delete from cases',
        'update cases set no = no',
        `insert into attempts (key) values ('x')`,
        'create table kept (x int)',
        'create table reporting.kept (x int)',
      ])
        await expect(client.query(text), text).rejects.toMatchObject({ code: '42501' })
    })
  })

  it('calls the functions that count, and no other that sees further', async () => {
    const callable = await court.rows<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'reporting') and p.prosecdef and has_function_privilege('peer_jury_evaluator', p.oid, 'execute') order by 1`,
    )
    expect(callable.map(one => one.name)).toEqual([
      'reporting.cohort(date,date,date)',
      'reporting.our_promises(date,date,date)',
      'reporting.service(date,date)',
    ])
    await asEvaluator(async client => {
      const { rows } = await client.query('select * from reporting.cohort($1, $2, $3)', [
        span.from,
        span.to,
        '2026-03-04',
      ])
      expect(JSON.stringify(rows)).not.toContain(MARK)
      expect(rows.reduce((sum, row) => sum + row.cases, 0)).toBe(139)
    })
  })
})

describe('the data file', () => {
  it('holds the figures of the page with their definitions', async () => {
    const file = await evaluator.get('/reports/funnel.csv?from=2025-03-01&to=2026-02-28')
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.headers['content-disposition']).toContain('funnel-2025-03-01-to-2026-02-28.csv')
    const lines = file.text.split('\n')
    expect(lines[0]).toContain(
      'program,referred_from,referred_to,counted_on,figure,title,unit,value,of,share,low_95,high_95,hidden,definition',
    )
    expect(lines.find(line => line.includes(',due,'))).toContain(',cases,66,')
    expect(lines.find(line => line.includes(',completed-rate,'))).toContain(',share,43,66,0.65,0.53,0.76,no,')
    expect(lines.find(line => line.includes(',without-jury-service,'))).toContain(',cases,,,,,,yes,')
    expect(file.text).not.toContain(MARK)
  })

  it('lets no spreadsheet take a name for a formula', async () => {
    const file = await (await house.as(small.coordinator)).get('/reports/funnel.csv')
    expect(file.text).toContain(`'=Small Court`)
    expect(file.text).not.toMatch(/^=/m)
  })

  it('says the same each time it is asked', async () => {
    const [one, other] = [await evaluator.get('/reports/funnel.csv'), await evaluator.get('/reports/funnel.csv')]
    expect(one.text).toBe(other.text)
  })
})

describe('a coordinator', () => {
  it('sees the small groups that they see every day, and is told not to publish them', async () => {
    const page = await coordinator.get('/reports')
    expect(page.text).toContain('This is for work inside the court')
    expect(page.text).toMatch(/Agreements without jury service(?:(?!<\/tr>)[\s\S])*>3</)
  })

  it('sees the report as it is published, too', async () => {
    const page = await coordinator.get('/reports?small=hidden')
    expect(page.text).toMatch(/Agreements without jury service(?:(?!<\/tr>)[\s\S])*not shown/)
    expect(page.text).toContain('See all numbers')
  })

  it('is told of dates that are none, or the wrong way round, and keeps what was typed', async () => {
    const odd = await coordinator.get('/reports?from=2025-13-45&to=2026-01-01')
    expect(odd.status).toBe(422)
    expect(odd.text).toContain('Type a real date')
    expect(odd.text).toContain('2025-13-45')
    const backwards = await coordinator.get('/reports?from=2026-02-01&to=2026-01-01')
    expect(backwards.text).toContain('The first date comes after the last one.')
  })

  it('is told when nobody was referred', async () => {
    const page = await coordinator.get('/reports?from=2020-01-01&to=2020-12-31')
    expect(page.text).toContain('Nobody was referred on these days')
  })
})

it('a young person finds no report', async () => {
  const visitor = await house.as({ ...program.facilitator })
  expect((await visitor.get('/reports')).status).toBe(404)
  expect((await house.visitor().get('/reports')).headers.location).toContain('/in')
})
