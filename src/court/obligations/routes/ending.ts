import { type Court, NotHere } from '#court'
import { readForm } from '#platform/forms'
import { isRefusal } from '#platform/refusal'
import { actorOf, post, saved } from '#platform/routes'
import { said } from '#words'
import { changeAmount, markMissed, waive } from '../actions/changing.ts'
import { answerMoreTime, askMoreTime } from '../actions/more-time.ts'
import { amountForm, answerForm, askForm, waiverForm } from '../forms.ts'
import { readPromise } from '../reading.ts'
import { baseOf, desk, showPromise, typed } from './desk.ts'

export const endingDoors = (court: Court) => [...timeDoors(court), ...changeDoors(court)]

const timeDoors = (court: Court) => [
  post('/cases/:no/promises/:id/extension', desk, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readPromise(court, actor, req.params.no, req.params.id)
    const form = readForm(askForm, req.body)
    if (!form.ok) return showPromise(court, res, req.params, { ask: form.form })
    const asked = await askMoreTime(court, actor, one.id, form.value)
    if (isRefusal(asked)) return showPromise(court, res, req.params, { ask: typed(req.body) }, asked)
    saved(res, baseOf(req.params), said('obligations.asked'))
  }),

  post('/cases/:no/promises/:id/extension/answer', desk, async (req, res) => {
    const actor = actorOf(res)
    const { asked } = await readPromise(court, actor, req.params.no, req.params.id)
    const form = readForm(answerForm, req.body)
    if (!form.ok) return showPromise(court, res, req.params, { answer: form.form })
    const { extensionId, ...answer } = form.value
    if (!asked.some(question => question.id === extensionId)) throw new NotHere()
    const answered = await answerMoreTime(court, actor, extensionId, answer)
    if (isRefusal(answered)) return showPromise(court, res, req.params, { answer: typed(req.body) }, answered)
    saved(res, baseOf(req.params), said('obligations.answered'))
  }),
]

const changeDoors = (court: Court) => [
  post('/cases/:no/promises/:id/waiver', desk, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readPromise(court, actor, req.params.no, req.params.id)
    const form = readForm(waiverForm, req.body)
    if (!form.ok) return showPromise(court, res, req.params, { waive: form.form })
    const waived = await waive(court, actor, one.id, form.value.waiverReason)
    if (isRefusal(waived)) return showPromise(court, res, req.params, { waive: typed(req.body) }, waived)
    saved(res, baseOf(req.params), said('obligations.waived'))
  }),

  post('/cases/:no/promises/:id/amount', desk, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readPromise(court, actor, req.params.no, req.params.id)
    const form = readForm(amountForm(one.unit), req.body)
    if (!form.ok) return showPromise(court, res, req.params, { amount: form.form })
    const changed = await changeAmount(court, actor, one.id, form.value)
    if (isRefusal(changed)) return showPromise(court, res, req.params, { amount: typed(req.body) }, changed)
    saved(res, baseOf(req.params), said('obligations.changed'))
  }),

  post('/cases/:no/promises/:id/missed', desk, async (req, res) => {
    const actor = actorOf(res)
    const { one } = await readPromise(court, actor, req.params.no, req.params.id)
    const missed = await markMissed(court, actor, one.id)
    if (isRefusal(missed)) return showPromise(court, res, req.params, {}, missed)
    saved(res, baseOf(req.params), said('obligations.missed'))
  }),
]
