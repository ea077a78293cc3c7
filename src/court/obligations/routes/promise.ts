import { type Court, NotHere } from '#court'
import { emptyForm, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, saved } from '#platform/routes'
import { said } from '#words'
import { keepCourtPromise, recordProgress, returnProgress } from '../actions/progress.ts'
import { bookService } from '../actions/starting.ts'
import { keepForm, nightsForm, pieceForm, returnForm } from '../forms.ts'
import type { FixProps } from '../pages.ts'
import { readPromise } from '../reading.ts'
import { type At, baseOf, desk, showPromise, typed } from './desk.ts'

export const promiseDoors = (court: Court) => [
  get('/cases/:no/promises/:id', desk, (req, res) => {
    const { fix } = req.query
    return showPromise(court, res, req.params, isId(fix) ? { fix: fixing(req.params, fix) } : {})
  }),

  post('/cases/:no/promises/:id/progress', desk, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readPromise(court, actor, req.params.no, req.params.id)
    const form = readForm(pieceForm(one), req.body)
    if (!form.ok) return showPromise(court, res, req.params, { piece: form.form })
    const recorded = await recordProgress(court, actor, one.id, form.value)
    if (isRefusal(recorded)) return showPromise(court, res, req.params, { piece: typed(req.body) }, recorded)
    saved(res, baseOf(req.params), said('obligations.recorded'))
  }),

  post('/cases/:no/promises/:id/progress/:pid/fix', desk, async (req, res) => {
    const actor = actorOf(res)
    const { pid } = req.params
    const { pieces } = await readPromise(court, actor, req.params.no, req.params.id)
    if (!pieces.some(piece => piece.id === pid)) throw new NotHere()
    const form = readForm(returnForm, req.body)
    if (!form.ok) return showPromise(court, res, req.params, { fix: { ...fixing(req.params, pid), form: form.form } })
    const sent = await returnProgress(court, actor, pid, form.value.toChange)
    if (isRefusal(sent)) return showPromise(court, res, req.params, {}, sent)
    saved(res, baseOf(req.params), said('obligations.sent-back'))
  }),

  post('/cases/:no/promises/:id/kept', desk, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readPromise(court, actor, req.params.no, req.params.id)
    const form = readForm(keepForm, req.body)
    if (!form.ok) return showPromise(court, res, req.params, { keep: form.form })
    const kept = await keepCourtPromise(court, actor, one.id, form.value)
    if (isRefusal(kept)) return showPromise(court, res, req.params, { keep: typed(req.body) }, kept)
    saved(res, baseOf(req.params), said('obligations.kept'))
  }),
  ...nightDoors(court),
]

const nightDoors = (court: Court) => [
  post('/cases/:no/promises/:id/nights', desk, async (req, res) => {
    const actor = actorOf(res)
    const { one, open } = await readPromise(court, actor, req.params.no, req.params.id)
    const form = readForm(nightsForm(open.map(night => night.id)), req.body)
    if (!form.ok) return showPromise(court, res, req.params, { nights: form.form })
    const booked = await bookService(court, actor, one.id, form.value.nights)
    if (isRefusal(booked)) return showPromise(court, res, req.params, { nights: typed(req.body) }, booked)
    saved(res, baseOf(req.params), said('obligations.booked', { count: booked.booked }))
  }),
]

const fixing = (at: At, pid: string): FixProps => ({
  action: `${baseOf(at)}/progress/${pid}/fix`,
  cancel: baseOf(at),
  form: emptyForm(),
})
