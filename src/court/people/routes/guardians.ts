/** The desk adds somebody who stands for another. */
import type { Response } from 'express'
import type { Actor, Court } from '#court'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { addGuardian, type GuardianRefusal } from '../actions/guardians.ts'
import { guardianForm, namesForm } from '../forms.ts'
import { type GuardianFacts, guardianPage } from '../pages.ts'
import { seeAlike } from '../reading.ts'
import { guardiansOf, personOf } from '../records.ts'
import { idIn } from './address.ts'

const desk = ['coordinator'] as const

export const guardians = (court: Court): Route[] => {
  const showForm = async (res: Response, id: string, typed: Form | null, refused?: GuardianRefusal['refused']) => {
    const actor = actorOf(res)
    const facts = await court.db.withProgram(actor, tx => factsOf(court, tx, actor, id, typed))
    show(res, guardianPage(facts, typed, refused), refused ? 409 : typed ? 422 : 200)
  }

  return [
    get('/people/:id/guardian', desk, (req, res) => showForm(res, idIn(req.params.id), null)),

    post('/people/:id/guardian', desk, async (req, res) => {
      const id = idIn(req.params.id)
      const form = readForm(guardianForm, req.body)
      if (!form.ok) return showForm(res, id, form.form)
      const { known, apart, ...person } = form.value
      const added = await addGuardian(court, actorOf(res), id, { person, known, sameHousehold: !apart })
      if (isRefusal(added)) return showForm(res, id, form.form, added.refused)
      saved(res, `/people/${id}`, said('people.guardian-added'))
    }),
  ]
}

/** Who may be meant is asked as soon as there is a name, and again with whatever else is wrong. */
const factsOf = async (court: Court, tx: Tx, actor: Actor, id: string, typed: Form | null): Promise<GuardianFacts> => {
  const person = await personOf(tx, actor.programId, id)
  await enterLook(court, tx, actor, { thing: 'person', thingId: id, personId: id })
  const named = readForm(namesForm, typed?.values)
  return {
    person,
    guardians: await guardiansOf(tx, actor.programId, id),
    alike: named.ok ? await seeAlike(court, tx, actor, { ...named.value, id }) : [],
  }
}
