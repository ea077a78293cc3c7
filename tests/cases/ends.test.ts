/** No case waits for ever: a day that has gone by, a family that is silent, a yes that is taken back before the night. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveUp, logContact, withdrawConsent } from '#court/cases'
import { docketCase } from '#court/hearings'
import { returnToSource } from '#court/outcomes'
import { starterRulebook } from '#court/programs'
import { aReadyCase, must } from '../support/cases.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aNight } from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program
let dana: Visitor
const book = starterRulebook('charlotte')
const THIRTY_DAYS = { ...book, clocks: { ...book.clocks, statuteDaysFromReferral: 30 } }
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram({ rules: THIRTY_DAYS })
  dana = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const rowOf = async (caseId: string) =>
  (
    await court.rows('select status, return_reason from cases where program_id = $1 and id = $2', [program.id, caseId])
  )[0]
/** The clock moves on, and Dana signs in anew. */
const later = async (day: string): Promise<void> => {
  court.setClock(`${day}T15:00:00Z`)
  dana = await house.as(program.coordinator)
}
const LATE = { reason: 'deadline-passed', words: null } as const

describe('A case that waits for a night past its last lawful day', () => {
  test('can have no night any more, and goes back with that reason (rules 32 and 44)', async () => {
    const { caseId, no } = await aReadyCase(court, program)
    court.setClock('2026-04-04T15:00:00Z')
    const night = await aNight(court, program, { day: '2026-04-09' })
    const wanted = { caseNo: no, nightId: night.id, roomId: night.roomId }
    expect(await docketCase(court, program.coordinator, wanted)).toEqual({ refused: 'after-deadline' })
    must(await returnToSource(court, program.coordinator, caseId, LATE))
    expect(await rowOf(caseId)).toEqual({ status: 'returned_to_source', return_reason: 'deadline-passed' })
    const letters = await court.rows(`select kind from outbox where program_id = $1 and kind like 'returned-%'`, [
      program.id,
    ])
    const kinds = letters.map(one => one.kind)
    expect([kinds.filter(kind => kind === 'returned-family').length, kinds.length]).toEqual([2, 3])
  })

  test('is offered that way on its own page, and not before', async () => {
    const { no } = await aReadyCase(court, program)
    await later('2026-04-03')
    const before = (await dana.get(`/cases/${no}`)).text
    expect(before).not.toContain(`/cases/${no}/return`)
    expect((await dana.get(`/cases/${no}/return`)).text).toContain('Nothing says that this case goes back')
    const early = await dana.post(`/cases/${no}/return`, { reason: 'deadline-passed', words: '' })
    expect(early.status).toBe(409)
    expect(early.text).toContain('still time for a hearing')
    await later('2026-04-04')
    const after = (await dana.get(`/cases/${no}`)).text
    expect(after).toContain('The last day for a hearing has passed')
    expect(after).toContain(`href="/cases/${no}/return"`)
    expect((await dana.get(`/cases/${no}/return`)).text).toContain('The last lawful day for a hearing has passed')
    expect((await dana.post(`/cases/${no}/return`, { reason: 'deadline-passed', words: '' })).status).toBe(303)
    expect((await dana.get('/today')).status).toBe(200)
  })

  test('is past it, too, when the day of whoever sent it has gone by (rule 32)', async () => {
    const own = await court.aProgram()
    const { caseId } = await aReadyCase(court, own, { returnBy: '2026-03-20' })
    court.setClock('2026-03-20T15:00:00Z')
    expect(await returnToSource(court, own.coordinator, caseId, LATE)).toEqual({ refused: 'deadline-to-come' })
    court.setClock('2026-03-21T15:00:00Z')
    must(await returnToSource(court, own.coordinator, caseId, LATE))
  })

  test('does not go back for another reason than its own', async () => {
    const { caseId } = await aReadyCase(court, program)
    court.setClock('2026-04-04T15:00:00Z')
    expect(await returnToSource(court, program.coordinator, caseId, { reason: 'terms-not-met', words: null })).toEqual({
      refused: 'other-reason',
    })
  })
})

describe('A family that falls silent after the signatures', () => {
  const call = (on: string) =>
    ({
      on,
      way: 'phone',
      withWhom: 'nobody',
      note: null,
      nextStep: null,
      agreed: false,
      meetOn: null,
      meetAt: null,
    }) as Parameters<typeof logContact>[3]

  test('is given up only after the tries and the days that the rules want, and the case goes back (move 6)', async () => {
    const { caseId, no } = await aReadyCase(court, program)
    expect((await dana.get(`/cases/${no}/contacts`)).text).toContain('0 of 3 tries, 0 of 30 days.')
    for (const on of ['2026-03-05', '2026-03-06', '2026-03-09']) {
      court.setClock(`${on}T15:00:00Z`)
      expect(await giveUp(court, program.coordinator, caseId)).toEqual({ refused: 'too-few-tries' })
      must(await logContact(court, program.coordinator, caseId, call(on)))
    }
    expect(await giveUp(court, program.coordinator, caseId)).toEqual({ refused: 'too-early' })
    await later('2026-04-03')
    expect((await dana.get(`/cases/${no}`)).text).toContain(`/cases/${no}/contacts#give-up`)
    must(await giveUp(court, program.coordinator, caseId))
    must(await returnToSource(court, program.coordinator, caseId, { reason: 'not-reached', words: null }))
    expect(await rowOf(caseId)).toEqual({ status: 'returned_to_source', return_reason: 'not-reached' })
  })

  test('leaves its source with the status that it was told: accepted, until it is sent back (rule 43)', async () => {
    const { caseId } = await aReadyCase(court, program, {
      officerEmail: null,
      officerMembershipId: program.officer.membershipId,
    })
    await court.rows(`update cases set status = 'unreachable' where id = $1`, [caseId])
    const mine = await (await house.as(program.officer)).get('/refer')
    expect(mine.text).toContain('Accepted')
  })
})

describe('A yes that is taken back while the case is on a docket (rule 3)', () => {
  const onTheDocket = async () => {
    const made = await aReadyCase(court, program)
    const night = await aNight(court, program)
    must(await docketCase(court, program.coordinator, { caseNo: made.no, nightId: night.id, roomId: night.roomId }))
    return { ...made, night }
  }

  test('takes the case off the docket and out of the program in one act', async () => {
    const { caseId, no, guardianId } = await onTheDocket()
    const page = await dana.get(`/cases/${no}`)
    expect(page.text).toContain(`href="/cases/${no}/withdrawal"`)
    expect((await dana.get(`/cases/${no}/consents`)).text).toContain(`href="/cases/${no}/withdrawal"`)
    const asked = await dana.get(`/cases/${no}/withdrawal`)
    expect(asked.text).toContain('Rosa Tran')
    const done = await dana.post(`/cases/${no}/withdrawal`, { who: guardianId })
    expect([done.status, done.headers.location]).toEqual([303, `/cases/${no}/return`])
    expect(await rowOf(caseId)).toMatchObject({ status: 'withdrawn' })
    const [hearing] = await court.rows('select status, end_reason from hearings where case_id = $1', [caseId])
    expect(hearing).toEqual({ status: 'reset', end_reason: 'family-withdrew' })
    const [consent] = await court.rows(
      `select withdrawn_at is not null as gone from consents where case_id = $1 and kind = 'guardian'`,
      [caseId],
    )
    expect(consent).toEqual({ gone: true })
    const letters = await court.rows(
      `select id from outbox where case_id = $1 and kind = 'hearing' and voided_at is null and sent_at is null`,
      [caseId],
    )
    expect(letters).toEqual([])
  })

  test('where another guardian has said yes too, the case keeps its night', async () => {
    const { caseId, no, guardianId, respondentId } = await onTheDocket()
    const other = (await aReadyCase(court, program, { calledName: 'Sam', guardianCalledName: 'Lee' })).guardianId
    await court.rows(
      `insert into consents (program_id, id, case_id, kind, person_id, wording, how, given_at, witnessed_by)
       values ($1, gen_random_uuid(), $2, 'guardian', $3, 'x', 'paper', now(), $4)`,
      [program.id, caseId, other, program.coordinator.accountId],
    )
    const done = await dana.post(`/cases/${no}/withdrawal`, { who: guardianId })
    expect([done.status, done.headers.location]).toEqual([303, `/cases/${no}`])
    expect(await rowOf(caseId)).toMatchObject({ status: 'docketed' })
    expect(
      await withdrawConsent(court, program.coordinator, caseId, { personId: respondentId, kind: 'participation' }),
    ).toEqual({ refused: 'on-the-docket' })
  })

  test('is refused in words where the case is on no docket, and for somebody who never said yes', async () => {
    const ready = await aReadyCase(court, program, { calledName: 'Sam' })
    const early = await dana.post(`/cases/${ready.no}/withdrawal`, { who: ready.respondentId })
    expect(early.status).toBe(409)
    const { no } = await onTheDocket()
    const stranger = await dana.post(`/cases/${no}/withdrawal`, { who: ready.guardianId })
    expect(stranger.status).toBe(409)
    expect(stranger.text).toContain('This consent is not in force.')
    expect((await dana.post(`/cases/${no}/withdrawal`, {})).status).toBe(422)
    const elsewhere = await house.as((await court.aProgram()).coordinator)
    expect((await elsewhere.get(`/cases/${no}/withdrawal`)).status).toBe(404)
    expect((await elsewhere.post(`/cases/${no}/withdrawal`, { who: ready.guardianId })).status).toBe(404)
  })
})
