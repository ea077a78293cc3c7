/** Those who work here change their own password. */
import type { Court } from '#court'
import type { Enter } from '#court/programs'
import { readForm } from '#platform/forms'
import { networkOf } from '#platform/limits'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { changePassword } from '../actions/password.ts'
import { passwordForm } from '../forms.ts'
import { passwordPage, refusedPasswordPage } from '../pages/password.ts'
import type { EnterAtDoor } from '../passport.ts'
import type { Door } from '../proof.ts'
import { staffRoles } from '../roles.ts'

export const passwordRoutes = (
  court: Court,
  hands: { door: Door; enter: Enter; enterAtDoor: EnterAtDoor },
): Route[] => [
  get('/me/password', staffRoles, (_req, res) => show(res, passwordPage())),

  post('/me/password', staffRoles, async (req, res) => {
    const form = readForm(passwordForm, req.body)
    if (!form.ok) return show(res, passwordPage(form.form), 422)
    const sessionHash = res.locals.sessionHash ?? ''
    const wish = { ...form.value, sessionHash, network: networkOf(req.ip) }
    const changed = await changePassword(court, hands, actorOf(res), wish)
    if (isRefusal(changed)) return show(res, refusedPasswordPage(changed.refused), 409)
    saved(res, '/me', said('accounts.password.changed'))
  }),
]
