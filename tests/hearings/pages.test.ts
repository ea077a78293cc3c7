import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { act } from '#court'
import { inviteJurors, openNight } from '#court/hearings'
import { giveAccount } from '#court/people'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import {
  aJuror,
  aNight,
  aReadyMatter,
  booked,
  DOORS_OPEN,
  granted,
  type Juror,
  NIGHT,
  onDocket,
  someJurors,
} from '../support/night.ts'

let court: TestCourt
let program: Program
let house: House
let desk: Visitor
let tablet: Visitor

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
  tablet = await house.as(program.facilitator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const youth = async (one: Pick<Juror, 'personId'>): Promise<Visitor> => {
  await act(court, program.coordinator, tx => giveAccount(court, tx, program.coordinator, one.personId, 'youth'))
  return house.as(await asPerson(court, program, one.personId, 'youth'))
}
/** A session ends when the clock jumps by days; so does nothing else. */
const again = async () => {
  desk = await house.as(program.coordinator)
  tablet = await house.as(program.facilitator)
}

const aForm = {
  day: NIGHT,
  starts: '17:30',
  ends: '20:30',
  place: 'Maple Street',
  jurorPlaces: '12',
  room: 'Room 204',
  capacity: '4',
  facilitatorId: '',
}

it('plans a night, publishes it, and lists it with what is still missing', async () => {
  expect((await desk.get('/hearings')).text).toContain('No hearing nights in these weeks')
  const added = await desk.post('/hearings/new', aForm)
  expect(added.headers.location).toBe(`/hearings/${NIGHT}`)
  expect((await desk.get(`/hearings/${NIGHT}`)).text).toContain('Publish the night')
  expect((await desk.post(`/hearings/${NIGHT}/publication`)).status).toBe(303)
  const list = await desk.get('/hearings?month=2026-03')
  for (const words of [
    'Thursday, March 19',
    '0 of 4',
    '0 yes, 0 no, 0 no answer',
    '6 more jurors',
    'a facilitator in 1 room',
    'cases',
    '5:30 PM',
  ])
    expect(list.text).toContain(words)
  expect((await desk.get('/hearings?month=2026-04')).text).not.toContain('March 19')
})

it('says what is wrong with a night, keeps what was typed and adds nothing', async () => {
  const bad = await desk.post('/hearings/new', { ...aForm, starts: 'half past five', jurorPlaces: '0', place: '' })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Type a time, like 5:30 PM')
  expect(bad.text).toContain('value="Room 204"')
  const late = await desk.post('/hearings/new', { ...aForm, ends: '16:00' })
  expect(late.status).toBe(409)
  expect(late.text).toMatch(/<a href="#ends">[^<]+: A night ends after it begins/)
  expect(late.text).toMatch(/id="ends"[^>]+aria-invalid="true"/)
  await desk.post('/hearings/new', aForm)
  expect((await desk.post('/hearings/new', aForm)).text).toContain('There is a night on that day already')
  expect(await court.rows('select 1 from nights where program_id = $1', [program.id])).toHaveLength(1)
})

it('adds rooms, names their adults, invites jurors and records what they say on the phone', async () => {
  await aNight(court, program)
  const [one, other] = await someJurors(court, program, 2)
  expect(
    (await desk.post(`/hearings/${NIGHT}/rooms`, { room: 'Room 204', capacity: '2', facilitatorId: '' })).text,
  ).toContain('There is a room of that name already')
  expect(
    (
      await desk.post(`/hearings/${NIGHT}/rooms`, {
        room: 'Room 205',
        capacity: '2',
        facilitatorId: program.facilitator.membershipId ?? '',
      })
    ).status,
  ).toBe(303)
  expect((await desk.post(`/hearings/${NIGHT}/invitations`, {})).text).toContain('Choose at least one')
  expect(
    (await desk.post(`/hearings/${NIGHT}/invitations`, { jurors: [one?.jurorId ?? '', other?.jurorId ?? ''] })).status,
  ).toBe(303)
  const page = await desk.get(`/hearings/${NIGHT}`)
  expect(page.text).toContain('0 yes, 0 no, 2 no answer')
  const [place] = await court.rows<{ id: string }>('select id from assignments where juror_id = $1', [one?.jurorId])
  expect((await desk.post(`/hearings/${NIGHT}/places/${place?.id}`, { answer: 'yes' })).status).toBe(303)
  expect((await desk.get(`/hearings/${NIGHT}`)).text).toContain('1 yes, 0 no, 1 no answer')
})

it('leaves out whoever is away that day, has enough nights, or has a place already', async () => {
  const night = await aNight(court, program)
  const [coming, away, weekday, enough] = (await someJurors(court, program, 4)) as [Juror, Juror, Juror, Juror]
  await booked(court, program, coming, night)
  await court.rows(`insert into absences (program_id, id, juror_id, from_day, to_day) values ($1, $2, $2, $3, $3)`, [
    program.id,
    away.jurorId,
    NIGHT,
  ])
  await court.rows(`update jurors set away_weekdays = '{4}' where id = $1`, [weekday.jurorId])
  await court.rows(`update jurors set monthly_limit = 0 where id = $1`, [enough.jurorId])
  expect((await desk.get(`/hearings/${NIGHT}`)).text).toContain('Nobody else is free that day.')
})

it('puts a case on the docket from its own page, moves it, and takes it off again', async () => {
  const night = await aNight(court, program)
  const matter = await aReadyMatter(court, program, { calledName: 'Jordan', lastName: 'Tran' })
  const page = await desk.get(`/cases/${matter.no}/docket`)
  expect(page.text).toContain('5:30 PM, Maple Street Community Center, Room 204')
  expect((await desk.post(`/cases/${matter.no}/docket`, {})).text).toContain('Choose one')
  const put = await desk.post(`/cases/${matter.no}/docket`, { where: `${night.id}.${night.roomId}` })
  expect(put.headers.location).toBe(`/cases/${matter.no}`)
  expect((await desk.get(`/hearings/${NIGHT}`)).text).toContain('Jordan Tran')
  const [hearing] = await court.rows<{ id: string }>('select id from hearings where case_id = $1', [matter.caseId])
  expect((await desk.post(`/hearings/${NIGHT}/docket`, { hearing: hearing?.id ?? '', way: 'down' })).status).toBe(303)
  expect((await desk.get(`/cases/${matter.no}/docket`)).text).toContain('6:15 PM')
  const unsaid = await desk.post(`/cases/${matter.no}/docket/reset`, {})
  expect([unsaid.status, unsaid.text.includes('Choose one')]).toEqual([422, true])
  expect((await desk.post(`/cases/${matter.no}/docket/reset`, { reason: 'family-asked' })).status).toBe(303)
  const again = await desk.post(`/cases/${matter.no}/docket/reset`, { reason: 'family-asked' })
  expect([again.status, again.text.includes('That cannot be done now')]).toEqual([409, true])
  expect((await desk.get(`/cases/${matter.no}/docket`)).text).toContain('Choose a night')
  const looked = await court.rows(`select 1 from register_entries where case_id = $1 and act = 'looked-at'`, [
    matter.caseId,
  ])
  expect(looked.length).toBeGreaterThan(0)
})

it('says in words why a case without its consents is not docketed (rules 1 and 2)', async () => {
  const night = await aNight(court, program)
  const matter = await aReadyMatter(court, program, { consents: ['participation', 'guardian'] })
  const put = await desk.post(`/cases/${matter.no}/docket`, { where: `${night.id}.${night.roomId}` })
  expect(put.status).toBe(409)
  expect(put.text).toContain('The young person has not accepted responsibility yet')
})

it('opens the doors on the tablet, checks in with one tap, and shows nobody’s name in the list of tonight', async () => {
  const night = await aNight(court, program)
  const matter = await aReadyMatter(court, program, { calledName: 'Jordan', lastName: 'Tran' })
  await onDocket(court, program, matter, night)
  const juror = await aJuror(court, program, { calledName: 'Amina', lastName: 'Osei' })
  const place = await booked(court, program, juror, night)
  expect((await tablet.get('/nights/today')).text).toContain('No hearing night today')
  court.setClock(DOORS_OPEN)
  await again()
  expect((await tablet.get('/nights/today')).headers.location).toBe(`/nights/${NIGHT}`)
  const closed = await tablet.get(`/nights/${NIGHT}`)
  expect(closed.text).toContain('Open the night')
  expect(closed.text).not.toContain('Tran')
  expect(closed.text).toContain('Jordan T.')
  const list = /<nav class="card tight"[\s\S]*?<\/nav>/.exec(closed.text)?.[0] ?? ''
  expect(list).toContain('Case 1')
  expect(list).not.toContain('Jordan')
  expect((await tablet.post(`/nights/${NIGHT}/opening`)).status).toBe(303)
  expect((await tablet.post(`/nights/${NIGHT}/jurors/${place}/here`)).status).toBe(303)
  expect((await tablet.post(`/nights/${NIGHT}/promise`)).status).toBe(303)
  expect((await tablet.post(`/nights/${NIGHT}/1/family`, { personId: matter.respondent.personId })).status).toBe(303)
  expect((await tablet.post(`/nights/${NIGHT}/1/guardian`, { reason: 'At work.' })).status).toBe(303)
  const page = await tablet.get(`/nights/${NIGHT}`)
  for (const words of [
    '1 of 1 jurors here',
    'Here, and promised',
    'No guardian tonight: At work.',
    'Go on with the next case',
  ])
    expect(page.text).toContain(words)
  expect((await tablet.get(`/nights/${NIGHT}/1`)).headers.location).toBe(`/nights/${NIGHT}/1/jury`)
  expect((await tablet.post(`/nights/${NIGHT}/jurors/${place}/here`)).status).toBe(409)
})

it('takes back a mistake at the door with one tap, for a juror and for a family', async () => {
  const night = await aNight(court, program)
  const matter = await aReadyMatter(court, program, { calledName: 'Jordan', lastName: 'Tran' })
  await onDocket(court, program, matter, night)
  const juror = await aJuror(court, program, { calledName: 'Amina', lastName: 'Osei' })
  const place = await booked(court, program, juror, night)
  court.setClock(DOORS_OPEN)
  await again()
  granted(await openNight(court, program.facilitator, night.id))
  expect((await tablet.get(`/nights/${NIGHT}`)).text).not.toContain('Undo')
  await tablet.post(`/nights/${NIGHT}/jurors/${place}/here`)
  await tablet.post(`/nights/${NIGHT}/1/family`, { personId: matter.respondent.personId })
  const page = await tablet.get(`/nights/${NIGHT}`)
  expect(page.text).toContain('Undo: Amina O. is not here')
  expect(page.text).toContain('Undo: Jordan T. is not here')
  expect(page.text).not.toContain('They did not come')
  expect((await tablet.post(`/nights/${NIGHT}/jurors/${place}/undo`)).status).toBe(303)
  expect((await tablet.post(`/nights/${NIGHT}/1/family/undo`, { personId: matter.respondent.personId })).status).toBe(
    303,
  )
  const after = await tablet.get(`/nights/${NIGHT}`)
  for (const words of ['0 of 1 jurors here', 'Said yes', 'They did not come']) expect(after.text).toContain(words)
  expect((await tablet.post(`/nights/${NIGHT}/jurors/${place}/undo`)).status).toBe(409)
  const twice = await tablet.post(`/nights/${NIGHT}/1/family/undo`, { personId: matter.respondent.personId })
  expect(twice.status).toBe(409)
  expect(twice.text).toContain('They are not checked in.')
})

it('takes a walk-in by two fields, and says when the name is not known', async () => {
  const night = await aNight(court, program)
  await aJuror(court, program, { calledName: 'Omar', lastName: 'Haddad' })
  court.setClock(DOORS_OPEN)
  await again()
  granted(await openNight(court, program.facilitator, night.id))
  expect((await tablet.post(`/nights/${NIGHT}/walk-ins`, { calledName: 'Omar', lastName: 'Haddad' })).status).toBe(303)
  expect((await tablet.get(`/nights/${NIGHT}`)).text).toContain('Omar H.')
  const unknown = await tablet.post(`/nights/${NIGHT}/walk-ins`, { calledName: 'Omar', lastName: 'Nobody' })
  expect(unknown.status).toBe(409)
  expect(unknown.text).toMatch(/<a href="#calledName">[^<]+: We have no juror of that name/)
  expect(unknown.text).toContain('value="Nobody"')
})

it('shows a facilitator no draft, and nothing any more once the night is locked', async () => {
  const night = await aNight(court, program, { publish: false })
  expect((await tablet.get(`/nights/${NIGHT}`)).status).toBe(404)
  await desk.post(`/hearings/${NIGHT}/publication`)
  expect((await tablet.get(`/nights/${NIGHT}`)).status).toBe(200)
  await court.rows('alter table nights disable trigger only_lawful_moves')
  await court.rows(`update nights set status = 'locked' where id = $1`, [night.id])
  await court.rows('alter table nights enable trigger only_lawful_moves')
  expect((await tablet.get(`/nights/${NIGHT}`)).status).toBe(404)
  expect((await desk.get(`/nights/${NIGHT}`)).status).toBe(200)
})

it('shows a young person what is coming, what is open and what is past, and takes yes or no without a reason', async () => {
  const night = await aNight(court, program)
  await aNight(court, program, { day: '2026-03-26' })
  const juror = await aJuror(court, program)
  granted(await inviteJurors(court, program.coordinator, night.id, [juror.jurorId]))
  const me = await youth(juror)
  const dates = await me.get('/dates')
  for (const words of ['Thursday, March 19', 'Tell us: yes or no', 'Thursday, March 26', '40 places left'])
    expect(dates.text).toContain(words)
  const one = await me.get(`/dates/${night.id}`)
  for (const words of [
    'in 15 days',
    '5:30 PM to 8:30 PM',
    'Maple Street Community Center',
    'Can you be there?',
    'Tell us by Thursday, March 12.',
    'I can’t make it',
  ])
    expect(one.text).toContain(words)
  expect((await me.post(`/dates/${night.id}/answer`, { answer: 'no' })).status).toBe(303)
  expect((await me.get(`/dates/${night.id}`)).text).toContain('You said you can’t make it')
  await me.post(`/dates/${night.id}/answer`, { answer: 'yes' })
  expect((await me.get(`/dates/${night.id}`)).text).toContain('You said yes. See you Thursday, March 19.')
})

it('lets a young person sign up for a free place, and says clearly when it is gone (rule 19)', async () => {
  const night = await aNight(court, program, { jurorPlaces: 1 })
  const [one, other] = (await someJurors(court, program, 2)) as [Juror, Juror]
  const first = await youth(one)
  const second = await youth(other)
  expect((await first.get(`/dates/${night.id}`)).text).toContain('Sign me up')
  expect((await first.post(`/dates/${night.id}/answer`, { answer: 'yes' })).status).toBe(303)
  const full = await second.post(`/dates/${night.id}/answer`, { answer: 'yes' })
  expect(full.status).toBe(409)
  expect(full.text).toContain('This night is full')
  expect((await second.get('/dates')).text).not.toContain('March 19')
})

it('shows a young person their own hearing by when and where, and no way to be called to it (rule 9)', async () => {
  const night = await aNight(court, program)
  const matter = await aReadyMatter(court, program)
  await onDocket(court, program, matter, night)
  const me = await youth(matter.respondent)
  expect((await me.get('/dates')).text).toContain('Your own date')
  const page = await me.get(`/dates/${night.id}`)
  expect(page.text).toContain('Maple Street Community Center, Room 204')
  expect(page.text).not.toContain('Sign me up')
  expect((await me.post(`/dates/${night.id}/answer`, { answer: 'yes' })).status).toBe(409)
})

it('shows a young person nothing of a draft, and nothing of another program', async () => {
  const night = await aNight(court, program, { publish: false })
  const me = await youth(await aJuror(court, program))
  expect((await me.get(`/dates/${night.id}`)).status).toBe(404)
  expect((await me.get('/dates/nonsense')).status).toBe(404)
  expect((await me.get('/hearings')).status).toBe(404)
  const stranger = await house.as((await court.aProgram()).coordinator)
  expect((await stranger.get(`/hearings/${NIGHT}`)).status).toBe(404)
  expect((await desk.get('/hearings/2026-02-30')).status).toBe(404)
})
