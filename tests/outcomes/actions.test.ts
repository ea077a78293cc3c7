/** How a case ends: closed with a certificate, or sent back after two adults and the family were heard. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#court'
import { waive } from '#court/obligations'
import { answerTerminationOf, askTermination, closeCase, returnToSource, reviewCase } from '#court/outcomes'
import { newId } from '#platform/ids'
import { cureCase } from '../../src/court/outcomes/actions/reviewing.ts'
import { takeBackTermination } from '../../src/court/outcomes/actions/terminating.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { given } from '../support/dispositions.ts'
import { aCaseInHearing, plant } from '../support/hearing.ts'
import { aHouse, type House } from '../support/house.ts'
import { anAgreement } from '../support/obligations.ts'

let court: TestCourt
let house: House
let program: Program
let second: Actor
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
  program = await court.aProgram()
  second = await program.another('coordinator', 'Sam Ortiz')
})
afterAll(async () => {
  await house.close()
  await court.close()
})

type Agreement = Awaited<ReturnType<typeof anAgreement>>

const statusOf = async (caseId: string) =>
  (await court.rows<{ status: string }>('select status from cases where id = $1', [caseId]))[0]?.status
const closureOf = async (caseId: string) =>
  (
    await court.rows<Record<string, unknown>>(
      'select outcome, return_reason, words, certificate_name, by_account from closures where case_id = $1',
      [caseId],
    )
  )[0]
const answersOf = (caseId: string) =>
  court.rows<{ answer: string | null; answered_by: string | null }>(
    'select answer, answered_by from terminations where case_id = $1 order by asked_at, id',
    [caseId],
  )
const lettersOf = (caseId: string, how: 'completed' | 'returned') =>
  court.rows<{ kind: string; to_person_id: string | null; to_email: string | null; facts: Record<string, unknown> }>(
    `select kind, to_person_id, to_email, facts from outbox where case_id = $1 and kind like $2 order by kind, to_email, id`,
    [caseId, `${how}-%`],
  )
const actsOf = async (caseId: string) =>
  (
    await court.rows<{ act: string }>(`select act from register_entries where case_id = $1 and act <> 'looked-at'`, [
      caseId,
    ])
  ).map(one => one.act)

const letGo = async (jordan: Agreement) => {
  const rows = await court.rows<{ id: string }>(
    `select id from obligations where case_id = $1 and owed_by = 'young-person' order by id`,
    [jordan.caseId],
  )
  for (const { id } of rows) given(await waive(court, program.coordinator, id, 'Moved to another state'))
}

/** A second matter of the same young person, which joined the case and did not become one of its own (rule 7). */
const aJoinedMatter = async (jordan: Agreement, officerEmail: string) => {
  const referralId = await plant(court, program, 'referrals', {
    person_id: jordan.respondentId,
    source_kind: 'police',
    agency: 'Maple County Police',
    officer_name: 'Ofc. Rivera',
    officer_email: officerEmail,
    offence_code: 'shoplifting',
    incident_on: '2026-02-12',
    narrative: 'Took a jacket.',
    report_no: 'R-2026-131',
    custody: 'none',
    received_on: '2026-02-20',
    made_at: court.now(),
  })
  await plant(court, program, 'further_matters', {
    case_id: jordan.caseId,
    referral_id: referralId,
    added_on: '2026-02-20',
  })
}

const words = {
  reason: 'terms-not-met',
  words: 'Nothing was handed in.',
  familyHeard: 'They moved, and called.',
} as const

const underReview = async () => {
  const jordan = await anAgreement(court, program)
  given(await reviewCase(court, program.coordinator, jordan.caseId))
  return jordan
}

describe('closing a case', () => {
  it('is refused while a promise of the young person is open, and changes nothing (rule 42)', async () => {
    const jordan = await anAgreement(court, program)
    expect(await closeCase(court, program.coordinator, jordan.caseId, 'Jordan Tate')).toEqual({
      refused: 'promises-open',
    })
    expect(await statusOf(jordan.caseId)).toBe('active')
    expect(await closureOf(jordan.caseId)).toBeUndefined()
    expect(await lettersOf(jordan.caseId, 'completed')).toEqual([])
  })

  it('keeps the name that the young person chose for the certificate, and shows it there', async () => {
    const jordan = await anAgreement(court, program)
    await letGo(jordan)
    expect(await closeCase(court, program.coordinator, jordan.caseId, 'Jo Tate')).toEqual({ closed: true })
    expect(await statusOf(jordan.caseId)).toBe('closed_success')
    expect(await closureOf(jordan.caseId)).toMatchObject({
      outcome: 'completed',
      return_reason: null,
      certificate_name: 'Jo Tate',
      by_account: program.coordinator.accountId,
    })
    const certificate = await (await house.as(program.coordinator)).get(`/cases/${jordan.no}/certificate`)
    expect(certificate.status).toBe(200)
    expect(certificate.text).toContain('Jo Tate')
    expect(certificate.text).not.toContain(jordan.no)
  })

  it('writes to the family, and to the source a status and a number and nothing more (rule 43)', async () => {
    const jordan = await anAgreement(court, program)
    await letGo(jordan)
    given(await closeCase(court, program.coordinator, jordan.caseId, 'Jordan'))
    const letters = await lettersOf(jordan.caseId, 'completed')
    const family = letters.filter(one => one.kind === 'completed-family').map(one => one.to_person_id)
    expect(new Set(family)).toEqual(new Set([jordan.respondentId, jordan.guardianId]))
    expect(family).toHaveLength(2)
    expect(letters.filter(one => one.kind === 'completed-source')).toEqual([
      {
        kind: 'completed-source',
        to_person_id: null,
        to_email: 'alvarez@eastside.test',
        facts: { caseNo: jordan.no },
      },
    ])
  })

  it('tells every source whose matter joined the case, each about its own report (rules 7, 8 and 43)', async () => {
    const jordan = await anAgreement(court, program)
    await aJoinedMatter(jordan, 'rivera@police.test')
    await letGo(jordan)
    given(await closeCase(court, program.coordinator, jordan.caseId, 'Jordan'))
    const sources = (await lettersOf(jordan.caseId, 'completed')).filter(one => one.kind === 'completed-source')
    expect(sources.map(one => ({ to: one.to_email, facts: one.facts }))).toEqual([
      { to: 'alvarez@eastside.test', facts: { caseNo: jordan.no } },
      { to: 'rivera@police.test', facts: { caseNo: jordan.no, reportNo: 'R-2026-131' } },
    ])
  })
})

describe('sending a case back', () => {
  const withdrawn = async () => {
    const jordan = await anAgreement(court, program)
    await court.rows(`update cases set status = 'noncompliance_review' where id = $1`, [jordan.caseId])
    await court.rows(`update cases set status = 'terminated' where id = $1`, [jordan.caseId])
    return jordan
  }

  it('needs a reason that fits how it ended (rule 44)', async () => {
    const jordan = await withdrawn()
    const back = (reason: 'withdrew' | 'terms-not-met') =>
      returnToSource(court, program.coordinator, jordan.caseId, { reason, words: 'See the notes.' })
    expect(await back('withdrew')).toEqual({ refused: 'other-reason' })
    expect(await statusOf(jordan.caseId)).toBe('terminated')
    expect(await back('terms-not-met')).toEqual({ returned: true })
    expect(await statusOf(jordan.caseId)).toBe('returned_to_source')
    expect(await closureOf(jordan.caseId)).toMatchObject({ outcome: 'returned', return_reason: 'terms-not-met' })
  })

  it('is not for a case that has not ended', async () => {
    const jordan = await aCaseInHearing(court, program)
    expect(
      await returnToSource(court, program.coordinator, jordan.caseId, { reason: 'withdrew', words: null }),
    ).toEqual({ refused: 'not-now' })
  })

  it('writes to the family, and to every source a status without a word of why (rule 43)', async () => {
    const jordan = await withdrawn()
    await aJoinedMatter(jordan, 'rivera@police.test')
    given(
      await returnToSource(court, program.coordinator, jordan.caseId, {
        reason: 'terms-not-met',
        words: 'The essay was never written.',
      }),
    )
    const letters = await lettersOf(jordan.caseId, 'returned')
    expect(letters.filter(one => one.kind === 'returned-family')).toHaveLength(2)
    const sources = letters.filter(one => one.kind === 'returned-source')
    expect(sources.map(one => one.to_email)).toEqual(['alvarez@eastside.test', 'rivera@police.test'])
    expect(JSON.stringify(sources)).not.toMatch(/essay|terms-not-met/)
  })

  it('keeps a reason with every return, and no case ends twice (closures_returned_with_reason, closures_once)', async () => {
    const jordan = await withdrawn()
    const closing = (more: Record<string, unknown>) =>
      plant(court, program, 'closures', {
        case_id: jordan.caseId,
        outcome: 'returned',
        return_reason: 'terms-not-met',
        closed_on: '2026-03-04',
        by_account: program.coordinator.accountId,
        made_at: court.now(),
        ...more,
      })
    await expect(closing({ return_reason: null })).rejects.toMatchObject({
      constraint: 'closures_returned_with_reason',
    })
    await closing({})
    await expect(closing({})).rejects.toMatchObject({ constraint: 'closures_once' })
  })
})

describe('ending a case that was not kept', () => {
  it('is decided by a second person and never by the one who asked (rule 44)', async () => {
    const jordan = await underReview()
    given(await askTermination(court, program.coordinator, jordan.caseId, words))
    expect(await askTermination(court, second, jordan.caseId, words)).toEqual({ refused: 'asked-already' })
    const yes = (actor: Actor) => answerTerminationOf(court, actor, jordan.caseId, 'approved')
    expect(await yes(program.coordinator)).toEqual({ refused: 'same-person' })
    expect(await statusOf(jordan.caseId)).toBe('noncompliance_review')
    expect(await yes(second)).toEqual({ answered: true })
    expect(await statusOf(jordan.caseId)).toBe('terminated')
    expect(await answersOf(jordan.caseId)).toEqual([{ answer: 'approved', answered_by: second.accountId }])
  })

  it('has a second pair of eyes in the database too (closures_second_pair_of_eyes)', async () => {
    const jordan = await anAgreement(court, program)
    const alone = plant(court, program, 'closures', {
      id: newId(),
      case_id: jordan.caseId,
      outcome: 'returned',
      return_reason: 'terms-not-met',
      closed_on: '2026-03-04',
      by_account: program.coordinator.accountId,
      approved_by: program.coordinator.accountId,
      made_at: court.now(),
    })
    await expect(alone).rejects.toMatchObject({ constraint: 'closures_second_pair_of_eyes' })
  })

  it('is off the table once things are right again: a later review begins with nothing asked (rule 44)', async () => {
    const jordan = await underReview()
    given(await askTermination(court, program.coordinator, jordan.caseId, words))
    given(await cureCase(court, second, jordan.caseId))
    expect(await answersOf(jordan.caseId)).toEqual([{ answer: 'refused', answered_by: second.accountId }])
    expect(await actsOf(jordan.caseId)).toContain('termination-refused')
    given(await reviewCase(court, program.coordinator, jordan.caseId))
    expect(await answerTerminationOf(court, second, jordan.caseId, 'approved')).toEqual({ refused: 'nothing-asked' })
    expect(await statusOf(jordan.caseId)).toBe('noncompliance_review')
    given(await askTermination(court, program.coordinator, jordan.caseId, { ...words, familyHeard: 'They came in.' }))
  })

  it('stands as taken back where the one who asked says themselves that things are right', async () => {
    const jordan = await underReview()
    given(await askTermination(court, program.coordinator, jordan.caseId, words))
    given(await cureCase(court, program.coordinator, jordan.caseId))
    expect(await answersOf(jordan.caseId)).toEqual([
      { answer: 'withdrawn', answered_by: program.coordinator.accountId },
    ])
    expect(await statusOf(jordan.caseId)).toBe('active')
  })

  it('is taken back by the one who asked, and by nobody else', async () => {
    const jordan = await underReview()
    const back = (actor: Actor) => takeBackTermination(court, actor, jordan.caseId)
    expect(await back(program.coordinator)).toEqual({ refused: 'nothing-asked' })
    given(await askTermination(court, program.coordinator, jordan.caseId, words))
    expect(await back(second)).toEqual({ refused: 'another-asked' })
    expect(await back(program.coordinator)).toEqual({ takenBack: true })
    expect(await answersOf(jordan.caseId)).toEqual([
      { answer: 'withdrawn', answered_by: program.coordinator.accountId },
    ])
    expect(await statusOf(jordan.caseId)).toBe('noncompliance_review')
    expect(await actsOf(jordan.caseId)).toContain('termination-withdrawn')
    given(await askTermination(court, second, jordan.caseId, words))
  })

  it('offers the asker to take it back, and the other to answer; each is told in words what is not theirs', async () => {
    const jordan = await underReview()
    given(await askTermination(court, program.coordinator, jordan.caseId, words))
    const [asker, other] = [await house.as(program.coordinator), await house.as(second)]
    const review = `/cases/${jordan.no}/review`
    const mine = await asker.get(review)
    expect(mine.text).toContain('Take the question back')
    expect(mine.text).not.toContain('Yes, end it here')
    const theirs = await other.get(review)
    expect(theirs.text).not.toContain('Take the question back')
    expect(theirs.text).toContain('Yes, end it here')
    const refused = await other.post(`/cases/${jordan.no}/termination/withdrawal`)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Somebody else asked this.')
    const back = await asker.post(`/cases/${jordan.no}/termination/withdrawal`)
    expect(back.headers.location).toBe(review)
    expect((await asker.get(review)).text).toContain('Ask for the end of the case')
  })
})
