/** What gets past the code stops at the database: the way back until the agreement counts, and the last day of a case that waits. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { docketCase } from '#court/hearings'
import { starterRulebook } from '#court/programs'
import { aReadyCase, must } from '../support/cases.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aNight } from '../support/night.ts'
import { anAgreement } from '../support/obligations.ts'

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

const takeBack = (caseId: string, kind: string) =>
  court.rows('update consents set withdrawn_at = $3 where case_id = $1 and kind = $2 and withdrawn_at is null', [
    caseId,
    kind,
    court.now(),
  ])

describe('A consent that is taken back past the code (rule 3)', () => {
  test('stands once the agreement counts: neither the admission, nor the yes, nor the guardian’s', async () => {
    const { caseId, respondentId } = await anAgreement(court, program)
    await court.rows(
      `insert into consents (program_id, id, case_id, kind, person_id, wording, how, given_at, witnessed_by)
       select $1, gen_random_uuid(), $2, kind, $3, '2026-01/en', 'paper', $4, $5
       from unnest(array['admission', 'participation', 'guardian', 'release']) as kind on conflict do nothing`,
      [program.id, caseId, respondentId, court.now(), program.coordinator.accountId],
    )
    for (const kind of ['admission', 'participation', 'guardian'])
      await expect(takeBack(caseId, kind), kind).rejects.toThrow('before the agreement counts')
    await takeBack(caseId, 'release')
  })

  test('can be taken back before that, and is not brought back, only given anew', async () => {
    const { caseId } = await aReadyCase(court, program)
    await takeBack(caseId, 'guardian')
    await expect(
      court.rows(`update consents set withdrawn_at = null where case_id = $1 and kind = 'guardian'`, [caseId]),
    ).rejects.toThrow('given anew')
  })
})

const goesBack = (caseId: string, on: string) =>
  court.rows(
    `update cases set status = 'returned_to_source', return_reason = 'deadline-passed', closed_on = $2 where id = $1`,
    [caseId, on],
  )

describe('The last day for a hearing, past the code (rule 32)', () => {
  test('holds the docket: no case is put on a later night', async () => {
    const { caseId, no } = await aReadyCase(court, program, { returnBy: '2026-03-20' })
    const [early, late] = [await aNight(court, program), await aNight(court, program, { day: '2026-03-26' })]
    expect(await docketCase(court, program.coordinator, { caseNo: no, nightId: late.id, roomId: late.roomId })).toEqual(
      {
        refused: 'after-deadline',
      },
    )
    const put = (night: typeof late, at: string) =>
      court.rows(
        `insert into hearings (program_id, id, night_id, room_id, case_id, position, starts_at, ends_at, during, status)
         values ($1, gen_random_uuid(), $2, $3, $4, 1, $5::timestamptz, $5::timestamptz + interval '1 hour',
           tstzrange($5::timestamptz, $5::timestamptz + interval '1 hour'), 'docketed')`,
        [program.id, night.id, night.roomId, caseId, at],
      )
    await expect(put(late, '2026-03-26T22:00:00Z')).rejects.toThrow('after its last lawful day')
    must(await docketCase(court, program.coordinator, { caseNo: no, nightId: early.id, roomId: early.roomId }))
    await expect(court.rows(`update hearings set night_id = $2 where case_id = $1`, [caseId, late.id])).rejects.toThrow(
      'after its last lawful day',
    )
  })

  test('holds the way back: a case that waits goes back after that day, not on it, and never where there is none', async () => {
    const { caseId } = await aReadyCase(court, program, { returnBy: '2026-03-20' })
    await expect(goesBack(caseId, '2026-03-20')).rejects.toThrow('only after its last lawful day')
    await goesBack(caseId, '2026-03-21')
    const endless = await aReadyCase(court, program, { calledName: 'Sam' })
    await expect(goesBack(endless.caseId, '2030-01-01')).rejects.toThrow('only after its last lawful day')
  })

  test('is counted from the referral, where the law has a clock of its own', async () => {
    const rules = starterRulebook('charlotte')
    program = await court.aProgram({ rules: { ...rules, clocks: { ...rules.clocks, statuteDaysFromReferral: 60 } } })
    const { caseId } = await aReadyCase(court, program)
    await expect(goesBack(caseId, '2026-05-03')).rejects.toThrow('only after its last lawful day')
    await goesBack(caseId, '2026-05-04')
  })
})
