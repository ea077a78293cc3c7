/** Nights at the desk: a month of them, and a new one. */
import type { Response } from 'express'
import { type Court, todayFor } from '#court'
import { rulebookOn } from '#court/programs'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { addDays, addMonths, type Day, isDay } from '#platform/time'
import { said } from '#words'
import { addNight } from '../actions/nights.ts'
import { nightForm } from '../forms.ts'
import { newNightPage, nightsPage } from '../pages/list.ts'
import type { Refused } from '../pages/refusals.ts'
import { answersBetween } from '../records/counts.ts'
import { hearingsBetween } from '../records/docket.ts'
import { latestNight, nightsBetween } from '../records/nights.ts'
import { roomsBetween } from '../records/rooms.ts'
import { adultsOf, typed } from './reading.ts'

const desk = ['coordinator'] as const

type Month = { from: Day; to: Day; earlier: string; later: string }

const monthOf = (word: unknown, today: Day): Month => {
  const from =
    typeof word === 'string' && isDay(`${word}-01`) ? (`${word}-01` as Day) : (`${today.slice(0, 7)}-01` as Day)
  const link = (months: number) => `/hearings?month=${addMonths(from, months).slice(0, 7)}`
  return { from, to: addDays(addMonths(from, 1), -1), earlier: link(-1), later: link(1) }
}

export const deskRoutes = (court: Court): Route[] => [
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
