/** Settling a night, once and again, and what the ledger keeps of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reverseCredit, settleNight } from '#court/credits'
import { checkInJuror, reopenNight } from '#court/hearings'
import { newId } from '#platform/ids'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { given } from '../support/dispositions.ts'
import { aJurorRow, aNightRow, aPersonRow, plant } from '../support/hearing.ts'
import { anAgreement, aPlace } from '../support/obligations.ts'

let court: TestCourt
beforeAll(async () => {
  court = await aCourt()
})
afterAll(() => court.close())

type Place = { personId: string; assignmentId: string }

const aJurorAt = async (program: Program, night: string, status: string, came = true): Promise<Place> => {
  const personId = await aPersonRow(court, program, { calledName: 'Peer', lastName: 'Juror' })
  const assignmentId = await plant(court, program, 'assignments', {
    night_id: night,
    juror_id: await aJurorRow(court, program, personId),
    status,
    checked_in_at: came ? court.now() : null,
    oath_at: came ? court.now() : null,
    made_at: court.now(),
  })
  return { personId, assignmentId }
}

/** A night with one juror in a chair, one who stepped back, one who waited and one who said yes and is not there. */
const aNightWith = async (heldOn: string) => {
  const program = await court.aProgram()
  const night = await aNightRow(court, program, heldOn, { status: 'in_progress' })
  return {
    program,
    night,
    seated: await aJurorAt(program, night, 'seated'),
    steppedBack: await aJurorAt(program, night, 'excused_conflict'),
    waited: await aJurorAt(program, night, 'checked_in'),
    absent: await aJurorAt(program, night, 'confirmed', false),
  }
}

const linesOf = (one: Place) =>
  court.rows<{ id: string; kind: string; minutes: number }>(
    `select id, kind, minutes from credit_entries where person_id = $1 order by posted_at, kind`,
    [one.personId],
  )
const kindsOf = async (one: Place) => (await linesOf(one)).map(line => line.kind)
const statusOf = async (one: Place) =>
  (await court.rows<{ status: string }>('select status from assignments where id = $1', [one.assignmentId]))[0]?.status
const posted = async (program: Program) =>
  (await court.rows(`select 1 from register_entries where program_id = $1 and act = 'credit-posted'`, [program.id]))
    .length

describe('settling a night', () => {
  it('gives everyone who came their hours, and leaves the duty of one who did not come (rules 35 and 36)', async () => {
    const { program, night, seated, steppedBack, waited, absent } = await aNightWith('2026-03-04')
    expect(await settleNight(court, program.facilitator, night)).toEqual({ served: 3, missed: 1 })
    expect(await Promise.all([seated, steppedBack, waited, absent].map(statusOf))).toEqual([
      'served',
      'excused_conflict',
      'standby',
      'no_show',
    ])
    expect(await Promise.all([seated, steppedBack, waited, absent].map(kindsOf))).toEqual([
      ['jury'],
      ['jury'],
      ['jury'],
      [],
    ])
    expect(await posted(program)).toBe(3)
    const moves = await court.rows<{ act: string }>(
      `select act from register_entries where program_id = $1 and thing = 'place' order by act`,
      [program.id],
    )
    expect(moves.map(one => one.act)).toEqual(['place-miss', 'place-serve', 'place-standBy'])
  })

  it('counts a night for the jury service that somebody owed, and once only (rule 35)', async () => {
    const program = await court.aProgram()
    const jordan = await anAgreement(court, program)
    const night = await aNightRow(court, program, '2026-03-26', { status: 'in_progress' })
    await aPlace(court, program, night, jordan.respondentId, 'checked_in')
    court.setClock('2026-03-26T23:00:00Z')
    given(await settleNight(court, program.facilitator, night))
    given(await reopenNight(court, program.coordinator, night, 'other'))
    given(await settleNight(court, program.facilitator, night))
    const counted = await court.rows(
      `select p.amount, p.state from progress p join obligations o on o.id = p.obligation_id
       where o.case_id = $1 and o.kind = 'jury-service'`,
      [jordan.caseId],
    )
    expect(counted).toEqual([{ amount: 1, state: 'verified' }])
    court.setClock(STOPPED_AT)
  })
})

describe('a night that was opened again', () => {
  it('is settled again, and gives nobody a second credit, not even one who stepped back (rule 36)', async () => {
    const { program, night, seated, steppedBack, waited } = await aNightWith('2026-03-04')
    given(await settleNight(court, program.facilitator, night))
    given(await reopenNight(court, program.coordinator, night, 'outcome'))
    expect(await settleNight(court, program.facilitator, night)).toEqual({ served: 3, missed: 0 })
    expect(await Promise.all([seated, steppedBack, waited].map(kindsOf))).toEqual([['jury'], ['jury'], ['jury']])
    expect(await posted(program)).toBe(3)
    expect((await court.rows('select status from nights where id = $1', [night]))[0]).toEqual({ status: 'reconciled' })
  })

  it('gives their hours to one who had come after all', async () => {
    const { program, night, steppedBack, absent } = await aNightWith('2026-03-04')
    given(await settleNight(court, program.facilitator, night))
    given(await reopenNight(court, program.coordinator, night, 'attendance'))
    given(await checkInJuror(court, program.facilitator, absent.assignmentId, { oath: true }))
    expect(await settleNight(court, program.facilitator, night)).toEqual({ served: 4, missed: 0 })
    expect(await statusOf(absent)).toBe('standby')
    expect(await kindsOf(absent)).toEqual(['jury'])
    expect(await kindsOf(steppedBack)).toEqual(['jury'])
  })

  it('does not give again what was taken back: an entry stays, and its reversal with it (rule 36)', async () => {
    const { program, night, steppedBack } = await aNightWith('2026-03-04')
    given(await settleNight(court, program.facilitator, night))
    given(await reopenNight(court, program.coordinator, night, 'attendance'))
    const [line] = await linesOf(steppedBack)
    given(await reverseCredit(court, program.coordinator, line?.id ?? '', 'It was somebody else of that name.'))
    given(await settleNight(court, program.facilitator, night))
    expect(await kindsOf(steppedBack)).toEqual(['jury', 'reversal'])
  })
})

describe('the last line of the ledger', () => {
  it('is the database, which lets no balance fall below zero (rule 36: credits_never_negative)', async () => {
    const { program, night, seated } = await aNightWith('2026-03-04')
    given(await settleNight(court, program.facilitator, night))
    const [line] = await linesOf(seated)
    const tooMuch = plant(court, program, 'credit_entries', {
      person_id: seated.personId,
      kind: 'reversal',
      minutes: -((line?.minutes ?? 0) + 15),
      earned_on: '2026-03-04',
      source: 'credit',
      source_id: newId(),
      reverses_id: line?.id,
      reason: 'More than there was',
      by_account: program.coordinator.accountId,
      posted_at: court.now(),
    })
    await expect(tooMuch).rejects.toMatchObject({ constraint: 'credits_never_negative' })
    expect(await kindsOf(seated)).toEqual(['jury'])
  })

  it('takes a credit for one place at a night once (credit_entries_once)', async () => {
    const { program, night, seated } = await aNightWith('2026-03-04')
    given(await settleNight(court, program.facilitator, night))
    const twice = plant(court, program, 'credit_entries', {
      person_id: seated.personId,
      kind: 'jury',
      minutes: 60,
      earned_on: '2026-03-04',
      source: 'assignment',
      source_id: seated.assignmentId,
      by_account: program.coordinator.accountId,
      posted_at: court.now(),
    })
    await expect(twice).rejects.toMatchObject({ constraint: 'credit_entries_once' })
  })
})
