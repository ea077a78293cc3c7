/** Whether a jury night was owed or given is one fact: what attendance counted (rule 35). Places, credits and reports follow it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { linesOf, settleNight } from '#court/credits'
import { checkInJuror, claimPlace, reopenNight } from '#court/hearings'
import { asPerson, aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { given } from '../support/dispositions.ts'
import { aNightRow } from '../support/hearing.ts'
import { aHouse, type House } from '../support/house.ts'
import { anAgreement } from '../support/obligations.ts'

let court: TestCourt
let house: House
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(() => court.setClock(STOPPED_AT))
afterAll(async () => {
  await house.close()
  await court.close()
})

/** The promises are made on 4 March, and each night is settled on its own evening. */
const evening = (heldOn: string) => court.setClock(`${heldOn}T23:00:00Z`)
const claimed = async (program: Program, personId: string, heldOn: string) => {
  const night = await aNightRow(court, program, heldOn, { status: 'published' })
  const jordan = await asPerson(court, program, personId, 'youth')
  const { assignmentId } = given(await claimPlace(court, jordan, night))
  evening(heldOn)
  return { night, assignmentId }
}
const comes = async (program: Program, at: { night: string; assignmentId: string }) => {
  await court.rows(`update nights set status = 'open' where id = $1 and status = 'published'`, [at.night])
  given(await checkInJuror(court, program.facilitator, at.assignmentId, { oath: true }))
}
const served = async (program: Program, personId: string, heldOn: string) => {
  const at = await claimed(program, personId, heldOn)
  await comes(program, at)
  given(await settleNight(court, program.facilitator, at.night))
  return at
}
const isOwed = async (assignmentId: string) =>
  (await court.rows<{ mandated: boolean }>('select mandated from assignments where id = $1', [assignmentId]))[0]
    ?.mandated
/** The last two jury nights in the ledger, the latest first; the night of the own hearing is not among them. */
const ledger = async (program: Program, personId: string) =>
  (await court.db.withProgram(program.coordinator, tx => linesOf(tx, { programId: program.id, personId }))).map(
    line => `${line.earnedOn} ${line.mandated ? 'owed' : 'by choice'}`,
  )
/** Places where what they say and what attendance counted differ; there is never one. */
const differing = (program: Program) =>
  court.rows(
    `select a.id from assignments a where a.program_id = $1 and a.status in ('served', 'standby', 'excused_conflict')
       and a.mandated <> exists (select from progress p where p.program_id = a.program_id and p.assignment_id = a.id and p.state <> 'returned')`,
    [program.id],
  )
const reported = async (program: Program) =>
  Object.fromEntries(
    (
      await court.db.withProgram(program.coordinator, tx =>
        tx.$client.query<{ kind: string; times: number }>(
          `select kind, times from reporting.service('2026-03-20', '2026-12-31')`,
        ),
      )
    ).rows.map(one => [one.kind, one.times]),
  )

describe('a jury night that the young person chose themselves', () => {
  it('counts as owed as long as jury service is owed, and as by choice after that (rule 35)', async () => {
    const program = await court.aProgram()
    const { respondentId } = await anAgreement(court, program)
    const first = await claimed(program, respondentId, '2026-03-24')
    expect(await isOwed(first.assignmentId)).toBe(true)
    await comes(program, first)
    given(await settleNight(court, program.facilitator, first.night))
    await served(program, respondentId, '2026-03-25')
    const third = await claimed(program, respondentId, '2026-03-26')
    expect(await isOwed(third.assignmentId)).toBe(false)
    await comes(program, third)
    given(await settleNight(court, program.facilitator, third.night))
    expect(await ledger(program, respondentId)).toEqual(['2026-03-26 by choice', '2026-03-25 owed', '2026-03-24 owed'])
    expect(await reported(program)).toMatchObject({ jury: 3, 'jury-owed': 2, 'jury-by-choice': 1 })
    expect(await differing(program)).toEqual([])
  })

  it('is part of the agreement on their own page and at the desk', async () => {
    const program = await court.aProgram()
    const { respondentId } = await anAgreement(court, program)
    await served(program, respondentId, '2026-03-24')
    const own = await (await house.as(await asPerson(court, program, respondentId, 'youth')))
      .get('/credits')
      .expect(200)
    expect(own.text).toContain('Part of your agreement')
    expect(own.text).not.toContain('By choice')
    const desk = await (await house.as(program.coordinator)).get(`/people/${respondentId}/credits`).expect(200)
    expect(desk.text).toContain('Part of an agreement')
  })

  it('is by choice once more when the duty ends before the night comes', async () => {
    const program = await court.aProgram()
    const { respondentId, promise } = await anAgreement(court, program)
    const at = await claimed(program, respondentId, '2026-03-24')
    await court.rows(`update obligations set status = 'waived', end_reason = 'moved away' where id = $1`, [
      promise('jury-service'),
    ])
    expect(await isOwed(at.assignmentId)).toBe(false)
    await comes(program, at)
    given(await settleNight(court, program.facilitator, at.night))
    expect(await ledger(program, respondentId)).toEqual(['2026-03-24 by choice'])
    expect(await differing(program)).toEqual([])
  })

  it('stays owed when the night is opened and settled again, and one who came after all is counted (rule 35)', async () => {
    const program = await court.aProgram()
    const { respondentId } = await anAgreement(court, program)
    const at = await claimed(program, respondentId, '2026-03-24')
    await court.rows(`update nights set status = 'open' where id = $1`, [at.night])
    given(await settleNight(court, program.facilitator, at.night))
    expect(await ledger(program, respondentId)).toEqual([])
    given(await reopenNight(court, program.coordinator, at.night, 'attendance'))
    await comes(program, at)
    given(await settleNight(court, program.facilitator, at.night))
    given(await reopenNight(court, program.coordinator, at.night, 'other'))
    given(await settleNight(court, program.facilitator, at.night))
    expect(await ledger(program, respondentId)).toEqual(['2026-03-24 owed'])
    expect(await isOwed(at.assignmentId)).toBe(true)
    expect(await differing(program)).toEqual([])
  })
})

describe('the one fact', () => {
  it('follows attendance and no other hand: what is written past it is written over (rule 35)', async () => {
    const program = await court.aProgram()
    const { respondentId } = await anAgreement(court, program)
    const at = await served(program, respondentId, '2026-03-24')
    await court.rows('update assignments set mandated = false where id = $1', [at.assignmentId])
    expect(await isOwed(at.assignmentId)).toBe(true)
    await court.rows('update assignments set mandated = true where program_id = $1', [program.id])
    expect(await differing(program)).toEqual([])
  })

  it('follows a night that was counted and then sent back', async () => {
    const program = await court.aProgram()
    const { respondentId } = await anAgreement(court, program)
    const at = await served(program, respondentId, '2026-03-24')
    await court.rows(
      `update progress set state = 'returned', answer = 'Somebody else of that name', verified_by = null, verified_at = null where assignment_id = $1`,
      [at.assignmentId],
    )
    expect(await isOwed(at.assignmentId)).toBe(false)
    expect(await ledger(program, respondentId)).toEqual(['2026-03-24 by choice'])
  })
})
