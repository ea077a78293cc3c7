/** A night moves to another day: the day on the night's own page, then once more whether it is meant. */
import type { Response } from 'express'
import type { Actor, Court } from '#court'
import { enterLook } from '#court/register'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import type { Day } from '#platform/time'
import { said } from '#words'
import { moveNightToDay } from '../actions/other-day.ts'
import { otherDayFacts } from '../actions/other-day-facts.ts'
import { askDayForm, otherDayForm } from '../forms.ts'
import { otherDayPage } from '../pages/other-day.ts'
import type { Refused } from '../pages/refusals.ts'
import { nightByDay } from '../records/nights.ts'
import { dayIn } from './reading.ts'

const desk = ['coordinator'] as const

const read = (court: Court, actor: Actor, day: Day, to: Day | null) =>
  court.db.withProgram(actor, async tx => {
    const night = await nightByDay(tx, actor.programId, day)
    if (to === null) return { night, seen: null }
    const [seen] = await Promise.all([
      otherDayFacts(court, tx, actor, night, to),
      enterLook(court, tx, actor, { thing: 'night', thingId: night.id }),
    ])
    return { night, seen }
  })

export const otherDayRoutes = (court: Court): Route[] => {
  const ask = async (res: Response, day: Day, to: Day | null, form?: Form, refused?: Refused): Promise<void> => {
    const { night, seen } = await read(court, actorOf(res), day, to)
    const page = otherDayPage(night, seen, form, refused)
    show(res, page, to === null && form ? 422 : page.asked || to === null ? 200 : 409)
  }

  return [
    get('/hearings/:date/other-day', desk, (req, res) => {
      const day = dayIn(req.params.date)
      const form = readForm(askDayForm, req.query)
      if (Object.keys(req.query).length === 0) return ask(res, day, null)
      return form.ok ? ask(res, day, form.value.to, form.form) : ask(res, day, null, form.form)
    }),

    post('/hearings/:date/other-day', desk, async (req, res) => {
      const day = dayIn(req.params.date)
      const actor = actorOf(res)
      const form = readForm(otherDayForm, req.body)
      if (!form.ok) return ask(res, day, null, form.form)
      const { night } = await read(court, actor, day, null)
      const moved = await moveNightToDay(court, actor, night.id, form.value)
      if (isRefusal(moved)) return ask(res, day, form.value.to, emptyForm({ to: form.value.to }), moved.refused)
      saved(res, `/hearings/${moved.heldOn}`, said('hearings.other-day.saved', { on: moved.heldOn }))
    }),
  ]
}
