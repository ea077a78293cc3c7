/** A night is changed before its doors open. */
import type { Response } from 'express'
import type { Actor, Court } from '#court'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import type { Day } from '#platform/time'
import { said } from '#words'
import { changePlan } from '../actions/changing.ts'
import { planForm } from '../forms.ts'
import { type PlanFacts, planPage } from '../pages/plan.ts'
import type { Refused } from '../pages/refusals.ts'
import { docketOf } from '../records/docket.ts'
import { nightByDay } from '../records/nights.ts'
import { dayIn } from './reading.ts'

const desk = ['coordinator'] as const

const readPlan = (court: Court, actor: Actor, day: Day): Promise<PlanFacts> =>
  court.db.withProgram(actor, async tx => {
    const night = await nightByDay(tx, actor.programId, day)
    const docket = await docketOf(tx, actor.programId, night.id)
    return { night, cases: docket.length, timeZone: actor.timeZone }
  })

export const planRoutes = (court: Court): Route[] => {
  const showPlan = async (res: Response, day: Day, form?: Form, refused?: Refused): Promise<void> => {
    const facts = await readPlan(court, actorOf(res), day)
    show(res, planPage(facts, form, refused), refused ? 409 : form ? 422 : 200)
  }

  return [
    get('/hearings/:date/plan', desk, (req, res) => showPlan(res, dayIn(req.params.date))),

    post('/hearings/:date/plan', desk, async (req, res) => {
      const day = dayIn(req.params.date)
      const actor = actorOf(res)
      const form = readForm(planForm, req.body)
      if (!form.ok) return showPlan(res, day, form.form)
      const { night } = await readPlan(court, actor, day)
      const changed = await changePlan(court, actor, night.id, form.value)
      if (isRefusal(changed)) return showPlan(res, day, form.form, changed.refused)
      saved(res, `/hearings/${day}`, said('hearings.plan.saved'))
    }),
  ]
}
