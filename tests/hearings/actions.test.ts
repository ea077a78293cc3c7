import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, NotHere } from '#court'
import {
  addNight,
  addRoom,
  answerInvitation,
  assignmentsOf,
  bookPlace,
  checkInFamily,
  checkInJuror,
  claimPlace,
  closeNight,
  docketCase,
  docketOf,
  endService,
  excuseGuardian,
  giveRoom,
  inviteJurors,
  moveNight,
  lockNight,
  nightByDay,
  openNight,
  openNights,
  promiseAll,
  publishNight,
  releaseBookings,
  reopenNight,
  shiftCase,
  staffNight,
  undoArrival,
  undoCheckIn,
  walkIn,
} from '#court/hearings'
import { checkOutJuror, drawJury, missHearing } from '#court/jury'
import { giveAccount } from '#court/people'
import { newId } from '#platform/ids'
import { isRefusal } from '#platform/refusal'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import {
  aBegunHearing,
  aJuror,
  aNight,
  aNightUnderWay,
  aReadyMatter,
  addRoomTo,
  booked,
  DOORS_OPEN,
  doorsOpen,
  granted,
  type Juror,
  jurorsHere,
  NIGHT,
  onDocket,
  someJurors,
  type TestNight,
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

const refusedBy = (constraint: string) => expect.objectContaining({ constraint })
const acts = async (what: string) =>
  court.rows<{ particulars: Record<string, unknown> }>(
    'select particulars from register_entries where program_id = $1 and act = $2',
    [program.id, what],
  )
const places = (night: TestNight) =>
  court.db.withProgram(program.coordinator, tx => assignmentsOf(tx, program.id, night.id))
const docket = (night: TestNight) => court.db.withProgram(program.coordinator, tx => docketOf(tx, program.id, night.id))
const statusOf = async (id: string) =>
  (await court.rows<{ status: string }>('select status from nights where id = $1', [id]))[0]?.status
const youth = async (juror: Juror) => {
  const desk = program.coordinator
  await act(court, desk, tx => giveAccount(court, tx, desk, juror.personId, 'youth'))
  return asPerson(court, program, juror.personId, 'youth')
}

const form = {
  day: NIGHT,
  starts: '17:30',
  ends: '20:30',
  place: 'Maple Street',
  jurorPlaces: 12,
  room: { name: 'Room 204', capacity: 4, facilitatorId: null },
} as const

describe('planning a night', () => {
  it('keeps its times in the time zone of the program', async () => {
    const night = granted(await addNight(court, program.coordinator, form))
    const [row] = await court.rows<{ starts_at: Date; ends_at: Date; status: string }>(
      'select starts_at, ends_at, status from nights where id = $1',
      [night.id],
    )
    expect(row).toEqual({
      starts_at: new Date('2026-03-19T21:30:00Z'),
      ends_at: new Date('2026-03-20T00:30:00Z'),
      status: 'draft',
    })
    const west = await court.aProgram({ timeZone: 'America/Los_Angeles' })
    const other = granted(await addNight(court, west.coordinator, form))
    expect(await court.rows('select starts_at from nights where id = $1', [other.id])).toEqual([
      { starts_at: new Date('2026-03-20T00:30:00Z') },
    ])
  })

  it('has one night a day, also for two who add it in the same moment', async () => {
    const both = await Promise.all([
      addNight(court, program.coordinator, form),
      addNight(court, program.coordinator, form),
    ])
    expect(both.filter(isRefusal)).toEqual([{ refused: 'day-taken' }])
  })

  it('gives a room only to a facilitator or a coordinator of this program (rule 20)', async () => {
    const night = await aNight(court, program)
    const stranger = await court.aProgram()
    const wanted = { name: 'Room 9', capacity: 2, facilitatorId: stranger.facilitator.membershipId }
    await expect(addRoom(court, program.coordinator, night.id, wanted)).rejects.toThrow(NotHere)
    await expect(
      addRoom(court, program.coordinator, night.id, { ...wanted, facilitatorId: program.officer.membershipId }),
    ).rejects.toThrow(NotHere)
    expect(
      await addRoom(court, program.coordinator, night.id, { name: 'Room 204', capacity: 2, facilitatorId: null }),
    ).toEqual({ refused: 'name-taken' })
    expect(
      await addRoom(court, program.coordinator, night.id, { name: 'Hall', capacity: 12, facilitatorId: null }),
    ).toEqual({ refused: 'slots-too-short' })
  })

  it('shows its facilitators nobody’s name before its day, and from that morning its docket, until it is locked', async () => {
    const night = await aNight(court, program)
    await onDocket(court, program, await aReadyMatter(court, program), night)
    const seen = () => court.db.withProgram(program.facilitator, tx => docketOf(tx, program.id, night.id))
    expect(await seen()).toHaveLength(0)
    court.setClock(`${NIGHT}T13:00:00Z`)
    expect(await seen()).toHaveLength(1)
    await court.rows('alter table nights disable trigger only_lawful_moves')
    await court.rows(`update nights set status = 'locked' where id = $1`, [night.id])
    expect(await seen()).toHaveLength(0)
    await court.rows(`update nights set status = 'draft' where id = $1`, [night.id])
    expect(await seen()).toHaveLength(0)
    await court.rows('alter table nights enable trigger only_lawful_moves')
  })

  it('goes from draft to locked by lawful steps only, and can be opened again with a reason', async () => {
    const night = await aNight(court, program, { publish: false })
    expect(await openNight(court, program.coordinator, night.id)).toEqual({ refused: 'not-now' })
    granted(await publishNight(court, program.coordinator, night.id))
    expect(await staffNight(court, program.coordinator, night.id)).toEqual({ refused: 'too-few-yes' })
    for (const juror of await someJurors(court, program, 6)) await booked(court, program, juror, night)
    granted(await staffNight(court, program.coordinator, night.id))
    expect(await openNight(court, program.facilitator, night.id)).toEqual({ refused: 'before-its-day' })
    court.setClock('2026-03-19T21:00:00Z')
    granted(await openNight(court, program.facilitator, night.id))
    expect(await closeNight(court, program.coordinator, night.id)).toEqual({ refused: 'not-settled' })
    await act(court, program.coordinator, async tx =>
      moveNight(court, tx, program.coordinator, await lockNight(tx, program.id, night.id), 'reconcile'),
    )
    expect(await closeNight(court, program.coordinator, night.id)).toEqual({ refused: 'outcomes-missing' })
    await court.rows('alter table assignments disable trigger only_lawful_moves')
    await court.rows(`update assignments set status = 'standby' where night_id = $1`, [night.id])
    await court.rows('alter table assignments enable trigger only_lawful_moves')
    granted(await closeNight(court, program.coordinator, night.id))
    expect(await statusOf(night.id)).toBe('locked')
    granted(await reopenNight(court, program.coordinator, night.id, 'attendance'))
    expect(await statusOf(night.id)).toBe('open')
    expect((await acts('night-reopen'))[0]?.particulars).toMatchObject({
      reason: 'attendance',
      from: 'locked',
      to: 'open',
    })
    await expect(court.rows(`update nights set status = 'draft' where id = $1`, [night.id])).rejects.toEqual(
      refusedBy('only_lawful_moves'),
    )
  })
})

describe('putting a case on the docket', () => {
  it('gives it the first free time of the room, moves it, and tells the young person and the guardian', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    const put = granted(
      await docketCase(court, program.coordinator, { caseNo: matter.no, nightId: night.id, roomId: night.roomId }),
    )
    expect(put.startsAt).toEqual(new Date('2026-03-19T21:30:00Z'))
    expect(await court.rows('select status from cases where id = $1', [matter.caseId])).toEqual([
      { status: 'docketed' },
    ])
    const letters = await court.rows<{ to_person_id: string; facts: object }>(
      `select to_person_id, facts from outbox where case_id = $1 and kind = 'hearing'`,
      [matter.caseId],
    )
    expect(letters.map(one => one.to_person_id).toSorted()).toEqual(
      [matter.respondent.personId, matter.respondent.guardianId].toSorted(),
    )
    expect(letters[0]?.facts).toEqual({
      startsAt: '2026-03-19T21:30:00.000Z',
      place: 'Maple Street Community Center, Room 204',
    })
    expect(await acts('case-docket')).toHaveLength(1)
  })

  it('is refused in words without an admission or a consent, and by the database where the words are passed by (rules 1 and 2)', async () => {
    const night = await aNight(court, program)
    for (const [missing, reason] of [
      ['admission', 'no-admission'],
      ['participation', 'no-consent'],
      ['guardian', 'no-guardian-consent'],
    ] as const) {
      const matter = await aReadyMatter(court, program, {
        consents: ['admission', 'participation', 'guardian'].filter(kind => kind !== missing),
      })
      expect(
        await docketCase(court, program.coordinator, { caseNo: matter.no, nightId: night.id, roomId: night.roomId }),
      ).toEqual({ refused: reason })
      await expect(court.rows(`update cases set status = 'docketed' where id = $1`, [matter.caseId])).rejects.toEqual(
        refusedBy('consent_before_docket'),
      )
    }
    expect(await docket(night)).toEqual([])
  })

  it('ends when the room has no time left, and never gives one time twice', async () => {
    const night = await aNight(court, program, { capacity: 2 })
    const matters = [
      await aReadyMatter(court, program),
      await aReadyMatter(court, program),
      await aReadyMatter(court, program),
    ]
    const answers = await Promise.all(
      matters.map(one =>
        docketCase(court, program.coordinator, { caseNo: one.no, nightId: night.id, roomId: night.roomId }),
      ),
    )
    expect(answers.filter(isRefusal)).toEqual([{ refused: 'room-full' }])
    const lines = await docket(night)
    expect(lines.map(line => [line.position, line.startsAt.toISOString()])).toEqual([
      [1, '2026-03-19T21:30:00.000Z'],
      [2, '2026-03-19T23:00:00.000Z'],
    ])
    const room = [program.id, newId(), night.id, night.roomId]
    await expect(
      court.rows(
        `insert into hearings (program_id, id, night_id, room_id, case_id, position, starts_at, ends_at, during, status)
         select $1, $2, $3, $4, c.id, 3, n.starts_at, n.ends_at, tstzrange(n.starts_at, n.ends_at), 'docketed' from nights n, cases c
         where n.id = $3 and c.program_id = $1 and c.status = 'ready' limit 1`,
        room,
      ),
    ).rejects.toEqual(refusedBy('hearings_one_at_a_time'))
  })

  it('is done once for a case, whoever tries twice', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    const wanted = { caseNo: matter.no, nightId: night.id, roomId: night.roomId }
    const answers = await Promise.all([
      docketCase(court, program.coordinator, wanted),
      docketCase(court, program.coordinator, wanted),
    ])
    expect(answers.filter(isRefusal)).toEqual([{ refused: 'case-not-ready' }])
  })

  it('never calls somebody to their own case, nor to a jury on the night it is heard (rule 9)', async () => {
    const night = await aNight(court, program)
    const juror = await aJuror(court, program)
    const matter = await aReadyMatter(court, program)
    await court.rows('update cases set respondent_id = $1 where id = $2', [juror.personId, matter.caseId])
    await court.rows('update consents set person_id = $1 where case_id = $2', [juror.personId, matter.caseId])
    const assignmentId = await booked(court, program, juror, night)
    const wanted = { caseNo: matter.no, nightId: night.id, roomId: night.roomId }
    expect(await docketCase(court, program.coordinator, wanted)).toEqual({ refused: 'juror-that-night' })
    granted(await answerInvitation(court, program.coordinator, assignmentId, 'no'))
    granted(await docketCase(court, program.coordinator, wanted))
    expect(await answerInvitation(court, program.coordinator, assignmentId, 'yes')).toEqual({
      refused: 'own-case-that-night',
    })
    expect(await claimPlace(court, await youth(juror), night.id)).toEqual({ refused: 'own-case-that-night' })
  })

  it('changes the order by a time up or down; the families are told, and no two have one time', async () => {
    const night = await aNight(court, program)
    const first = await onDocket(court, program, await aReadyMatter(court, program), night)
    const second = await onDocket(court, program, await aReadyMatter(court, program), night)
    expect(await shiftCase(court, program.coordinator, first, 'up')).toEqual({ refused: 'no-earlier' })
    expect(await shiftCase(court, program.coordinator, second, 'up')).toEqual({ moved: 2 })
    expect((await docket(night)).map(line => [line.position, line.id])).toEqual([
      [1, second],
      [2, first],
    ])
    expect(await shiftCase(court, program.coordinator, first, 'down')).toEqual({ moved: 1 })
    const lines = await docket(night)
    expect(lines.map(line => [line.position, line.startsAt.toISOString()])).toEqual([
      [1, '2026-03-19T21:30:00.000Z'],
      [2, '2026-03-19T23:00:00.000Z'],
    ])
    const letters = `select 1 from outbox where program_id = $1 and kind = 'hearing' and voided_at is null`
    expect(await court.rows(letters, [program.id])).toHaveLength(4)
    court.setClock('2026-03-19T21:00:00Z')
    granted(await openNight(court, program.facilitator, night.id))
    expect(await shiftCase(court, program.coordinator, first, 'up')).toEqual({ refused: 'night-open' })
  })

  it('puts no case before a facilitator of the family (rule 20)', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    await court.rows('update people set account_id = $1 where id = $2', [
      program.facilitator.accountId,
      matter.respondent.guardianId,
    ])
    const wanted = { caseNo: matter.no, nightId: night.id, roomId: night.roomId }
    expect(await docketCase(court, program.coordinator, wanted)).toEqual({ refused: 'facilitator-tied' })
    granted(await giveRoom(court, program.coordinator, night.id, night.roomId, null))
    granted(await docketCase(court, program.coordinator, wanted))
    expect(
      await giveRoom(court, program.coordinator, night.id, night.roomId, program.facilitator.membershipId),
    ).toEqual({ refused: 'facilitator-tied' })
  })
})

describe('who comes', () => {
  it('is asked by a letter that names neither role nor matter, and answers without a reason', async () => {
    const night = await aNight(court, program)
    const [one, other] = await someJurors(court, program, 2)
    granted(await inviteJurors(court, program.coordinator, night.id, [one?.jurorId ?? '', other?.jurorId ?? '']))
    const letters = await court.rows<{ facts: object; case_id: string | null }>(
      `select facts, case_id from outbox where program_id = $1 and kind = 'jury-invitation'`,
      [program.id],
    )
    expect(letters).toHaveLength(2)
    expect(letters[0]).toEqual({
      case_id: null,
      facts: { startsAt: '2026-03-19T21:30:00.000Z', place: 'Maple Street Community Center' },
    })
    const mine = await youth(one as Juror)
    const [place] = await court.db.withProgram(mine, tx =>
      tx.$client.query('select id from assignments').then(found => found.rows as { id: string }[]),
    )
    granted(await answerInvitation(court, mine, place?.id ?? '', 'no'))
    granted(await answerInvitation(court, mine, place?.id ?? '', 'yes'))
    expect((await places(night)).find(row => row.id === place?.id)?.status).toBe('confirmed')
    const theirs = (await places(night)).find(row => row.jurorId === other?.jurorId)
    await expect(answerInvitation(court, mine, theirs?.id ?? '', 'no')).rejects.toThrow(NotHere)
  })

  it('is asked all together or not at all', async () => {
    const night = await aNight(court, program, { jurorPlaces: 1 })
    const jurors = await someJurors(court, program, 2)
    expect(
      await inviteJurors(
        court,
        program.coordinator,
        night.id,
        jurors.map(one => one.jurorId),
      ),
    ).toEqual({ refused: 'night-full' })
    expect(await places(night)).toEqual([])
    expect(await court.rows(`select 1 from outbox where program_id = $1`, [program.id])).toEqual([])
  })

  it('takes the last place once: of fifty who claim it in the same moment one has it, and forty-nine are told that the night is full (rule 19)', async () => {
    const night = await aNight(court, program, { jurorPlaces: 1 })
    const jurors = await someJurors(court, program, 50)
    const actors = await Promise.all(jurors.map(youth))
    const answers = await Promise.all(actors.map(actor => claimPlace(court, actor, night.id)))
    expect(answers.filter(answer => !isRefusal(answer))).toHaveLength(1)
    expect(answers.filter(answer => isRefusal(answer) && answer.refused === 'night-full')).toHaveLength(49)
    expect(await places(night)).toHaveLength(1)
    expect(await acts('place-booked')).toHaveLength(1)
  }, 60_000)

  it('has no more chairs than there are, even past the code (rule 19)', async () => {
    const night = await aNight(court, program, { jurorPlaces: 1 })
    const [one, other] = await someJurors(court, program, 2)
    await booked(court, program, one as Juror, night)
    const plant = `insert into assignments (program_id, id, night_id, juror_id, status, made_at) values ($1, $2, $3, $4, 'confirmed', now())`
    await expect(court.rows(plant, [program.id, newId(), night.id, other?.jurorId])).rejects.toEqual(
      refusedBy('night_has_place'),
    )
    await expect(
      court.rows(plant.replace('confirmed', 'declined'), [program.id, newId(), night.id, one?.jurorId]),
    ).rejects.toEqual(refusedBy('assignments_once'))
  })

  it('books a night before leaving; the word of the one who books does not make it an owed one (rule 35)', async () => {
    const night = await aNight(court, program)
    const juror = await aJuror(court, program, { stream: 'mandated', prepared: [] })
    await act(court, program.facilitator, tx =>
      bookPlace(court, tx, program.facilitator, {
        jurorId: juror.jurorId,
        nightId: night.id,
        status: 'confirmed',
      }),
    )
    expect((await places(night))[0]).toMatchObject({ status: 'confirmed', mandated: false, personId: juror.personId })
    const [open] = await court.db.withProgram(program.coordinator, tx => openNights(tx, program.id, '2026-03-04'))
    expect(open).toMatchObject({ id: night.id, placesLeft: 39 })
  })

  it('gives back the nights to come of somebody who leaves, without blame, and keeps the past', async () => {
    const night = await aNight(court, program)
    const juror = await aJuror(court, program)
    await booked(court, program, juror, night)
    await act(court, program.coordinator, tx => releaseBookings(court, tx, program.coordinator, juror.personId))
    expect((await places(night))[0]?.status).toBe('cancelled_by_program')
    const staying = await aJuror(court, program)
    await booked(court, program, staying, night)
    granted(await endService(court, program.coordinator, staying.jurorId))
    expect((await places(night)).find(row => row.jurorId === staying.jurorId)?.status).toBe('cancelled_by_program')
    expect(await endService(court, program.coordinator, staying.jurorId)).toEqual({ refused: 'ended-already' })
    expect(await claimPlace(court, await youth(staying), night.id)).toEqual({ refused: 'not-active' })
  })
})

describe('the table by the door', () => {
  it('checks in a juror with one tap, ticks the promise for all, and sends home who must go (rule 15)', async () => {
    const night = await aNight(court, program)
    const [one, other] = await someJurors(court, program, 2)
    const first = await booked(court, program, one as Juror, night)
    const second = await booked(court, program, other as Juror, night)
    expect(await checkInJuror(court, program.facilitator, first, { oath: true })).toEqual({ refused: 'doors-closed' })
    await doorsOpen(court, program, night)
    granted(await checkInJuror(court, program.facilitator, first, { oath: true }))
    granted(await checkInJuror(court, program.facilitator, second, { oath: false }))
    expect(await checkInJuror(court, program.facilitator, first, { oath: true })).toEqual({ refused: 'not-now' })
    expect(granted(await promiseAll(court, program.facilitator, night.id))).toEqual({ promised: 1 })
    expect((await places(night)).every(row => row.oathAt !== null && row.checkedInAt !== null)).toBe(true)
    granted(await checkOutJuror(court, program.facilitator, second))
    expect(await checkOutJuror(court, program.facilitator, second)).toEqual({ refused: 'not-here' })
  })

  it('lets in a juror who comes without an invitation, by the name they say', async () => {
    const night = await aNight(court, program)
    await aJuror(court, program, { calledName: 'Lucía', lastName: 'Peña' })
    await doorsOpen(court, program, night)
    const who = { calledName: 'lucia', lastName: 'Pena', oath: false }
    granted(await walkIn(court, program.facilitator, night.id, who))
    expect((await places(night))[0]).toMatchObject({ status: 'checked_in', mandated: false })
    expect(await walkIn(court, program.facilitator, night.id, who)).toEqual({ refused: 'has-a-place' })
    expect(await walkIn(court, program.facilitator, night.id, { ...who, lastName: 'Peñas' })).toEqual({
      refused: 'not-known',
    })
    await someJurors(court, program, 2, { calledName: 'Sam', lastName: 'Lee' })
    expect(
      await walkIn(court, program.facilitator, night.id, { calledName: 'Sam', lastName: 'Lee', oath: false }),
    ).toEqual({ refused: 'several-of-that-name' })
  })

  it('checks in the family of a case and nobody else, and keeps why a guardian is not there (rule 21)', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    const other = await aReadyMatter(court, program)
    const hearingId = await onDocket(court, program, matter, night)
    court.setClock(DOORS_OPEN)
    expect(await checkInFamily(court, program.facilitator, hearingId, matter.respondent.personId)).toEqual({
      refused: 'doors-closed',
    })
    await doorsOpen(court, program, night)
    granted(await checkInFamily(court, program.facilitator, hearingId, matter.respondent.personId))
    expect(await checkInFamily(court, program.facilitator, hearingId, other.respondent.personId)).toEqual({
      refused: 'not-of-this-case',
    })
    granted(await excuseGuardian(court, program.facilitator, hearingId, 'At work; agreed by phone.'))
    const [row] = await court.rows(
      'select respondent_came_at, guardian_came_at, guardian_excused from hearings where id = $1',
      [hearingId],
    )
    expect(row).toEqual({
      respondent_came_at: court.now(),
      guardian_came_at: null,
      guardian_excused: 'At work; agreed by phone.',
    })
    expect(await acts('family-came')).toHaveLength(1)
    expect((await acts('guardian-excused'))[0]?.particulars).toEqual({})
  })

  it('takes back a tap that was a mistake: the juror is expected again, and has promised nothing', async () => {
    const night = await aNight(court, program)
    const place = await booked(court, program, await aJuror(court, program), night)
    await doorsOpen(court, program, night)
    expect(await undoCheckIn(court, program.facilitator, place)).toEqual({ refused: 'not-now' })
    granted(await checkInJuror(court, program.facilitator, place, { oath: true }))
    granted(await undoCheckIn(court, program.facilitator, place))
    expect((await places(night))[0]).toMatchObject({ status: 'confirmed', checkedInAt: null, oathAt: null })
    expect((await acts('place-undoCheckIn'))[0]?.particulars).toMatchObject({ from: 'checked_in', to: 'confirmed' })
    granted(await checkInJuror(court, program.facilitator, place, { oath: false }))
    granted(await checkOutJuror(court, program.facilitator, place))
    expect(await undoCheckIn(court, program.facilitator, place)).toEqual({ refused: 'not-now' })
    await court.rows(`update nights set status = 'reconciled' where id = $1`, [night.id])
    expect(await undoCheckIn(court, program.facilitator, place)).toEqual({ refused: 'doors-closed' })
  })

  it('takes back no chair: who was drawn steps back instead', async () => {
    const { hearingId } = await aNightUnderWay(court, program, { jurors: 6 })
    const { seated } = granted(await drawJury(court, program.facilitator, hearingId))
    const [place] = await court.rows<{ id: string }>('select id from assignments where juror_id = $1', [seated[0]])
    expect(await undoCheckIn(court, program.facilitator, place?.id ?? '')).toEqual({ refused: 'not-now' })
  })

  it('takes back a family’s arrival until the case begins, so that a case can still be missed (rule 21)', async () => {
    const { hearingId, matter } = await aNightUnderWay(court, program)
    const { personId, guardianId } = matter.respondent
    const undo = (whose: string) => undoArrival(court, program.facilitator, hearingId, whose)
    const came = async () =>
      (await court.rows('select respondent_came_at, guardian_came_at from hearings where id = $1', [hearingId]))[0]
    granted(await undo(guardianId))
    expect(await came()).toEqual({ respondent_came_at: court.now(), guardian_came_at: null })
    expect(await undo(guardianId)).toEqual({ refused: 'not-here' })
    expect(await missHearing(court, program.facilitator, hearingId)).toEqual({ refused: 'they-came' })
    granted(await undo(personId))
    expect(await came()).toEqual({ respondent_came_at: null, guardian_came_at: null })
    expect(await acts('arrival-undone')).toHaveLength(2)
    expect(await acts('family-came')).toHaveLength(2)
    const stranger = await court.aProgram()
    await expect(undoArrival(court, stranger.facilitator, hearingId, personId)).rejects.toThrow(NotHere)
    granted(await missHearing(court, program.facilitator, hearingId))
    expect(await undo(personId)).toEqual({ refused: 'not-now' })
  })

  it('keeps who was there once the case has begun', async () => {
    const { hearingId, matter } = await aBegunHearing(court, program)
    expect(await undoArrival(court, program.facilitator, hearingId, matter.respondent.personId)).toEqual({
      refused: 'not-now',
    })
  })

  it('is nobody’s business in another program', async () => {
    const night = await aNight(court, program)
    const place = await booked(court, program, await aJuror(court, program), night)
    await doorsOpen(court, program, night)
    const stranger = await court.aProgram()
    await expect(checkInJuror(court, stranger.facilitator, place, { oath: true })).rejects.toThrow(NotHere)
    await expect(court.db.withProgram(stranger.coordinator, tx => nightByDay(tx, stranger.id, NIGHT))).rejects.toThrow(
      NotHere,
    )
    await expect(claimPlace(court, { ...stranger.coordinator, role: 'youth' }, night.id)).rejects.toThrow(NotHere)
  })
})

it('keeps a second room for cases of its own', async () => {
  const night = await aNight(court, program)
  const roomId = await addRoomTo(court, program, night, 'Room 205')
  await onDocket(court, program, await aReadyMatter(court, program), night)
  await onDocket(court, program, await aReadyMatter(court, program), { ...night, roomId })
  expect((await docket(night)).map(line => [line.position, line.room, line.startsAt.toISOString()])).toEqual([
    [1, 'Room 204', '2026-03-19T21:30:00.000Z'],
    [2, 'Room 205', '2026-03-19T21:30:00.000Z'],
  ])
  await jurorsHere(court, program, night, [])
})
