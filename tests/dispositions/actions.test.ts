import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addTerm,
  amend,
  openDraft,
  propose,
  redraft,
  refuseTerms,
  removeTerm,
  sign,
  takeEffect,
  termsOf,
} from '#court/dispositions'
import { act } from '#court'
import { starterRulebook } from '#court/programs'
import { newId } from '#platform/ids'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import {
  aDraft,
  allNames,
  aProposal,
  aProposed,
  aSigned,
  aTerm,
  given,
  letter,
  money,
  ours,
  service,
} from '../support/dispositions.ts'
import { aCaseInHearing, plant } from '../support/hearing.ts'

let court: TestCourt
let program: Program

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
})
afterAll(() => court.close())

const one = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row> => {
  const [row] = await court.rows<Row>(text, values)
  if (!row) throw new Error('no such row')
  return row
}
const dispositionRow = (id: string) =>
  one<{
    status: string
    decided_how: string
    no_jury_service_reason: string | null
    in_effect_on: string | null
    would_change: string | null
  }>('select * from dispositions where id = $1', id)
const caseStatus = async (id: string) =>
  (await one<{ status: string }>('select status from cases where id = $1', id)).status
const acts = async (caseId: string) =>
  (await court.rows<{ act: string }>('select act from register_entries where case_id = $1 order by id', [caseId])).map(
    row => row.act,
  )

/** What the database says when the code is passed by. */
const refusedByDatabase = async (text: string, ...values: unknown[]): Promise<string | undefined> => {
  try {
    await court.rows(text, values)
    return undefined
  } catch (fault) {
    return (fault as { constraint?: string }).constraint
  }
}

describe('writing down what the jury decides', () => {
  it('begins anew where a hearing was broken off: what another jury had begun to write binds nobody', async () => {
    const jordan = await aCaseInHearing(court, program)
    const earlier = { held_on: '2026-02-26', starts_at: '2026-02-26T22:30:00Z', ends_at: '2026-02-26T23:59:00Z' }
    const night = { ...earlier, place: '12 Maple Street', juror_places: 9, status: 'reconciled' }
    const nightId = await plant(court, program, 'nights', night)
    const brokenOff = await plant(court, program, 'hearings', {
      night_id: nightId,
      room_id: await plant(court, program, 'rooms', { night_id: nightId, name: 'Room 1', capacity: 4 }),
      case_id: jordan.caseId,
      position: 1,
      starts_at: earlier.starts_at,
      ends_at: earlier.ends_at,
      during: `[${earlier.starts_at},${earlier.ends_at})`,
      status: 'stopped',
    })
    const old = await plant(court, program, 'dispositions', {
      case_id: jordan.caseId,
      hearing_id: brokenOff,
      rulebook_id: program.rulebookId,
      status: 'draft',
    })
    const { dispositionId } = given(await openDraft(court, program.facilitator, jordan.hearingId))
    expect(dispositionId).not.toBe(old)
    expect((await dispositionRow(old)).status).toBe('refused')
    expect(await one('select hearing_id from dispositions where id = $1', dispositionId)).toEqual({
      hearing_id: jordan.hearingId,
    })
    expect(await acts(jordan.caseId)).toEqual(expect.arrayContaining(['draft-set-aside', 'draft-opened']))
  })

  it('opens one draft for a case in the room, under the rulebook of that day, and enters it', async () => {
    const jordan = await aCaseInHearing(court, program)
    const first = given(await openDraft(court, program.facilitator, jordan.hearingId))
    const again = given(await openDraft(court, program.facilitator, jordan.hearingId))
    expect(again).toEqual(first)
    expect(await one('select rulebook_id from dispositions where id = $1', first.dispositionId)).toEqual({
      rulebook_id: program.rulebookId,
    })
    expect(await acts(jordan.caseId)).toEqual(['draft-opened'])
  })

  it('opens none before the hearing has begun', async () => {
    const jordan = await aCaseInHearing(court, program)
    await court.rows(`update hearings set status = 'stopped' where id = $1`, [jordan.hearingId])
    expect(await openDraft(court, program.facilitator, jordan.hearingId)).toEqual({ refused: 'not-in-hearing' })
  })

  it('keeps promises of both sides in their order, each with its measure and proof (rule 26)', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service, ours])
    const rows = await court.rows(
      'select position, owed_by, kind, unit, proof from terms where disposition_id = $1 order by position',
      [jordan.dispositionId],
    )
    expect(rows).toEqual([
      { position: 1, owed_by: 'young-person', kind: 'jury-service', unit: 'session', proof: 'attendance' },
      { position: 2, owed_by: 'young-person', kind: 'community-service', unit: 'minute', proof: 'timesheet' },
      { position: 3, owed_by: 'court', kind: 'mentoring', unit: 'session', proof: 'attestation' },
    ])
  })

  it('takes a promise outside the grid only with a reason, and keeps who gave it (rule 24)', async () => {
    const jordan = await aDraft(court, program, [aTerm()])
    const many = aTerm({ kind: 'community-service', title: 'Help', amount: 30 * 60 })
    expect(await addTerm(court, program.facilitator, jordan.hearingId, many)).toEqual({ refused: 'above-range' })
    given(
      await addTerm(court, program.facilitator, jordan.hearingId, {
        ...many,
        outOfRangeReason: 'Jordan asked for more',
      }),
    )
    expect(
      await one(
        'select out_of_range_by from terms where disposition_id = $1 and kind = $2',
        jordan.dispositionId,
        'community-service',
      ),
    ).toEqual({
      out_of_range_by: program.facilitator.accountId,
    })
  })

  it('forgets a reason that was not needed', async () => {
    const jordan = await aDraft(court, program, [{ ...service, outOfRangeReason: 'not needed' }])
    expect(await one('select out_of_range_reason from terms where disposition_id = $1', jordan.dispositionId)).toEqual({
      out_of_range_reason: null,
    })
  })

  it('takes a promise off again while it is a draft', async () => {
    const jordan = await aDraft(court, program, [aTerm(), letter])
    const [, second] = await court.db.withProgram(program.facilitator, tx =>
      termsOf(tx, program.id, jordan.dispositionId),
    )
    given(await removeTerm(court, program.facilitator, jordan.dispositionId, second?.id ?? ''))
    expect(await court.rows('select kind from terms where disposition_id = $1', [jordan.dispositionId])).toEqual([
      { kind: 'jury-service' },
    ])
  })
})

describe('proposing', () => {
  it('ends the hearing, moves the case, and records the seated jurors as those who decided (rules 27 and 28)', async () => {
    const jordan = await aProposed(court, program)
    expect(await dispositionRow(jordan.dispositionId)).toMatchObject({ status: 'proposed', decided_how: 'unanimous' })
    expect(await caseStatus(jordan.caseId)).toBe('disposed')
    expect(await one('select status, ended_at from hearings where id = $1', jordan.hearingId)).toEqual({
      status: 'heard',
      ended_at: court.now(),
    })
    const deciders = await court.rows<{ juror_id: string }>('select juror_id from deciders where disposition_id = $1', [
      jordan.dispositionId,
    ])
    expect(deciders.map(row => row.juror_id).toSorted()).toEqual(jordan.jurorIds.toSorted())
    expect(await acts(jordan.caseId)).toContain('disposition-proposed')
  })

  it('records nobody who stepped back as having decided (rule 28)', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service], { jurors: 5 })
    await court.rows(`update seats set status = 'stepped_back' where hearing_id = $1 and number = 5`, [
      jordan.hearingId,
    ])
    given(await propose(court, program.facilitator, jordan.dispositionId, aProposal()))
    const deciders = await court.rows<{ juror_id: string }>('select juror_id from deciders where disposition_id = $1', [
      jordan.dispositionId,
    ])
    expect(deciders.map(row => row.juror_id).toSorted()).toEqual(jordan.jurorIds.slice(0, 4).toSorted())
  })

  it('is refused without jury service and changes nothing (rule 23)', async () => {
    const jordan = await aDraft(court, program, [service])
    const before = await acts(jordan.caseId)
    expect(await propose(court, program.facilitator, jordan.dispositionId, aProposal())).toEqual({
      refused: 'no-jury-service',
      kind: 'jury-service',
    })
    expect(await caseStatus(jordan.caseId)).toBe('in_hearing')
    expect(await acts(jordan.caseId)).toEqual(before)
  })

  it('lets jury service go for a coordinator with a reason, for nobody else, and the register counts it (rule 23)', async () => {
    const jordan = await aDraft(court, program, [service])
    const without = aProposal({ noJuryServiceReason: 'moves to another state on Monday' })
    expect(await propose(court, program.facilitator, jordan.dispositionId, without)).toEqual({
      refused: 'coordinator-only',
    })
    given(await propose(court, program.coordinator, jordan.dispositionId, without))
    expect(await dispositionRow(jordan.dispositionId)).toMatchObject({
      no_jury_service_reason: 'moves to another state on Monday',
    })
    const entry = await one<{ particulars: object }>(
      `select particulars from register_entries where case_id = $1 and act = 'disposition-proposed'`,
      jordan.caseId,
    )
    expect(entry.particulars).toMatchObject({ withoutJuryService: true })
  })

  it('is refused below the floor of service hours unless an adult says why (rule 24)', async () => {
    const jordan = await aDraft(court, program, [aTerm()])
    expect(await propose(court, program.facilitator, jordan.dispositionId, aProposal())).toMatchObject({
      refused: 'below-floor',
    })
    given(
      await propose(
        court,
        program.facilitator,
        jordan.dispositionId,
        aProposal({ belowFloorReason: 'in hospital until June' }),
      ),
    )
  })

  it('names the item that the adult decided (rule 27)', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service])
    const adult = aProposal({ decidedHow: 'adult-decided-item' })
    expect(await propose(court, program.facilitator, jordan.dispositionId, adult)).toEqual({ refused: 'item-unnamed' })
    expect(
      await propose(court, program.facilitator, jordan.dispositionId, aProposal({ decidedHow: 'consensus' })),
    ).toEqual({ refused: 'decided-otherwise' })
    given(
      await propose(court, program.facilitator, jordan.dispositionId, {
        ...adult,
        adultDecided: 'the number of hours',
      }),
    )
  })

  it('is refused when a promise is due after the day by which the source wants the case back (rule 32)', async () => {
    const jordan = await aDraft(court, program, [], { returnBy: '2026-04-30' })
    expect(await addTerm(court, program.facilitator, jordan.hearingId, service)).toEqual({ refused: 'too-late' })
    given(await addTerm(court, program.facilitator, jordan.hearingId, { ...service, dueOn: '2026-04-30' }))
  })

  it('cannot be done twice', async () => {
    const jordan = await aProposed(court, program)
    expect(await propose(court, program.facilitator, jordan.dispositionId, aProposal())).toEqual({
      refused: 'proposed-already',
    })
    expect(await openDraft(court, program.facilitator, jordan.hearingId)).toEqual({ refused: 'proposed-already' })
  })

  it('asks for no more money than the loss that is known in all matters, without an adult’s reason that is kept', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service])
    await court.rows(
      `update referrals set loss_cents = 5000 where id = (select referral_id from cases where id = $1)`,
      [jordan.caseId],
    )
    const add = (amount: number, outOfRangeReason: string | null) =>
      addTerm(court, program.facilitator, jordan.hearingId, { ...money, amount, outOfRangeReason })
    expect(await add(5_001, null)).toEqual({ refused: 'above-range' })
    const { termId } = given(await add(8_000, 'The repair cost more than was thought'))
    expect(await court.rows('select out_of_range_reason, out_of_range_by from terms where id = $1', [termId])).toEqual([
      {
        out_of_range_reason: 'The repair cost more than was thought',
        out_of_range_by: program.facilitator.accountId,
      },
    ])
    await court.rows('update terms set out_of_range_reason = null, out_of_range_by = null where id = $1', [termId])
    expect(await propose(court, program.facilitator, jordan.dispositionId, aProposal())).toMatchObject({
      refused: 'above-range',
      kind: 'restitution',
    })
  })

  it('is under the rules of the law’s caps as they are in Cumberland (rule 25)', async () => {
    const capped = await court.aProgram({ rules: starterRulebook('cumberland') })
    const jordan = await aDraft(court, capped, [])
    const asked = { outOfRangeReason: 'Jordan wants to' }
    expect(await addTerm(court, capped.facilitator, jordan.hearingId, { ...money, amount: 30_001, ...asked })).toEqual({
      refused: 'above-cap',
    })
  })
})

describe('signing (rule 29)', () => {
  it('takes the names of the young person, a guardian and the adult, and keeps what the young person would change', async () => {
    const jordan = await aProposed(court, program)
    const answer = given(
      await sign(
        court,
        program.facilitator,
        jordan.dispositionId,
        allNames(jordan, { wouldChange: 'A later day for the letter' }),
      ),
    )
    expect(answer).toEqual({ missing: [] })
    expect(
      await court.rows('select signer, typed_name from signatures where disposition_id = $1 order by signer', [
        jordan.dispositionId,
      ]),
    ).toEqual([
      { signer: 'facilitator', typed_name: 'Marcus Lee' },
      { signer: 'guardian', typed_name: 'Rosa Tate' },
      { signer: 'respondent', typed_name: 'Jordan Tate' },
    ])
    expect(await dispositionRow(jordan.dispositionId)).toMatchObject({ would_change: 'A later day for the letter' })
  })

  it('says who is still missing, and takes the missing name later on paper', async () => {
    const jordan = await aProposed(court, program)
    const first = given(
      await sign(
        court,
        program.facilitator,
        jordan.dispositionId,
        allNames(jordan, { guardianName: null, guardianId: null }),
      ),
    )
    expect(first).toEqual({ missing: ['guardian'] })
    const later = allNames(jordan, { canDo: null, respondentName: null, facilitatorName: null, how: 'paper' })
    expect(given(await sign(court, program.coordinator, jordan.dispositionId, later))).toEqual({ missing: [] })
  })

  it('needs no guardian for one who is 18', async () => {
    const jordan = await aProposed(court, program, undefined, { birthDate: '2008-03-04' })
    const alone = allNames(jordan, { guardianName: null, guardianId: null })
    expect(given(await sign(court, program.facilitator, jordan.dispositionId, alone))).toEqual({ missing: [] })
  })

  it('needs the judge where the rulebook says so', async () => {
    const book = starterRulebook('charlotte')
    const judged = await court.aProgram({ rules: { ...book, powers: { ...book.powers, judgeConfirms: true } } })
    const jordan = await aProposed(court, judged)
    expect(given(await sign(court, judged.facilitator, jordan.dispositionId, allNames(jordan)))).toEqual({
      missing: ['judge'],
    })
  })

  it('is not asked of one who is not sure, and takes no stranger for a guardian', async () => {
    const jordan = await aProposed(court, program)
    expect(await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan, { canDo: 'no' }))).toEqual({
      refused: 'not-sure',
    })
    expect(
      await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan, { guardianId: newId() })),
    ).toEqual({ refused: 'not-a-guardian' })
    expect(await court.rows('select 1 from signatures where disposition_id = $1', [jordan.dispositionId])).toEqual([])
  })

  it('takes each name once', async () => {
    const jordan = await aSigned(court, program)
    expect(await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan))).toEqual({
      refused: 'signed-already',
    })
  })
})

describe('when the family does not agree', () => {
  it('the case is withdrawn and the terms count for nothing', async () => {
    const jordan = await aProposed(court, program)
    given(await refuseTerms(court, program.facilitator, jordan.dispositionId))
    expect(await caseStatus(jordan.caseId)).toBe('withdrawn')
    expect(await one('select return_reason from cases where id = $1', jordan.caseId)).toEqual({
      return_reason: 'terms-refused',
    })
    expect((await dispositionRow(jordan.dispositionId)).status).toBe('refused')
  })

  it('may refuse while the jury is still writing: the hearing ends', async () => {
    const jordan = await aDraft(court, program, [aTerm()])
    given(await refuseTerms(court, program.facilitator, jordan.dispositionId))
    expect(await caseStatus(jordan.caseId)).toBe('withdrawn')
    expect(await one('select status, ended_at from hearings where id = $1', jordan.hearingId)).toEqual({
      status: 'heard',
      ended_at: court.now(),
    })
  })

  it('the jury goes back to the table with the same draft, and proposes again', async () => {
    const jordan = await aProposed(court, program)
    expect(given(await redraft(court, program.facilitator, jordan.dispositionId))).toEqual({
      dispositionId: jordan.dispositionId,
    })
    given(await addTerm(court, program.facilitator, jordan.hearingId, letter))
    given(await propose(court, program.facilitator, jordan.dispositionId, aProposal()))
    expect(await caseStatus(jordan.caseId)).toBe('disposed')
  })

  it('the jury that goes back to the table is the one that heard the case, also where some have gone home since (rule 28)', async () => {
    const jordan = await aProposed(court, program)
    await court.rows('update assignments set checked_out_at = $2 where juror_id = any($1)', [
      jordan.jurorIds,
      court.now(),
    ])
    given(await redraft(court, program.facilitator, jordan.dispositionId))
    given(await propose(court, program.facilitator, jordan.dispositionId, aProposal()))
    expect(await court.rows('select 1 from deciders where disposition_id = $1', [jordan.dispositionId])).toHaveLength(4)
  })

  it('what somebody had signed stays as it was signed: the terms are copied into a new draft that nobody has signed', async () => {
    const jordan = await aSigned(court, program)
    const { dispositionId } = given(await redraft(court, program.facilitator, jordan.dispositionId))
    expect(dispositionId).not.toBe(jordan.dispositionId)
    const copied = await court.db.withProgram(program.facilitator, tx => termsOf(tx, program.id, dispositionId))
    expect(copied.map(term => term.kind)).toEqual(['jury-service', 'community-service', 'mentoring'])
    given(await propose(court, program.facilitator, dispositionId, aProposal()))
    expect(
      await act(court, program.facilitator, tx => takeEffect(court, tx, program.facilitator, dispositionId)),
    ).toEqual({ refused: 'not-signed' })
  })
})

describe('a disposition in effect', () => {
  it('takes effect only when every name stands under it (rule 29)', async () => {
    const jordan = await aProposed(court, program)
    expect(
      await act(court, program.facilitator, tx => takeEffect(court, tx, program.facilitator, jordan.dispositionId)),
    ).toEqual({ refused: 'not-signed' })
    given(await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan)))
    given(await act(court, program.facilitator, tx => takeEffect(court, tx, program.facilitator, jordan.dispositionId)))
    expect(await dispositionRow(jordan.dispositionId)).toMatchObject({
      status: 'in_effect',
      in_effect_on: '2026-03-04',
    })
  })

  it('is changed by amendment only: dated, with its reason and by a coordinator (rule 31)', async () => {
    const jordan = await aSigned(court, program)
    given(await act(court, program.facilitator, tx => takeEffect(court, tx, program.facilitator, jordan.dispositionId)))
    const [term] = await court.db.withProgram(program.coordinator, tx => termsOf(tx, program.id, jordan.dispositionId))
    const change = {
      termId: term?.id ?? '',
      field: 'due-on' as const,
      before: '2026-05-29',
      after: '2026-06-05',
      reason: 'school trip',
    }
    await expect(act(court, program.facilitator, tx => amend(court, tx, program.facilitator, change))).rejects.toThrow(
      'not here',
    )
    await act(court, program.coordinator, tx => amend(court, tx, program.coordinator, change))
    expect(
      await one(
        'select field, before, after, reason, made_at from amendments where disposition_id = $1',
        jordan.dispositionId,
      ),
    ).toEqual({
      field: 'due-on',
      before: '2026-05-29',
      after: '2026-06-05',
      reason: 'school trip',
      made_at: court.now(),
    })
  })
})

describe('what the database itself refuses', () => {
  it('a proposal without jury service, whatever the code says (rule 23)', async () => {
    const jordan = await aDraft(court, program, [service])
    await plant(court, program, 'deciders', {
      disposition_id: jordan.dispositionId,
      hearing_id: jordan.hearingId,
      juror_id: jordan.jurorIds[0],
    })
    const bypass = `update dispositions set status = 'proposed', decided_how = 'unanimous', proposed_at = now() where id = $1`
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('jury_service_always')
  })

  it('a proposal that nobody decided, or that one decided who had stepped back (rule 28)', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service])
    const bypass = `update dispositions set status = 'proposed', decided_how = 'unanimous', proposed_at = now() where id = $1`
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('decided_by_jurors')
    await plant(court, program, 'deciders', {
      disposition_id: jordan.dispositionId,
      hearing_id: jordan.hearingId,
      juror_id: jordan.jurorIds[0],
    })
    await court.rows(`update seats set status = 'stepped_back' where hearing_id = $1 and number = 1`, [
      jordan.hearingId,
    ])
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('decided_by_jurors')
  })

  it('a proposal by one who was let go with an earlier draw, or who had gone home (rule 28)', async () => {
    const bypass = `update dispositions set status = 'proposed', decided_how = 'unanimous', proposed_at = now() where id = $1`
    const decided = async (undone: (jordan: Awaited<ReturnType<typeof aDraft>>) => Promise<unknown>) => {
      const jordan = await aDraft(court, program, [aTerm(), service], { jurors: 5 })
      for (const jurorId of jordan.jurorIds)
        await plant(court, program, 'deciders', {
          disposition_id: jordan.dispositionId,
          hearing_id: jordan.hearingId,
          juror_id: jurorId,
        })
      await undone(jordan)
      return refusedByDatabase(bypass, jordan.dispositionId)
    }
    const letGo = `update seats set status = 'released' where hearing_id = $1 and number = 5`
    expect(await decided(({ hearingId }) => court.rows(letGo, [hearingId]))).toBe('decided_by_jurors')
    const home = 'update assignments set checked_out_at = now() where juror_id = $1'
    expect(await decided(({ jurorIds }) => court.rows(home, [jurorIds[4]]))).toBe('decided_by_jurors')
    expect(await decided(async () => undefined)).toBeUndefined()
  })

  it('a proposal by fewer than the quorum (rules 17 and 28)', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service])
    for (const jurorId of jordan.jurorIds.slice(0, 3))
      await plant(court, program, 'deciders', {
        disposition_id: jordan.dispositionId,
        hearing_id: jordan.hearingId,
        juror_id: jurorId,
      })
    const bypass = `update dispositions set status = 'proposed', decided_how = 'unanimous', proposed_at = now() where id = $1`
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('decided_by_quorum')
  })

  it('a decision by somebody who had no chair (rule 28)', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service])
    const other = await aDraft(court, program, [aTerm()])
    const stranger = `insert into deciders (program_id, id, disposition_id, hearing_id, juror_id) values ($1, $2, $3, $4, $5)`
    expect(
      await refusedByDatabase(stranger, program.id, newId(), jordan.dispositionId, jordan.hearingId, other.jurorIds[0]),
    ).toBe('deciders_seat')
  })

  it('more than the law allows, even with a reason (rule 25)', async () => {
    const capped = await court.aProgram({ rules: starterRulebook('cumberland') })
    const jordan = await aDraft(court, capped, [aTerm(), { ...service, dueOn: '2026-05-20' }])
    await court.rows(`update terms set amount = 21 * 60 where disposition_id = $1 and kind = 'community-service'`, [
      jordan.dispositionId,
    ])
    await plant(court, capped, 'deciders', {
      disposition_id: jordan.dispositionId,
      hearing_id: jordan.hearingId,
      juror_id: jordan.jurorIds[0],
    })
    const bypass = `update dispositions set status = 'proposed', decided_how = 'unanimous', proposed_at = now() where id = $1`
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('within_caps')
  })

  it('more money than the known loss without a reason', async () => {
    const jordan = await aDraft(court, program, [aTerm(), service, money])
    await court.rows(
      `update referrals set loss_cents = 5000 where id = (select referral_id from cases where id = $1)`,
      [jordan.caseId],
    )
    const bypass = `update dispositions set status = 'proposed', decided_how = 'unanimous', proposed_at = now() where id = $1`
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('within_known_loss')
  })

  it('effect without signatures, and on names that stood under something else (rule 29)', async () => {
    const jordan = await aProposed(court, program)
    const bypass = `update dispositions set status = 'in_effect', in_effect_on = '2026-03-04' where id = $1`
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('signed_before_effect')
    given(await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan)))
    await court.rows(`update dispositions set proposed_at = proposed_at + interval '1 minute' where id = $1`, [
      jordan.dispositionId,
    ])
    expect(await refusedByDatabase(bypass, jordan.dispositionId)).toBe('signed_before_effect')
  })

  it('a changed or added promise once it is proposed, and any change once it is in effect (rule 31)', async () => {
    const jordan = await aSigned(court, program)
    expect(await refusedByDatabase('update terms set amount = 1 where disposition_id = $1', jordan.dispositionId)).toBe(
      'terms_stay',
    )
    expect(await refusedByDatabase('delete from terms where disposition_id = $1', jordan.dispositionId)).toBe(
      'terms_stay',
    )
    given(await act(court, program.facilitator, tx => takeEffect(court, tx, program.facilitator, jordan.dispositionId)))
    expect(
      await refusedByDatabase('update dispositions set reasons = $2 where id = $1', jordan.dispositionId, 'other'),
    ).toBe('disposition_stays')
    expect(await refusedByDatabase('delete from signatures where disposition_id = $1', jordan.dispositionId)).toBe(
      'never_changed',
    )
  })

  it('a second live disposition of one case', async () => {
    const jordan = await aProposed(court, program)
    const second = `insert into dispositions (program_id, id, case_id, hearing_id, rulebook_id, status) values ($1, $2, $3, $4, $5, 'draft')`
    expect(
      await refusedByDatabase(second, program.id, newId(), jordan.caseId, jordan.hearingId, program.rulebookId),
    ).toBe('dispositions_one_live')
  })
})
