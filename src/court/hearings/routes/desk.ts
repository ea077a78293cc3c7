/** Nights at the desk. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { rulebookOn } from '#court/programs'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { addDays, addMonths, type Day, isDay } from '#platform/time'
import { type Said, said } from '#words'
import { answerInvitation, inviteJurors } from '../actions/inviting.ts'
import { addNight, closeNight, publishNight, reopenNight, staffNight } from '../actions/nights.ts'
import { addRoom, giveRoom } from '../actions/rooms.ts'
import { shiftCase } from '../actions/shifting.ts'
import { answerForm, giveForm, inviteForm, nightForm, reopenForm, roomForm, shiftForm } from '../forms.ts'
import { newNightPage, nightsPage } from '../pages/list.ts'
import { managePage } from '../pages/manage.ts'
import type { Refused } from '../pages/refusals.ts'
import { answersBetween } from '../records/counts.ts'
import { hearingsBetween } from '../records/docket.ts'
import { latestNight, nightByDay, nightsBetween } from '../records/nights.ts'
import { roomsBetween } from '../records/rooms.ts'
import { adultsOf, dayIn, manageFacts, typed } from './reading.ts'

const desk = ['coordinator'] as const

export const deskRoutes = (court: Court): Route[] => [...planning(court), ...managing(court), ...answering(court)]

type Month = { from: Day; to: Day; earlier: string; later: string }

const monthOf = (word: unknown, today: Day): Month => {
  const from =
    typeof word === 'string' && isDay(`${word}-01`) ? (`${word}-01` as Day) : (`${today.slice(0, 7)}-01` as Day)
  const link = (months: number) => `/hearings?month=${addMonths(from, months).slice(0, 7)}`
  return { from, to: addDays(addMonths(from, 1), -1), earlier: link(-1), later: link(1) }
}

const planning = (court: Court): Route[] => [
  get('/hearings', desk, async (req, res) => {
    const actor = actorOf(res)
    const today = todayFor(court, actor)
    const month = monthOf(req.query.month, today)
    const span = [actor.programId, month.from, month.to] as const
    const [nights, hearings, rooms, answers, book] = await court.db.inOneTrip(actor, tx =>
      Promise.all([
        nightsBetween(tx, ...span),
        hearingsBetween(tx, ...span),
        roomsBetween(tx, ...span),
        answersBetween(tx, ...span),
        rulebookOn(tx, actor.programId, today),
      ]),
    )
    show(res, nightsPage({ nights, hearings, rooms, answers, jurySize: book.rules.jury.size }, month))
  }),

  get('/hearings/new', desk, async (_req, res) => {
    const actor = actorOf(res)
    const last = await court.db.withProgram(actor, tx => latestNight(tx, actor.programId))
    const place = last?.place ?? res.locals.help.place ?? ''
    await showNew(
      court,
      res,
      emptyForm({ place, starts: '17:30', ends: '20:30', jurorPlaces: String(last?.jurorPlaces ?? 24), capacity: '4' }),
    )
  }),

  post('/hearings/new', desk, async (req, res) => {
    const form = readForm(nightForm, req.body)
    if (!form.ok) return showNew(court, res, form.form, 422)
    const { room, capacity, facilitatorId, ...night } = form.value
    const added = await addNight(court, actorOf(res), { ...night, room: { name: room, capacity, facilitatorId } })
    if (isRefusal(added)) return showNew(court, res, emptyForm(typed(req.body)), 409, added.refused)
    saved(res, `/hearings/${added.heldOn}`, said('hearings.new.saved'))
  }),
]

const showNew = async (court: Court, res: Response, form: Form, status = 200, refused?: Refused): Promise<void> => {
  const actor = actorOf(res)
  const adults = await court.db.withProgram(actor, tx => adultsOf(tx, actor.programId))
  show(res, newNightPage(form, adults, refused), status)
}

const emptyRoom = (): Form => emptyForm()

type Answer = { roomForm?: Form; refused?: Refused; status?: number }

const showNight = async (
  court: Court,
  res: Response,
  day: Day,
  { roomForm = emptyRoom(), refused, status = 200 }: Answer = {},
): Promise<void> =>
  show(res, managePage(await manageFacts(court, actorOf(res), day), roomForm, refused), refused ? 409 : status)

const idOf = (court: Court, actor: Actor, day: Day): Promise<string> =>
  court.db.withProgram(actor, async tx => (await nightByDay(tx, actor.programId, day)).id)

/** After an act on a night: back to its page, or the page with what stood in the way. */
const settle = (court: Court, res: Response, day: Day, done: unknown, words: Said): Promise<void> | void =>
  isRefusal(done)
    ? showNight(court, res, day, { refused: done.refused as Refused })
    : saved(res, `/hearings/${day}`, words)

const managing = (court: Court): Route[] => {
  const moving = (
    path: 'publication' | 'staffing' | 'lock',
    move: typeof publishNight | typeof staffNight | typeof closeNight,
    words: Said,
  ) =>
    post(`/hearings/:date/${path}`, desk, async (req, res) => {
      const day = dayIn(req.params.date)
      const actor = actorOf(res)
      return settle(court, res, day, await move(court, actor, await idOf(court, actor, day)), words)
    })

  return [
    get('/hearings/:date', desk, (req, res) => showNight(court, res, dayIn(req.params.date))),
    moving('publication', publishNight, said('hearings.published')),
    moving('staffing', staffNight, said('hearings.staffed')),
    moving('lock', closeNight, said('hearings.closed')),

    post('/hearings/:date/reopening', desk, async (req, res) => {
      const day = dayIn(req.params.date)
      const actor = actorOf(res)
      const form = readForm(reopenForm, req.body)
      if (!form.ok) return showNight(court, res, day, { status: 422 })
      return settle(
        court,
        res,
        day,
        await reopenNight(court, actor, await idOf(court, actor, day), form.value.reason),
        said('hearings.reopened'),
      )
    }),

    post('/hearings/:date/rooms', desk, async (req, res) => {
      const day = dayIn(req.params.date)
      const actor = actorOf(res)
      const form = readForm(roomForm, req.body)
      if (!form.ok) return showNight(court, res, day, { roomForm: form.form, status: 422 })
      const { room, capacity, facilitatorId } = form.value
      const added = await addRoom(court, actor, await idOf(court, actor, day), { name: room, capacity, facilitatorId })
      if (isRefusal(added))
        return showNight(court, res, day, { roomForm: emptyForm(typed(req.body)), refused: added.refused })
      saved(res, `/hearings/${day}`, said('hearings.room.added'))
    }),

    post('/hearings/:date/rooms/:id', desk, async (req, res) => {
      const day = dayIn(req.params.date)
      const actor = actorOf(res)
      const form = readForm(giveForm, req.body)
      if (!form.ok || !isId(req.params.id)) throw new NotHere()
      const given = await giveRoom(court, actor, await idOf(court, actor, day), req.params.id, form.value.facilitatorId)
      return settle(court, res, day, given, said('hearings.room.given'))
    }),

    post('/hearings/:date/docket', desk, async (req, res) => {
      const day = dayIn(req.params.date)
      const form = readForm(shiftForm, req.body)
      if (!form.ok) return showNight(court, res, day, { status: 422 })
      return settle(
        court,
        res,
        day,
        await shiftCase(court, actorOf(res), form.value.hearing, form.value.way),
        said('hearings.docket.moved'),
      )
    }),
  ]
}

const answering = (court: Court): Route[] => [
  post('/hearings/:date/invitations', desk, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(inviteForm, req.body)
    if (!form.ok) return showNight(court, res, day, { roomForm: { values: {}, errors: form.form.errors }, status: 422 })
    const asked = await inviteJurors(court, actor, await idOf(court, actor, day), form.value.jurors)
    return settle(court, res, day, asked, said('hearings.invited', { count: form.value.jurors.length }))
  }),

  post('/hearings/:date/places/:id', desk, async (req, res) => {
    const day = dayIn(req.params.date)
    const form = readForm(answerForm, req.body)
    if (!form.ok || !isId(req.params.id)) throw new NotHere()
    const answered = await answerInvitation(court, actorOf(res), req.params.id, form.value.answer)
    return settle(court, res, day, answered, said('hearings.jurors.answered'))
  }),
]
