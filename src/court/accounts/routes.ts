import type { Request, Response } from 'express'
import type { Court } from '#court'
import type { Enter } from '#court/programs'
import { emptyForm, readForm } from '#platform/forms'
import { networkOf, noSooner } from '#platform/limits'
import { cookieShape, cookiesOf, keepLook } from '#platform/look'
import { show } from '#platform/page'
import { showBusy, showUnreadable } from '#platform/problem-page'
import { actorOf, get, ownPath, post, type Route, saved } from '#platform/routes'
import { type PlainKey, said } from '#words'
import { endOther, endSession, type Hat, hatsOf, ownSessions } from './door.ts'
import { endForm, hatForm, lookForm, signInForm, slipForm } from './forms.ts'
import { choosePage, helpPage, type MePage, mePage, type SlipPage, signInPage, slipPage } from './pages.ts'
import { doorPen, type EnterAtDoor, passportFor, proved, signIn, type Way } from './passport.ts'
import { type Door, openDoor } from './proof.ts'
import { SLIP_MARK } from './session.ts'
import { isRole, landing, roles } from './roles.ts'
import { leave } from './routes/leave.ts'
import type { Mailer } from './actions/mailing.ts'
import { passwordRoutes } from './routes/password.ts'
import { renewalRoutes } from './routes/renewal.ts'
import { staffRoutes } from './routes/staff.ts'

/** A refusal takes at least so long, whatever it was that did not fit. */
const ANSWER_AFTER = 200

const landingOf = ({ locals: { actor, wayIn = '/in' } }: Response): string =>
  actor && isRole(actor.role) ? landing[actor.role] : wayIn

/** The register is a later room, so the front hall brings its pen along. `origin` is the address that people type. */
export const accountsRoutes = (
  court: Court,
  enter: Enter,
  origin: string | null = null,
  mailer: Mailer | null = null,
): Route[] => {
  const enterAtDoor = doorPen(court, enter)
  const door = openDoor(court.db)
  const porter = aPorter(court, door, enterAtDoor)
  return [
    get('/', 'public', (_req, res) => res.redirect(303, landingOf(res))),
    ...signInRoutes(porter),
    ...slipRoutes(porter),
    ...hatRoutes(court, porter),
    ...ownRoutes(court, enterAtDoor),
    ...passwordRoutes(court, { door, enter, enterAtDoor }),
    ...renewalRoutes(court, { door, enter, mayTry: porter.mayTry }),
    ...staffRoutes(court, { enter, door, mailer }, origin),
  ]
}

/** Asks who somebody is, and lets them in. */
const aPorter = (court: Court, door: Door, enterAtDoor: EnterAtDoor) => {
  const passport = passportFor(court, door, who => enterAtDoor({ ...who, sessionId: null }, 'sign-in-refused'))
  return {
    mayTry: async (req: Request, res: Response): Promise<boolean> => {
      const may = await door.network.take(networkOf(req.ip))
      if (!may) showBusy(res, door.network.minutes)
      return may
    },
    /** The hats of whoever is known by what they sent; none where they are not. */
    hats: async (way: Way, req: Request, res: Response, sent: object): Promise<Hat[]> => {
      req.body = sent
      return (await noSooner(ANSWER_AFTER, proved(passport, way, req, res))) ?? []
    },
    admit: (req: Request, res: Response, hat: Hat) => signIn(court, passport, enterAtDoor, { req, res, who: hat }),
  }
}

type Porter = ReturnType<typeof aPorter>

const signInRoutes = (porter: Porter): Route[] => [
  get('/in', 'public', (req, res) => {
    if (res.locals.actor) return res.redirect(303, landingOf(res))
    show(res, signInPage(emptyForm(), ownPath(req.query.to)))
  }),

  post('/in', 'public', async (req, res) => {
    const form = readForm(signInForm, req.body)
    if (!form.ok) return show(res, signInPage(form.form, ownPath(form.form.values.to)), 422)
    if (!(await porter.mayTry(req, res))) return
    const wanted = ownPath(form.value.to)
    const hats = await porter.hats('password', req, res, form.value)
    const [hat] = hats
    if (!hat) return show(res, signInPage(emptyForm({ email: form.value.email }), wanted, 'accounts.in.refused'), 401)
    await porter.admit(req, res, hat)
    if (cookiesOf(req)[SLIP_MARK]) res.clearCookie(SLIP_MARK, cookieShape(res))
    if (hats.length > 1) return res.redirect(303, '/in/choose')
    res.redirect(303, wanted === '/' ? landing[hat.role] : wanted)
  }),
]

const slipRoutes = (porter: Porter): Route[] => [
  get('/d', 'public', (req, res) =>
    show(res, slipPage(emptyForm(), { ended: req.query.ended === 'yes', here: hereAs(res) })),
  ),

  post('/d', 'public', async (req, res) => {
    const form = readForm(slipForm, req.body)
    if (!form.ok) return show(res, slipPage(form.form), 422)
    if (!(await porter.mayTry(req, res))) return
    const [hat] = await porter.hats('slip', req, res, form.value)
    if (!hat) return show(res, slipPage(emptyForm(form.value), { problem: 'accounts.slip.refused' }), 401)
    await porter.admit(req, res, hat)
    res.cookie(SLIP_MARK, 'slip', cookieShape(res))
    res.redirect(303, landing[hat.role])
  }),
]

/** A device that is shared may be open for somebody else: whoever comes with a slip sees for whom. */
const hereAs = ({ locals: { actor } }: Response): SlipPage['here'] =>
  actor && { name: actor.name, href: isRole(actor.role) ? landing[actor.role] : '/' }

const hatRoutes = (court: Court, porter: Porter): Route[] => [
  get('/in/choose', roles, async (_req, res) => show(res, choosePage(await hatsOf(court.db, actorOf(res).accountId)))),

  post('/hat', roles, async (req, res) => {
    const form = readForm(hatForm, req.body)
    const hats = await hatsOf(court.db, actorOf(res).accountId)
    const hat = form.ok ? hats.find(one => one.membershipId === form.value.membership) : undefined
    if (!hat) return show(res, choosePage(hats), 409)
    await porter.admit(req, res, hat)
    res.redirect(303, landing[hat.role])
  }),
]

const ownRoutes = (court: Court, enterAtDoor: EnterAtDoor): Route[] => [
  post('/out', 'public', async (_req, res) => {
    const { actor, sessionHash } = res.locals
    if (actor && sessionHash) {
      await endSession(court.db, sessionHash, court.now())
      await enterAtDoor(actor, 'signed-out')
    }
    leave(res)
  }),

  get('/me', roles, async (_req, res) => show(res, await meFor(court, res))),

  post('/me', roles, async (req, res) => {
    const actor = actorOf(res)
    const form = readForm(endForm, req.body)
    const id = form.ok ? form.value.session : ''
    if (!form.ok || !(await endOther(court.db, res.locals.sessionHash ?? '', id, court.now())))
      return show(res, await meFor(court, res, 'accounts.me.ended-already'), 409)
    await enterAtDoor({ ...actor, sessionId: id }, 'signed-out')
    if (id === actor.sessionId) leave(res)
    else saved(res, '/me', said('accounts.me.ended'))
  }),

  post('/look', 'public', (req, res) => {
    const form = readForm(lookForm, req.body)
    if (!form.ok) return showUnreadable(res)
    keepLook(res, form.value)
    res.redirect(303, ownPath(form.value.back))
  }),

  get('/help', 'public', (_req, res) => show(res, helpPage(res.locals.actor !== null, res.locals.help))),
]

const meFor = async (court: Court, res: Response, problem: PlainKey | null = null): Promise<MePage> => {
  const actor = actorOf(res)
  const [hats, sessions] = await Promise.all([
    hatsOf(court.db, actor.accountId),
    ownSessions(court.db, res.locals.sessionHash ?? '', court.now()),
  ])
  return mePage(actor, res.locals.chrome, hats, sessions, problem)
}
