/** The hearing night on one tablet: tonight's list and the table by the door. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { enterLookAt } from '#court/register'
import { emptyForm, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import { checkInFamily, checkInJuror, excuseGuardian, promiseAll, walkIn } from '../actions/door.ts'
import { openNight } from '../actions/nights.ts'
import { undoArrival, undoCheckIn, undoLeaving } from '../actions/undoing.ts'
import { checkInForm, excuseForm, familyForm, promiseForm, walkInForm } from '../forms.ts'
import { anchorOf, type Answer, type NightFacts, nightPage } from '../pages/door.ts'
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

/** The table by the door, as it stands; with what stood in the way of an act. */
export const showNight = async (
  court: Court,
  res: Response,
  day: Day,
  { status = 200, ...answer }: Answer & { status?: number } = {},
): Promise<void> =>
  show(res, nightPage(await readNight(court, actorOf(res), day), answer), answer.refused ? 409 : status)

/** A row of the page to which an act at the door comes back, done or refused. */
type Row = { day: Day; at: string }

const rowAt = (date: string, at: string): Row => ({ day: dayIn(date), at })

/** After an act at the door: the same row again, with what was done or what stood in the way. */
const settle = (court: Court, res: Response, { day, at }: Row, done: unknown, words: Said): Promise<void> | void =>
  isRefusal(done)
    ? showNight(court, res, day, { refused: done.refused as Refused, at })
    : saved(res, `/nights/${day}#${at}`, words)

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
    const opened = await openNight(court, actor, night.id)
    if (isRefusal(opened)) return showNight(court, res, day, { refused: opened.refused })
    saved(res, `/nights/${day}`, said('hearings.door.opened'))
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
    const came = await checkInJuror(court, actor, id, form.value)
    return settle(court, res, { day, at: anchorOf.juror(id) }, came, said('hearings.door.come', { name }))
  }),

  post('/nights/:date/jurors/:id/undo', room, async (req, res) => {
    const { id } = req.params
    if (!isId(id)) throw new NotHere()
    const undone = await undoCheckIn(court, actorOf(res), id)
    return settle(court, res, rowAt(req.params.date, anchorOf.juror(id)), undone, said('hearings.door.undone'))
  }),

  post('/nights/:date/jurors/:id/return', room, async (req, res) => {
    const { id } = req.params
    if (!isId(id)) throw new NotHere()
    const here = await undoLeaving(court, actorOf(res), id)
    return settle(court, res, rowAt(req.params.date, anchorOf.juror(id)), here, said('hearings.door.undone'))
  }),

  post('/nights/:date/walk-ins', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(walkInForm, req.body)
    const at = anchorOf.walkIn
    if (!form.ok) return showNight(court, res, day, { walkIn: form.form, at, status: 422 })
    const { night } = await readNight(court, actor, day)
    const came = await walkIn(court, actor, night.id, { ...form.value, oath: false })
    if (isRefusal(came))
      return showNight(court, res, day, { walkIn: emptyForm(typed(req.body)), refused: came.refused, at })
    saved(res, `/nights/${day}#${anchorOf.juror(came.id)}`, said('hearings.door.come', { name: form.value.calledName }))
  }),

  post('/nights/:date/promise', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(promiseForm, req.body)
    if (!form.ok) throw new NotHere()
    const { night } = await readNight(court, actor, day)
    const promised = await promiseAll(court, actor, night.id)
    if (!isRefusal(promised) && form.value.case !== null)
      return saved(res, `/nights/${day}/${positionIn(form.value.case)}/talk`, said('hearings.door.promise.saved'))
    return settle(court, res, { day, at: anchorOf.promise }, promised, said('hearings.door.promise.saved'))
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
    const row = { day, at: anchorOf.family(line.position) }
    const came = await checkInFamily(court, actor, line.id, form.value.personId)
    const names = [...facts.guardians, { personId: line.respondentId, calledName: line.calledName }]
    const name = names.find(one => one.personId === form.value.personId)?.calledName
    return settle(court, res, row, came, name ? said('hearings.door.come', { name }) : said('platform.saved'))
  }),

  post('/nights/:date/:position/family/undo', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(familyForm, req.body)
    if (!form.ok) throw new NotHere()
    const line = lineAt(await readNight(court, actor, day), positionIn(req.params.position))
    const undone = await undoArrival(court, actor, line.id, form.value.personId)
    return settle(court, res, { day, at: anchorOf.family(line.position) }, undone, said('hearings.door.undone'))
  }),

  post('/nights/:date/:position/guardian', room, async (req, res) => {
    const day = dayIn(req.params.date)
    const actor = actorOf(res)
    const form = readForm(excuseForm, req.body)
    const line = lineAt(await readNight(court, actor, day), positionIn(req.params.position))
    const row = { day, at: anchorOf.family(line.position) }
    if (!form.ok)
      return showNight(court, res, day, {
        excuse: { position: line.position, form: form.form },
        at: row.at,
        status: 422,
      })
    const excused = await excuseGuardian(court, actor, line.id, form.value.reason)
    return settle(court, res, row, excused, said('hearings.door.excused.saved'))
  }),
]
