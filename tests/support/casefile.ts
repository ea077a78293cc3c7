/** One court with a case in every state that it can be in, for pages that must know them all. */
import { docketCase } from '#court/hearings'
import { putInEffect } from '#court/obligations'
import { aContactingCase, anIntakeCase, anUnsignedCase, aReadyCase, aReferredCase } from './cases.ts'
import type { Program, TestCourt } from './court.ts'
import { aDraft, aProposed, aSigned, aTerm, given, letter, ours, service } from './dispositions.ts'
import { aCaseInHearing, plant } from './hearing.ts'
import { aNight } from './night.ts'

const active = async (court: TestCourt, program: Program): Promise<{ caseId: string; no: string }> => {
  const jordan = await aSigned(court, program, [aTerm(), service, letter, ours])
  given(await putInEffect(court, program.coordinator, jordan.dispositionId))
  return jordan
}

const promiseOf = async (court: TestCourt, caseId: string, kind: string): Promise<string> => {
  const [row] = await court.rows<{ id: string }>('select id from obligations where case_id = $1 and kind = $2', [
    caseId,
    kind,
  ])
  return row?.id ?? ''
}

/** From the referral to a night on the docket, through the acts. */
const theRoadToTheNight = async (court: TestCourt, program: Program): Promise<void> => {
  await court.rows('insert into case_counters (program_id, id, year, last) values ($1, gen_random_uuid(), 2026, 500)', [
    program.id,
  ])
  await aReferredCase(court, program)
  await aContactingCase(court, program)
  await anIntakeCase(court, program)
  await anUnsignedCase(court, program)
  const ready = await aReadyCase(court, program)
  await aReadyCase(court, program)
  const night = await aNight(court, program)
  given(await docketCase(court, program.coordinator, { caseNo: ready.no, nightId: night.id, roomId: night.roomId }))
}

const theAgreement = async (court: TestCourt, program: Program): Promise<void> => {
  await aCaseInHearing(court, program)
  await aDraft(court, program, [aTerm()])
  await aProposed(court, program)
  await aProposed(court, program, undefined, { birthDate: '2007-01-01' })
  await aSigned(court, program)
}

const whilePromisesAreKept = async (court: TestCourt, program: Program): Promise<void> => {
  const by = program.coordinator.accountId
  await active(court, program)
  const handedIn = await active(court, program)
  const piece = { amount: 60, done_on: '2026-03-04', submitted_by: by, submitted_at: court.now(), state: 'submitted' }
  await plant(court, program, 'progress', {
    obligation_id: await promiseOf(court, handedIn.caseId, 'community-service'),
    ...piece,
  })
  const asking = await active(court, program)
  const question = {
    old_due_on: '2026-04-08',
    new_due_on: '2026-04-20',
    asked_by: by,
    asked_at: court.now(),
    asked: 'Please',
  }
  await plant(court, program, 'extensions', {
    obligation_id: await promiseOf(court, asking.caseId, 'apology-letter'),
    ...question,
  })
  const talked = await active(court, program)
  await plant(court, program, 'contacts', {
    case_id: talked.caseId,
    at: '2026-05-01T15:00:00Z',
    way: 'phone',
    with_whom: 'guardian',
    by_account: by,
  })
  const kept = await active(court, program)
  await court.rows(
    `update obligations set status = 'waived', end_reason = 'x' where case_id = $1 and owed_by = 'young-person'`,
    [kept.caseId],
  )
}

/** Under review, and on every way out. */
const theEnds = async (court: TestCourt, program: Program): Promise<void> => {
  const asks = { reason: 'terms-not-met', words: 'x', family_heard: 'x', asked_at: court.now() }
  for (const account of [program.coordinator.accountId, program.facilitator.accountId]) {
    const one = await active(court, program)
    await move(court, one.caseId, 'noncompliance_review')
    await plant(court, program, 'terminations', { case_id: one.caseId, asked_by: account, ...asks })
  }
  const ended = await active(court, program)
  for (const status of ['noncompliance_review', 'terminated']) await move(court, ended.caseId, status)
  const declined = await aReferredCase(court, program)
  for (const status of ['screening', 'declined_ineligible']) await move(court, declined.caseId, status)
  const withdrawn = await aReadyCase(court, program)
  await move(court, withdrawn.caseId, 'withdrawn')
  const unreached = await aContactingCase(court, program)
  await move(court, unreached.caseId, 'unreachable')
}

const move = (court: TestCourt, caseId: string, status: string) =>
  court.rows('update cases set status = $2, status_since = $3 where id = $1', [caseId, status, court.now()])

export const everyKindOfCase = async (court: TestCourt, program: Program): Promise<void> => {
  await theAgreement(court, program)
  await whilePromisesAreKept(court, program)
  await theRoadToTheNight(court, program)
  await theEnds(court, program)
}
