import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, Changed, NotHere } from '#court'
import {
  approveJuror,
  declareConflict,
  enrolJuror,
  giveSlip,
  jurorById,
  jurorOfPerson,
  setAway,
  swearJuror,
  trainJuror,
} from '#court/jurors'
import { endService } from '#court/hearings'
import { giveAccount } from '#court/people'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aJuror, aReadyMatter, aYoungPerson, granted } from '../support/night.ts'

let court: TestCourt
let program: Program

beforeAll(async () => {
  court = await aCourt()
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
})
afterAll(() => court.close())

const desk = () => program.coordinator
const enrol = (personId: string, stream: 'mandated' | 'volunteer' = 'volunteer') =>
  act(court, desk(), tx => enrolJuror(court, tx, desk(), { personId, stream }))
const juror = (id: string) => court.db.withProgram(desk(), tx => jurorById(tx, program.id, id))
const entries = (what: string) =>
  court.rows<{ particulars: object; person_id: string }>(
    'select particulars, person_id from register_entries where program_id = $1 and act = $2',
    [program.id, what],
  )

describe('enrolling', () => {
  it('makes somebody a juror once, whoever asks and however often', async () => {
    const { personId } = await aYoungPerson(court, program)
    const id = await enrol(personId, 'mandated')
    expect(await enrol(personId)).toBe(id)
    expect(await juror(id)).toMatchObject({ personId, stream: 'mandated', monthlyLimit: 4, trainedOn: null })
    expect(await entries('juror-enrolled')).toEqual([{ particulars: { stream: 'mandated' }, person_id: personId }])
  })

  it('takes back somebody who had stopped, with what they had learned', async () => {
    const one = await aJuror(court, program)
    granted(await endService(court, desk(), one.jurorId))
    expect((await juror(one.jurorId)).endedOn).toBe('2026-03-04')
    expect(await enrol(one.personId)).toBe(one.jurorId)
    expect(await juror(one.jurorId)).toMatchObject({ endedOn: null, trainedOn: '2026-03-01' })
  })

  it('is known by person, and to nobody in another program', async () => {
    const one = await aJuror(court, program)
    expect(await court.db.withProgram(desk(), tx => jurorOfPerson(tx, program.id, one.personId))).toMatchObject({
      id: one.jurorId,
    })
    const stranger = await court.aProgram()
    expect(
      await court.db.withProgram(stranger.coordinator, tx => jurorOfPerson(tx, stranger.id, one.personId)),
    ).toBeUndefined()
    await expect(
      trainJuror(court, stranger.coordinator, one.jurorId, { on: '2026-03-01', minutes: 60 }),
    ).rejects.toThrow(NotHere)
  })
})

describe('preparing', () => {
  it('records training, promise and a guardian’s yes, each in the register (rules 15 and 16)', async () => {
    const one = await aJuror(court, program, { prepared: [] })
    granted(await trainJuror(court, desk(), one.jurorId, { on: '2026-03-02', minutes: 90 }))
    granted(await swearJuror(court, desk(), one.jurorId, '2026-03-02'))
    granted(await approveJuror(court, desk(), one.jurorId, { guardianId: one.guardianId, on: '2026-03-03' }))
    expect(await juror(one.jurorId)).toMatchObject({
      trainedOn: '2026-03-02',
      trainedMinutes: 90,
      oathOn: '2026-03-02',
      oathWording: 'oath-2026-1',
      approvedOn: '2026-03-03',
      approvedBy: one.guardianId,
    })
    expect((await entries('juror-approved'))[0]?.particulars).toEqual({ on: '2026-03-03', by: one.guardianId })
  })

  it('takes a yes from nobody but a guardian (rule 16)', async () => {
    const one = await aJuror(court, program, { prepared: [] })
    const other = await aYoungPerson(court, program)
    expect(await approveJuror(court, desk(), one.jurorId, { guardianId: other.guardianId, on: '2026-03-03' })).toEqual({
      refused: 'not-the-guardian',
    })
    expect(await entries('juror-approved')).toEqual([])
  })

  it('replaces the days ahead that do not suit, and keeps the past as it was said', async () => {
    const one = await aJuror(court, program)
    const { version } = await juror(one.jurorId)
    await court.rows(
      `insert into absences (program_id, id, juror_id, from_day, to_day) values ($1, $1, $2, '2026-02-01', '2026-02-10'), ($1, $2, $2, '2026-03-10', '2026-03-12')`,
      [program.id, one.jurorId],
    )
    granted(
      await setAway(court, desk(), one.jurorId, {
        absences: [{ fromDay: '2026-04-01', toDay: '2026-04-03' }],
        weekdays: [0, 6],
        monthlyLimit: 2,
        version,
      }),
    )
    expect(
      await court.rows('select from_day, to_day from absences where juror_id = $1 order by from_day', [one.jurorId]),
    ).toEqual([
      { from_day: '2026-02-01', to_day: '2026-02-10' },
      { from_day: '2026-04-01', to_day: '2026-04-03' },
    ])
    expect(await juror(one.jurorId)).toMatchObject({ awayWeekdays: [0, 6], monthlyLimit: 2 })
    await expect(
      setAway(court, desk(), one.jurorId, { absences: [], weekdays: [], monthlyLimit: 3, version }),
    ).rejects.toThrow(Changed)
  })

  it('lets a young person set their own days, and nobody else’s', async () => {
    const [one, other] = [await aJuror(court, program), await aJuror(court, program)]
    await act(court, desk(), tx => giveAccount(court, tx, desk(), one.personId, 'youth'))
    const me = await asPerson(court, program, one.personId, 'youth')
    const away = { absences: [], weekdays: [1], monthlyLimit: 1, version: (await juror(one.jurorId)).version }
    granted(await setAway(court, me, one.jurorId, away))
    expect((await juror(one.jurorId)).awayWeekdays).toEqual([1])
    await expect(setAway(court, me, other.jurorId, away)).rejects.toThrow(NotHere)
  })

  it('prints a way in, and none for a child under thirteen without a guardian’s yes', async () => {
    const one = await aJuror(court, program)
    const slip = granted(await giveSlip(court, desk(), one.jurorId, 'once'))
    expect(slip).toMatchObject({
      code: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{5}-[2-9A-Z]{5}$/),
      until: '2026-03-05',
    })
    expect(JSON.stringify(await entries('juror-slip'))).not.toContain(slip.code)
    const child = await aJuror(court, program, { birthDate: '2014-01-01', prepared: ['trained', 'sworn'] })
    expect(await giveSlip(court, desk(), child.jurorId, 'month')).toEqual({ refused: 'guardian-first' })
  })
})

describe('a conflict', () => {
  it('is kept with its origin and without a reason; said twice it is kept once (rules 11 and 14)', async () => {
    const one = await aJuror(court, program)
    const { caseId } = await aReadyMatter(court, program)
    await declareConflict(court, desk(), { jurorId: one.jurorId, caseId, origin: 'juror' })
    await declareConflict(court, desk(), { jurorId: one.jurorId, caseId, origin: 'juror' })
    await declareConflict(court, desk(), { jurorId: one.jurorId, caseId, origin: 'family' })
    expect(await court.rows('select origin from conflicts where case_id = $1 order by origin', [caseId])).toEqual([
      { origin: 'family' },
      { origin: 'juror' },
    ])
    expect((await entries('juror-conflict')).map(one => one.particulars)).toEqual([
      { origin: 'juror' },
      { origin: 'juror' },
      { origin: 'family' },
    ])
  })
})
