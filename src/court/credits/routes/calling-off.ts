/** A night is called off at the desk: the reason on the night's own page, then once more whether it is meant. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere } from '#court'
import { assignmentsOf, type CallOffRefusal, docketOf, nightByDay, type OffReason } from '#court/hearings'
import { readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { type Day, isDay } from '#platform/time'
import { said } from '#words'
import { callOffNight } from '../actions/calling-off.ts'
import { callOffForm } from '../forms.ts'
import { type CallOffFacts, callOffPage } from '../pages/calling-off.ts'

const desk = ['coordinator'] as const

const dayOf = (word: string): Day => {
  if (!isDay(word)) throw new NotHere()
  return word
}

const factsOf = (court: Court, actor: Actor, day: Day): Promise<CallOffFacts> =>
  court.db.withProgram(actor, async tx => {
    const night = await nightByDay(tx, actor.programId, day)
    const [docket, places] = await Promise.all([
      docketOf(tx, actor.programId, night.id),
      assignmentsOf(tx, actor.programId, night.id),
    ])
    return { night, docket, places }
  })

export const callingOffRoutes = (court: Court): Route[] => {
  const ask = async (res: Response, day: Day, reason: OffReason, refused?: CallOffRefusal['refused']) =>
    show(res, callOffPage(await factsOf(court, actorOf(res), day), reason, refused), refused ? 409 : 200)

  return [
    get('/hearings/:date/calling-off', desk, (req, res) => {
      const day = dayOf(req.params.date)
      const form = readForm(callOffForm, req.query)
      return form.ok ? ask(res, day, form.value.reason) : res.redirect(303, `/hearings/${day}`)
    }),

    post('/hearings/:date/calling-off', desk, async (req, res) => {
      const day = dayOf(req.params.date)
      const actor = actorOf(res)
      const form = readForm(callOffForm, req.body)
      if (!form.ok) throw new NotHere()
      const { night } = await factsOf(court, actor, day)
      const off = await callOffNight(court, actor, night.id, form.value.reason)
      if (isRefusal(off)) return ask(res, day, form.value.reason, off.refused)
      saved(res, `/hearings/${day}`, said('hearings.off.saved'))
    }),
  ]
}
