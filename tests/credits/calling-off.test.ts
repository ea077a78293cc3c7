import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act } from '#court'
import { callOffNight } from '#court/credits'
import {
  addNight,
  bookPlace,
  claimPlace,
  docketCase,
  inviteJurors,
  moveNight,
  lockNight,
  openNight,
  openNights,
  type OffReason,
} from '#court/hearings'
import { beginHearing, drawJury } from '#court/jury'
import { sendDue } from '#court/notices'
import { giveAccount } from '#court/people'
import { keptPost, mailroomOf } from '../notices/support.ts'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import {
  aBegunHearing,
  aJuror,
  aNight,
  aNightUnderWay,
  aReadyMatter,
  booked,
  doorsOpen,
  granted,
  type Juror,
  NIGHT,
  onDocket,
  someJurors,
  type TestNight,
} from '../support/night.ts'

let court: TestCourt
let program: Program
let house: House
let desk: Visitor

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const callOff = (night: Pick<TestNight, 'id'>, reason: OffReason = 'weather') =>
  callOffNight(court, program.coordinator, night.id, reason)
const nightRow = async (id: string) =>
  (await court.rows('select status, off_reason from nights where id = $1', [id]))[0]
const placesOf = (id: string) =>
  court.rows<{ juror_id: string; status: string }>('select juror_id, status from assignments where night_id = $1', [id])
const caseStatus = async (id: string) =>
  (await court.rows<{ status: string }>('select status from cases where id = $1', [id]))[0]?.status
const lettersOf = (kind: string) =>
  court.rows<{ to_person_id: string | null; to_membership_id: string | null; facts: object; voided_at: Date | null }>(
    'select to_person_id, to_membership_id, facts, voided_at from outbox where program_id = $1 and kind = $2 order by id',
    [program.id, kind],
  )
const acts = (what: string) =>
  court.rows<{ particulars: Record<string, unknown>; account_id: string }>(
    'select particulars from register_entries where program_id = $1 and act = $2',
    [program.id, what],
  )
const youth = async (one: Pick<Juror, 'personId'>) => {
  await act(court, program.coordinator, tx => giveAccount(court, tx, program.coordinator, one.personId, 'youth'))
  return asPerson(court, program, one.personId, 'youth')
}

describe('Calling a night off', () => {
  it('sends every case back to wait for another night, and tells each family instead of asking them to come', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    await onDocket(court, program, matter, night)
    expect(granted(await callOff(night))).toEqual({ cases: 1, places: 0, came: 0 })
    expect(await nightRow(night.id)).toEqual({ status: 'called_off', off_reason: 'weather' })
    expect(await caseStatus(matter.caseId)).toBe('ready')
    expect(await court.rows('select status, end_reason from hearings where case_id = $1', [matter.caseId])).toEqual([
      { status: 'reset', end_reason: 'court' },
    ])
    expect((await lettersOf('hearing')).every(one => one.voided_at !== null)).toBe(true)
    const off = await lettersOf('hearing-off')
    expect(off.flatMap(one => one.to_person_id ?? []).toSorted()).toEqual(
      [matter.respondent.personId, matter.respondent.guardianId].toSorted(),
    )
    expect(off[0]?.facts).toEqual({ startsAt: '2026-03-19T21:30:00.000Z', place: 'Maple Street Community Center' })
    expect((await acts('night-callOff'))[0]?.particulars).toEqual({
      from: 'published',
      to: 'called_off',
      heldOn: NIGHT,
      reason: 'weather',
      sessions: 0,
    })
    expect(await acts('case-reset')).toHaveLength(1)
  })

  it('gives every place back without blame; who said yes is told, who has not answered is not asked any more', async () => {
    const night = await aNight(court, program)
    const [yes, silent] = (await someJurors(court, program, 2)) as [Juror, Juror]
    await booked(court, program, yes, night)
    granted(await inviteJurors(court, program.coordinator, night.id, [silent.jurorId]))
    expect(granted(await callOff(night, 'building')).places).toBe(2)
    expect((await placesOf(night.id)).map(one => one.status)).toEqual(['cancelled_by_program', 'cancelled_by_program'])
    expect((await lettersOf('hearing-off')).flatMap(one => one.to_person_id ?? [])).toEqual([yes.personId])
    expect((await lettersOf('jury-invitation'))[0]?.voided_at).not.toBeNull()
  })

  it('takes back the invitation to this night and to no other', async () => {
    const night = await aNight(court, program)
    const other = await aNight(court, program, { day: '2026-03-26' })
    const juror = await aJuror(court, program)
    for (const one of [night, other]) granted(await inviteJurors(court, program.coordinator, one.id, [juror.jurorId]))
    granted(await callOff(night))
    const letters = await lettersOf('jury-invitation')
    expect(letters.map(one => one.voided_at === null)).toEqual([false, true])
  })

  it('tells the facilitator of a room too, in a letter that gives nothing away (rule 52)', async () => {
    const night = await aNight(court, program)
    granted(await callOff(night))
    expect((await lettersOf('hearing-off')).map(one => one.to_membership_id)).toEqual([
      program.facilitator.membershipId,
    ])
    const post = keptPost()
    await sendDue(court, program.id, mailroomOf(post))
    expect(post.letters[0]?.subject).toBe('A date is called off')
    expect(post.letters[0]?.text).toContain(
      'The evening of Thursday, March 19, 2026 is called off. Please do not come.',
    )
  })

  it('says nothing to anybody about a draft', async () => {
    const night = await aNight(court, program, { publish: false })
    granted(await callOff(night, 'other'))
    expect(await lettersOf('hearing-off')).toEqual([])
    expect((await nightRow(night.id))?.['status']).toBe('called_off')
  })

  it('lets a drawn jury go, and counts the time of those who had come (rules 35 and 36)', async () => {
    const { night, matter, hearingId } = await aNightUnderWay(court, program, { jurors: 8 })
    const absent = await aJuror(court, program)
    const place = { jurorId: absent.jurorId, nightId: night.id, status: 'confirmed' } as const
    await act(court, program.coordinator, async tx =>
      granted(await bookPlace(court, tx, program.coordinator, place, { atTheDoor: true })),
    )
    granted(await drawJury(court, program.facilitator, hearingId))
    court.setClock('2026-03-19T22:15:00Z')
    expect(granted(await callOff(night, 'too-few-people'))).toEqual({ cases: 1, places: 1, came: 8 })
    const places = await placesOf(night.id)
    expect(places.filter(one => one.status === 'standby')).toHaveLength(8)
    expect(places.find(one => one.juror_id === absent.jurorId)?.status).toBe('cancelled_by_program')
    expect(
      await court.rows('select minutes, count(*)::int from credit_entries where program_id = $1 group by 1', [
        program.id,
      ]),
    ).toEqual([{ minutes: 45, count: 8 }])
    expect(await court.rows(`select 1 from seats where program_id = $1 and status = 'seated'`, [program.id])).toEqual(
      [],
    )
    expect(await caseStatus(matter.caseId)).toBe('ready')
  })

  it('is refused once a case has begun', async () => {
    const { night, matter } = await aBegunHearing(court, program)
    expect(await callOff(night)).toEqual({ refused: 'not-now' })
    expect(await caseStatus(matter.caseId)).toBe('in_hearing')
  })

  it('is refused once the night was held, also where it is opened again', async () => {
    const held = await aNight(court, program)
    const place = await booked(court, program, await aJuror(court, program), held)
    await doorsOpen(court, program, held)
    await court.rows(`update assignments set status = 'no_show' where id = $1`, [place])
    expect(await callOff(held)).toEqual({ refused: 'held-already' })
    await act(court, program.coordinator, async tx =>
      moveNight(court, tx, program.coordinator, await lockNight(tx, program.id, held.id), 'reconcile'),
    )
    expect(await callOff(held)).toEqual({ refused: 'not-now' })
  })

  it('is done once, and then the night takes no case, no juror and no opening', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    granted(await callOff(night))
    expect(await callOff(night)).toEqual({ refused: 'not-now' })
    expect(
      await docketCase(court, program.coordinator, { caseNo: matter.no, nightId: night.id, roomId: night.roomId }),
    ).toEqual({ refused: 'night-not-published' })
    const juror = await aJuror(court, program)
    expect(await claimPlace(court, await youth(juror), night.id)).toEqual({ refused: 'night-not-open' })
    court.setClock('2026-03-19T21:00:00Z')
    expect(await openNight(court, program.coordinator, night.id)).toEqual({ refused: 'not-now' })
    expect(await court.db.withProgram(program.coordinator, tx => openNights(tx, program.id, NIGHT))).toEqual([])
    expect(
      await addNight(court, program.coordinator, {
        day: NIGHT,
        starts: '17:30',
        ends: '20:30',
        place: 'Maple Street',
        jurorPlaces: 12,
        room: { name: 'Room 204', capacity: 4, facilitatorId: null },
      }),
    ).toEqual({ refused: 'day-called-off' })
  })

  it('is never half done, even past the code', async () => {
    const night = await aNight(court, program)
    await onDocket(court, program, await aReadyMatter(court, program), night)
    const past = (sql: string) => court.rows(sql, [night.id])
    await expect(
      past(`update nights set status = 'called_off', off_reason = 'weather' where id = $1`),
    ).rejects.toMatchObject({ constraint: 'called_off_in_full' })
    const empty = await aNight(court, program, { day: '2026-03-26' })
    await expect(court.rows(`update nights set status = 'called_off' where id = $1`, [empty.id])).rejects.toMatchObject(
      { constraint: 'nights_off_with_reason' },
    )
  })

  it('leaves a case alone that had left the program, and writes nothing to its family', async () => {
    const night = await aNight(court, program)
    const matter = await aReadyMatter(court, program)
    await onDocket(court, program, matter, night)
    await court.rows(`update cases set status = 'withdrawn' where id = $1`, [matter.caseId])
    granted(await callOff(night))
    expect(await caseStatus(matter.caseId)).toBe('withdrawn')
    expect((await lettersOf('hearing-off')).flatMap(one => one.to_person_id ?? [])).toEqual([])
  })
})

describe('The pages of a night that is called off', () => {
  it('ask for a reason, then once more, and show it as called off everywhere', async () => {
    const night = await aNight(court, program)
    const juror = await aJuror(court, program)
    await booked(court, program, juror, night)
    await onDocket(court, program, await aReadyMatter(court, program), night)
    const at = `/hearings/${NIGHT}`
    expect((await desk.get(at)).text).toContain(`action="${at}/calling-off"`)
    expect((await desk.get(`${at}/calling-off`)).headers.location).toBe(at)
    const asked = await desk.get(`${at}/calling-off?reason=weather`)
    for (const words of ['Call off Thursday, March 19?', 'The weather', 'Cases on the docket', 'Jurors who said yes'])
      expect(asked.text).toContain(words)
    expect((await nightRow(night.id))?.['status']).toBe('published')
    expect((await desk.post(`${at}/calling-off`, { reason: 'weather' })).headers.location).toBe(at)
    const page = (await desk.get(at)).text
    for (const words of ['Called off', 'This night was called off. Why: The weather.', 'Given back'])
      expect(page).toContain(words)
    for (const gone of [
      'Call the night off',
      'Change the night',
      'To the hearing night',
      'Add a room',
      'Invite jurors',
    ])
      expect(page).not.toContain(gone)
    expect((await desk.get('/hearings?month=2026-03')).text).toContain('Called off')
    const again = await desk.post(`${at}/calling-off`, { reason: 'weather' })
    expect([again.status, again.text.includes('That cannot be done now')]).toEqual([409, true])
  })

  it('tell a juror that it is off, and offer it to nobody', async () => {
    const night = await aNight(court, program)
    const [mine, theirs] = (await someJurors(court, program, 2)) as [Juror, Juror]
    await booked(court, program, mine, night)
    const me = await house.as(await youth(mine))
    const other = await house.as(await youth(theirs))
    expect((await other.get('/dates')).text).toContain('Thursday, March 19')
    granted(await callOff(night))
    const list = (await me.get('/dates')).text
    expect(list).toContain('Called off')
    expect((await other.get('/dates')).text).not.toContain('March 19')
    const one = (await me.get(`/dates/${night.id}`)).text
    expect(one).toContain('This night is called off. You do not need to come.')
    expect(one).not.toContain('I can’t make it')
    expect((await me.post(`/dates/${night.id}/answer`, { answer: 'yes' })).status).toBe(409)
  })

  it('open for nobody but the desk, and not on the tablet of that evening', async () => {
    const night = await aNight(court, program)
    const tablet = await house.as(program.facilitator)
    expect((await tablet.get(`/hearings/${NIGHT}/calling-off?reason=weather`)).status).toBe(404)
    expect((await tablet.post(`/hearings/${NIGHT}/calling-off`, { reason: 'weather' })).status).toBe(404)
    granted(await callOff(night))
    court.setClock('2026-03-19T21:00:00Z')
    const evening = await house.as(program.facilitator)
    expect((await evening.get('/nights/today')).text).toContain('No hearing night today')
    expect((await evening.get(`/nights/${NIGHT}`)).status).toBe(404)
  })

  it('are not among what waits this morning', async () => {
    const night = await aNight(court, program)
    await aNight(court, program, { day: '2026-03-06' })
    granted(await callOff(night))
    court.setClock('2026-04-20T15:00:00Z')
    const today = await (await house.as(program.coordinator)).get('/today')
    expect(today.text).toContain('href="/hearings/2026-03-06"')
    expect(today.text).not.toContain(`href="/hearings/${NIGHT}"`)
  })
})

it('begins no hearing of a night that is called off in the same moment, or calls off no night whose hearing begins', async () => {
  const { night, hearingId, matter } = await aNightUnderWay(court, program, { jurors: 8 })
  granted(await drawJury(court, program.facilitator, hearingId))
  await Promise.allSettled([callOff(night), beginHearing(court, program.facilitator, hearingId, { asked: true })])
  const [night1, case1] = [(await nightRow(night.id))?.['status'], await caseStatus(matter.caseId)]
  expect([
    ['called_off', 'ready'],
    ['in_progress', 'in_hearing'],
  ]).toContainEqual([night1, case1])
})
