import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Changed } from '#court'
import { changePlan, inviteJurors, openNight } from '#court/hearings'
import { readDocket } from '../../src/court/hearings/routes/docket.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import {
  aNight,
  aReadyMatter,
  booked,
  granted,
  type Juror,
  NIGHT,
  onDocket,
  someJurors,
  type TestNight,
} from '../support/night.ts'

let court: TestCourt
let program: Program
let house: House
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

const rowOf = async (id: string) =>
  (
    await court.rows<{ starts_at: Date; ends_at: Date; place: string; juror_places: number; version: number }>(
      'select starts_at, ends_at, place, juror_places, version from nights where id = $1',
      [id],
    )
  )[0]!
const plan = {
  starts: '17:30',
  ends: '20:30',
  place: 'Maple Street Community Center',
  jurorPlaces: 40,
}
const change = async (night: TestNight, wanted: Partial<typeof plan>) =>
  changePlan(court, program.coordinator, night.id, {
    ...plan,
    ...wanted,
    version: (await rowOf(night.id)).version,
  })
const letters = (kind: string) =>
  court.rows<{ to_person_id: string; facts: object }>(
    'select to_person_id, facts from outbox where program_id = $1 and kind = $2 and voided_at is null order by id',
    [program.id, kind],
  )

/** How often two acts waited for each other, and the database had to send one of them away. */
const deadlocks = async () =>
  (
    await court.rows<{ deadlocks: string }>('select deadlocks from pg_stat_database where datname = current_database()')
  )[0]?.deadlocks

describe('Changing a night', () => {
  it('gives it other times, another place and more places while nothing hangs on it', async () => {
    for (const publish of [false, true]) {
      const night = await aNight(court, program, { publish, day: publish ? NIGHT : '2026-03-26' })
      granted(await change(night, { starts: '18:00', ends: '21:00', place: 'Town Hall', jurorPlaces: 50 }))
      expect(await rowOf(night.id)).toMatchObject({ place: 'Town Hall', juror_places: 50 })
    }
    const [row] = await court.rows('select starts_at, ends_at from nights where program_id = $1 and held_on = $2', [
      program.id,
      NIGHT,
    ])
    expect(row).toEqual({ starts_at: new Date('2026-03-19T22:00:00Z'), ends_at: new Date('2026-03-20T01:00:00Z') })
    const [entry] = await court.rows<{ particulars: object }>(
      `select particulars from register_entries where program_id = $1 and act = 'night-changed' and particulars ->> 'heldOn' = $2`,
      [program.id, NIGHT],
    )
    expect(entry?.particulars).toEqual({
      heldOn: NIGHT,
      times: true,
      place: true,
      jurorPlaces: 50,
      jurorPlacesBefore: 40,
    })
  })

  it('asks again who has not answered, tells anew who said yes, and sends no letter with the old place', async () => {
    const night = await aNight(court, program)
    const [yes, silent] = (await someJurors(court, program, 2)) as [Juror, Juror]
    await booked(court, program, yes, night)
    granted(await inviteJurors(court, program.coordinator, night.id, [silent.jurorId]))
    granted(await change(night, { starts: '18:00', place: 'Town Hall' }))
    const facts = { startsAt: '2026-03-19T22:00:00.000Z', place: 'Town Hall' }
    expect(await letters('jury-invitation')).toEqual([{ to_person_id: silent.personId, facts }])
    expect(await letters('date-changed')).toEqual([{ to_person_id: yes.personId, facts }])
  })

  it('writes to nobody when only the places for jurors change', async () => {
    const night = await aNight(court, program)
    const [yes] = (await someJurors(court, program, 1)) as [Juror]
    await booked(court, program, yes, night)
    granted(await change(night, { jurorPlaces: 1 }))
    expect(await court.rows('select 1 from outbox where program_id = $1', [program.id])).toEqual([])
  })

  it('leaves cases their times; the place may change, and the families are told', async () => {
    const night = await aNight(court, program)
    await onDocket(court, program, await aReadyMatter(court, program), night)
    expect(await change(night, { ends: '21:00' })).toEqual({ refused: 'times-stand' })
    await expect(
      court.rows(`update nights set ends_at = ends_at + interval '1 hour' where id = $1`, [night.id]),
    ).rejects.toMatchObject({ constraint: 'docket_keeps_its_times' })
    granted(await change(night, { place: 'Town Hall', jurorPlaces: 30 }))
    expect((await letters('hearing')).map(one => one.facts)).toEqual([
      { startsAt: '2026-03-19T21:30:00.000Z', place: 'Town Hall, Room 204' },
      { startsAt: '2026-03-19T21:30:00.000Z', place: 'Town Hall, Room 204' },
    ])
  })

  it('takes away no place that is given (rule 19), and leaves each case its twenty minutes', async () => {
    const night = await aNight(court, program)
    for (const juror of await someJurors(court, program, 2)) await booked(court, program, juror, night)
    expect(await change(night, { jurorPlaces: 1 })).toEqual({ refused: 'places-given' })
    await expect(court.rows('update nights set juror_places = 1 where id = $1', [night.id])).rejects.toMatchObject({
      constraint: 'places_stay_given',
    })
    granted(await change(night, { jurorPlaces: 2 }))
    expect(await change(night, { ends: '18:00', jurorPlaces: 2 })).toEqual({ refused: 'slots-too-short' })
    expect(await change(night, { ends: '17:00', jurorPlaces: 2 })).toEqual({ refused: 'ends-before-it-starts' })
  })

  it('ends when the doors open', async () => {
    const night = await aNight(court, program)
    court.setClock('2026-03-19T21:00:00Z')
    granted(await openNight(court, program.coordinator, night.id))
    expect(await change(night, { place: 'Town Hall' })).toEqual({ refused: 'not-now' })
  })

  it('is not done over what somebody else has changed meanwhile', async () => {
    const night = await aNight(court, program)
    const { version } = await rowOf(night.id)
    granted(await change(night, { place: 'Town Hall' }))
    const late = changePlan(court, program.coordinator, night.id, { ...plan, place: 'School', version })
    await expect(late).rejects.toThrow(Changed)
    expect((await rowOf(night.id)).place).toBe('Town Hall')
  })
})

describe('The page on which a night is changed', () => {
  const at = `/hearings/${NIGHT}/plan`

  it('shows what was planned, saves it, and keeps what was typed when it cannot', async () => {
    const night = await aNight(court, program)
    const { version } = await rowOf(night.id)
    const form = { ...plan, jurorPlaces: '30', version: String(version) }
    const page = await desk.get(at)
    for (const words of ['value="17:30"', 'value="20:30"', 'value="40"', `name="version" value="${version}"`])
      expect(page.text).toContain(words)
    const bad = await desk.post(at, { ...form, place: '' })
    expect([bad.status, bad.text.includes('value="30"')]).toEqual([422, true])
    const early = await desk.post(at, { ...form, ends: '17:00' })
    expect(early.status).toBe(409)
    for (const words of ['A night ends after it begins', 'value="17:00"', 'value="30"'])
      expect(early.text).toContain(words)
    expect((await desk.post(at, form)).headers.location).toBe(`/hearings/${NIGHT}`)
    const stale = await desk.post(at, { ...form, place: 'Town Hall' })
    expect([stale.status, stale.text.includes('Town Hall')]).toEqual([409, true])
    expect((await rowOf(night.id)).place).toBe(plan.place)
  })

  it('says that cases hold their times', async () => {
    const night = await aNight(court, program)
    await onDocket(court, program, await aReadyMatter(court, program), night)
    expect((await desk.get(at)).text).toContain('so it stays from 5:30 PM to 8:30 PM')
    const { version } = await rowOf(night.id)
    const put = await desk.post(at, { ...plan, starts: '18:00', jurorPlaces: '40', version: String(version) })
    expect([put.status, put.text.includes('Cases have their times on this night.')]).toEqual([409, true])
  })

  it('is for the desk only', async () => {
    await aNight(court, program)
    expect((await (await house.as(program.facilitator)).get(at)).status).toBe(404)
  })
})

describe('Invitations', () => {
  it('to two nights may be sent by two coordinators in the same moment, whatever the order of their ticks', async () => {
    const [one, other] = [await aNight(court, program), await aNight(court, program, { day: '2026-03-26' })]
    const ids = (await someJurors(court, program, 12)).map(juror => juror.jurorId)
    const second = await program.another('coordinator')
    const before = await deadlocks()
    const asked = await Promise.all([
      inviteJurors(court, program.coordinator, one.id, ids),
      inviteJurors(court, second, other.id, ids.toReversed()),
    ])
    expect(asked).toEqual([{ invited: 12 }, { invited: 12 }])
    expect(await deadlocks()).toBe(before)
  })

  it('that cannot be sent keep their ticks and say why where they were asked for', async () => {
    const night = await aNight(court, program, { jurorPlaces: 1 })
    const [one, other] = (await someJurors(court, program, 2)) as [Juror, Juror]
    const ticks = [one.jurorId, other.jurorId]
    const nobody = await desk.post(`/hearings/${NIGHT}/invitations`, {})
    expect(nobody.status).toBe(422)
    expect(nobody.text).toMatch(/<a href="#jurors">[^<]*Choose at least one<\/a>/)
    expect(nobody.text).not.toMatch(/<details open><summary>[^]*?Add a room/)
    const odd = await desk.post(`/hearings/${NIGHT}/invitations`, { jurors: ticks, note: 'please' })
    expect(odd.status).toBe(422)
    for (const id of ticks) expect(odd.text).toMatch(new RegExp(`value="${id}"[^>]* checked`))
    const full = await desk.post(`/hearings/${NIGHT}/invitations`, { jurors: ticks })
    expect([full.status, full.text.includes('This night is full')]).toEqual([409, true])
    for (const id of ticks) expect(full.text).toMatch(new RegExp(`value="${id}"[^>]* checked`))
    expect(await court.rows('select 1 from assignments where night_id = $1', [night.id])).toEqual([])
  })
})

describe('Choosing a night for a case', () => {
  /** The statements that a piece of reading sends. */
  const statementsOf = async (no: string): Promise<number> => {
    let sent = 0
    const counted: TestCourt['db']['withProgram'] = (actor, work) =>
      court.db.withProgram(actor, async tx => {
        const { $client: client } = tx
        const query = client.query.bind(client)
        client.query = ((...args: Parameters<typeof query>) => {
          sent += 1
          return query(...args)
        }) as typeof client.query
        try {
          return await work(tx)
        } finally {
          client.query = query as typeof client.query
        }
      })
    await readDocket({ ...court, db: { ...court.db, withProgram: counted } }, program.coordinator, no)
    return sent
  }

  it('asks as little of the database for twelve nights as for one', async () => {
    const matter = await aReadyMatter(court, program)
    await aNight(court, program)
    const forOne = await statementsOf(matter.no)
    for (let day = 10; day < 21; day += 1) await aNight(court, program, { day: `2026-04-${day}` as typeof NIGHT })
    expect(await statementsOf(matter.no)).toBe(forOne)
  })

  it('offers the first free time of each room, and says how many are left', async () => {
    const night = await aNight(court, program)
    await aNight(court, program, { day: '2026-03-26' })
    const matter = await aReadyMatter(court, program)
    await onDocket(court, program, await aReadyMatter(court, program), night)
    const page = (await desk.get(`/cases/${matter.no}/docket`)).text
    expect(page.match(/type="radio" name="where"/g)).toHaveLength(2)
    for (const words of ['3 times left', '6:15 PM', '4 times left', '5:30 PM']) expect(page).toContain(words)
  })
})

it('never forgets a night that is not settled, however long ago it was', async () => {
  await aNight(court, program)
  court.setClock('2026-12-01T15:00:00Z')
  const later = await house.as(program.coordinator)
  for (let day = 2; day < 26; day += 1)
    await aNight(court, program, { day: `2026-12-${String(day).padStart(2, '0')}` as typeof NIGHT })
  const today = await later.get('/today')
  expect(today.text).toContain(`href="/hearings/${NIGHT}"`)
  expect(today.text).toContain('href="/hearings/2026-12-02"')
})
