import type { Response } from 'express'
import { type Actor, type Court, NotHere } from '#court'
import { nightByDay } from '#court/hearings'
import { progressOf } from '#court/obligations'
import { personOf } from '#court/people'
import { enterLook } from '#court/register'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { type Day, isDay } from '#platform/time'
import { said } from '#words'
import { confirmProgress, type ReverseRefusal, reverseCredit, settleNight } from './actions.ts'
import { reversalForm } from './forms.ts'
import { creditsPage, personCreditsPage, refusedPage, reversalPage } from './pages.ts'
import { giveAndTake, linesOf } from './records.ts'
import { callingOffRoutes } from './routes/calling-off.ts'

const desk = ['coordinator'] as const
const night = ['coordinator', 'facilitator'] as const

export const creditsRoutes = (court: Court): Route[] => [
  ...ownRoutes(court),
  ...deskRoutes(court),
  ...actRoutes(court),
  ...callingOffRoutes(court),
]

const ownRoutes = (court: Court): Route[] => [
  get('/credits', ['youth'], async (_req, res) => {
    const actor = actorOf(res)
    const personId = mineOf(actor)
    const [lines, exchange] = await court.db.inOneTrip(actor, tx =>
      Promise.all([linesOf(tx, { programId: actor.programId, personId }), giveAndTake(tx, personId)]),
    )
    show(res, creditsPage(lines, exchange))
  }),
]

/** The person behind an account of a young person. */
const mineOf = (actor: Actor): string => {
  if (actor.personId === null) throw new NotHere()
  return actor.personId
}

const deskRoutes = (court: Court): Route[] => {
  const showReversal = async (
    res: Response,
    at: { id: string; entryId: string },
    form: Form,
    refused?: ReverseRefusal['refused'],
  ) => {
    const { person, lines } = await seen(court, actorOf(res), at.id)
    const page = reversalPage(person, lines, at.entryId, form, refused)
    if (!page) throw new NotHere()
    show(res, page, statusOf(form, refused))
  }

  return [
    get('/people/:id/credits', desk, async (req, res) => {
      const { person, lines } = await seen(court, actorOf(res), req.params.id)
      show(res, personCreditsPage(person, lines))
    }),

    get('/people/:id/credits/:entryId/reversal', desk, (req, res) => showReversal(res, req.params, emptyForm())),

    post('/people/:id/credits/:entryId/reversal', desk, async (req, res) => {
      const { id, entryId } = req.params
      const form = readForm(reversalForm, req.body)
      if (!form.ok) return showReversal(res, req.params, form.form)
      const { lines } = await seen(court, actorOf(res), id)
      if (!lines.some(line => line.id === entryId)) throw new NotHere()
      const reversed = await reverseCredit(court, actorOf(res), entryId, form.value.reason)
      if (isRefusal(reversed)) return showReversal(res, req.params, form.form, reversed.refused)
      saved(res, `/people/${id}/credits`, said('credits.taken-back'))
    }),
  ]
}

const statusOf = (form: Form, refused?: string): number => {
  if (refused) return 409
  return Object.keys(form.errors).length > 0 ? 422 : 200
}

/** Somebody's ledger; that it was looked at is entered (rule 47). */
const seen = async (court: Court, actor: Actor, personId: string) => {
  if (!isId(personId)) throw new NotHere()
  const [person, lines] = await court.db.inOneTrip(actor, tx =>
    Promise.all([
      personOf(tx, actor.programId, personId),
      linesOf(tx, { programId: actor.programId, personId }),
      enterLook(court, tx, actor, { thing: 'credits', personId }),
    ]),
  )
  return { person, lines }
}

const actRoutes = (court: Court): Route[] => [
  post('/cases/:no/promises/:id/progress/:pid/confirmation', desk, async (req, res) => {
    const { no, id, pid } = req.params
    const actor = actorOf(res)
    if (!isId(id) || !isId(pid)) throw new NotHere()
    const pieces = await court.db.withProgram(actor, tx => progressOf(tx, actor.programId, id))
    if (!pieces.some(piece => piece.id === pid)) throw new NotHere()
    const to = `/cases/${encodeURIComponent(no)}/promises/${id}`
    const confirmed = await confirmProgress(court, actor, pid)
    if (isRefusal(confirmed))
      return show(res, refusedPage(confirmed.refused, { href: to, label: 'credits.back-to-promise' }), 409)
    saved(res, to, said(confirmed.satisfied ? 'credits.confirmed-kept' : 'credits.confirmed'))
  }),

  post('/hearings/:date/settlement', night, async (req, res) => {
    const actor = actorOf(res)
    const on = dayOf(req.params.date)
    const to = `${actor.role === 'facilitator' ? '/nights' : '/hearings'}/${on}`
    const { id } = await court.db.withProgram(actor, tx => nightByDay(tx, actor.programId, on))
    const settled = await settleNight(court, actor, id)
    if (isRefusal(settled))
      return show(res, refusedPage(settled.refused, { href: to, label: 'credits.back-to-night' }), 409)
    saved(res, to, said('credits.settled', { count: settled.served }))
  }),
]

const dayOf = (word: string): Day => {
  if (!isDay(word)) throw new NotHere()
  return word
}
