import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lifecycle } from '#court/cases'
import { obligationsOfCase, standing } from '#court/obligations'
import { proveRegisters } from '#court/register'
import { asking } from '#platform/ground'
import { statusesOf } from '#platform/lifecycle'
import { dayIn } from '#platform/time'
import { TIME_ZONE } from '../../seeds/scene.ts'
import { tellStory } from '../../seeds/story.ts'
import type { DemoPerson } from '../../src/demo.ts'
import { aCourt, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aWalker, type Walker } from '../support/walk.ts'

let court: TestCourt
let house: House
let people: DemoPerson[]

beforeAll(async () => {
  court = await aCourt()
  const began = performance.now()
  people = await tellStory(court, court.adminUrl)
  console.log(`The story of the county was told in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
  house = await aHouse(court)
}, 240_000)

afterAll(async () => {
  await house?.close()
  await court.close()
})

/** How many rows there are of each kind. */
const counted = async (text: string): Promise<Record<string, number>> =>
  Object.fromEntries((await court.rows<{ kind: string; count: number }>(text)).map(row => [row.kind, row.count]))

const nobody = async (text: string): Promise<void> => expect(await court.rows(text)).toEqual([])

describe('The county', () => {
  test('has three programs, about sixty cases, eighty jurors and half a year of nights', async () => {
    const [county] = await court.rows<
      Record<string, number>
    >(`select (select count(*) from programs)::int as programs, (select count(*) from cases)::int as cases,
      (select count(*) from jurors)::int as jurors, (select count(*) from nights where status = 'locked')::int as nights,
      (select max(held_on) - min(held_on) from nights where status = 'locked')::int as days`)
    expect(county).toMatchObject({ programs: 3 })
    expect(county!.cases).toBeGreaterThanOrEqual(60)
    expect(county!.jurors).toBeGreaterThanOrEqual(80)
    expect(county!.nights).toBeGreaterThanOrEqual(25)
    expect(county!.days).toBeGreaterThanOrEqual(150)
  })

  test('has a case in every status in which a case can rest', async () => {
    const there = await counted('select status as kind, count(*)::int from cases group by 1')
    /** A case is completed and closed in one act; nothing is sealed or purged yet. */
    const passing = ['completed', 'sealed', 'purged']
    expect(Object.keys(there).toSorted()).toEqual(
      statusesOf(lifecycle)
        .filter(status => !passing.includes(status))
        .toSorted(),
    )
  })

  test('has promises that stand in every way in which a promise can stand', async () => {
    const today = dayIn(TIME_ZONE, court.now())
    const all = await court.rows<{ program_id: string; id: string }>('select program_id, id from cases')
    const stands = new Set<string>()
    for (const { program_id: programId, id } of all) {
      const context = { programId, accountId: null, personId: null, role: 'clockwork' }
      const promised = await court.db.withProgram(context, tx => obligationsOfCase(tx, programId, id))
      for (const one of promised) stands.add(standing(one, today))
    }
    expect([...stands].toSorted()).toEqual(
      ['done', 'due-soon', 'fell-away', 'late', 'on-track', 'to-fix', 'waived', 'with-us'].toSorted(),
    )
  })

  test('has nights behind it, one that is going on, one tonight, others to come, and one that is not yet known', async () => {
    const nights = await counted('select status as kind, count(*)::int from nights group by 1')
    expect(Object.keys(nights).toSorted()).toEqual(
      ['draft', 'in_progress', 'locked', 'published', 'staffed'].filter(status => nights[status]).toSorted(),
    )
    expect(nights).toMatchObject({ in_progress: 1, locked: expect.any(Number), draft: 3 })
    const tonight =
      await court.rows(`select n.id from nights n join hearings h on h.program_id = n.program_id and h.night_id = n.id
      join programs p on p.id = n.program_id where p.slug = 'maple-street' and n.status in ('published', 'staffed') and h.status = 'docketed'
      and n.held_on = '${dayIn(TIME_ZONE, court.now())}'`)
    expect(tonight).toHaveLength(3)
  })

  test('has juries with somebody who stepped back, draws with reasons, more time asked for and given, and a credit taken back', async () => {
    const [seen] = await court.rows<
      Record<string, number>
    >(`select (select count(*) from seats where status = 'stepped_back')::int as back,
      (select count(distinct r) from draw_lines, unnest(reasons) r)::int as reasons, (select count(*) from extensions where answer is null)::int as asked,
      (select count(*) from extensions where answer = 'granted')::int as granted, (select count(*) from credit_entries where kind = 'reversal')::int as reversed,
      (select count(*) from further_matters)::int as joined, (select count(*) from terminations where answer is null)::int as open_questions`)
    for (const [what, count] of Object.entries(seen!)) expect(count, what).toBeGreaterThan(0)
  })
})

describe('The law was kept in all that was told:', () => {
  test('every register holds from its first entry to its last', async () => {
    for (const proof of await asking(court.adminUrl, proveRegisters)) expect(proof).toMatchObject({ faults: [] })
  })

  test('every disposition holds jury service (rule 23)', () =>
    nobody(`select d.id from dispositions d where d.status in ('proposed', 'in_effect') and d.no_jury_service_reason is null and not exists (
      select from terms t where t.program_id = d.program_id and t.disposition_id = d.id and t.kind = 'jury-service' and t.owed_by = 'young-person')`))

  test('nobody sat in two rooms at once (rule 18)', () =>
    nobody(`select a.id from seats a join seats b on b.program_id = a.program_id and b.juror_id = a.juror_id and b.id <> a.id and a.during && b.during
      where a.status = 'seated' and b.status = 'seated'`))

  test('every hearing that was held has the hours at which it really began and ended', () =>
    nobody(`select id from hearings where status in ('heard', 'stopped') and (ended_at > begun_at) is not true`))

  test('by those hours, no room heard two cases at once and nobody sat on two (rule 18)', () =>
    nobody(`with sat as (select h.program_id, h.id, h.room_id, s.juror_id, tstzrange(h.begun_at, least(h.ended_at, s.left_at)) as span
        from hearings h join seats s on s.program_id = h.program_id and s.hearing_id = h.id
        where h.begun_at is not null and (s.left_at is null or s.left_at > h.begun_at))
      select a.id from sat a join sat b on b.program_id = a.program_id and b.id <> a.id and b.span && a.span
      where b.juror_id = a.juror_id or b.room_id = a.room_id`))

  test('every decision was made by a quorum of those who sat to the end and were still there (rules 17 and 28)', () =>
    nobody(`select d.id from dispositions d join cases c on c.program_id = d.program_id and c.id = d.case_id
      join rulebooks r on r.program_id = c.program_id and r.id = c.rulebook_id where d.status in ('proposed', 'in_effect') and (
        select count(*) from deciders x join seats s on s.program_id = x.program_id and s.hearing_id = x.hearing_id and s.juror_id = x.juror_id
          join assignments a on a.program_id = s.program_id and a.id = s.assignment_id
          join hearings h on h.program_id = s.program_id and h.id = s.hearing_id
        where x.program_id = d.program_id and x.disposition_id = d.id and s.status = 'seated'
          and (a.checked_out_at is null or a.checked_out_at >= h.ended_at)) < (r.rules #>> '{jury,quorum}')::int`))

  test('nobody sat on their own case, and everyone who sat had come and had promised that night (rules 9 and 15)', () =>
    nobody(`select s.id from seats s join assignments a on a.program_id = s.program_id and a.id = s.assignment_id
      join hearings h on h.program_id = s.program_id and h.id = s.hearing_id join cases c on c.program_id = s.program_id and c.id = h.case_id
      join jurors j on j.program_id = s.program_id and j.id = s.juror_id
      where j.person_id = c.respondent_id or a.checked_in_at is null or a.oath_at is null`))

  test('no balance of credits is below zero (rule 36)', () =>
    nobody('select program_id, person_id from credit_entries group by 1, 2 having sum(minutes) < 0'))

  test('jury service is counted from attendance alone (rule 35)', () =>
    nobody(`select p.id from progress p join obligations o on o.program_id = p.program_id and o.id = p.obligation_id
      where o.kind = 'jury-service' and p.assignment_id is null`))

  test('every closed case has all its promises kept or waived (rule 42)', () =>
    nobody(`select c.id from cases c join obligations o on o.program_id = c.program_id and o.case_id = c.id
      where c.status = 'closed_success' and o.owed_by = 'young-person' and o.status not in ('satisfied', 'waived')`))

  test('nothing that was told lies after now, and no old letter is left to be sent', async () => {
    await nobody(`select id from register_entries where at > '${court.now().toISOString()}'`)
    await nobody(
      `select id from outbox where channel = 'mail' and sent_at is null and voided_at is null and due_at <= '${court.now().toISOString()}'`,
    )
  })
})

describe('The people of the demo', () => {
  const comeIn = async ({ signIn, password }: DemoPerson): Promise<Visitor> => {
    const visitor = house.visitor()
    const answer =
      password === null
        ? await visitor.post('/d', { code: signIn })
        : await visitor.post('/in', { email: signIn, password, to: '/' })
    expect(answer.status, signIn).toBe(303)
    return visitor
  }

  test('are of every role', () => {
    expect([...new Set(people.map(one => one.role))]).toEqual([
      'coordinator',
      'facilitator',
      'officer',
      'evaluator',
      'juror',
      'young person',
      'guardian',
    ])
    expect(new Set(people.map(one => one.program)).size).toBe(3)
  })

  /** Up to three pages of each kind: what differs in an id, a number or a day is of one kind. */
  const opensAllKinds = async (walker: Walker): Promise<string[]> => {
    const linkedFrom = new Map([['/', 'the door']])
    const kinds = new Map<string, number>()
    const broken: string[] = []
    for (const [address, page] of linkedFrom) {
      const kind = address.replaceAll(/[\da-f]{8}-[\da-f-]{27}|\d[\d-]*|\?.*/g, '*')
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (kinds.get(kind)! > 3) continue
      const seen = await walker
        .opens(address)
        .catch((fault: Error) => void broken.push(`from ${page}: ${fault.message}`))
      for (const { href } of seen?.links ?? [])
        if (/^\/(?!\/)/.test(href) && !linkedFrom.has(href)) linkedFrom.set(href.split('#')[0]!, address)
    }
    return broken
  }

  test('come in, and every kind of page that they are led to opens', { timeout: 120_000 }, async () => {
    for (const one of people) {
      const walker = await aWalker(`${one.role} ${one.name}`, () => comeIn(one))
      expect.soft(await opensAllKinds(walker)).toEqual([])
      expect(walker.trail.length, one.role).toBeGreaterThan(2)
      if (process.env.TRAIL)
        for (const page of walker.trail)
          console.log(page.who, page.status, page.address, '|', page.title, '\n', page.words, '\n')
    }
  })
})
