/** Those who work here and lost their password choose a new one, with the code that was mailed to them. */
import type { Request, Response } from 'express'
import type { Court } from '#court'
import type { Enter } from '#court/programs'
import { readForm } from '#platform/forms'
import { networkOf, noSooner } from '#platform/limits'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { renewByCode } from '../actions/mailing.ts'
import { renewalForm } from '../forms.ts'
import { refusedRenewalPage, renewalPage } from '../pages/renewal.ts'
import type { Door } from '../proof.ts'

/** A refusal takes at least so long, whatever it was that did not fit. */
const ANSWER_AFTER = 200

type Hands = { door: Door; enter: Enter; mayTry: (req: Request, res: Response) => Promise<boolean> }

export const renewalRoutes = (court: Court, { door, enter, mayTry }: Hands): Route[] => [
  get('/in/renewal', 'public', (_req, res) => show(res, renewalPage())),

  post('/in/renewal', 'public', async (req, res) => {
    const form = readForm(renewalForm, req.body)
    if (!form.ok) return show(res, renewalPage(form.form), 422)
    if (!(await mayTry(req as Request, res))) return
    const wish = { ...form.value, network: networkOf(req.ip) }
    const done = await noSooner(ANSWER_AFTER, renewByCode(court, { door, enter }, wish))
    if (isRefusal(done)) return show(res, refusedRenewalPage(done.refused, form.value.code), 409)
    saved(res, '/in', said('accounts.renewal.done'))
  }),
]
