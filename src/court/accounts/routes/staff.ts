/** The coordinator says who works here. */
import type { Response } from 'express'
import { type Actor, type Court, NotHere } from '#court'
import type { Enter } from '#court/programs'
import { readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { type Mailer, mailRenewal } from '../actions/mailing.ts'
import { renewPassword } from '../actions/renewal.ts'
import { endRole, giveRole } from '../actions/staff.ts'
import { roleForm } from '../forms.ts'
import { roleWord } from '../pages/roles.ts'
import { coordinatorsIn, endRolePage, firstPage, renewPage, type StaffAnswer, staffPage } from '../pages/staff.ts'
import type { Door } from '../proof.ts'
import { emailElsewhere, type StaffMember, staffOf } from '../records.ts'
import { mayEndRole } from '../rules.ts'
import { leave } from './leave.ts'

const desk = ['coordinator'] as const

type Hands = { enter: Enter; door: Door; mailer: Mailer | null }

/** `origin` is the address that is printed for somebody new. */
export const staffRoutes = (court: Court, hands: Hands, origin: string | null): Route[] => {
  const { enter } = hands
  const staff = (actor: Actor) => court.db.inOneTrip(actor, tx => staffOf(tx, actor.programId))

  const showStaff = async (res: Response, answer: StaffAnswer = {}, status = 200): Promise<void> => {
    const actor = actorOf(res)
    show(res, staffPage(actor, await staff(actor), answer), status)
  }

  const isElsewhere = (actor: Actor, membershipId: string): Promise<boolean> =>
    court.db.withProgram(actor, async tx => (await emailElsewhere(tx, membershipId)) !== null)

  /** The paper with a first password; or, for somebody of another court too, word that a code was mailed. */
  const renew = async (res: Response, id: string): Promise<void> => {
    const actor = actorOf(res)
    if (await isElsewhere(actor, id)) {
      const mailed = await mailRenewal(court, hands, actor, id)
      if (isRefusal(mailed)) return showStaff(res, { refused: mailed.refused }, 409)
      return saved(res, '/settings/staff', said('accounts.renew.mailed', { name: mailed.name }))
    }
    const renewed = await renewPassword(court, enter, actor, id)
    if (isRefusal(renewed)) return showStaff(res, { refused: renewed.refused }, 409)
    show(res, firstPage(renewed, renewed.password, actor, origin))
  }

  return [
    get('/settings/staff', desk, (_req, res) => showStaff(res)),

    post('/settings/staff', desk, async (req, res) => {
      const actor = actorOf(res)
      const form = readForm(roleForm(req.body?.role), req.body)
      if (!form.ok) return showStaff(res, { form: form.form }, 422)
      const given = await giveRole(court, enter, actor, form.value)
      if (isRefusal(given)) return showStaff(res, { form: form.form, refused: given.refused }, 409)
      const { name, password } = given
      if (password !== null) return show(res, firstPage(form.value, password, actor, origin))
      saved(res, '/settings/staff', said('accounts.staff.kept', { name, role: said(roleWord(form.value.role)) }))
    }),

    get('/settings/staff/:id/password', desk, async (req, res) => {
      const actor = actorOf(res)
      const one = among(await staff(actor), req.params.id)
      show(res, renewPage(one, await isElsewhere(actor, one.membershipId)))
    }),

    post('/settings/staff/:id/password', desk, (req, res) => {
      const { id } = req.params
      if (!isId(id)) throw new NotHere()
      return renew(res, id)
    }),

    get('/settings/staff/:id/end', desk, async (req, res) => {
      const actor = actorOf(res)
      const members = await staff(actor)
      const one = among(members, req.params.id)
      const refused = mayEndRole(one, coordinatorsIn(members))?.refused
      if (refused) return show(res, staffPage(actor, members, { refused }), 409)
      show(res, endRolePage(one, actor.membershipId))
    }),

    post('/settings/staff/:id/end', desk, async (req, res) => {
      const { id } = req.params
      if (!isId(id)) throw new NotHere()
      const ended = await endRole(court, enter, actorOf(res), id)
      if (isRefusal(ended)) return showStaff(res, { refused: ended.refused }, 409)
      if (id === actorOf(res).membershipId) return leave(res, 'accounts.end.left')
      saved(res, '/settings/staff', said('accounts.end.saved'))
    }),
  ]
}

const among = (members: readonly StaffMember[], id: string): StaffMember => {
  const one = members.find(({ membershipId }) => membershipId === id)
  if (!one) throw new NotHere()
  return one
}
