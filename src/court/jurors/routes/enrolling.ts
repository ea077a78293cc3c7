/** A volunteer comes to the desk. */
import type { Response } from 'express'
import type { Court } from '#court'
import { personOf } from '#court/people'
import { emptyForm, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { enrolKnown, enrolVolunteer } from '../actions/enrolling.ts'
import { knownForm, volunteerForm } from '../forms.ts'
import { knownJurorPage, newJurorPage } from '../pages.ts'
import { typed } from './typed.ts'

const desk = ['coordinator'] as const

export const enrolling = (court: Court): Route[] => [
  get('/people/jurors/new', desk, async (req, res) => {
    const actor = actorOf(res)
    const { person } = req.query
    if (!isId(person)) return show(res, newJurorPage(emptyForm({ language: 'en' })))
    show(res, knownJurorPage(await court.db.withProgram(actor, tx => personOf(tx, actor.programId, person))))
  }),

  post('/people/jurors/new', desk, async (req, res) => {
    const actor = actorOf(res)
    const chosen = readForm(knownForm, { who: req.body?.who })
    if (chosen.ok) return enrolled(res, await enrolKnown(court, actor, chosen.value.who))
    const form = readForm(volunteerForm, req.body)
    if (!form.ok) return show(res, newJurorPage(form.form), 422)
    const made = await enrolVolunteer(court, actor, form.value)
    if (!('known' in made)) return enrolled(res, made)
    show(res, newJurorPage(emptyForm(typed(req.body)), made.known), 422)
  }),
]

const enrolled = (res: Response, juror: { jurorId: string; name: string }): void =>
  saved(res, `/people/jurors/${juror.jurorId}`, said('jurors.new.saved', { name: juror.name }))
