import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { act } from '#court'
import { drawJury, juryOf, stepBack } from '#court/jury'
import { giveAccount } from '#court/people'
import { aCourt, asPerson, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aNightUnderWay, granted, type Heard, NIGHT } from '../support/night.ts'

let court: TestCourt
let program: Program
let house: House
let tablet: Visitor
let heard: Heard

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  heard = await aNightUnderWay(court, program, { jurors: 8 })
  tablet = await house.as(program.facilitator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const at = `/nights/${NIGHT}/1`
const jury = () => court.db.withProgram(program.facilitator, tx => juryOf(tx, program.id, heard.hearingId))
const caseStatus = async () =>
  (await court.rows<{ status: string }>('select status from cases where id = $1', [heard.matter.caseId]))[0]?.status
const respondent = () => heard.matter.respondent

it('draws on the tablet, shows who sits and who is next, and lets anyone step back without asking why', async () => {
  const before = await tablet.get(`${at}/jury`)
  expect(before.text).toContain('8 of those here may hear this case')
  expect((await tablet.post(`${at}/jury`)).status).toBe(303)
  const drawn = await jury()
  const page = await tablet.get(`${at}/jury`)
  for (const words of [
    'Drawn by chance from the 8 young people here tonight.',
    'Drawn 5:30 PM',
    'Foreperson',
    'Next in the draw',
    'a known seed',
  ])
    expect(page.text).toContain(words)
  expect(page.text).not.toContain(respondent().lastName)
  const leaving = drawn.seats[1]
  expect(
    (await tablet.post(`${at}/jury/stepping-back`, { juror: leaving?.jurorId ?? '', origin: 'juror' })).status,
  ).toBe(303)
  const after = await tablet.get(`${at}/jury`)
  expect(after.text).toContain(`${leaving?.calledName} ${leaving?.lastName[0]}. stepped back.`)
  expect(after.text).toContain('That is okay, and no reason is needed.')
  expect((await jury()).seats.map(seat => seat.jurorId)).toContain(drawn.next?.jurorId)
})

it('honours the objection of a family, which is asked for a name and for nothing else (rule 14)', async () => {
  await tablet.post(`${at}/jury`)
  expect((await tablet.post(`${at}/jury/objection`, { juror: '' })).status).toBe(422)
  const unwanted = (await jury()).seats[3]
  expect((await tablet.post(`${at}/jury/objection`, { juror: unwanted?.jurorId ?? '' })).status).toBe(303)
  const conflicts = await court.rows('select juror_id, origin from conflicts where case_id = $1', [heard.matter.caseId])
  expect(conflicts).toEqual([{ juror_id: unwanted?.jurorId, origin: 'family' }])
  expect((await jury()).seats).toHaveLength(6)
})

it('asks why before it draws again, and shows why somebody was not in the lot', async () => {
  await tablet.post(`${at}/jury`)
  const again = await tablet.post(`${at}/jury`)
  expect(again.status).toBe(409)
  expect(again.text).toContain('Say why. The reason is kept with the draw.')
  expect((await tablet.post(`${at}/jury`, { reason: 'Two came late.' })).status).toBe(303)
  expect((await tablet.get(`${at}/jury`)).text).toContain('Two came late.')
  const [first] = (await jury()).seats
  await stepBack(court, program.facilitator, heard.hearingId, first?.jurorId ?? '')
  await tablet.post(`${at}/jury`, { reason: 'Again.' })
  expect((await tablet.get(`${at}/jury`)).text).toContain('knows somebody in this case')
})

it('shows strengths before the matter, asks the family once more, and then begins', async () => {
  await court.rows(`update people set strengths = '{"Draws comics","Looks after two brothers"}' where id = $1`, [
    respondent().personId,
  ])
  const empty = await tablet.get(`${at}/talk`)
  expect(empty.text).toContain('There are too few jurors to begin')
  await tablet.post(`${at}/jury`)
  const page = await tablet.get(`${at}/talk`)
  expect(page.text.indexOf('Draws comics')).toBeGreaterThan(0)
  expect(page.text.indexOf('Draws comics')).toBeLessThan(page.text.indexOf('What it is about'))
  expect(page.text).not.toContain('Took a jacket.')
  expect(page.text).not.toContain(respondent().lastName)
  const unasked = await tablet.post(`${at}/talk`)
  expect(unasked.status).toBe(409)
  expect(unasked.text).toContain('Ask the family once more')
  expect(await caseStatus()).toBe('docketed')
  expect((await tablet.post(`${at}/talk`, { asked: 'yes' })).status).toBe(303)
  expect(await caseStatus()).toBe('in_hearing')
  expect((await tablet.get(`${at}/talk`)).text).toContain('Go on to decide')
  expect((await tablet.get(`/nights/${NIGHT}/1`)).headers.location).toBe(`${at}/decide`)
  const looked = await court.rows(`select 1 from register_entries where case_id = $1 and act = 'looked-at'`, [
    heard.matter.caseId,
  ])
  expect(looked.length).toBeGreaterThanOrEqual(3)
})

it('ends a case as the family wishes, or breaks it off with a reason', async () => {
  await tablet.post(`${at}/jury`)
  await tablet.post(`${at}/talk`, { asked: 'yes' })
  expect((await tablet.post(`${at}/stop`, {})).status).toBe(422)
  expect((await tablet.post(`${at}/stop`, { reason: 'no-time' })).headers.location).toBe(`/nights/${NIGHT}`)
  expect(await caseStatus()).toBe('ready')
  expect((await tablet.post(`${at}/withdrawal`)).status).toBe(409)
})

it('writes down that a young person did not come only after asking once more', async () => {
  await court.rows('update hearings set respondent_came_at = null where id = $1', [heard.hearingId])
  expect((await tablet.get(`${at}/missed`)).text).toContain('they did not come')
  expect((await tablet.post(`${at}/missed`)).headers.location).toBe(`/nights/${NIGHT}`)
  expect(await caseStatus()).toBe('ready')
})

it('shows a juror their seat and a first name on the night, and nothing afterwards (rule 22)', async () => {
  await tablet.post(`${at}/jury`)
  const seated = (await jury()).seats[0]
  const desk = program.coordinator
  await act(court, desk, tx => giveAccount(court, tx, desk, seated?.personId ?? '', 'youth'))
  const juror = await asPerson(court, program, seated?.personId ?? '', 'youth')
  const me = await house.as(juror)
  const date = await me.get(`/dates/${heard.night.id}`)
  expect(date.text).toContain('See your seat tonight')
  const seat = await me.get(`/dates/${heard.night.id}/seat`)
  expect(seat.text).toContain(`You hear ${respondent().calledName}`)
  expect(seat.text).toContain('You are the foreperson.')
  expect(seat.text).not.toContain(respondent().lastName)
  expect(seat.text).not.toContain(heard.matter.no)
  court.setClock('2026-03-20T14:00:00Z')
  const later = await house.as(juror)
  expect((await later.get(`/dates/${heard.night.id}/seat`)).status).toBe(404)
  for (const path of ['/dates', `/dates/${heard.night.id}`])
    expect((await later.get(path)).text).not.toContain(respondent().calledName)
})

it('has a seat page for nobody who stepped back, and no tablet for a juror', async () => {
  const drawn = granted(await drawJury(court, program.facilitator, heard.hearingId))
  const [leaving] = (await jury()).seats
  await stepBack(court, program.facilitator, heard.hearingId, drawn.seated[0] ?? '')
  const desk = program.coordinator
  await act(court, desk, tx => giveAccount(court, tx, desk, leaving?.personId ?? '', 'youth'))
  const me = await house.as(await asPerson(court, program, leaving?.personId ?? '', 'youth'))
  expect((await me.get(`/dates/${heard.night.id}/seat`)).text).toContain('You have no seat right now')
  for (const path of [`${at}/jury`, `${at}/talk`, `/nights/${NIGHT}`]) expect((await me.get(path)).status).toBe(404)
})

it('is a page of this program and of this night only', async () => {
  const stranger = await house.as((await court.aProgram()).facilitator)
  expect((await stranger.get(`${at}/jury`)).status).toBe(404)
  expect((await stranger.post(`${at}/jury`)).status).toBe(404)
  expect((await tablet.get(`/nights/${NIGHT}/2/jury`)).status).toBe(404)
  expect((await tablet.get(`/nights/${NIGHT}/0/jury`)).status).toBe(404)
  expect((await tablet.post(`${at}/jury/stepping-back`, { juror: 'somebody', origin: 'juror' })).status).toBe(404)
})

const stepsIn = (text: string): string[] =>
  [...(/aria-label="Steps of this case"[\s\S]*?<\/ol>/.exec(text)?.[0] ?? '').matchAll(/<li class="(\w+)"/g)].map(
    ([, state = '']) => state,
  )

it('shows in its five steps how the case stands, whichever page is open', async () => {
  const both = async () => {
    const [onJury, onTalk] = [await tablet.get(`${at}/jury`), await tablet.get(`${at}/talk`)]
    expect(stepsIn(onJury.text)).toEqual(stepsIn(onTalk.text))
    return stepsIn(onTalk.text).join(' ')
  }
  await court.rows('update hearings set respondent_came_at = null where id = $1', [heard.hearingId])
  expect(await both()).toBe('now todo todo todo todo')
  await court.rows('update hearings set respondent_came_at = now() where id = $1', [heard.hearingId])
  expect(await both()).toBe('done now todo todo todo')
  await tablet.post(`${at}/jury`)
  expect(await both()).toBe('done done now todo todo')
  await tablet.post(`${at}/talk`, { asked: 'yes' })
  expect(await both()).toBe('done done now todo todo')
  await tablet.post(`${at}/stop`, { reason: 'no-time' })
  expect(await both()).toBe('')
})

it('has the promise of tonight where it is missing, and comes back to the talk (rule 15)', async () => {
  await tablet.post(`${at}/jury`)
  await court.rows('update assignments set oath_at = null where night_id = $1', [heard.night.id])
  const page = await tablet.get(`${at}/talk`)
  expect(page.text).toContain('Not every juror has promised confidentiality tonight.')
  expect(page.text).toContain('All have said it (6)')
  expect(page.text).not.toContain('Everyone here has promised')
  await court.rows('update hearings set guardian_came_at = null where id = $1', [heard.hearingId])
  const both = await tablet.get(`${at}/talk`)
  for (const words of ['A guardian is not checked in.', 'All have said it (6)']) expect(both.text).toContain(words)
  await court.rows('update hearings set guardian_came_at = now() where id = $1', [heard.hearingId])
  const said = await tablet.post(`/nights/${NIGHT}/promise`, { case: '1' })
  expect(said.headers.location).toBe(`${at}/talk`)
  const after = await tablet.get(`${at}/talk`)
  expect(after.text).not.toContain('Still missing')
  expect(after.text).toContain('Everyone here has promised')
  expect(after.text).toContain('name="asked"')
})

it('leads from what is missing to the page where it is mended', async () => {
  const missing = async () =>
    /aria-labelledby="missing"[\s\S]*?<\/section>/.exec((await tablet.get(`${at}/talk`)).text)?.[0] ?? ''
  expect(await missing()).toContain(`href="${at}/jury"`)
  await court.rows('update hearings set guardian_came_at = null where id = $1', [heard.hearingId])
  expect(await missing()).toContain(`href="/nights/${NIGHT}#family-1"`)
})

it('says where there are too few who can still be asked, and gives the case another night (rule 17)', async () => {
  const road = async () => /aria-labelledby="road"[\s\S]*?<\/section>/.exec((await tablet.get(`${at}/jury`)).text)?.[0]
  expect(await road()).toBeUndefined()
  expect((await tablet.post(`${at}/reset`)).text).toContain('There are enough jurors for this case now')
  const places = await court.rows<{ id: string }>('select id from assignments where night_id = $1', [heard.night.id])
  for (const place of places.slice(3)) await tablet.post(`/nights/${NIGHT}/jurors/${place.id}/undo`)
  const words = await road()
  expect(words).toContain('Only 3 of those here may hear this case, and a jury needs 4.')
  expect(words).toContain('Call those who are expected and not here yet:')
  expect(words).toContain(`href="/nights/${NIGHT}#walk-in"`)
  expect((await tablet.post(`${at}/jury`)).status).toBe(409)
  expect((await tablet.post(`${at}/reset`)).headers.location).toBe(`/nights/${NIGHT}`)
  expect(await caseStatus()).toBe('ready')
  const [reset] = await court.rows('select status, end_reason from hearings where id = $1', [heard.hearingId])
  expect(reset).toEqual({ status: 'reset', end_reason: 'no-quorum' })
})

it('says of a jury that has shrunk who is next, or that it can be drawn again', async () => {
  await tablet.post(`${at}/jury`)
  const road = async () => /aria-labelledby="road"[\s\S]*?<\/section>/.exec((await tablet.get(`${at}/jury`)).text)?.[0]
  for (let gone = 0; gone < 5; gone += 1) {
    const [seat] = (await jury()).seats
    await tablet.post(`${at}/jury/stepping-back`, { juror: seat?.jurorId ?? '', origin: 'juror' })
  }
  expect((await jury()).seats).toHaveLength(3)
  expect(await road()).toContain('3 sit, and a jury needs 4.')
  expect(await road()).not.toContain('Draw again:')
})
