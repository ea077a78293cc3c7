/** Somebody comes to the desk and wants to serve. */
import type { Request, Response } from 'express'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { guardiansOf, personOf, seeAlike } from '#court/people'
import { rulebookOn } from '#court/programs'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { type Enrolled, type EnrolRefusal, enrolKnown, enrolVolunteer } from '../actions/enrolling.ts'
import { guardianNames, knownForm, volunteerForm, volunteerNames } from '../forms.ts'
import { knownJurorPage, newJurorPage } from '../pages.ts'
import type { AlikeFacts, KnownFacts } from '../pages/enrolling.ts'
import { isAdultOn, mayEnrol } from '../rules.ts'

const desk = ['coordinator'] as const

/** What is asked of somebody depends on whether their record was at hand before the form was opened. */
export const enrolling = (court: Court): Route[] => [
  get('/people/jurors/new', desk, (req, res) =>
    isId(req.query.person) ? showKnown(court, res, req.query.person, null) : show(res, newJurorPage()),
  ),

  post('/people/jurors/new', desk, (req, res) =>
    req.body?.calledName === undefined ? enrolsKnown(court, req, res) : enrolsTyped(court, req, res),
  ),
]

const enrolsTyped = async (court: Court, req: Request, res: Response): Promise<void> => {
  const actor = actorOf(res)
  const form = readForm(volunteerForm, req.body)
  const made = form.ok ? await enrolVolunteer(court, actor, form.value) : null
  if (made && !isRefusal(made)) return enrolled(res, made)
  const alike = await court.db.withProgram(actor, tx => alikeTo(court, tx, actor, form.form))
  show(res, newJurorPage(form.form, alike, made?.refused), 422)
}

/** Who may be meant is asked as soon as there is a name, and again with whatever else is wrong. */
const alikeTo = async (court: Court, tx: Tx, actor: Actor, { values }: Form): Promise<AlikeFacts> => {
  const named = readForm(volunteerNames, values)
  return {
    people: named.ok ? await seeAlike(court, tx, actor, { ...named.value, birthDate: named.value.birth }) : [],
    guardians: await guardiansAlike(court, tx, actor, values),
  }
}

const guardiansAlike = async (court: Court, tx: Tx, actor: Actor, values: Form['values'] = {}, id?: string) => {
  const named = readForm(guardianNames, values)
  if (!named.ok) return []
  const { guardianCalledName: calledName, guardianLastName: lastName } = named.value
  return seeAlike(court, tx, actor, { calledName, lastName, ...(id ? { id } : {}) })
}

const enrolsKnown = async (court: Court, req: Request, res: Response): Promise<void> => {
  const { who } = req.body ?? {}
  if (!isId(who)) throw new NotHere()
  const form = readForm(knownForm, req.body)
  if (!form.ok) return showKnown(court, res, who, form.form)
  const made = await enrolKnown(court, actorOf(res), form.value)
  if (isRefusal(made)) return showKnown(court, res, who, form.form, made.refused)
  enrolled(res, made)
}

const showKnown = async (
  court: Court,
  res: Response,
  id: string,
  form: Form | null,
  refused?: EnrolRefusal['refused'],
): Promise<void> => {
  const actor = actorOf(res)
  const facts = await court.db.withProgram(actor, tx => knownFacts(court, tx, actor, id, form))
  show(res, knownJurorPage(facts, form, refused), form ? 422 : 200)
}

const knownFacts = async (court: Court, tx: Tx, actor: Actor, id: string, form: Form | null): Promise<KnownFacts> => {
  const today = todayFor(court, actor)
  const person = await personOf(tx, actor.programId, id)
  const [guardians, book] = await Promise.all([
    guardiansOf(tx, actor.programId, id),
    rulebookOn(tx, actor.programId, today),
    enterLook(court, tx, actor, { thing: 'person', thingId: id, personId: id }),
  ])
  const adult = isAdultOn(person.birthDate, book.rules.adultAt, today)
  return {
    person,
    asksGuardian: mayEnrol(adult, guardians.length) !== null,
    guardiansAlike: await guardiansAlike(court, tx, actor, form?.values, id),
  }
}

const enrolled = (res: Response, juror: Enrolled): void =>
  saved(res, `/people/jurors/${juror.jurorId}`, said('jurors.new.saved', { name: juror.name }))
