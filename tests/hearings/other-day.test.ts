/** A night moves to another day: with its cases and its jurors, or not at all. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Changed } from '#court'
import { callOffNight } from '#court/credits'
import { inviteJurors, moveNightToDay } from '#court/hearings'
import { starterRulebook } from '#court/programs'
import { addDays, type Day } from '#platform/time'
import { leftOut, mayMoveToDay, type OtherDay } from '../../src/court/hearings/rules/other-day.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import {
  aJuror,
  aNight,
  aReadyMatter,
  booked,
  doorsOpen,
  granted,
  NIGHT,
  onDocket,
  someJurors,
  type TestNight,
} from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program
let desk: Visitor
let night: TestNight

/** A Thursday three weeks later. */
const LATER: Day = '2026-04-09'

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
  night = await aNight(court, program)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const move = (to: Day = LATER, version = 2) => moveNightToDay(court, program.coordinator, night.id, { to, version })
const nightRow = async () =>
  (
    await court.rows<{ held_on: string; starts_at: Date; ends_at: Date }>(
      'select held_on::text, starts_at, ends_at from nights where id = $1',
      [night.id],
    )
  )[0]
const hearings = () =>
  court.rows<{ starts_at: Date; status: string }>('select starts_at, status from hearings where night_id = $1', [
    night.id,
  ])
const placeOf = async (jurorId: string) =>
  (await court.rows<{ status: string }>('select status from assignments where juror_id = $1', [jurorId]))[0]?.status
const letters = async (kind: string) =>
  (
    await court.rows<{ to_person_id: string | null; to_membership_id: string | null; facts: { startsAt: string } }>(
      'select to_person_id, to_membership_id, facts from outbox where program_id = $1 and kind = $2 and voided_at is null',
      [program.id, kind],
    )
  ).map(one => [one.to_person_id ?? one.to_membership_id, one.facts.startsAt])
const acts = async (act: string) =>
  (
    await court.rows<{ particulars: unknown }>(
      'select particulars from register_entries where program_id = $1 and act = $2',
      [program.id, act],
    )
  ).map(one => one.particulars)
const awayOn = (jurorId: string, day: Day) =>
  court.rows(
    `insert into absences (program_id, id, juror_id, from_day, to_day) values ($1, gen_random_uuid(), $2, $3, $3)`,
    [program.id, jurorId, day],
  )
const amended = (rules: object) =>
  court.rows('update rulebooks set rules = $1 where program_id = $2', [
    JSON.stringify({ ...starterRulebook('charlotte'), ...rules }),
    program.id,
  ])

const NEW_TIME = '2026-04-09T21:30:00.000Z'

describe('Moving a night to another day', () => {
  it('takes its cases along at the same time by the clock, and tells each family the new day and not the old one', async () => {
    const matter = await aReadyMatter(court, program)
    await onDocket(court, program, matter, night)
    expect(granted(await move())).toEqual({ heldOn: LATER, cases: 1, places: 0, released: 0 })
    expect(await nightRow()).toEqual({
      held_on: LATER,
      starts_at: new Date(NEW_TIME),
      ends_at: new Date('2026-04-10T00:30:00Z'),
    })
    expect(await hearings()).toEqual([{ starts_at: new Date(NEW_TIME), status: 'docketed' }])
    expect(await letters('hearing')).toEqual([])
    const told = await letters('date-changed')
    expect(new Set(told)).toEqual(
      new Set([
        [matter.respondent.personId, NEW_TIME],
        [matter.respondent.guardianId, NEW_TIME],
        [program.facilitator.membershipId, NEW_TIME],
      ]),
    )
    expect(await acts('night-moved')).toEqual([{ from: NIGHT, to: LATER, cases: 1, places: 0, released: 0 }])
    expect(await acts('hearing-moved')).toEqual([{ from: NIGHT, to: LATER }])
  })

  it('keeps the time by the clock on the wall where summer time begins in between', async () => {
    night = await aNight(court, program, { day: '2026-03-05' })
    expect((await nightRow())?.starts_at).toEqual(new Date('2026-03-05T22:30:00Z'))
    granted(await move('2026-03-12'))
    expect((await nightRow())?.starts_at).toEqual(new Date('2026-03-12T21:30:00Z'))
  })

  it('takes the jurors along, asks those again who have not answered, and lets go who is away that day, without blame', async () => {
    const [yes, silent, away] = await someJurors(court, program, 3)
    if (!yes || !silent || !away) throw new Error('three jurors')
    await booked(court, program, yes, night)
    await booked(court, program, away, night)
    granted(await inviteJurors(court, program.coordinator, night.id, [silent.jurorId]))
    await awayOn(away.jurorId, LATER)
    expect(granted(await move())).toMatchObject({ places: 2, released: 1 })
    expect(await Promise.all([yes, silent, away].map(one => placeOf(one.jurorId)))).toEqual([
      'confirmed',
      'offered',
      'cancelled_by_program',
    ])
    expect(await letters('date-changed')).toContainEqual([yes.personId, NEW_TIME])
    expect(await letters('jury-invitation')).toEqual([[silent.personId, NEW_TIME]])
    expect(await letters('hearing-off')).toEqual([[away.personId, '2026-03-19T21:30:00.000Z']])
  })

  it('lets go a juror who is of the same age as nobody on the new day, and keeps one who never was', async () => {
    await onDocket(court, program, await aReadyMatter(court, program, { birthDate: '2011-03-01' }), night)
    const aPeerNoMore = await aJuror(court, program, { birthDate: '2008-04-01' })
    const never = await aJuror(court, program, { birthDate: '2007-01-01', prepared: ['trained', 'sworn'] })
    for (const juror of [aPeerNoMore, never]) await booked(court, program, juror, night)
    expect(granted(await move())).toMatchObject({ places: 1, released: 1 })
    expect(await placeOf(aPeerNoMore.jurorId)).toBe('cancelled_by_program')
    expect(await placeOf(never.jurorId)).toBe('confirmed')
  })

  it('is for before the doors open', async () => {
    await doorsOpen(court, program, night)
    expect(await move(LATER, 3)).toEqual({ refused: 'not-now' })
  })

  it('knows when somebody else has changed the night meanwhile', async () => {
    await expect(move(LATER, 1)).rejects.toThrow(Changed)
  })

  it('goes to a day that is free, is to come, and is no holiday', async () => {
    expect(await move(NIGHT)).toEqual({ refused: 'same-day' })
    expect(await move('2026-03-03')).toEqual({ refused: 'past-day' })
    const other = await aNight(court, program, { day: LATER })
    expect(await move()).toEqual({ refused: 'day-taken' })
    granted(await callOffNight(court, program.coordinator, other.id, 'weather'))
    expect(await move()).toEqual({ refused: 'day-called-off' })
    expect(await move('2026-05-25')).toEqual({ refused: 'holiday' })
    expect(await nightRow()).toMatchObject({ held_on: NIGHT })
  })

  it('never takes a case past its last day (rule 32)', async () => {
    const matter = await aReadyMatter(court, program)
    await onDocket(court, program, matter, night)
    await amended({ clocks: { ...starterRulebook('charlotte').clocks, statuteDaysFromReferral: 30 } })
    expect(await move('2026-03-24')).toMatchObject({ cases: 1 })
    expect(await move('2026-03-25', 3)).toEqual({ refused: 'case-too-late' })
    const page = await desk.get(`/hearings/2026-03-24/other-day?to=2026-03-25`)
    expect(page.status).toBe(409)
    expect(page.text).toContain(`Case ${matter.no} has its last day before that.`)
  })

  it('never takes a case to a day on which a guardian’s yes is missing (rule 2)', async () => {
    const matter = await aReadyMatter(court, program, {
      birthDate: '2008-03-18',
      consents: ['admission', 'participation'],
    })
    await court.rows('alter table cases disable trigger user')
    await onDocket(court, program, matter, night)
    await court.rows('alter table cases enable trigger user')
    expect(await move('2026-03-17')).toEqual({ refused: 'case-needs-yes' })
    expect(granted(await move('2026-03-18'))).toMatchObject({ cases: 1 })
  })

  it('of two nights that move to one day in the same moment, one does', async () => {
    const other = await aNight(court, program, { day: '2026-03-26' })
    const answers = await Promise.all([
      move(),
      moveNightToDay(court, program.coordinator, other.id, { to: LATER, version: 2 }),
    ])
    expect(answers.filter(one => 'refused' in one)).toEqual([{ refused: 'day-taken' }])
  })

  it('in the database a night does not leave its cases behind, nor take one past its last day', async () => {
    const matter = await aReadyMatter(court, program)
    await onDocket(court, program, matter, night)
    const toLater = `update nights set held_on = held_on + 21, starts_at = starts_at + interval '21 days', ends_at = ends_at + interval '21 days' where id = $1`
    const refusedBy = (constraint: string) => expect.objectContaining({ constraint })
    await expect(court.rows(toLater, [night.id])).rejects.toEqual(refusedBy('docket_moves_along'))
    await amended({ clocks: { ...starterRulebook('charlotte').clocks, statuteDaysFromReferral: 30 } })
    const withCases = `with n as (${toLater} returning id)
      update hearings set starts_at = starts_at + interval '21 days', ends_at = ends_at + interval '21 days',
        during = tstzrange(starts_at + interval '21 days', ends_at + interval '21 days') where night_id in (select id from n)`
    await expect(court.rows(withCases, [night.id])).rejects.toEqual(refusedBy('heard_by_last_day'))
  })
})

describe('The page', () => {
  it('asks for the day, says what would happen and to whom, and then moves the night', async () => {
    await onDocket(court, program, await aReadyMatter(court, program), night)
    const [juror, away] = await someJurors(court, program, 2)
    if (!juror || !away) throw new Error('two jurors')
    for (const one of [juror, away]) await booked(court, program, one, night)
    await awayOn(away.jurorId, LATER)
    expect((await desk.get(`/hearings/${NIGHT}`)).text).toContain('Another day for this night')
    const asked = await desk.get(`/hearings/${NIGHT}/other-day?to=${LATER}`)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Move Thursday, March 19 to April 9, 2026?')
    expect(asked.text).toContain(`${away.calledName} ${away.lastName}`)
    expect(asked.text).toContain('is away that day')
    expect(asked.text).toContain('1 juror of the same age moves along, too few for a jury')
    expect((await nightRow())?.held_on).toBe(NIGHT)
    const sent = await desk.post(`/hearings/${NIGHT}/other-day`, { to: LATER, version: '2' })
    expect([sent.status, sent.headers.location]).toEqual([303, `/hearings/${LATER}`])
    expect((await desk.get(`/hearings/${LATER}`)).text).toContain('Thursday, April 9')
    expect((await desk.get(`/hearings/${NIGHT}`)).status).toBe(404)
  })

  it('says why a day will not do, beside the question, and keeps what was typed', async () => {
    for (const [to, words] of [
      [NIGHT, 'The night is on that day already.'],
      ['2026-03-01', 'That day is over.'],
      ['2026-05-25', 'That day is a holiday in our rules.'],
    ] as const) {
      const page = await desk.get(`/hearings/${NIGHT}/other-day?to=${to}`)
      expect(page.status).toBe(409)
      expect(page.text).toContain(words)
      expect(page.text).toContain(`value="${to}"`)
      expect((await desk.post(`/hearings/${NIGHT}/other-day`, { to, version: '2' })).status).toBe(409)
    }
    expect((await desk.get(`/hearings/${NIGHT}/other-day?to=soon`)).status).toBe(422)
    expect((await desk.get(`/hearings/${NIGHT}/other-day`)).status).toBe(200)
  })

  it('is for the coordinator of this program', async () => {
    const stranger = await house.as((await court.aProgram()).coordinator)
    expect((await stranger.get(`/hearings/${NIGHT}/other-day?to=${LATER}`)).status).toBe(404)
    expect((await (await house.as(program.facilitator)).get(`/hearings/${NIGHT}/other-day`)).status).toBe(404)
  })
})

describe('The rule', () => {
  const aDay = fc.integer({ min: 0, max: 4000 }).map(days => addDays('2004-01-01', days))
  const aMove: OtherDay = {
    nightStatus: 'published',
    from: '2026-03-19',
    to: '2026-04-09',
    today: '2026-03-04',
    dayState: 'free',
    holiday: false,
    cases: [],
  }

  it('lets nobody go for their age where nobody is heard, and never one who is a peer on the new day', () =>
    fc.assert(
      fc.property(aDay, aDay, fc.integer({ min: -60, max: 400 }), (juror, respondent, days) => {
        const moved = { ...aMove, to: addDays(aMove.from, days) }
        expect(leftOut({ birthDate: juror, away: false }, moved)).toBeNull()
        const one = { no: '26-1', status: 'docketed', birthDate: respondent, bandYears: 40, quorum: 4 } as const
        const withCase = { ...moved, cases: [{ ...one, tooLate: false, needsYes: false }] }
        expect(leftOut({ birthDate: juror, away: false }, withCase)).toBeNull()
        expect(leftOut({ birthDate: juror, away: true }, withCase)).toBe('away')
      }),
    ))

  it('moves no night on which a case has begun', () => {
    const heard = { no: '26-1', status: 'heard', birthDate: null, bandYears: 2, quorum: 4 } as const
    expect(mayMoveToDay({ ...aMove, cases: [{ ...heard, tooLate: false, needsYes: false }] })).toEqual({
      refused: 'not-now',
    })
    expect(mayMoveToDay(aMove)).toBeNull()
  })
})
