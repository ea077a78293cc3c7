/** Who comes with this request: their session is looked up, they become the actor, and the page is framed for them. */
import type { RequestHandler, Response } from 'express'
import type { Actor, Court } from '#court'
import { type Log, noted } from '#platform/errors'
import { isId } from '#platform/ids'
import { chosenLanguage, cookieShape, cookiesOf } from '#platform/look'
import { showUnreadable } from '#platform/problem-page'
import { type Day, dayIn } from '#platform/time'
import { isLanguage } from '#words'
import { type LiveSession, noteSeen, sessionOf } from './door.ts'
import { navFor } from './nav.ts'
import { isRole, youngRoles } from './roles.ts'
import { cookieName, hashOfSecret, isSecret, SLIP_MARK } from './session.ts'

declare global {
  namespace Express {
    interface Locals {
      actor: Actor | null
      /** Hash of the cookie of the session at work. */
      sessionHash: string | null
      /** Whom to ask; known once the program is. */
      help: { phone: string | null; place: string | null }
    }
  }
}

const A_MINUTE = 60_000

/** Asked once for each request that is not for a picture or a sheet of style. */
export const knowVisitor =
  (court: Court, log: Log): RequestHandler =>
  async (req, res, next) => {
    res.locals.actor = null
    res.locals.sessionHash = null
    res.locals.help = { phone: null, place: null }
    const secret = cookiesOf(req)[cookieName(cookieShape(res).secure === true)]
    if (!isSecret(secret)) return next()
    const hash = hashOfSecret(secret)
    const session = await sessionOf(court.db, hash, court.now())
    if (!session || !isRole(session.role)) {
      if (cookiesOf(req)[SLIP_MARK] === 'slip') res.locals.wayIn = '/d?ended=yes'
      return next()
    }
    res.locals.sessionHash = hash
    res.locals.help = { phone: session.helpPhone, place: session.place }
    res.locals.actor = actorFrom(session, req.body)
    frame(res, session, { path: req.path, language: chosenLanguage(req), today: dayIn(session.timeZone, court.now()) })
    if (court.now().getTime() - session.seenAt.getTime() >= A_MINUTE) noted(noteSeen(court.db, hash, court.now()), log)
    if (req.method === 'POST' && res.locals.actor.once === null) showUnreadable(res)
    else next()
  }

const actorFrom = (session: LiveSession, body: { once?: unknown } | undefined): Actor => ({
  programId: session.programId,
  accountId: session.accountId,
  personId: session.personId,
  membershipId: session.membershipId,
  sessionId: session.sessionId,
  role: session.role,
  name: session.name,
  timeZone: session.timeZone,
  programName: session.programName,
  once: isId(body?.once) ? body.once : null,
})

/** A young person's screen names the court by its short name, since others look on. */
const frame = (
  res: Response,
  session: LiveSession,
  { path, language, today }: { path: string; language: string | null; today: Day },
): void => {
  const { chrome } = res.locals
  const spoken = [language, session.language, chrome.language].find(isLanguage)
  res.locals.chrome = {
    ...chrome,
    program: youngRoles.some(role => role === session.role) ? session.shortName : session.programName,
    language: spoken ?? chrome.language,
    timeZone: session.timeZone,
    thisYear: today.slice(0, 4),
    nav: navFor(session.role, path),
    signedIn: session.name,
  }
}
