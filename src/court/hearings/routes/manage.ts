/** One night at the desk. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere } from '#court'
import { readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import { answerInvitation, inviteJurors } from '../actions/inviting.ts'
import { closeNight, publishNight, reopenNight, staffNight } from '../actions/nights.ts'
import { addRoom, giveRoom } from '../actions/rooms.ts'
import { shiftCase } from '../actions/shifting.ts'
import { answerForm, giveForm, inviteForm, reopenForm, roomForm, shiftForm } from '../forms.ts'
import { type ManageForms, managePage } from '../pages/manage.ts'
import type { Refused } from '../pages/refusals.ts'
import { nightByDay } from '../records/nights.ts'
import { dayIn, manageFacts } from './reading.ts'

const desk = ['coordinator'] as const

export const manageRoutes = (court: Court): Route[] => [...managing(court), ...answering(court)]

type Answer = ManageForms & { status?: number }

const showNight = async (
  court: Court,
  res: Response,
  day: Day,
  { status = 200, ...forms }: Answer = {},
): Promise<void> =>
  show(res, managePage(await manageFacts(court, actorOf(res), day), forms), forms.refused ? 409 : status)

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
      if (isRefusal(added)) return showNight(court, res, day, { roomForm: form.form, refused: added.refused })
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
    if (!form.ok) return showNight(court, res, day, { inviteForm: form.form, status: 422 })
    const asked = await inviteJurors(court, actor, await idOf(court, actor, day), form.value.jurors)
    if (isRefusal(asked)) return showNight(court, res, day, { inviteForm: form.form, refused: asked.refused })
    saved(res, `/hearings/${day}`, said('hearings.invited', { count: asked.invited }))
  }),

  post('/hearings/:date/places/:id', desk, async (req, res) => {
    const day = dayIn(req.params.date)
    const form = readForm(answerForm, req.body)
    if (!form.ok || !isId(req.params.id)) throw new NotHere()
    const answered = await answerInvitation(court, actorOf(res), req.params.id, form.value.answer)
    return settle(court, res, day, answered, said('hearings.jurors.answered'))
  }),
]
