/** The desk corrects what is known of somebody. */
import type { Response } from 'express'
import type { Actor, Court } from '#court'
import { enterLook } from '#court/register'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { changePerson } from '../actions.ts'
import { asNewPerson, personForm } from '../forms.ts'
import { changePage } from '../pages.ts'
import { personOf } from '../records.ts'
import { idIn } from './address.ts'

const desk = ['coordinator'] as const

export const changing = (court: Court): Route[] => {
  const showChange = async (
    res: Response,
    actor: Actor,
    id: string,
    typed: Form | null,
    refused?: 'changed-meanwhile',
  ) => {
    const person = await court.db.withProgram(actor, async tx => {
      const found = await personOf(tx, actor.programId, id)
      await enterLook(court, tx, actor, { thing: 'person', thingId: id, personId: id })
      return found
    })
    show(res, changePage(person, typed, refused), refused ? 409 : typed ? 422 : 200)
  }

  return [
    get('/people/:id/change', desk, (req, res) => showChange(res, actorOf(res), idIn(req.params.id), null)),

    post('/people/:id/change', desk, async (req, res) => {
      const actor = actorOf(res)
      const id = idIn(req.params.id)
      const form = readForm(personForm, req.body)
      if (!form.ok) return showChange(res, actor, id, form.form)
      const changed = await changePerson(court, actor, id, form.value.version, asNewPerson(form.value))
      if (isRefusal(changed)) return showChange(res, actor, id, form.form, changed.refused)
      saved(res, `/people/${id}`, said('people.changed'))
    }),
  ]
}
