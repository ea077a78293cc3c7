/** Jurors as the desk lists them, with the nights they served. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { isAdultOn, jurorById, jurorsOf, readiness } from '#court/jurors'
import { rulebookOn } from '#court/programs'
import { enterLook } from '#court/register'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { endService } from '../actions/leaving.ts'
import { endJurorPage, isListView, jurorNightsPage, jurorsPage } from '../pages/jurors.ts'
import type { Refused } from '../pages/refusals.ts'
import { nightsOfPerson } from '../records/assignments.ts'
import { sittingsOf } from '../records/counts.ts'

const desk = ['coordinator'] as const

export const jurorRoutes = (court: Court): Route[] => [
  get('/people/jurors', desk, async (req, res) => {
    const actor = actorOf(res)
    const today = todayFor(court, actor)
    const [jurors, sittings, book] = await court.db.inOneTrip(actor, tx =>
      Promise.all([
        jurorsOf(tx, actor.programId),
        sittingsOf(tx, actor.programId),
        rulebookOn(tx, actor.programId, today),
      ]),
    )
    const listed = jurors.map(juror => ({
      juror,
      missing: readiness(juror, { adult: isAdultOn(juror.birthDate, book.rules.adultAt, today) }),
      sittings: sittings.get(juror.id) ?? 0,
    }))
    show(res, jurorsPage(listed, isListView(req.query.show) ? req.query.show : 'all'))
  }),

  get('/people/jurors/:id/nights', desk, async (req, res) => {
    const { juror, places } = await nightsOf(court, actorOf(res), req.params.id)
    show(res, jurorNightsPage(juror, places))
  }),

  get('/people/jurors/:id/end', desk, (req, res) => showEnd(court, res, req.params.id)),

  post('/people/jurors/:id/end', desk, async (req, res) => {
    const { id } = req.params
    if (!isId(id)) throw new NotHere()
    const ended = await endService(court, actorOf(res), id)
    if (isRefusal(ended)) return showEnd(court, res, id, ended.refused)
    saved(res, `/people/jurors/${id}`, said('hearings.juror-ended'))
  }),
]

const nightsOf = (court: Court, actor: Actor, id: string) =>
  court.db.withProgram(actor, async tx => {
    if (!isId(id)) throw new NotHere()
    const juror = await jurorById(tx, actor.programId, id)
    const [places] = await Promise.all([
      nightsOfPerson(tx, actor.programId, juror.personId),
      enterLook(court, tx, actor, { thing: 'juror', thingId: id, personId: juror.personId }),
    ])
    return { juror, places }
  })

const showEnd = async (court: Court, res: Response, id: string, refused?: Refused): Promise<void> => {
  const actor = actorOf(res)
  const { juror, places } = await nightsOf(court, actor, id)
  const today = todayFor(court, actor)
  const booked = places.filter(
    place => place.heldOn >= today && (place.status === 'offered' || place.status === 'confirmed'),
  ).length
  show(res, endJurorPage(juror, booked, refused), refused ? 409 : 200)
}
