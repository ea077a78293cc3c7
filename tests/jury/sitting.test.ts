/** Who sits, sits: in one room, here, a stranger to the case, and enough of them to the end. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotHere } from '#court'
import { addTerm, openDraft, propose } from '#court/dispositions'
import { checkInFamily } from '#court/hearings'
import { declareConflict } from '#court/jurors'
import { beginHearing, checkOutJuror, drawJury, juryOf, stepBack, stopHearing } from '#court/jury'
import { newId } from '#platform/ids'
import { isRefusal } from '#platform/refusal'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aProposal, aTerm, service } from '../support/dispositions.ts'
import { aHouse, type House } from '../support/house.ts'
import {
  aBegunHearing,
  addRoomTo,
  aJuror,
  aNight,
  aNightUnderWay,
  aReadyMatter,
  booked,
  doorsOpen,
  granted,
  type Heard,
  jurorsHere,
  type Matter,
  NIGHT,
  onDocket,
  someJurors,
} from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const jury = (hearingId: string) => court.db.withProgram(program.facilitator, tx => juryOf(tx, program.id, hearingId))
const begin = (hearingId: string) => beginHearing(court, program.facilitator, hearingId, { asked: true })
const statusOf = async (hearingId: string) =>
  (await court.rows<{ status: string }>('select status from hearings where id = $1', [hearingId]))[0]?.status
const placeOf = async (jurorId: string) =>
  (await court.rows<{ id: string }>('select id from assignments where juror_id = $1', [jurorId]))[0]?.id ?? ''
const conflict = (jurorId: string, { caseId }: Pick<Matter, 'caseId'>) =>
  declareConflict(court, program.coordinator, { jurorId, caseId, origin: 'coordinator' })
const refusedBy = (constraint: string) => expect.objectContaining({ constraint })
const beginBySql = (hearingId: string) =>
  court.rows(`update hearings set status = 'in_hearing', go_on_asked_at = now() where id = $1`, [hearingId])

/** Two cases of one evening, one after the other in one room or the second in a room of its own, with both families here. */
const twoCases = async (wishes: { jurors?: number; ownRoom?: boolean } = {}) => {
  const night = await aNight(court, program)
  const [one, other] = [await aReadyMatter(court, program), await aReadyMatter(court, program)]
  const roomId = wishes.ownRoom ? await addRoomTo(court, program, night, 'Room 205') : night.roomId
  const first = await onDocket(court, program, one, night)
  if (wishes.ownRoom) await onDocket(court, program, await aReadyMatter(court, program), { ...night, roomId })
  const second = await onDocket(court, program, other, { ...night, roomId })
  const jurors = await someJurors(court, program, wishes.jurors ?? 6)
  for (const juror of jurors) await booked(court, program, juror, night)
  await doorsOpen(court, program, night)
  await jurorsHere(court, program, night, jurors)
  for (const [hearingId, { respondent }] of [[first, one] as const, [second, other] as const])
    for (const personId of [respondent.personId, respondent.guardianId])
      granted(await checkInFamily(court, program.facilitator, hearingId, personId))
  return { night, first, second, one, other, jurors }
}

describe('one room, one case (rule 18)', () => {
  it('a case does not begin in a room where another one is going on, whatever the docket planned', async () => {
    const { first, second } = await twoCases()
    granted(await drawJury(court, program.facilitator, first))
    granted(await drawJury(court, program.facilitator, second))
    granted(await begin(first))
    expect(await begin(second)).toEqual({ refused: 'room-busy' })
    expect(await statusOf(second)).toBe('docketed')
    granted(await stopHearing(court, program.facilitator, first, 'no-time'))
    granted(await begin(second))
  })

  it('a case does not begin while one of its jurors still sits in another room', async () => {
    const { first, second } = await twoCases({ ownRoom: true })
    granted(await drawJury(court, program.facilitator, first))
    granted(await drawJury(court, program.facilitator, second))
    granted(await begin(first))
    expect(await begin(second)).toEqual({ refused: 'jury-elsewhere' })
    expect(await statusOf(second)).toBe('docketed')
    granted(await stopHearing(court, program.facilitator, first, 'no-time'))
    granted(await begin(second))
  })

  it('says so on the tablet before anybody tries', async () => {
    const { first, second } = await twoCases()
    granted(await drawJury(court, program.facilitator, first))
    granted(await drawJury(court, program.facilitator, second))
    granted(await begin(first))
    const tablet = await house.as(program.facilitator)
    expect((await tablet.get(`/nights/${NIGHT}/2/talk`)).text).toContain('Another case is going on in this room')
    const tried = await tablet.post(`/nights/${NIGHT}/2/talk`, { asked: 'yes' })
    expect(tried.status).toBe(409)
    expect(tried.text).toContain('Another case is going on in this room')
  })

  it('of two that begin in the same moment in one room, one begins', async () => {
    const { first, second } = await twoCases()
    granted(await drawJury(court, program.facilitator, first))
    granted(await drawJury(court, program.facilitator, second))
    const answers = await Promise.all([begin(first), begin(second)])
    expect(answers.filter(isRefusal)).toEqual([{ refused: 'room-busy' }])
  })

  it('the database keeps a room and a juror to one case, whatever the code says', async () => {
    const same = await twoCases()
    granted(await drawJury(court, program.facilitator, same.first))
    granted(await begin(same.first))
    await court.rows(`update seats set status = 'released' where hearing_id = $1`, [same.first])
    granted(await drawJury(court, program.facilitator, same.second))
    await expect(beginBySql(same.second)).rejects.toEqual(refusedBy('hearings_one_going_on_in_a_room'))
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    const apart = await twoCases({ ownRoom: true })
    granted(await drawJury(court, program.facilitator, apart.first))
    granted(await drawJury(court, program.facilitator, apart.second))
    granted(await begin(apart.first))
    await expect(beginBySql(apart.second)).rejects.toEqual(refusedBy('begins_with_free_jurors'))
  })
})

describe('going home', () => {
  it('is for one who holds no chair: on a jury that has not decided they step back first (rules 17 and 28)', async () => {
    const { hearingId } = await aNightUnderWay(court, program, { jurors: 8 })
    granted(await drawJury(court, program.facilitator, hearingId))
    const [sitting, other] = (await jury(hearingId)).seats.map(seat => seat.jurorId)
    const goesHome = async (jurorId = '') => checkOutJuror(court, program.facilitator, await placeOf(jurorId))
    expect(await goesHome(sitting)).toEqual({ refused: 'on-a-jury' })
    granted(await stepBack(court, program.facilitator, hearingId, sitting ?? ''))
    granted(await goesHome(sitting))
    granted(await begin(hearingId))
    expect(await goesHome(other)).toEqual({ refused: 'on-a-jury' })
    granted(await stopHearing(court, program.facilitator, hearingId, 'no-time'))
    granted(await goesHome(other))
    expect(await goesHome(other)).toEqual({ refused: 'not-here' })
  })

  it('says so on the tablet, and nothing is written', async () => {
    const { hearingId } = await aBegunHearing(court, program)
    const [sitting] = (await jury(hearingId)).seats
    const place = await placeOf(sitting?.jurorId ?? '')
    const tablet = await house.as(program.facilitator)
    const tried = await tablet.post(`/nights/${NIGHT}/jurors/${place}/home`)
    expect(tried.status).toBe(409)
    expect(tried.text).toContain('They step back there first')
    expect(await court.rows('select checked_out_at from assignments where id = $1', [place])).toEqual([
      { checked_out_at: null },
    ])
  })

  it('is written down while the night is under way, and by nobody of another program', async () => {
    const { night, jurors } = await aNightUnderWay(court, program)
    const place = await placeOf(jurors[0]?.jurorId ?? '')
    const stranger = await court.aProgram()
    await expect(checkOutJuror(court, stranger.facilitator, place)).rejects.toThrow(NotHere)
    await court.rows(`update nights set status = 'reconciled' where id = $1`, [night.id])
    expect(await checkOutJuror(court, program.facilitator, place)).toEqual({ refused: 'doors-closed' })
  })

  it('leaves a chair that counts for nothing, in the code and in the database (rule 17)', async () => {
    const { hearingId } = await aNightUnderWay(court, program, { jurors: 6 })
    granted(await drawJury(court, program.facilitator, hearingId))
    await court.rows(
      `update assignments set checked_out_at = now() where id in (select assignment_id from seats where hearing_id = $1 and number > 3)`,
      [hearingId],
    )
    expect(await begin(hearingId)).toEqual({ refused: 'no-quorum' })
    await expect(beginBySql(hearingId)).rejects.toEqual(refusedBy('begins_with_quorum'))
  })
})

describe('a stranger to the case, until it begins', () => {
  let heard: Heard
  let sitting: string[]
  beforeEach(async () => {
    heard = await aNightUnderWay(court, program, { jurors: 8 })
    granted(await drawJury(court, program.facilitator, heard.hearingId))
    sitting = (await jury(heard.hearingId)).seats.map(seat => seat.jurorId)
  })

  it('one who is said to know somebody after the draw steps back before it begins (rule 11)', async () => {
    await conflict(sitting[2] ?? '', heard.matter)
    expect(await begin(heard.hearingId)).toEqual({ refused: 'juror-conflict' })
    await expect(beginBySql(heard.hearingId)).rejects.toEqual(refusedBy('begins_without_conflict'))
    granted(await stepBack(court, program.facilitator, heard.hearingId, sitting[2] ?? ''))
    granted(await begin(heard.hearingId))
    expect((await jury(heard.hearingId)).seats.map(seat => seat.jurorId)).not.toContain(sitting[2])
  })

  it('the page of the jury says which seat it is, without a reason, and the talk sends there (rule 11)', async () => {
    const tablet = await house.as(program.facilitator)
    expect((await tablet.get(`/nights/${NIGHT}/1/jury`)).text).not.toContain('may not hear this case')
    await conflict(sitting[2] ?? '', heard.matter)
    const page = await tablet.get(`/nights/${NIGHT}/1/jury`)
    expect(page.text.match(/may not hear this case: please step back/g)).toHaveLength(1)
    expect((await tablet.get(`/nights/${NIGHT}/1/talk`)).text).toContain('may not hear this case')
    const tried = await tablet.post(`/nights/${NIGHT}/1/talk`, { asked: 'yes' })
    expect(tried.status).toBe(409)
    expect(tried.text).toContain('The page of the jury says who')
  })

  it('so does one of whom it is written down only now that they are family (rule 10)', async () => {
    const personId = heard.jurors.find(one => one.jurorId === sitting[0])?.personId
    await court.rows(
      `insert into kinships (program_id, id, person_id, other_id, tie, same_household, made_at) values ($1, $2, $3, $4, 'relative', 'no', now())`,
      [program.id, newId(), personId, heard.matter.respondent.guardianId],
    )
    expect(await begin(heard.hearingId)).toEqual({ refused: 'juror-conflict' })
    await expect(beginBySql(heard.hearingId)).rejects.toEqual(refusedBy('begins_with_strangers'))
    granted(await stepBack(court, program.facilitator, heard.hearingId, sitting[0] ?? ''))
    await beginBySql(heard.hearingId)
  })

  it('so do two who turn out to answer for one matter together, also where the facilitator sees no case of theirs (rule 13)', async () => {
    const ids = sitting.slice(0, 2).map(id => heard.jurors.find(one => one.jurorId === id)?.personId)
    const cases = [await aReadyMatter(court, program), await aReadyMatter(court, program)]
    for (const [at, { caseId }] of cases.entries())
      await court.rows('update cases set respondent_id = $1 where id = $2', [ids[at], caseId])
    await court.rows(
      `insert into case_links (program_id, id, case_id, other_case_id, link) values ($1, $2, $3, $4, 'co-respondent')`,
      [program.id, newId(), cases[0]?.caseId, cases[1]?.caseId],
    )
    expect(await begin(heard.hearingId)).toEqual({ refused: 'juror-conflict' })
    await expect(beginBySql(heard.hearingId)).rejects.toEqual(refusedBy('begins_with_strangers'))
    granted(await stepBack(court, program.facilitator, heard.hearingId, sitting[1] ?? ''))
    granted(await begin(heard.hearingId))
  })

  it('so does one whose person turns out to be a side of the case, in the code and in the database (rule 9)', async () => {
    const personId = heard.jurors.find(one => one.jurorId === sitting[1])?.personId
    await court.rows('update cases set harmed_id = $1 where id = $2', [personId, heard.matter.caseId])
    expect(await begin(heard.hearingId)).toEqual({ refused: 'juror-conflict' })
    await expect(beginBySql(heard.hearingId)).rejects.toEqual(refusedBy('begins_with_strangers'))
  })

  it('the database gives no chair to one with a declared conflict, nor to one who answers for the same matter (rules 11 and 13)', async () => {
    const draw = (await jury(heard.hearingId)).draw?.id
    const comes = async () => {
      const juror = await aJuror(court, program)
      const place = newId()
      await court.rows(
        `insert into assignments (program_id, id, night_id, juror_id, status, checked_in_at, made_at) values ($1, $2, $3, $4, 'checked_in', now(), now())`,
        [program.id, place, heard.night.id, juror.jurorId],
      )
      const sits = () =>
        court.rows(
          `insert into seats (program_id, id, hearing_id, draw_id, juror_id, assignment_id, number, foreperson, during, status, seated_at)
           values ($1, $2, $3, $4, $5, $6, 9, false, (select during from hearings where id = $3), 'seated', now())`,
          [program.id, newId(), heard.hearingId, draw, juror.jurorId, place],
        )
      return { ...juror, sits }
    }
    const friend = await comes()
    await conflict(friend.jurorId, heard.matter)
    await expect(friend.sits()).rejects.toEqual(refusedBy('seat_no_conflict'))
    const together = await comes()
    const accused = await aReadyMatter(court, program)
    await court.rows('update cases set respondent_id = $1 where id = $2', [together.personId, accused.caseId])
    await court.rows(
      `insert into case_links (program_id, id, case_id, other_case_id, link) values ($1, $2, $3, $4, 'co-respondent')`,
      [program.id, newId(), accused.caseId, heard.matter.caseId],
    )
    await expect(together.sits()).rejects.toEqual(refusedBy('seat_not_co_respondent'))
  })
})

describe('a jury that has begun', () => {
  const aDraftOf = async (hearingId: string): Promise<string> => {
    const { dispositionId } = granted(await openDraft(court, program.facilitator, hearingId))
    for (const term of [aTerm(), service])
      granted(await addTerm(court, program.facilitator, hearingId, { ...term, outOfRangeReason: 'as they wish' }))
    return dispositionId
  }
  const leave = async (hearingId: string, jurorIds: readonly string[]) => {
    for (const jurorId of jurorIds) granted(await stepBack(court, program.facilitator, hearingId, jurorId))
  }

  it('decides nothing once it has fallen below the quorum: the hearing is stopped (rule 28)', async () => {
    const { hearingId } = await aBegunHearing(court, program, { jurors: 6 })
    const dispositionId = await aDraftOf(hearingId)
    const sitting = (await jury(hearingId)).seats.map(seat => seat.jurorId)
    await leave(hearingId, sitting.slice(0, 3))
    expect(await propose(court, program.facilitator, dispositionId, aProposal())).toEqual({ refused: 'below-quorum' })
    const tablet = await house.as(program.facilitator)
    const tried = await tablet.post(`/nights/${NIGHT}/1/decide`, { decidedHow: 'unanimous' })
    expect(tried.status).toBe(409)
    expect(tried.text).toContain('stop the hearing')
    expect(await statusOf(hearingId)).toBe('in_hearing')
    granted(await stopHearing(court, program.facilitator, hearingId, 'quorum-lost'))
  })

  it('is still a jury when somebody steps back and the quorum is left (rule 28)', async () => {
    const { hearingId } = await aBegunHearing(court, program, { jurors: 6 })
    const dispositionId = await aDraftOf(hearingId)
    const sitting = (await jury(hearingId)).seats.map(seat => seat.jurorId)
    await leave(hearingId, sitting.slice(0, 2))
    granted(await propose(court, program.facilitator, dispositionId, aProposal()))
    expect(await court.rows('select juror_id from deciders where disposition_id = $1', [dispositionId])).toHaveLength(4)
  })

  it('either decides or is left, when the last juror of the quorum steps back in the same moment (rule 28)', async () => {
    const { hearingId } = await aBegunHearing(court, program, { jurors: 6 })
    const dispositionId = await aDraftOf(hearingId)
    const sitting = (await jury(hearingId)).seats.map(seat => seat.jurorId)
    await leave(hearingId, sitting.slice(0, 2))
    const [proposed, back] = await Promise.all([
      propose(court, program.facilitator, dispositionId, aProposal()),
      stepBack(court, program.facilitator, hearingId, sitting[2] ?? ''),
    ])
    const deciders = await court.rows('select 1 from deciders where disposition_id = $1', [dispositionId])
    if (isRefusal(proposed)) {
      expect([proposed.refused, isRefusal(back), deciders.length]).toEqual(['below-quorum', false, 0])
    } else {
      expect([back, deciders.length]).toEqual([{ refused: 'case-over' }, 4])
    }
  })

  it('waits with its decision for one who is stepping back, and no deadlock comes of it', async () => {
    const { hearingId } = await aBegunHearing(court, program, { jurors: 6 })
    const dispositionId = await aDraftOf(hearingId)
    const sitting = (await jury(hearingId)).seats.map(seat => seat.jurorId)
    await leave(hearingId, sitting.slice(0, 2))
    let proposed: Promise<unknown> = Promise.resolve()
    await court.db.withProgram(program.facilitator, async tx => {
      await tx.$client.query('select 1 from hearings where id = $1 for update', [hearingId])
      proposed = propose(court, program.facilitator, dispositionId, aProposal())
      await new Promise(resolve => {
        setTimeout(resolve, 150)
      })
      await tx.$client.query(
        `update seats set status = 'stepped_back', left_at = now() where hearing_id = $1 and juror_id = $2`,
        [hearingId, sitting[2]],
      )
    })
    expect(await proposed).toEqual({ refused: 'below-quorum' })
  })
})
