import type { Response } from 'express'
import { type Court, NotHere, todayFor } from '#court'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, saved } from '#platform/routes'
import { said } from '#words'
import { askMoreTime } from '../actions/more-time.ts'
import { submitProgress, takeBack } from '../actions/progress.ts'
import { askForm, pieceForm } from '../forms.ts'
import { ownAgreementPage, type Refused, sendPage, timePage } from '../pages.ts'
import { readOwn, readOwnPromise } from '../reading.ts'
import { readerOf, typed } from './desk.ts'

const home = ['youth', 'family'] as const

export const ownDoors = (court: Court) => [
  get('/agreement', home, async (_req, res) => {
    const actor = actorOf(res)
    show(res, ownAgreementPage(await readOwn(court, actor), readerOf(court, actor), res.locals.help.phone))
  }),

  get('/agreement/:id/send', home, (req, res) => showSend(court, res, req.params.id, null)),

  post('/agreement/:id/send', home, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readOwnPromise(court, actor, req.params.id)
    const form = readForm(pieceForm(one), req.body)
    if (!form.ok) return showSend(court, res, one.id, form.form)
    const sent = await submitProgress(court, actor, one.id, form.value)
    if (isRefusal(sent)) return showSend(court, res, one.id, typed(req.body), sent)
    saved(res, `/agreement/${one.id}/send`, said('obligations.sent'))
  }),

  post('/agreement/:id/pieces/:pid/taking-back', home, async (req, res) => {
    const actor = actorOf(res)
    const { one, pieces } = await readOwnPromise(court, actor, req.params.id)
    if (!pieces.some(piece => piece.id === req.params.pid)) throw new NotHere()
    const taken = await takeBack(court, actor, req.params.pid)
    if (isRefusal(taken)) return showSend(court, res, one.id, null, taken)
    saved(res, `/agreement/${one.id}/send`, said('obligations.taken-back'))
  }),

  get('/agreement/:id/time', home, (req, res) => showTime(court, res, req.params.id, emptyForm())),

  post('/agreement/:id/time', home, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readOwnPromise(court, actor, req.params.id)
    const form = readForm(askForm, req.body)
    if (!form.ok) return showTime(court, res, one.id, form.form)
    const asked = await askMoreTime(court, actor, one.id, form.value)
    if (isRefusal(asked)) return showTime(court, res, one.id, typed(req.body), asked)
    saved(res, `/agreement/${one.id}/time`, said('obligations.asked'))
  }),
]

const statusOf = (form: Form | null, refused: Refused | null): number => {
  if (refused) return 409
  return form !== null && Object.keys(form.errors).length > 0 ? 422 : 200
}

const showSend = async (court: Court, res: Response, id: string, form: Form | null, refused: Refused | null = null) => {
  const actor = actorOf(res)
  const own = await readOwnPromise(court, actor, id)
  const values = form ?? emptyForm({ doneOn: todayFor(court, actor), amount: own.one.unit === 'piece' ? '1' : '' })
  show(
    res,
    sendPage(own, { reader: readerOf(court, actor), accountId: actor.accountId }, values, refused),
    statusOf(form, refused),
  )
}

const showTime = async (court: Court, res: Response, id: string, form: Form, refused: Refused | null = null) => {
  const actor = actorOf(res)
  const own = await readOwnPromise(court, actor, id)
  show(res, timePage(own, readerOf(court, actor), form, refused), statusOf(form, refused))
}
