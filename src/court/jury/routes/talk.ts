/** The talk begins, is broken off, or does not take place. */
import type { Response } from 'express'
import { type Actor, byClockwork, type Court, NotHere, todayFor } from '#court'
import { hearingOfCase, nightById, showDocket } from '#court/hearings'
import { jurorOfPerson } from '#court/jurors'
import { caseByNo } from '#court/cases'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { beginHearing, missHearing, resetHearing, stopHearing, withdrawInHearing } from '../actions/hearing.ts'
import { beginForm, resetForm, stopForm } from '../forms.ts'
import type { Refused } from '../pages/refusals.ts'
import { missedPage, seatPage, talkPage } from '../pages/talk.ts'
import { seatsTonight } from '../records/seats.ts'
import { mayJurorSee } from '../rules/privacy.ts'
import { type At, baseOf, readLine, readTalk } from './reading.ts'

const room = ['facilitator', 'coordinator'] as const

type Answer = { form?: Form; refused?: Refused; status?: number }

const showTalk = async (
  court: Court,
  res: Response,
  at: At,
  { form = emptyForm(), refused, status = 200 }: Answer = {},
): Promise<void> => show(res, talkPage(await readTalk(court, actorOf(res), at), form, refused), refused ? 409 : status)

export const talkDoors = (court: Court): Route[] => [
  get('/nights/:date/:position/talk', room, (req, res) => showTalk(court, res, req.params)),

  post('/nights/:date/:position/talk', room, async (req, res) => {
    const actor = actorOf(res)
    const form = readForm(beginForm, req.body)
    if (!form.ok) return showTalk(court, res, req.params, { form: form.form, status: 422 })
    const { line } = await readLine(court, actor, req.params)
    const begun = await beginHearing(court, actor, line.id, form.value)
    if (isRefusal(begun)) return showTalk(court, res, req.params, { refused: begun.refused })
    saved(res, `${baseOf(req.params)}/talk`, said('jury.talk.begun'))
  }),

  post('/nights/:date/:position/stop', room, async (req, res) => {
    const actor = actorOf(res)
    const form = readForm(stopForm, req.body)
    if (!form.ok) return showTalk(court, res, req.params, { form: form.form, status: 422 })
    const { line } = await readLine(court, actor, req.params)
    const stopped = await stopHearing(court, actor, line.id, form.value.reason)
    if (isRefusal(stopped)) return showTalk(court, res, req.params, { refused: stopped.refused })
    saved(res, `/nights/${req.params.date}`, said('jury.talk.stopped'))
  }),

  post('/nights/:date/:position/withdrawal', room, async (req, res) => {
    const actor = actorOf(res)
    const { line } = await readLine(court, actor, req.params)
    const ended = await withdrawInHearing(court, actor, line.id)
    if (isRefusal(ended)) return showTalk(court, res, req.params, { refused: ended.refused })
    saved(res, `/nights/${req.params.date}`, said('jury.talk.withdrawn'))
  }),
]

export const absenceDoors = (court: Court): Route[] => [
  get('/nights/:date/:position/missed', room, async (req, res) => {
    const { docket, line } = await readLine(court, actorOf(res), req.params)
    show(res, missedPage(docket, line))
  }),

  post('/nights/:date/:position/missed', room, async (req, res) => {
    const actor = actorOf(res)
    const { docket, line } = await readLine(court, actor, req.params)
    const missed = await missHearing(court, actor, line.id)
    if (isRefusal(missed)) return show(res, missedPage(docket, line, missed.refused), 409)
    saved(res, `/nights/${req.params.date}`, said(`jury.missed.${missed.next}`))
  }),

  post('/cases/:no/docket/reset', ['coordinator'], async (req, res) => {
    const actor = actorOf(res)
    const { no } = req.params
    const form = readForm(resetForm, req.body)
    const hearing = await court.db.withProgram(actor, async tx =>
      hearingOfCase(tx, actor.programId, (await caseByNo(tx, actor.programId, no)).id),
    )
    if (!form.ok) return showDocket(court, res, no, { resetForm: form.form })
    if (!hearing) return showDocket(court, res, no, { refused: 'not-now' })
    const reset = await resetHearing(court, actor, hearing.id, form.value.reason)
    if (isRefusal(reset)) return showDocket(court, res, no, { refused: 'not-now' })
    saved(res, `/cases/${no}/docket`, said('jury.reset.saved'))
  }),
]

/** A juror's own page of the night. Names are fetched by the court's own hand, because a juror may see none but this, and this only tonight (rule 22). */
export const seatDoors = (court: Court): Route[] => [
  get('/dates/:id/seat', ['youth'], async (req, res) => {
    const actor = actorOf(res)
    const { id } = req.params
    if (!isId(id)) throw new NotHere()
    const jurorId = await ownJuror(court, actor, id)
    const seats = await court.db.withProgram(byClockwork(actor), tx => seatsTonight(tx, actor.programId, jurorId, id))
    show(res, seatPage(id, seats))
  }),
]

const ownJuror = (court: Court, actor: Actor, nightId: string): Promise<string> =>
  court.db.withProgram(actor, async tx => {
    if (actor.personId === null) throw new NotHere()
    const [night, juror] = await Promise.all([
      nightById(tx, actor.programId, nightId),
      jurorOfPerson(tx, actor.programId, actor.personId),
    ])
    if (!juror || !mayJurorSee(night, todayFor(court, actor))) throw new NotHere()
    return juror.id
  })
