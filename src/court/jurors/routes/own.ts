/** A young person says which days do not suit. */
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { emptyForm, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { setAway } from '../actions/preparing.ts'
import { availabilityFrom, awayForm } from '../forms.ts'
import { awayPage, awayValues } from '../pages.ts'
import { absencesOf, jurorOfPerson } from '../records.ts'

const youth = ['youth'] as const

export const own = (court: Court): Route[] => {
  const mine = (actor: Actor) =>
    court.db.withProgram(actor, async tx => {
      const juror = actor.personId === null ? undefined : await jurorOfPerson(tx, actor.programId, actor.personId)
      if (!juror || juror.endedOn !== null) throw new NotHere()
      return { juror, absences: await absencesOf(tx, actor.programId, juror.id, todayFor(court, actor)) }
    })

  return [
    get('/dates/away', youth, async (_req, res) => {
      const { juror, absences } = await mine(actorOf(res))
      show(res, awayPage(juror, emptyForm(awayValues(juror, absences))))
    }),

    post('/dates/away', youth, async (req, res) => {
      const { juror } = await mine(actorOf(res))
      const form = readForm(awayForm, req.body)
      if (!form.ok) return show(res, awayPage(juror, form.form), 422)
      const done = await setAway(court, actorOf(res), juror.id, availabilityFrom(form.value))
      if (isRefusal(done)) return show(res, awayPage(juror, form.form, done.refused), 409)
      saved(res, '/dates', said('jurors.away.saved'))
    }),
  ]
}
