/** The dates of a young person. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { jurorOfPerson } from '#court/jurors'
import { readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { addDays } from '#platform/time'
import { said } from '#words'
import { answerInvitation, claimPlace } from '../actions/inviting.ts'
import { answerForm } from '../forms.ts'
import { datePage, type OneDate } from '../pages/date.ts'
import { datesPage, type OwedNights, type OwnDates } from '../pages/dates.ts'
import type { Refused } from '../pages/refusals.ts'
import { nightsOfPerson } from '../records/assignments.ts'
import { hearingsOfPerson } from '../records/hearings.ts'
import { nightById, openNights, placesLeftAt } from '../records/nights.ts'

const youth = ['youth'] as const

/** Nobody plans further ahead than half a year. */
const AHEAD_DAYS = 183

const ownDates = (court: Court, actor: Actor): Promise<OwnDates> => {
  const { programId, personId } = actor
  if (personId === null) throw new NotHere()
  const today = todayFor(court, actor)
  return court.db.withProgram(actor, async tx => {
    const [juror, places, hearings, open] = await Promise.all([
      jurorOfPerson(tx, programId, personId),
      nightsOfPerson(tx, programId, personId),
      hearingsOfPerson(tx, programId, personId),
      openNights(tx, programId, today),
    ])
    const last = addDays(today, AHEAD_DAYS)
    return { places, hearings, open: open.filter(night => night.heldOn <= last), isJuror: juror?.endedOn === null }
  })
}

/** One night: an open one, or one that this young person has to do with. */
const oneDate = (actor: Actor, court: Court, id: string): Promise<OneDate> => {
  const { programId, personId } = actor
  if (!isId(id) || personId === null) throw new NotHere()
  return court.db.withProgram(actor, async tx => {
    const [night, placesLeft, juror, places, hearings] = await Promise.all([
      nightById(tx, programId, id),
      placesLeftAt(tx, programId, id),
      jurorOfPerson(tx, programId, personId),
      nightsOfPerson(tx, programId, personId),
      hearingsOfPerson(tx, programId, personId),
    ])
    const place = places.find(one => one.nightId === id)
    const hearing = hearings.find(one => one.nightId === id)
    if (night.status === 'draft' && !place && !hearing) throw new NotHere()
    return { night: { ...night, placesLeft }, place, hearing, isJuror: juror?.endedOn === null }
  })
}

/** Shown by the room that knows what a young person owes: that comes before all other dates. */
export const showDates = async (court: Court, res: Response, owed: OwedNights | null): Promise<void> => {
  const actor = actorOf(res)
  show(res, datesPage(await ownDates(court, actor), owed, todayFor(court, actor)))
}

export const datesRoutes = (court: Court): Route[] => {
  const showDate = async (res: Response, id: string, refused?: Refused): Promise<void> => {
    const actor = actorOf(res)
    show(res, datePage(await oneDate(actor, court, id), todayFor(court, actor), refused), refused ? 409 : 200)
  }

  return [
    get('/dates/:id', youth, (req, res) => showDate(res, req.params.id)),

    post('/dates/:id/answer', youth, async (req, res) => {
      const actor = actorOf(res)
      const { id } = req.params
      const form = readForm(answerForm, req.body)
      if (!form.ok) return showDate(res, id)
      const { place } = await oneDate(actor, court, id)
      const { answer } = form.value
      if (!place && answer === 'no') return res.redirect(303, `/dates/${id}`)
      const answered = place
        ? await answerInvitation(court, actor, place.id, answer)
        : await claimPlace(court, actor, id)
      if (isRefusal(answered)) return showDate(res, id, answered.refused)
      saved(res, `/dates/${id}`, said(answer === 'yes' ? 'hearings.dates.said-yes' : 'hearings.dates.said-no'))
    }),
  ]
}
