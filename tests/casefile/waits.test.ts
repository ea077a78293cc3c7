/** The list asks the database whom each case waits for; the case page asks the rules. Both must say the same, on every day. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { todayFor } from '#court'
import { nextStep, type Waits } from '#court/casefile'
import { docketCase } from '#court/hearings'
import { putInEffect } from '#court/obligations'
import { factsOf } from '../../src/court/casefile/facts.ts'
import { listQuery } from '../../src/court/casefile/forms.ts'
import { readCase, readList } from '../../src/court/casefile/reads.ts'
import { aContactingCase, anIntakeCase, anUnsignedCase, aReadyCase, aReferredCase } from '../support/cases.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aDraft, aProposed, aSigned, aTerm, given, letter, ours, service } from '../support/dispositions.ts'
import { aCaseInHearing, plant } from '../support/hearing.ts'
import { aNight } from '../support/night.ts'

let court: TestCourt
let program: Program

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
})

afterAll(() => court.close())

const active = async (): Promise<{ caseId: string; respondentId: string }> => {
  const jordan = await aSigned(court, program, [aTerm(), service, letter, ours])
  given(await putInEffect(court, program.coordinator, jordan.dispositionId))
  return jordan
}

const promiseOf = async (caseId: string, kind: string): Promise<string> => {
  const [row] = await court.rows<{ id: string }>('select id from obligations where case_id = $1 and kind = $2', [caseId, kind])
  return row?.id ?? ''
}

const everyKindOfCase = async (): Promise<void> => {
  const desk = program.coordinator
  await aDraft(court, program, [aTerm()])
  await aCaseInHearing(court, program)
  await aProposed(court, program)
  await aProposed(court, program, undefined, { birthDate: '2007-01-01' })
  await aSigned(court, program)
  await active()
  const handedIn = await active()
  const piece = { amount: 60, done_on: '2026-03-04', submitted_by: desk.accountId, submitted_at: court.now(), state: 'submitted' }
  await plant(court, program, 'progress', { obligation_id: await promiseOf(handedIn.caseId, 'community-service'), ...piece })
  const asking = await active()
  const question = { old_due_on: '2026-04-08', new_due_on: '2026-04-20', asked_by: desk.accountId, asked_at: court.now(), asked: 'Please' }
  await plant(court, program, 'extensions', { obligation_id: await promiseOf(asking.caseId, 'apology-letter'), ...question })
  const talked = await active()
  await plant(court, program, 'contacts', { case_id: talked.caseId, at: '2026-05-01T15:00:00Z', way: 'phone', with_whom: 'guardian', by_account: desk.accountId })
  const kept = await active()
  await court.rows(`update obligations set status = 'waived', end_reason = 'x' where case_id = $1 and owed_by = 'young-person'`, [kept.caseId])
  const mine = await active()
  const theirs = await active()
  for (const [one, account] of [[mine, desk.accountId], [theirs, program.facilitator.accountId]] as const) {
    await court.rows(`update cases set status = 'noncompliance_review', status_since = $2 where id = $1`, [one.caseId, court.now()])
    await plant(court, program, 'terminations', { case_id: one.caseId, reason: 'terms-not-met', words: 'x', family_heard: 'x', asked_by: account, asked_at: court.now() })
  }
  await court.rows(`update case_counters set last = 500 where program_id = $1`, [program.id])
}

const theRoadToTheNight = async (): Promise<void> => {
  await aReferredCase(court, program)
  await aContactingCase(court, program)
  await anIntakeCase(court, program)
  await anUnsignedCase(court, program)
  const ready = await aReadyCase(court, program)
  await aReadyCase(court, program)
  const night = await aNight(court, program)
  given(await docketCase(court, program.coordinator, { caseNo: ready.no, nightId: night.id, roomId: night.roomId }))
}

const byTheRules = async (no: string): Promise<Waits> => {
  const today = todayFor(court, program.coordinator)
  const { row, promises, book } = await readCase(court, program.coordinator, no, { acts: 1, looks: 1 })
  return nextStep(factsOf(row, promises, { actor: program.coordinator, today, book }), today).waits
}

it('the list and the case page agree for whom each case waits, today and in months to come', async () => {
  await court.rows('insert into case_counters (program_id, id, year, last) values ($1, gen_random_uuid(), 2026, 500)', [program.id])
  await everyKindOfCase()
  await theRoadToTheNight()
  const seen = new Set<Waits>()
  for (const day of ['2026-03-04', '2026-03-19', '2026-03-20', '2026-03-28', '2026-04-05', '2026-04-10', '2026-06-05']) {
    court.setClock(`${day}T15:00:00Z`)
    const { found } = await readList(court, program.coordinator, listQuery.parse({ step: 'all' }))
    expect(found.rows.length).toBeGreaterThan(15)
    for (const row of found.rows) {
      expect(row.waits, `${row.no} ${row.status} on ${day}`).toBe(await byTheRules(row.no))
      seen.add(row.waits)
    }
  }
  expect([...seen].toSorted()).toEqual(['colleague', 'family', 'night', 'us', 'young-person'])
})
