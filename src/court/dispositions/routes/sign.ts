import type { Response } from 'express'
import { type Actor, type Court, NotHere } from '#court'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, saved } from '#platform/routes'
import { said } from '#words'
import { redraft, refuseTerms } from '../actions/answering.ts'
import { sign } from '../actions/signing.ts'
import { signingForm } from '../forms.ts'
import { signPage } from '../pages.ts'
import { readSign } from '../reading.ts'
import { type At, baseOf, room, typed } from './night.ts'

export const signDoors = (court: Court) => [
  get('/nights/:date/:position/sign', room, (req, res) =>
    showSign(court, res, req.params, emptyForm({ how: 'screen' })),
  ),

  post('/nights/:date/:position/sign', room, async (req, res) => {
    const actor = actorOf(res)
    const form = readForm(signingForm, req.body)
    if (!form.ok) return showSign(court, res, req.params, form.form)
    const signed = await sign(court, actor, await idAt(court, actor, req.params), form.value)
    if (isRefusal(signed)) return showSign(court, res, req.params, typed(req.body), signed.refused)
    if (signed.missing.length === 0) return saved(res, `${baseOf(req.params)}/book`, said('dispositions.signed'))
    saved(res, `${baseOf(req.params)}/sign`, said('dispositions.signed-partly', { count: signed.missing.length }))
  }),

  post('/nights/:date/:position/draft', room, async (req, res) => {
    const actor = actorOf(res)
    const back = await redraft(court, actor, await idAt(court, actor, req.params))
    if (isRefusal(back)) return showSign(court, res, req.params, emptyForm(), back.refused)
    saved(res, `${baseOf(req.params)}/decide`, said('dispositions.redrafted'))
  }),

  post('/nights/:date/:position/refusal', room, async (req, res) => {
    const actor = actorOf(res)
    const ended = await refuseTerms(court, actor, await idAt(court, actor, req.params))
    if (isRefusal(ended)) return showSign(court, res, req.params, emptyForm(), ended.refused)
    saved(res, `/nights/${req.params.date}`, said('dispositions.terms-refused'))
  }),
]

const showSign = async (
  court: Court,
  res: Response,
  at: At,
  form: Form,
  refused: Parameters<typeof signPage>[2] = null,
) => {
  const facts = await readSign(court, actorOf(res), at.date, at.position)
  show(res, signPage(facts, form, refused), refused ? 409 : Object.keys(form.errors).length > 0 ? 422 : 200)
}

/** The disposition of the hearing at this place. */
export const idAt = async (court: Court, actor: Actor, { date, position }: At): Promise<string> => {
  const { disposition } = await readSign(court, actor, date, position)
  if (!disposition) throw new NotHere()
  return disposition.id
}
