import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotHere } from '#court'
import { checkInFamily, checkInJuror, excuseGuardian, openNight } from '#court/hearings'
import { declareConflict } from '#court/jurors'
import {
  beginHearing,
  drawJury,
  juryOf,
  missHearing,
  resetHearing,
  seatNext,
  stepBack,
  stopHearing,
  withdrawInHearing,
} from '#court/jury'
import { byLot } from '#platform/lot'
import { newId } from '#platform/ids'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import {
  aBegunHearing,
  addRoomTo,
  aJuror,
  aNight,
  aNightUnderWay,
  aReadyMatter,
  booked,
  DOORS_OPEN,
  doorsOpen,
  granted,
  type Heard,
  jurorsHere,
  onDocket,
  someJurors,
} from '../support/night.ts'

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

const jury = (hearingId: string) => court.db.withProgram(program.facilitator, tx => juryOf(tx, program.id, hearingId))
const caseStatus = async (caseId: string) =>
  (await court.rows<{ status: string }>('select status from cases where id = $1', [caseId]))[0]?.status
const hearingOf = async (id: string) =>
  (await court.rows<Record<string, unknown>>('select * from hearings where id = $1', [id]))[0]
const placeOf = async (jurorId: string) =>
  (await court.rows<{ status: string }>('select status from assignments where juror_id = $1', [jurorId]))[0]?.status
const acts = async (what: string) =>
  await court.rows<{ particulars: Record<string, unknown>; role: string }>(
    'select particulars, role from register_entries where program_id = $1 and act = $2',
    [program.id, what],
  )

describe('drawing a jury', () => {
  it('seats six of those who are here, names a foreperson, and lets the others follow in the order of the lot', async () => {
    const { hearingId, jurors } = await aNightUnderWay(court, program, { jurors: 9 })
    const drawn = granted(await drawJury(court, program.facilitator, hearingId))
    const { seats, alternates, next, draw } = await jury(hearingId)
    expect(seats.map(seat => seat.jurorId)).toEqual(drawn.seated)
    expect(seats.map(seat => seat.number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(seats.filter(seat => seat.foreperson)).toHaveLength(1)
    expect(seats[0]?.foreperson).toBe(true)
    expect(alternates.map(one => one.place)).toEqual([7, 8, 9])
    expect(next?.place).toBe(7)
    expect(draw).toMatchObject({ number: 1, method: 'sha256-fisher-yates-1', poolSize: 9 })
    expect(
      byLot(
        jurors.map(juror => juror.jurorId),
        draw?.seed ?? '',
      ),
    ).toEqual([...drawn.seated, ...drawn.alternates])
    expect(await placeOf(drawn.seated[0] ?? '')).toBe('seated')
    expect(await placeOf(drawn.alternates[0] ?? '')).toBe('checked_in')
  })

  it('is entered in the register with its seed, and by the one who drew', async () => {
    const { hearingId } = await aNightUnderWay(court, program)
    await drawJury(court, program.facilitator, hearingId)
    const [entry] = await acts('jury-drawn')
    expect(entry?.role).toBe('facilitator')
    expect(entry?.particulars).toMatchObject({
      number: 1,
      method: 'sha256-fisher-yates-1',
      pool: 8,
      sameSchoolToo: false,
    })
    expect(entry?.particulars.seed).toMatch(/a known seed/)
  })

  it('keeps every reason of everyone who is not in the lot (rules 9 to 16)', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program, { school: 'Maple High' })
    const hearingId = await onDocket(court, program, matter, night)
    const peers = await someJurors(court, program, 4)
    const unready = await aJuror(court, program, { prepared: [], school: 'Maple High' })
    const old = await aJuror(court, program, { birthDate: '2008-03-19' })
    const unborn = await aJuror(court, program, { birthDate: null })
    const sibling = await aJuror(court, program)
    await court.rows(
      `insert into kinships (program_id, id, person_id, other_id, tie, same_household, made_at) values ($1, $2, $3, $4, 'guardian', 'yes', now())`,
      [program.id, newId(), sibling.personId, matter.respondent.guardianId],
    )
    const friend = await aJuror(court, program)
    await declareConflict(court, program.coordinator, {
      jurorId: friend.jurorId,
      caseId: matter.caseId,
      origin: 'juror',
    })
    const accused = await aReadyMatter(court, program)
    const together = await aJuror(court, program)
    await court.rows('update cases set respondent_id = $1 where id = $2', [together.personId, accused.caseId])
    await court.rows(
      `insert into case_links (program_id, id, case_id, other_case_id, link) values ($1, $2, $3, $4, 'co-respondent')`,
      [program.id, newId(), accused.caseId, matter.caseId],
    )
    const absent = await aJuror(court, program)
    const here = [...peers, unready, old, unborn, sibling, friend, together]
    for (const juror of [...here, absent]) await booked(court, program, juror, night)
    await doorsOpen(court, program, night)
    await jurorsHere(court, program, night, here)
    const drawn = granted(await drawJury(court, program.facilitator, hearingId))
    expect([...drawn.seated].toSorted()).toEqual(peers.map(one => one.jurorId).toSorted())
    const { excluded } = await jury(hearingId)
    const reasons = new Map(excluded.map(one => [one.jurorId, one.reasons]))
    expect(reasons.get(unready.jurorId)).toEqual(['same-school', 'not-trained', 'no-oath', 'no-guardian-approval'])
    expect(reasons.get(old.jurorId)).toEqual(['out-of-age-band'])
    expect(reasons.get(unborn.jurorId)).toEqual(['age-unknown'])
    expect(reasons.get(sibling.jurorId)).toEqual(['household', 'relative'])
    expect(reasons.get(friend.jurorId)).toEqual(['knows-someone'])
    expect(reasons.get(together.jurorId)).toEqual(['co-respondent'])
    expect(reasons.get(absent.jurorId)).toEqual(['not-here'])
  })

  it('is refused with fewer than a quorum, and nothing is drawn (rule 17)', async () => {
    const { hearingId } = await aNightUnderWay(court, program, { jurors: 3 })
    expect(await drawJury(court, program.facilitator, hearingId)).toEqual({ refused: 'too-few' })
    expect((await jury(hearingId)).draw).toBeNull()
    expect(await acts('jury-drawn')).toEqual([])
  })

  it('is done again only with a reason; the first jury is let go and the first draw stays in the books', async () => {
    const { hearingId, jurors } = await aNightUnderWay(court, program, { jurors: 7 })
    granted(await drawJury(court, program.facilitator, hearingId))
    expect(await drawJury(court, program.facilitator, hearingId)).toEqual({ refused: 'reason-needed' })
    const again = granted(await drawJury(court, program.facilitator, hearingId, { reason: 'The list was wrong.' }))
    expect(again.number).toBe(2)
    const draws = await court.rows<{ number: number; reason: string | null }>(
      'select number, reason from draws where hearing_id = $1 order by number',
      [hearingId],
    )
    expect(draws).toEqual([
      { number: 1, reason: null },
      { number: 2, reason: 'The list was wrong.' },
    ])
    const { seats } = await jury(hearingId)
    expect(seats.map(seat => seat.jurorId)).toEqual(again.seated)
    const left = jurors.find(juror => !again.seated.includes(juror.jurorId))
    expect(await placeOf(left?.jurorId ?? '')).toBe('checked_in')
  })

  it('lets in the respondent’s own school only when the coordinator says why (rule 12)', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program, { school: 'Maple High' })
    const hearingId = await onDocket(court, program, matter, night)
    const jurors = [
      ...(await someJurors(court, program, 2, { school: 'Oak School' })),
      ...(await someJurors(court, program, 3, { school: 'Maple High' })),
    ]
    for (const juror of jurors) await booked(court, program, juror, night)
    await doorsOpen(court, program, night)
    await jurorsHere(court, program, night, jurors)
    expect(await drawJury(court, program.facilitator, hearingId)).toEqual({ refused: 'too-few' })
    const wish = { sameSchoolToo: true, reason: 'Only two from elsewhere came.' }
    expect(await drawJury(court, program.facilitator, hearingId, wish)).toEqual({ refused: 'coordinator-decides' })
    expect(granted(await drawJury(court, program.coordinator, hearingId, wish)).seated).toHaveLength(5)
    expect((await jury(hearingId)).draw?.reason).toBe('Only two from elsewhere came.')
  })

  it('never draws somebody who sits in another room at that time (rule 18)', async () => {
    const night = await aNight(court, program)
    const roomId = await addRoomTo(court, program, night, 'Room 205')
    const hearingId = await onDocket(court, program, await aReadyMatter(court, program), night)
    const otherHearing = await onDocket(court, program, await aReadyMatter(court, program), { ...night, roomId })
    const jurors = await someJurors(court, program, 11)
    for (const juror of jurors) await booked(court, program, juror, night)
    await doorsOpen(court, program, night)
    await jurorsHere(court, program, night, jurors)
    const first = granted(await drawJury(court, program.facilitator, hearingId))
    const second = granted(await drawJury(court, program.facilitator, otherHearing))
    expect(second.seated.filter(id => first.seated.includes(id))).toEqual([])
    expect(second.seated).toHaveLength(5)
    const { excluded } = await jury(otherHearing)
    const busy = excluded.filter(one => one.reasons.includes('in-another-room')).map(one => one.jurorId)
    expect(busy.toSorted()).toEqual(first.seated.toSorted())
  })

  it('gives each juror to one room only when two rooms draw in the same moment (rule 18)', async () => {
    const night = await aNight(court, program)
    const roomId = await addRoomTo(court, program, night, 'Room 205')
    const hearingId = await onDocket(court, program, await aReadyMatter(court, program), night)
    const otherHearing = await onDocket(court, program, await aReadyMatter(court, program), { ...night, roomId })
    const jurors = await someJurors(court, program, 12)
    for (const juror of jurors) await booked(court, program, juror, night)
    await doorsOpen(court, program, night)
    await jurorsHere(court, program, night, jurors)
    const both = await Promise.all([hearingId, otherHearing].map(id => drawJury(court, program.facilitator, id)))
    const seated = both.flatMap(drawn => granted(drawn).seated)
    expect(new Set(seated).size).toBe(12)
  })

  it('is no business of a facilitator before the day of the night, and of nobody in another program', async () => {
    const night = await aNight(court, program)
    const hearingId = await onDocket(court, program, await aReadyMatter(court, program), night)
    const stranger = await court.aProgram()
    await expect(drawJury(court, stranger.coordinator, hearingId)).rejects.toThrow(NotHere)
    await expect(drawJury(court, program.facilitator, hearingId)).rejects.toThrow(NotHere)
    court.setClock(DOORS_OPEN)
    expect(await drawJury(court, program.facilitator, hearingId)).toEqual({ refused: 'doors-closed' })
  })
})

describe('stepping back', () => {
  it('asks for no reason and keeps none; the next in the draw takes the seat in the same act (rule 11)', async () => {
    const { hearingId, matter } = await aNightUnderWay(court, program, { jurors: 8 })
    const drawn = granted(await drawJury(court, program.facilitator, hearingId))
    const leaving = drawn.seated[2] ?? ''
    const back = granted(await stepBack(court, program.facilitator, hearingId, leaving))
    expect(back.seatedInstead).toBe(drawn.alternates[0])
    const { seats, steppedBack, next } = await jury(hearingId)
    expect(seats.map(seat => seat.jurorId)).toContain(drawn.alternates[0])
    expect(seats.map(seat => seat.number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(steppedBack.map(one => one.jurorId)).toEqual([leaving])
    expect(next?.jurorId).toBe(drawn.alternates[1])
    expect(await court.rows('select origin from conflicts where case_id = $1', [matter.caseId])).toEqual([
      { origin: 'juror' },
    ])
    expect(await placeOf(leaving)).toBe('excused_conflict')
    expect((await acts('juror-stepped-back'))[0]?.particulars).toEqual({
      juror: leaving,
      instead: drawn.alternates[0],
      origin: 'juror',
    })
  })

  it('passes the lead to the next in the lot when it was the foreperson', async () => {
    const { hearingId } = await aNightUnderWay(court, program, { jurors: 8 })
    const drawn = granted(await drawJury(court, program.facilitator, hearingId))
    await stepBack(court, program.facilitator, hearingId, drawn.seated[0] ?? '')
    const { seats } = await jury(hearingId)
    expect(seats.filter(seat => seat.foreperson).map(seat => seat.jurorId)).toEqual([drawn.seated[1]])
  })

  it('is what happens when the family objects, and such a juror is not drawn for them again (rule 14)', async () => {
    const { hearingId, matter } = await aNightUnderWay(court, program, { jurors: 8 })
    const drawn = granted(await drawJury(court, program.facilitator, hearingId))
    await stepBack(court, program.facilitator, hearingId, drawn.seated[1] ?? '', 'family')
    expect(await court.rows('select origin from conflicts where case_id = $1', [matter.caseId])).toEqual([
      { origin: 'family' },
    ])
    const again = granted(await drawJury(court, program.facilitator, hearingId, { reason: 'Once more.' }))
    expect([...again.seated, ...again.alternates]).not.toContain(drawn.seated[1])
    expect((await jury(hearingId)).excluded.find(one => one.jurorId === drawn.seated[1])?.reasons).toEqual([
      'family-objects',
    ])
  })

  it('leaves the seat open once the case has begun: nobody joins who has not heard all of it (rule 18)', async () => {
    const { hearingId, jurors } = await aBegunHearing(court, program, { jurors: 8 })
    const before = await jury(hearingId)
    const back = granted(await stepBack(court, program.facilitator, hearingId, before.seats[0]?.jurorId ?? ''))
    expect(back.seatedInstead).toBeNull()
    expect((await jury(hearingId)).seats).toHaveLength(5)
    expect(await seatNext(court, program.facilitator, hearingId)).toEqual({ refused: 'case-begun' })
    expect(await drawJury(court, program.facilitator, hearingId, { reason: 'late' })).toEqual({ refused: 'case-begun' })
    expect(jurors).toHaveLength(8)
  })

  it('leaves a seat open where nobody follows, until somebody in the lot is free again', async () => {
    const { hearingId } = await aNightUnderWay(court, program, { jurors: 7 })
    const drawn = granted(await drawJury(court, program.facilitator, hearingId))
    await court.rows('update assignments set checked_out_at = now() where juror_id = $1', [drawn.alternates[0]])
    expect(
      granted(await stepBack(court, program.facilitator, hearingId, drawn.seated[3] ?? '')).seatedInstead,
    ).toBeNull()
    expect(await seatNext(court, program.facilitator, hearingId)).toEqual({ refused: 'nobody-next' })
    await court.rows('update assignments set checked_out_at = null where juror_id = $1', [drawn.alternates[0]])
    expect(await seatNext(court, program.facilitator, hearingId)).toEqual({ seated: drawn.alternates[0] })
    expect(await seatNext(court, program.facilitator, hearingId)).toEqual({ refused: 'no-chair' })
  })
})

describe('beginning a case', () => {
  it('is refused in words for each thing that is missing, and then begins (rules 15, 17 and 21)', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    const hearingId = await onDocket(court, program, matter, night)
    const jurors = await someJurors(court, program, 6)
    for (const juror of jurors) await booked(court, program, juror, night)
    const begin = (asked = true) => beginHearing(court, program.facilitator, hearingId, { asked })
    court.setClock(DOORS_OPEN)
    expect(await begin()).toEqual({ refused: 'doors-closed' })
    await doorsOpen(court, program, night)
    expect(await begin()).toEqual({ refused: 'young-person-missing' })
    granted(await checkInFamily(court, program.facilitator, hearingId, matter.respondent.personId))
    expect(await begin()).toEqual({ refused: 'guardian-missing' })
    granted(await excuseGuardian(court, program.facilitator, hearingId, 'Works the night shift; reached by phone.'))
    expect(await begin()).toEqual({ refused: 'no-quorum' })
    for (const juror of jurors) {
      const [place] = await court.rows<{ id: string }>('select id from assignments where juror_id = $1', [
        juror.jurorId,
      ])
      granted(await checkInJuror(court, program.facilitator, place?.id ?? '', { oath: juror !== jurors[0] }))
    }
    granted(await drawJury(court, program.facilitator, hearingId))
    expect(await begin()).toEqual({ refused: 'not-sworn' })
    await court.rows('update assignments set oath_at = now() where oath_at is null')
    expect(await begin(false)).toEqual({ refused: 'family-not-asked' })
    granted(await begin())
    expect(await caseStatus(matter.caseId)).toBe('in_hearing')
    expect(await hearingOf(hearingId)).toMatchObject({
      status: 'in_hearing',
      begun_at: court.now(),
      go_on_asked_at: court.now(),
    })
    expect(await court.rows('select status from nights where id = $1', [night.id])).toEqual([{ status: 'in_progress' }])
    expect(await begin()).toEqual({ refused: 'case-begun' })
    expect(await acts('case-begin')).toHaveLength(1)
  })

  it('needs no guardian for somebody of age (rule 21)', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program, { birthDate: '2008-03-01' })
    const hearingId = await onDocket(court, program, matter, night)
    const jurors = await someJurors(court, program, 5, { birthDate: '2009-06-01' })
    for (const juror of jurors) await booked(court, program, juror, night)
    await doorsOpen(court, program, night)
    await jurorsHere(court, program, night, jurors)
    granted(await checkInFamily(court, program.facilitator, hearingId, matter.respondent.personId))
    granted(await drawJury(court, program.facilitator, hearingId))
    granted(await beginHearing(court, program.facilitator, hearingId, { asked: true }))
    expect(await caseStatus(matter.caseId)).toBe('in_hearing')
  })
})

describe('a case that does not go on', () => {
  it('is broken off with a reason; the jury is let go and the evening counts for them', async () => {
    const { hearingId, matter } = await aBegunHearing(court, program)
    const seated = (await jury(hearingId)).seats.map(seat => seat.jurorId)
    granted(await stopHearing(court, program.facilitator, hearingId, 'quorum-lost'))
    expect(await caseStatus(matter.caseId)).toBe('ready')
    expect(await hearingOf(hearingId)).toMatchObject({ status: 'stopped', end_reason: 'quorum-lost' })
    expect((await jury(hearingId)).seats).toEqual([])
    expect(await placeOf(seated[0] ?? '')).toBe('seated')
    expect(await stopHearing(court, program.facilitator, hearingId, 'other')).toEqual({ refused: 'not-now' })
  })

  it('ends when the family does not want to go on, before the hearing or in it (rule 3)', async () => {
    const before = await aNightUnderWay(court, program)
    granted(await drawJury(court, program.facilitator, before.hearingId))
    granted(await withdrawInHearing(court, program.facilitator, before.hearingId))
    expect(await caseStatus(before.matter.caseId)).toBe('withdrawn')
    expect(await hearingOf(before.hearingId)).toMatchObject({ status: 'reset', end_reason: 'family-withdrew' })
    expect((await jury(before.hearingId)).seats).toEqual([])
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    const during = await aBegunHearing(court, program)
    granted(await withdrawInHearing(court, program.facilitator, during.hearingId))
    expect(await caseStatus(during.matter.caseId)).toBe('withdrawn')
    expect(await hearingOf(during.hearingId)).toMatchObject({ status: 'stopped' })
  })

  it('waits for another night when the young person did not come, and is talked over when it happens again', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    const hearingId = await onDocket(court, program, matter, night)
    court.setClock(DOORS_OPEN)
    expect(await missHearing(court, program.facilitator, hearingId)).toEqual({ refused: 'doors-closed' })
    await doorsOpen(court, program, night)
    expect(await missHearing(court, program.facilitator, hearingId)).toEqual({ next: 'reset' })
    expect(await court.rows('select status, missed_hearings from cases where id = $1', [matter.caseId])).toEqual([
      { status: 'ready', missed_hearings: 1 },
    ])
    court.setClock(STOPPED_AT)
    const later = await aNight(court, program, { day: '2026-03-26' })
    const second = await onDocket(court, program, matter, later)
    court.setClock('2026-03-26T22:00:00Z')
    granted(await openNight(court, program.facilitator, later.id))
    expect(await missHearing(court, program.facilitator, second)).toEqual({ next: 'review' })
    expect(await caseStatus(matter.caseId)).toBe('noncompliance_review')
  })

  it('leaves its time free when the case has left the program by another road, so that the night can be settled', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    const hearingId = await onDocket(court, program, matter, night)
    await court.rows(`update cases set status = 'withdrawn' where id = $1`, [matter.caseId])
    await doorsOpen(court, program, night)
    expect(await missHearing(court, program.facilitator, hearingId)).toEqual({ next: 'left' })
    expect(await hearingOf(hearingId)).toMatchObject({ status: 'reset', end_reason: 'family-withdrew' })
    expect(await caseStatus(matter.caseId)).toBe('withdrawn')
  })

  it('takes back the letters that were not sent yet when a case is taken off', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    const hearingId = await onDocket(court, program, matter, night)
    granted(await resetHearing(court, program.coordinator, hearingId, 'family-asked'))
    const waiting = await court.rows('select 1 from outbox where case_id = $1 and voided_at is null', [matter.caseId])
    expect(waiting).toEqual([])
  })

  it('is not missed by somebody who is checked in', async () => {
    const { hearingId } = await aNightUnderWay(court, program)
    expect(await missHearing(court, program.facilitator, hearingId)).toEqual({ refused: 'they-came' })
  })

  it('is taken off the docket with a reason, and its jury is here again', async () => {
    const { hearingId, matter } = await aNightUnderWay(court, program)
    const drawn = granted(await drawJury(court, program.facilitator, hearingId))
    granted(await resetHearing(court, program.coordinator, hearingId, 'no-quorum'))
    expect(await caseStatus(matter.caseId)).toBe('ready')
    expect(await placeOf(drawn.seated[0] ?? '')).toBe('checked_in')
    expect((await acts('hearing-reset'))[0]?.particulars).toMatchObject({ reason: 'no-quorum' })
  })
})

describe('what the code would let through, the database refuses', () => {
  let heard: Heard
  let drawId: string
  beforeEach(async () => {
    heard = await aNightUnderWay(court, program, { jurors: 7 })
    drawId = granted(await drawJury(court, program.facilitator, heard.hearingId)).drawId
  })

  const seat = async (juror: { jurorId: string }, wishes: { hearingId?: string; number?: number } = {}) => {
    const hearingId = wishes.hearingId ?? heard.hearingId
    const [place] = await court.rows<{ id: string }>('select id from assignments where juror_id = $1', [juror.jurorId])
    return court.rows(
      `insert into seats (program_id, id, hearing_id, draw_id, juror_id, assignment_id, number, foreperson, during, status, seated_at)
       values ($1, $2, $3, $4, $5, $6, $7, false, (select during from hearings where id = $3), 'seated', now())`,
      [program.id, newId(), hearingId, drawId, juror.jurorId, place?.id ?? newId(), wishes.number ?? 9],
    )
  }
  const refusedBy = (constraint: string) => expect.objectContaining({ constraint })
  const comesLate = async (wishes: Parameters<typeof aJuror>[2]) => {
    const juror = await aJuror(court, program, wishes)
    await court.rows(
      `insert into assignments (program_id, id, night_id, juror_id, status, checked_in_at, made_at) values ($1, $2, $3, $4, 'checked_in', now(), now())`,
      [program.id, newId(), heard.night.id, juror.jurorId],
    )
    return juror
  }

  it('nobody twice on one jury', async () => {
    const { seats } = await jury(heard.hearingId)
    await expect(seat({ jurorId: seats[0]?.jurorId ?? '' })).rejects.toEqual(refusedBy('seats_once'))
  })

  it('nobody in two rooms at once (rule 18)', async () => {
    const roomId = await addRoomTo(court, program, heard.night, 'Room 205')
    const other = await aReadyMatter(court, program)
    const id = newId()
    await court.rows(
      `insert into hearings (program_id, id, night_id, room_id, case_id, position, starts_at, ends_at, during, status)
       select program_id, $1, night_id, $2, $3, 2, starts_at, ends_at, during, 'docketed' from hearings where id = $4`,
      [id, roomId, other.caseId, heard.hearingId],
    )
    const { seats } = await jury(heard.hearingId)
    await expect(seat({ jurorId: seats[0]?.jurorId ?? '' }, { hearingId: id })).rejects.toEqual(
      refusedBy('seats_one_room_at_a_time'),
    )
  })

  it('nobody on their own case (rule 9)', async () => {
    const juror = await comesLate({})
    await court.rows('update cases set respondent_id = $1 where id = $2', [juror.personId, heard.matter.caseId])
    await expect(seat(juror)).rejects.toEqual(refusedBy('seat_not_own_case'))
  })

  it('nobody of the family, even where it follows only from a common guardian (rule 10)', async () => {
    const juror = await comesLate({})
    await court.rows(
      `insert into kinships (program_id, id, person_id, other_id, tie, same_household, made_at) values ($1, $2, $3, $4, 'guardian', 'no', now())`,
      [program.id, newId(), juror.personId, heard.matter.respondent.guardianId],
    )
    await expect(seat(juror)).rejects.toEqual(refusedBy('seat_not_family'))
  })

  it('nobody untrained, unsworn or without a guardian’s yes (rules 15 and 16)', async () => {
    for (const prepared of [
      ['sworn', 'approved'],
      ['trained', 'approved'],
      ['trained', 'sworn'],
    ] as const)
      await expect(seat(await comesLate({ prepared }))).rejects.toEqual(refusedBy('seat_ready'))
  })

  it('nobody of another age', async () => {
    await expect(seat(await comesLate({ birthDate: '2008-03-19', prepared: ['trained', 'sworn'] }))).rejects.toEqual(
      refusedBy('seat_for_peers'),
    )
    await expect(seat(await comesLate({ birthDate: null }))).rejects.toEqual(refusedBy('seat_for_peers'))
  })

  it('nobody who has not come', async () => {
    const juror = await aJuror(court, program)
    await court.rows(
      `insert into assignments (program_id, id, night_id, juror_id, status, made_at) values ($1, $2, $3, $4, 'confirmed', now())`,
      [program.id, newId(), heard.night.id, juror.jurorId],
    )
    await expect(seat(juror)).rejects.toEqual(refusedBy('seat_for_who_is_here'))
  })

  it('nobody after the case has begun (rule 18)', async () => {
    granted(await beginHearing(court, program.facilitator, heard.hearingId, { asked: true }))
    await expect(seat(await comesLate({}))).rejects.toEqual(refusedBy('seat_before_beginning'))
  })

  it('no beginning below the quorum, unsworn, or without the family (rules 15, 17 and 21)', async () => {
    const begin = () =>
      court.rows(`update hearings set status = 'in_hearing', go_on_asked_at = now() where id = $1`, [heard.hearingId])
    await court.rows('update hearings set respondent_came_at = null where id = $1', [heard.hearingId])
    await expect(begin()).rejects.toEqual(refusedBy('begins_with_family'))
    await court.rows('update hearings set respondent_came_at = now() where id = $1', [heard.hearingId])
    await court.rows('update assignments set oath_at = null where night_id = $1', [heard.night.id])
    await expect(begin()).rejects.toEqual(refusedBy('begins_sworn'))
    await court.rows('update assignments set oath_at = now() where night_id = $1', [heard.night.id])
    await court.rows(`update seats set status = 'released' where hearing_id = $1 and number > 3`, [heard.hearingId])
    await expect(begin()).rejects.toEqual(refusedBy('begins_with_quorum'))
  })

  it('no draw that is changed or taken back', async () => {
    await expect(court.rows(`update draws set seed = 'mine' where id = $1`, [drawId])).rejects.toEqual(
      refusedBy('never_changed'),
    )
    await expect(court.rows('delete from draw_lines where draw_id = $1', [drawId])).rejects.toEqual(
      refusedBy('never_changed'),
    )
  })
})
