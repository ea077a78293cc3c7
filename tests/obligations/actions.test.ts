import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, act, byClockwork } from '#court'
import {
  answerMoreTime,
  askMoreTime,
  bookService,
  cancelOpen,
  changeAmount,
  countAttendance,
  keepCourtPromise,
  markMissed,
  obligationsOfCase,
  obligationsOfPerson,
  putInEffect,
  recordProgress,
  remindOfPromises,
  returnProgress,
  standing,
  submitProgress,
  takeBack,
  verify,
  waive,
} from '#court/obligations'
import { starterRulebook } from '#court/programs'
import { newId } from '#platform/ids'
import { addDays, type Day } from '#platform/time'
import { asPerson, aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aProposed, aSigned, aTerm, given, letter, money, ours, service } from '../support/dispositions.ts'
import { aNightRow } from '../support/hearing.ts'
import { anAgreement, aPlace } from '../support/obligations.ts'

let court: TestCourt
let program: Program

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
})
beforeEach(() => court.setClock(STOPPED_AT))
afterAll(() => court.close())

const book = starterRulebook('charlotte')

const one = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row> => {
  const [row] = await court.rows<Row>(text, values)
  if (!row) throw new Error('no such row')
  return row
}
const statusOf = async (id: string) =>
  (await one<{ status: string }>('select status from obligations where id = $1', id)).status
const acts = async (caseId: string) =>
  (await court.rows<{ act: string }>('select act from register_entries where case_id = $1 order by id', [caseId])).map(
    row => row.act,
  )
const confirm = (actor: Actor, progressId: string) => act(court, actor, tx => verify(court, tx, actor, progressId))

const refusedByDatabase = async (text: string, ...values: unknown[]): Promise<string | undefined> => {
  try {
    await court.rows(text, values)
    return undefined
  } catch (fault) {
    return (fault as { constraint?: string }).constraint
  }
}

const piece = (amount: number, doneOn: `${number}-${number}-${number}` = '2026-03-04') => ({
  amount,
  doneOn,
  words: null,
  place: 'Food Pantry',
  supervisor: 'Pat Green',
})

describe('an agreement begins to count', () => {
  it('makes an obligation of every promise, moves the case, enrols the young person as a juror and tells the family', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter, ours])
    const rows = await court.rows(
      'select kind, owed_by, person_id, amount, due_on, status from obligations where case_id = $1 order by id',
      [jordan.caseId],
    )
    expect(rows).toEqual([
      {
        kind: 'jury-service',
        owed_by: 'young-person',
        person_id: jordan.respondentId,
        amount: 2,
        due_on: '2026-05-29',
        status: 'assigned',
      },
      {
        kind: 'community-service',
        owed_by: 'young-person',
        person_id: jordan.respondentId,
        amount: 720,
        due_on: '2026-05-29',
        status: 'assigned',
      },
      {
        kind: 'apology-letter',
        owed_by: 'young-person',
        person_id: jordan.respondentId,
        amount: 1,
        due_on: '2026-04-08',
        status: 'assigned',
      },
      { kind: 'mentoring', owed_by: 'court', person_id: null, amount: 1, due_on: '2026-04-03', status: 'assigned' },
    ])
    expect(await one('select status, due_on from cases where id = $1', jordan.caseId)).toEqual({
      status: 'active',
      due_on: '2026-05-29',
    })
    expect(await one('select stream from jurors where person_id = $1', jordan.respondentId)).toEqual({
      stream: 'mandated',
    })
    const letters = await court.rows<{ to_person_id: string }>(
      `select to_person_id from outbox where case_id = $1 and kind = 'agreement'`,
      [jordan.caseId],
    )
    expect(letters.map(row => row.to_person_id).toSorted()).toEqual([jordan.respondentId, jordan.guardianId].toSorted())
    expect(await acts(jordan.caseId)).toEqual(
      expect.arrayContaining(['disposition-in-effect', 'case-takeEffect', 'promises-made']),
    )
  })

  it('books the nights that were chosen before the family leaves', async () => {
    const [first, second] = [
      await aNightRow(court, program, '2026-03-19'),
      await aNightRow(court, program, '2026-04-02'),
    ]
    const jordan = await anAgreement(court, program, [aTerm(), service], {}, [first, second])
    const places = await court.rows(
      `select a.status, a.mandated from assignments a join jurors j on j.program_id = a.program_id and j.id = a.juror_id where j.person_id = $1`,
      [jordan.respondentId],
    )
    expect(places).toEqual([
      { status: 'confirmed', mandated: true },
      { status: 'confirmed', mandated: true },
    ])
    expect(await statusOf(jordan.promise('jury-service'))).toBe('scheduled')
  })

  it('is refused while a name is missing, and then nothing has changed (rule 29)', async () => {
    const jordan = await aProposed(court, program)
    expect(await putInEffect(court, program.facilitator, jordan.dispositionId)).toEqual({ refused: 'not-signed' })
    expect(await court.rows('select 1 from obligations where case_id = $1', [jordan.caseId])).toEqual([])
  })

  it('is refused as a whole when a chosen night is full, after the day, or not open; then nothing has changed', async () => {
    const full = await aNightRow(court, program, '2026-04-09', { places: 1 })
    const late = await aNightRow(court, program, '2026-07-02')
    const draft = await aNightRow(court, program, '2026-04-23', { status: 'draft' })
    await anAgreement(court, program, [aTerm(), service], {}, [full])
    const jordan = await aSigned(court, program, [aTerm(), service])
    const begin = (night: string) => putInEffect(court, program.facilitator, jordan.dispositionId, [night])
    expect(await begin(full)).toEqual({ refused: 'night-full' })
    expect(await begin(late)).toEqual({ refused: 'after-due' })
    expect(await begin(draft)).toEqual({ refused: 'night-not-open' })
    expect(await one('select status from cases where id = $1', jordan.caseId)).toEqual({ status: 'disposed' })
    expect(await court.rows('select 1 from jurors where person_id = $1', [jordan.respondentId])).toEqual([])
  })

  it('enrols nobody where a coordinator let jury service go', async () => {
    const jordan = await aSigned(court, program, [aTerm(), service])
    await court.rows(`update dispositions set status = 'draft' where id = $1`, [jordan.dispositionId])
    await court.rows(`delete from terms where disposition_id = $1 and kind = 'jury-service'`, [jordan.dispositionId])
    await court.rows(
      `update dispositions set status = 'proposed', no_jury_service_reason = 'moves away', no_jury_service_by = $2 where id = $1`,
      [jordan.dispositionId, program.coordinator.accountId],
    )
    given(await putInEffect(court, program.coordinator, jordan.dispositionId))
    expect(await court.rows('select 1 from jurors where person_id = $1', [jordan.respondentId])).toEqual([])
  })

  it('books more nights later, never more than are owed', async () => {
    const [first, second, third] = [
      await aNightRow(court, program, '2026-04-16'),
      await aNightRow(court, program, '2026-05-07'),
      await aNightRow(court, program, '2026-05-21'),
    ]
    const jordan = await anAgreement(court, program, [aTerm(), service], {}, [first])
    expect(await bookService(court, program.coordinator, jordan.promise('jury-service'), [second, third])).toEqual({
      refused: 'more-than-owed',
    })
    expect(await bookService(court, program.coordinator, jordan.promise('jury-service'), [first])).toEqual({
      refused: 'has-a-place',
    })
    expect(given(await bookService(court, program.coordinator, jordan.promise('jury-service'), [second]))).toEqual({
      booked: 1,
    })
  })
})

describe('work that is handed in', () => {
  it('waits for somebody else, and is not done before (rule 33)', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    given(await submitProgress(court, youth, jordan.promise('community-service'), piece(720)))
    expect(await statusOf(jordan.promise('community-service'))).toBe('submitted')
    const [, hours] = await court.db.withProgram(program.coordinator, tx =>
      obligationsOfCase(tx, program.id, jordan.caseId),
    )
    expect(hours).toMatchObject({ verified: 0, waiting: 720, waitingSince: court.now() })
    expect(hours && standing(hours, '2026-03-04')).toBe('with-us')
  })

  it('is confirmed by staff, piece by piece, and the promise is kept when all of it is (rule 33)', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const hours = jordan.promise('community-service')
    const first = given(await submitProgress(court, youth, hours, piece(210)))
    const second = given(await recordProgress(court, program.coordinator, hours, piece(510)))
    expect(given(await confirm(program.coordinator, first.progressId))).toMatchObject({
      unit: 'minute',
      amount: 210,
      personId: jordan.respondentId,
      satisfied: false,
    })
    expect(await statusOf(hours)).toBe('verified')
    expect(given(await confirm(program.coordinator, second.progressId))).toMatchObject({ amount: 510, satisfied: true })
    expect(await statusOf(hours)).toBe('satisfied')
    expect(await confirm(program.coordinator, second.progressId)).toEqual({ refused: 'settled' })
  })

  it('is confirmed neither by the one who promised nor by their family (rule 34)', async () => {
    const jordan = await anAgreement(court, program)
    const { progressId } = given(
      await recordProgress(court, program.coordinator, jordan.promise('community-service'), piece(60)),
    )
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    await expect(confirm(youth, progressId)).rejects.toThrow('not here')
    const parent = await program.another('coordinator', 'Rosa Tate')
    await court.rows('update people set account_id = $2 where id = $1', [jordan.guardianId, parent.accountId])
    expect(await confirm(parent, progressId)).toEqual({ refused: 'own-or-kin' })
    given(await confirm(program.coordinator, progressId))
  })

  it('goes back with words that say what to mend, and comes again', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const first = given(
      await submitProgress(court, youth, jordan.promise('apology-letter'), { ...piece(1), words: 'Sorry.' }),
    )
    given(await returnProgress(court, program.coordinator, first.progressId, 'Say what you will do differently.'))
    expect(await statusOf(jordan.promise('apology-letter'))).toBe('returned_for_fix')
    expect(await one('select state, answer from progress where id = $1', first.progressId)).toEqual({
      state: 'returned',
      answer: 'Say what you will do differently.',
    })
    const second = given(
      await submitProgress(court, youth, jordan.promise('apology-letter'), { ...piece(1), words: 'I am sorry that …' }),
    )
    expect(given(await confirm(program.coordinator, second.progressId)).satisfied).toBe(true)
    expect(await returnProgress(court, program.coordinator, second.progressId, 'late')).toEqual({
      refused: 'not-waiting',
    })
  })

  it('takes restitution up to what was ordered and not a cent more (rule 38)', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, money])
    const pay = (amount: number) =>
      recordProgress(court, program.coordinator, jordan.promise('restitution'), piece(amount))
    given(await pay(5_000))
    expect(await pay(3_001)).toEqual({ refused: 'more-than-ordered' })
    given(await pay(3_000))
  })

  it('is no more than a day can hold, in every promise of that day together', async () => {
    const other = aTerm({ ...service, title: 'Paint the hall', amount: 600, outOfRangeReason: 'asked for both' })
    const jordan = await anAgreement(court, program, [aTerm(), service, other])
    const ids = await court.rows<{ id: string }>(
      `select id from obligations where case_id = $1 and kind = 'community-service' order by id`,
      [jordan.caseId],
    )
    const [first, second] = [ids[0]?.id ?? '', ids[1]?.id ?? '']
    expect(await recordProgress(court, program.coordinator, first, piece(500 * 60))).toEqual({
      refused: 'too-much-for-a-day',
      minutes: 500 * 60,
    })
    const { progressId } = given(await recordProgress(court, program.coordinator, first, piece(600)))
    expect(await recordProgress(court, program.coordinator, second, piece(180))).toEqual({
      refused: 'too-much-for-a-day',
      minutes: 780,
    })
    given(await returnProgress(court, program.coordinator, progressId, 'That was another day.'))
    given(await recordProgress(court, program.coordinator, second, piece(180)))
  })

  it('was done since the agreement counts, and is not still to come', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const hours = jordan.promise('community-service')
    expect(await submitProgress(court, youth, hours, piece(60, '2026-03-03'))).toEqual({
      refused: 'before-agreement',
      since: '2026-03-04',
    })
    expect(await submitProgress(court, youth, hours, piece(60, '2026-03-05'))).toEqual({ refused: 'still-to-come' })
    expect(
      await keepCourtPromise(court, program.coordinator, jordan.promise('mentoring'), {
        doneOn: '2026-03-03',
        words: null,
      }),
    ).toEqual({ refused: 'before-agreement', since: '2026-03-04' })
  })

  it('of a letter is its words; an empty one is not taken', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    expect(await submitProgress(court, youth, jordan.promise('apology-letter'), piece(1))).toEqual({
      refused: 'unworded',
    })
  })

  it('is taken back by whoever handed it in while nobody has answered, and stands in the register', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const rosa = await asPerson(court, program, jordan.guardianId, 'family')
    const hours = jordan.promise('community-service')
    const { progressId } = given(await submitProgress(court, youth, hours, piece(60)))
    expect(await takeBack(court, rosa, progressId)).toEqual({ refused: 'not-handed-in-by-you' })
    given(await takeBack(court, youth, progressId))
    expect(await statusOf(hours)).toBe('assigned')
    expect(await one('select state from progress where id = $1', progressId)).toEqual({ state: 'taken_back' })
    expect(await acts(jordan.caseId)).toContain('progress-taken-back')
    expect(await confirm(program.coordinator, progressId)).toEqual({ refused: 'not-waiting' })
    expect(await takeBack(court, youth, progressId)).toEqual({ refused: 'not-waiting' })
    const again = given(await submitProgress(court, youth, hours, piece(720)))
    given(await confirm(program.coordinator, again.progressId))
    expect(await takeBack(court, youth, again.progressId)).toEqual({ refused: 'settled' })
  })

  it('leaves what was confirmed or is to be changed as it was when the rest is taken back', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const [hours, words] = [jordan.promise('community-service'), jordan.promise('apology-letter')]
    const first = given(await submitProgress(court, youth, hours, piece(60)))
    given(await confirm(program.coordinator, first.progressId))
    const more = given(await submitProgress(court, youth, hours, piece(30)))
    given(await takeBack(court, youth, more.progressId))
    expect(await statusOf(hours)).toBe('verified')
    const text = { ...piece(1), words: 'Sorry.' }
    const short = given(await submitProgress(court, youth, words, text))
    given(await returnProgress(court, program.coordinator, short.progressId, 'Say a little more.'))
    const next = given(await submitProgress(court, youth, words, text))
    given(await takeBack(court, youth, next.progressId))
    expect(await statusOf(words)).toBe('returned_for_fix')
  })

  it('is seen by the family it belongs to and by no other', async () => {
    const [jordan, other] = [await anAgreement(court, program), await anAgreement(court, program)]
    const rosa = await asPerson(court, program, jordan.guardianId, 'family')
    expect(
      await court.db.withProgram(rosa, tx => obligationsOfPerson(tx, program.id, jordan.respondentId)),
    ).toHaveLength(2)
    expect(await court.db.withProgram(rosa, tx => obligationsOfPerson(tx, program.id, other.respondentId))).toEqual([])
    await expect(submitProgress(court, rosa, other.promise('community-service'), piece(60))).rejects.toThrow('not here')
    given(await submitProgress(court, rosa, jordan.promise('community-service'), piece(60)))
  })
})

describe('jury service (rule 35)', () => {
  const settle = (actor: Actor, place: { id: string; personId: string; nightId: string }) => {
    const hand = byClockwork(actor)
    return act(court, hand, tx => countAttendance(court, tx, hand, place))
  }

  it('counts a night at which they came, once, and is kept after the last of them', async () => {
    const [first, second] = [
      await aNightRow(court, program, '2026-03-26'),
      await aNightRow(court, program, '2026-04-30'),
    ]
    const jordan = await anAgreement(court, program)
    const duty = jordan.promise('jury-service')
    const came = {
      id: await aPlace(court, program, first, jordan.respondentId, 'served'),
      personId: jordan.respondentId,
      nightId: first,
    }
    await settle(program.facilitator, came)
    expect(await settle(program.facilitator, came)).toBeNull()
    expect(await statusOf(duty)).toBe('verified')
    const stood = {
      id: await aPlace(court, program, second, jordan.respondentId, 'standby'),
      personId: jordan.respondentId,
      nightId: second,
    }
    await settle(program.facilitator, stood)
    expect(await statusOf(duty)).toBe('satisfied')
    expect(
      await court.rows('select amount, done_on, state from progress where obligation_id = $1 order by done_on', [duty]),
    ).toEqual([
      { amount: 1, done_on: '2026-03-26', state: 'verified' },
      { amount: 1, done_on: '2026-04-30', state: 'verified' },
    ])
  })

  it('leaves the duty owed after a no-show', async () => {
    const night = await aNightRow(court, program, '2026-05-14')
    const jordan = await anAgreement(court, program)
    const missed = {
      id: await aPlace(court, program, night, jordan.respondentId, 'no_show'),
      personId: jordan.respondentId,
      nightId: night,
    }
    await expect(settle(program.facilitator, missed)).rejects.toThrow()
    expect(await statusOf(jordan.promise('jury-service'))).toBe('assigned')
  })

  it('does not count the night on which the agreement was made, nor a night of one who owes nothing', async () => {
    const jordan = await anAgreement(court, program)
    const own = {
      id: await aPlace(court, program, jordan.nightId, jordan.respondentId, 'served'),
      personId: jordan.respondentId,
      nightId: jordan.nightId,
    }
    expect(await settle(program.facilitator, own)).toBeNull()
  })

  it('waits for another adult where the one who closes the night is family (rule 34)', async () => {
    const night = await aNightRow(court, program, '2026-05-15')
    const jordan = await anAgreement(court, program)
    const parent = await program.another('facilitator', 'Rosa Tate')
    await court.rows('update people set account_id = $2 where id = $1', [jordan.guardianId, parent.accountId])
    const came = {
      id: await aPlace(court, program, night, jordan.respondentId, 'served'),
      personId: jordan.respondentId,
      nightId: night,
    }
    await settle(parent, came)
    expect(await statusOf(jordan.promise('jury-service'))).toBe('submitted')
    const { id } = await one<{ id: string }>('select id from progress where assignment_id = $1', came.id)
    given(await confirm(program.coordinator, id))
  })

  it('is never handed in', async () => {
    const jordan = await anAgreement(court, program)
    expect(await recordProgress(court, program.coordinator, jordan.promise('jury-service'), piece(1))).toEqual({
      refused: 'from-attendance',
    })
  })
})

describe('the court’s own promises', () => {
  it('are kept by the court, with the day on which they were', async () => {
    const jordan = await anAgreement(court, program)
    expect(
      await keepCourtPromise(court, program.coordinator, jordan.promise('community-service'), {
        doneOn: '2026-03-04',
        words: null,
      }),
    ).toEqual({ refused: 'not-ours' })
    given(
      await keepCourtPromise(court, program.coordinator, jordan.promise('mentoring'), {
        doneOn: '2026-03-04',
        words: 'Met Ana at the studio',
      }),
    )
    expect(await statusOf(jordan.promise('mentoring'))).toBe('satisfied')
    expect(
      await keepCourtPromise(court, program.coordinator, jordan.promise('mentoring'), {
        doneOn: '2026-03-04',
        words: null,
      }),
    ).toEqual({ refused: 'settled' })
  })
})

describe('more time (rule 39)', () => {
  const ask = { newDueOn: '2026-06-12' as const, asked: 'The pantry is closed in May.' }

  it('is asked by the young person, answered by an adult with a reason, and dated as an amendment (rule 31)', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const hours = jordan.promise('community-service')
    const { extensionId } = given(await askMoreTime(court, youth, hours, ask))
    expect(await askMoreTime(court, youth, hours, ask)).toEqual({ refused: 'asked-already' })
    given(
      await answerMoreTime(court, program.coordinator, extensionId, {
        answer: 'granted',
        newDueOn: '2026-06-05',
        reason: 'the place is closed',
      }),
    )
    expect(await one('select due_on from obligations where id = $1', hours)).toEqual({ due_on: '2026-06-05' })
    expect(await one('select due_on from cases where id = $1', jordan.caseId)).toEqual({ due_on: '2026-06-05' })
    expect(
      await one(
        'select due_on from terms where disposition_id = $1 and kind = $2',
        jordan.dispositionId,
        'community-service',
      ),
    ).toEqual({ due_on: '2026-05-29' })
    expect(
      await one('select field, before, after from amendments where disposition_id = $1', jordan.dispositionId),
    ).toEqual({
      field: 'due-on',
      before: '2026-05-29',
      after: '2026-06-05',
    })
    expect(await askMoreTime(court, youth, hours, { ...ask, newDueOn: '2026-06-19' })).toEqual({
      refused: 'no-more-extensions',
    })
  })

  it('changes nothing when the answer is no, and may be asked again', async () => {
    const jordan = await anAgreement(court, program)
    const { extensionId } = given(
      await askMoreTime(court, program.coordinator, jordan.promise('community-service'), ask),
    )
    given(
      await answerMoreTime(court, program.coordinator, extensionId, {
        answer: 'refused',
        newDueOn: null,
        reason: 'there is time enough',
      }),
    )
    expect(await one('select due_on from obligations where id = $1', jordan.promise('community-service'))).toEqual({
      due_on: '2026-05-29',
    })
    given(await askMoreTime(court, program.coordinator, jordan.promise('community-service'), ask))
  })

  it('is not asked for past the last day of the clocks, by the young person either (rule 32)', async () => {
    const jordan = await anAgreement(court, program)
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const until = (newDueOn: Day) =>
      askMoreTime(court, youth, jordan.promise('community-service'), { ...ask, newDueOn })
    const last = { clock: 'program', day: addDays('2026-03-04', book.clocks.programDays) }
    expect(await until('2030-01-01')).toEqual({ refused: 'after-legal-limit', last })
    given(await until(last.day))
  })

  it('is not given past the day by which the source wants the case back (rule 32)', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service], { returnBy: '2026-06-01' })
    const [hours, last] = [jordan.promise('community-service'), { clock: 'source', day: '2026-06-01' }]
    expect(await askMoreTime(court, program.coordinator, hours, ask)).toEqual({ refused: 'after-legal-limit', last })
    const { extensionId } = given(
      await askMoreTime(court, program.coordinator, hours, { ...ask, newDueOn: '2026-05-31' }),
    )
    const yes = { answer: 'granted' as const, newDueOn: '2026-06-02' as const, reason: 'closed' }
    expect(await answerMoreTime(court, program.coordinator, extensionId, yes)).toEqual({
      refused: 'after-legal-limit',
      last,
    })
    given(await answerMoreTime(court, program.coordinator, extensionId, { ...yes, newDueOn: '2026-06-01' }))
  })
})

describe('waived, missed, changed, fallen away', () => {
  it('waives with a reason that is kept with the promise and as an amendment (rules 31 and 42)', async () => {
    const jordan = await anAgreement(court, program)
    given(await waive(court, program.coordinator, jordan.promise('community-service'), 'broke an arm'))
    expect(
      await one('select status, end_reason from obligations where id = $1', jordan.promise('community-service')),
    ).toEqual({ status: 'waived', end_reason: 'broke an arm' })
    expect(await one('select field, reason from amendments where disposition_id = $1', jordan.dispositionId)).toEqual({
      field: 'waived',
      reason: 'broke an arm',
    })
  })

  it('notes a missed promise only after its day', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    expect(await markMissed(court, program.coordinator, jordan.promise('apology-letter'))).toEqual({
      refused: 'not-late',
    })
    court.setClock('2026-04-09T15:00:00Z')
    given(await markMissed(court, program.coordinator, jordan.promise('apology-letter')))
    expect(await statusOf(jordan.promise('apology-letter'))).toBe('missed')
  })

  it('puts a missed promise back on its way when more time is given', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    court.setClock('2026-04-09T15:00:00Z')
    given(await markMissed(court, program.coordinator, jordan.promise('apology-letter')))
    const { extensionId } = given(
      await askMoreTime(court, program.coordinator, jordan.promise('apology-letter'), {
        newDueOn: '2026-04-20',
        asked: 'was ill',
      }),
    )
    given(
      await answerMoreTime(court, program.coordinator, extensionId, {
        answer: 'granted',
        newDueOn: null,
        reason: 'was ill',
      }),
    )
    expect(await statusOf(jordan.promise('apology-letter'))).toBe('scheduled')
  })

  it('changes an amount by amendment, inside the grid (rules 24 and 31)', async () => {
    const jordan = await anAgreement(court, program)
    expect(
      await changeAmount(court, program.coordinator, jordan.promise('community-service'), {
        amount: 60,
        reason: 'less',
      }),
    ).toEqual({ refused: 'below-range' })
    given(
      await changeAmount(court, program.coordinator, jordan.promise('community-service'), {
        amount: 480,
        reason: 'started a job',
      }),
    )
    expect(await one('select amount from obligations where id = $1', jordan.promise('community-service'))).toEqual({
      amount: 480,
    })
    expect(
      await one(
        'select amount from terms where disposition_id = $1 and kind = $2',
        jordan.dispositionId,
        'community-service',
      ),
    ).toEqual({ amount: 720 })
    expect(
      await changeAmount(court, program.coordinator, jordan.promise('jury-service'), { amount: 9, reason: 'more' }),
    ).toEqual({ refused: 'above-range' })
  })

  it('lets what is open fall away when the case ends another way; what is kept stays kept', async () => {
    const jordan = await anAgreement(court, program)
    given(
      await keepCourtPromise(court, program.coordinator, jordan.promise('mentoring'), {
        doneOn: '2026-03-04',
        words: null,
      }),
    )
    const fell = await act(court, program.coordinator, tx => cancelOpen(court, tx, program.coordinator, jordan.caseId))
    expect(fell).toBe(2)
    expect(await statusOf(jordan.promise('mentoring'))).toBe('satisfied')
    expect(await statusOf(jordan.promise('jury-service'))).toBe('cancelled')
  })
})

describe('what the database itself refuses', () => {
  const insert = `insert into progress (program_id, id, obligation_id, amount, done_on, submitted_by, submitted_at, state, verified_by, verified_at)
    values ($1, $2, $3, $4, '2026-03-04', $5, now(), 'verified', $5, now())`

  it('work of before the agreement or still to come, more than a day of hours, a letter without words', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const put = (kind: string, amount: number, doneOn: string) =>
      refusedByDatabase(
        `insert into progress (program_id, id, obligation_id, amount, done_on, submitted_by, submitted_at, state)
          values ($1, $2, $3, $4, $5, $6, $7, 'submitted')`,
        ...[program.id, newId(), jordan.promise(kind), amount, doneOn, program.coordinator.accountId, court.now()],
      )
    expect(await put('community-service', 60, '2026-03-03')).toBe('done_since_agreement')
    expect(await put('community-service', 60, '2026-03-05')).toBe('done_already')
    expect(await put('community-service', 1_000, '2026-03-04')).toBeUndefined()
    expect(await put('community-service', 441, '2026-03-04')).toBe('day_has_24_hours')
    expect(await put('community-service', 440, '2026-03-04')).toBeUndefined()
    expect(await put('apology-letter', 1, '2026-03-04')).toBe('written_proof_has_words')
  })

  it('taking back what was answered, and bringing back what was taken back', async () => {
    const jordan = await anAgreement(court, program)
    const hours = jordan.promise('community-service')
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const answered = given(await submitProgress(court, youth, hours, piece(60)))
    given(await returnProgress(court, program.coordinator, answered.progressId, 'Which place?'))
    const taken = given(await submitProgress(court, youth, hours, piece(60)))
    given(await takeBack(court, youth, taken.progressId))
    const put = (state: string, id: string) =>
      refusedByDatabase('update progress set state = $1 where id = $2', state, id)
    expect(await put('taken_back', answered.progressId)).toBe('taken_back_unanswered')
    expect(await put('submitted', taken.progressId)).toBe('taken_back_unanswered')
  })

  it('work confirmed by the one who did it, or by a guardian (rule 34)', async () => {
    const jordan = await anAgreement(court, program)
    for (const [personId, role] of [
      [jordan.respondentId, 'youth'],
      [jordan.guardianId, 'family'],
    ] as const) {
      const { accountId } = await asPerson(court, program, personId, role)
      expect(
        await refusedByDatabase(insert, program.id, newId(), jordan.promise('community-service'), 60, accountId),
      ).toBe('verified_by_another')
    }
  })

  it('more restitution than was ordered (rule 38)', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service, money])
    expect(
      await refusedByDatabase(
        insert,
        program.id,
        newId(),
        jordan.promise('restitution'),
        8_001,
        program.coordinator.accountId,
      ),
    ).toBe('never_overpaid')
  })

  it('jury service without having been there: no night, somebody else’s night, a night missed (rule 35)', async () => {
    const [jordan, sam] = [await anAgreement(court, program), await anAgreement(court, program)]
    expect(
      await refusedByDatabase(
        insert,
        program.id,
        newId(),
        jordan.promise('jury-service'),
        1,
        program.coordinator.accountId,
      ),
    ).toBe('jury_service_from_attendance')
    const night = await aNightRow(court, program, '2026-05-28')
    const withNight = insert
      .replace('done_on,', 'done_on, assignment_id,')
      .replace(`'2026-03-04',`, `'2026-03-04', $6,`)
    const samsPlace = await aPlace(court, program, night, sam.respondentId, 'served')
    const missed = await aPlace(court, program, night, jordan.respondentId, 'no_show')
    for (const place of [samsPlace, missed])
      expect(
        await refusedByDatabase(
          withNight,
          program.id,
          newId(),
          jordan.promise('jury-service'),
          1,
          program.coordinator.accountId,
          place,
        ),
      ).toBe('jury_service_from_attendance')
  })

  it('one night counted twice (rule 19)', async () => {
    const night = await aNightRow(court, program, '2026-05-27')
    const jordan = await anAgreement(court, program)
    const place = await aPlace(court, program, night, jordan.respondentId, 'served')
    const withNight = insert
      .replace('done_on,', 'done_on, assignment_id,')
      .replace(`'2026-03-04',`, `'2026-05-27', $6,`)
    const count = () =>
      refusedByDatabase(
        withNight,
        program.id,
        newId(),
        jordan.promise('jury-service'),
        1,
        program.coordinator.accountId,
        place,
      )
    expect(await count()).toBeUndefined()
    expect(await count()).toBe('progress_one_a_night')
  })

  it('a promise kept before all of it is confirmed, and a move that is not lawful (rule 33)', async () => {
    const jordan = await anAgreement(court, program)
    await court.rows(`update obligations set status = 'verified' where id = $1`, [jordan.promise('community-service')])
    expect(
      await refusedByDatabase(
        `update obligations set status = 'satisfied' where id = $1`,
        jordan.promise('community-service'),
      ),
    ).toBe('satisfied_when_verified')
    expect(
      await refusedByDatabase(
        `update obligations set status = 'satisfied' where id = $1`,
        jordan.promise('jury-service'),
      ),
    ).toBe('only_lawful_moves')
  })

  it('another day or amount without an amendment that says so (rule 31)', async () => {
    const jordan = await anAgreement(court, program)
    const hours = jordan.promise('community-service')
    expect(await refusedByDatabase(`update obligations set due_on = '2026-06-30' where id = $1`, hours)).toBe(
      'changed_by_amendment',
    )
    expect(await refusedByDatabase('update obligations set amount = 60 where id = $1', hours)).toBe(
      'changed_by_amendment',
    )
    expect(await refusedByDatabase(`update obligations set kind = 'other' where id = $1`, hours)).toBe(
      'changed_by_amendment',
    )
  })

  it('a case completed while a promise is open (rule 42)', async () => {
    const jordan = await anAgreement(court, program)
    expect(await refusedByDatabase(`update cases set status = 'completed' where id = $1`, jordan.caseId)).toBe(
      'completed_when_kept',
    )
  })

  it('a waiver without a reason (rule 42), two obligations of one term', async () => {
    const jordan = await anAgreement(court, program)
    expect(
      await refusedByDatabase(
        `update obligations set status = 'waived' where id = $1`,
        jordan.promise('community-service'),
      ),
    ).toBe('obligations_waived_with_reason')
    const again = `insert into obligations select program_id, $2, case_id, term_id, person_id, owed_by, kind, title, amount, unit, proof, due_on, status, status_since
      from obligations where id = $1`
    expect(await refusedByDatabase(again, jordan.promise('community-service'), newId())).toBe('obligations_one_a_term')
  })
})

describe('fifty at once', () => {
  it('hand in the last of the restitution: one payment is taken, forty-nine are refused in words (rule 38)', async () => {
    const capped = await court.aProgram({ rules: starterRulebook('charlotte') })
    const jordan = await anAgreement(court, capped, [aTerm(), service, money])
    const pay = () => recordProgress(court, capped.coordinator, jordan.promise('restitution'), piece(8_000))
    const answers = await Promise.all(Array.from({ length: 50 }, pay))
    expect(answers.filter(answer => 'progressId' in answer)).toHaveLength(1)
    expect(answers.filter(answer => 'refused' in answer && answer.refused === 'more-than-ordered')).toHaveLength(49)
  })
})

describe('reminders', () => {
  const letters = (caseId: string) =>
    court.rows<{ step: string; due_on: string }>(
      `select facts ->> 'step' as step, facts ->> 'dueOn' as due_on from outbox where case_id = $1 and kind = 'promise-due' order by made_at, id`,
      [caseId],
    )

  it('go out a week and again two days before the day, once each, to the young person and the family', async () => {
    const place = { id: program.id, timeZone: 'America/New_York' }
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const remind = async (at: string) => {
      court.setClock(at)
      await remindOfPromises(court, place)
      await remindOfPromises(court, place)
    }
    await remind('2026-03-31T15:00:00Z')
    expect(await letters(jordan.caseId)).toEqual([])
    await remind('2026-04-01T15:00:00Z')
    expect(await letters(jordan.caseId)).toHaveLength(2)
    await remind('2026-04-06T15:00:00Z')
    expect((await letters(jordan.caseId)).map(row => row.step)).toEqual(['week', 'week', 'near', 'near'])
  })

  it('are not sent about what was handed in, kept or waived, and begin anew with a new day', async () => {
    const place = { id: program.id, timeZone: 'America/New_York' }
    const jordan = await anAgreement(court, program, [aTerm(), service, letter])
    const { extensionId } = given(
      await askMoreTime(court, program.coordinator, jordan.promise('apology-letter'), {
        newDueOn: '2026-04-20',
        asked: 'was ill',
      }),
    )
    court.setClock('2026-04-05T15:00:00Z')
    await remindOfPromises(court, place)
    given(
      await answerMoreTime(court, program.coordinator, extensionId, {
        answer: 'granted',
        newDueOn: null,
        reason: 'was ill',
      }),
    )
    court.setClock('2026-04-14T15:00:00Z')
    await remindOfPromises(court, place)
    expect((await letters(jordan.caseId)).map(row => row.due_on)).toEqual([
      '2026-04-08',
      '2026-04-08',
      '2026-04-20',
      '2026-04-20',
    ])
    court.setClock('2026-04-15T15:00:00Z')
    given(
      await recordProgress(court, program.coordinator, jordan.promise('apology-letter'), {
        ...piece(1),
        words: 'Sorry.',
      }),
    )
    court.setClock('2026-04-19T15:00:00Z')
    await remindOfPromises(court, place)
    expect(await letters(jordan.caseId)).toHaveLength(4)
  })
})
