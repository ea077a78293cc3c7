/** The hearing night on one tablet: tonight's list and the table by the door. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { enterLookAt } from '#court/register'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import { checkInFamily, checkInJuror, excuseGuardian, promiseAll, walkIn } from '../actions/door.ts'
import { openNight } from '../actions/nights.ts'
import { undoArrival, undoCheckIn } from '../actions/undoing.ts'
import { checkInForm, excuseForm, familyForm, walkInForm } from '../forms.ts'
import { type NightFacts, nightPage } from '../pages/door.ts'
import type { Refused } from '../pages/refusals.ts'
import { noNightPage, pageOf, showsTonight } from '../pages/tonight.ts'
import type { DocketLine } from '../records/docket.ts'
import { findNight, openNights } from '../records/nights.ts'
import { lookThatDay, tonightOf } from '../records/tonight.ts'
import { dayIn, positionIn, typed } from './reading.ts'

const room = ['facilitator', 'coordinator'] as const

const readNight = async (court: Court, actor: Actor, day: Day): Promise<NightFacts> => {
  const [[night, docket, places, arrivals, guardians]] = await court.db.inOneTrip(actor, tx =>
    Promise.all([
      tonightOf(tx, actor.programId, day),
      enterLookAt(court, tx, actor, lookThatDay, { programId: actor.programId, day }),
    ]),
  )
  if (!night || !showsTonight(actor.role, night.status)) throw new NotHere()
  return { night, docket, places, arrivals, guardians }
}

const lineAt = ({ docket }: NightFacts, position: number): DocketLine => {
  const line = docket.find(one => one.position === position)
  if (!line) throw new NotHere()
  return line
}

type Answer = { walkIn?: Form; refused?: Refused; status?: number }

/** The table by the door, as it stands; with what stood in the way of an act. */
export const showNight = async (
  court: Court,
  res: Response,
  day: Day,
  { walkIn: form = emptyForm(), refused, status = 200 }: Answer = {},
): Promise<void> =>
  show(res, nightPage(await readNight(court, actorOf(res), day), form, refused), refused ? 409 : status)

/** After an act at the door: the same page again, with what was done or what stood in the way. */
const settle = (court: Court, res: Response, day: Day, done: unknown, words: Said): Promise<void> | void =>
  isRefusal(done)
    ? showNight(court, res, day, { refused: done.refused as Refused })
    : saved(res, `/nights/${day}`, words)

export const nightRoutes = (court: Court): Route[] => [...lists(court), ...jurors(court), ...families(court)]

const lists = (court: Court): Route[] => [
  get('/nights/today', room, async (_req, res) => {
    const actor = actorOf(res)
    const today = todayFor(court, actor)
    const [tonight, ahead] = await court.db.withProgram(actor, tx =>
      Promise.all([findNight(tx, actor.programId, today), openNights(tx, actor.programId, today)]),
    )
    if (tonight && showsTonight(actor.role, tonight.status)) return res.redirect(303, `/nights/${today}`)
    show(res, noNightPage(ahead[0]))
  }),

  get('/nights/:date', room, (req, res) => showNight(court, res, dayIn(req.params.date))),

  get('/nights/:date/:position', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const facts = await readNight(court, actorOf(res), day)
    res.redirect(303, pageOf(day, lineAt(facts, positionIn(req.params.position))))
  }),

  post('/nights/:date/opening', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const { night } = await readNight(court, actor, day)
    return settle(court, res, day, await openNight(court, actor, night.id), said('hearings.door.opened'))
  }),
]

const jurors = (court: Court): Route[] => [
  post('/nights/:date/jurors/:id/here', room, async (req, res) => {
    const { id } = req.params
    const form = readForm(checkInForm, req.body)
    if (!form.ok || !isId(id)) throw new NotHere()
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const { places } = await readNight(court, actor, day)
    const name = places.find(place => place.id === id)?.calledName ?? ''
    return settle(
      court,
      res,
      day,
      await checkInJuror(court, actor, id, form.value),
      said('hearings.door.come', { name }),
    )
  }),

  post('/nights/:date/jurors/:id/undo', room, async (req, res) => {
    const { id } = req.params
    if (!isId(id)) throw new NotHere()
    const undone = await undoCheckIn(court, actorOf(res), id)
    return settle(court, res, dayIn(req.params.date), undone, said('hearings.door.undone'))
  }),

  post('/nights/:date/walk-ins', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(walkInForm, req.body)
    if (!form.ok) return showNight(court, res, day, { walkIn: form.form, status: 422 })
    const { night } = await readNight(court, actor, day)
    const came = await walkIn(court, actor, night.id, { ...form.value, oath: false })
    if (isRefusal(came))
      return showNight(court, res, day, { walkIn: emptyForm(typed(req.body)), refused: came.refused })
    saved(res, `/nights/${day}`, said('hearings.door.come', { name: form.value.calledName }))
  }),

  post('/nights/:date/promise', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const { night } = await readNight(court, actor, day)
    return settle(court, res, day, await promiseAll(court, actor, night.id), said('hearings.door.promise.saved'))
  }),
]

const families = (court: Court): Route[] => [
  post('/nights/:date/:position/family', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(familyForm, req.body)
    if (!form.ok) throw new NotHere()
    const facts = await readNight(court, actor, day)
    const line = lineAt(facts, positionIn(req.params.position))
    const came = await checkInFamily(court, actor, line.id, form.value.personId)
    const names = [...facts.guardians, { personId: line.respondentId, calledName: line.calledName }]
    const name = names.find(one => one.personId === form.value.personId)?.calledName
    return settle(court, res, day, came, name ? said('hearings.door.come', { name }) : said('platform.saved'))
  }),

  post('/nights/:date/:position/family/undo', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(familyForm, req.body)
    if (!form.ok) throw new NotHere()
    const line = lineAt(await readNight(court, actor, day), positionIn(req.params.position))
    const undone = await undoArrival(court, actor, line.id, form.value.personId)
    return settle(court, res, day, undone, said('hearings.door.undone'))
  }),

  post('/nights/:date/:position/guardian', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(excuseForm, req.body)
    if (!form.ok) return showNight(court, res, day, { walkIn: { values: {}, errors: form.form.errors }, status: 422 })
    const line = lineAt(await readNight(court, actor, day), positionIn(req.params.position))
    return settle(
      court,
      res,
      day,
      await excuseGuardian(court, actor, line.id, form.value.reason),
      said('hearings.door.excused.saved'),
    )
  }),
]
