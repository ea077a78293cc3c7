/** Passport, with two ways to show who one is. It asks for a session that can begin anew and be kept; ours does no more. */
import type { Request, Response } from 'express'
import passportModule from 'passport'
import { Strategy as LocalStrategy } from 'passport-local'
import type { Court } from '#court'
import type { Enter } from '#court/programs'
import { networkOf } from '#platform/limits'
import { cookieShape } from '#platform/look'
import { isRefusal } from '#platform/refusal'
import { openSession } from './actions.ts'
import { endSession, type Hat } from './door.ts'
import { type Door, proveByPassword, proveBySlip } from './proof.ts'
import { cookieName, type Who } from './session.ts'

type NoteRefusal = (who: Who) => Promise<void>

export const passportFor = (court: Court, door: Door, noteRefusal: NoteRefusal): passportModule.Authenticator => {
  const passport = new passportModule.Passport()
  passport.serializeUser((who, done) => done(null, who))
  passport.use('password', byPassword(court, door, noteRefusal))
  passport.use('slip', bySlip(court, door, noteRefusal))
  return passport
}

const byPassword = (court: Court, door: Door, noteRefusal: NoteRefusal): passportModule.Strategy =>
  new LocalStrategy({ usernameField: 'email', passReqToCallback: true }, (req, email, password, done) => {
    const tried = { email, password, network: networkOf(req.ip), noteRefusal }
    proveByPassword(court, door, tried).then(hats => done(null, hats ?? false), done)
  })

/** Passport calls a strategy through an object made from it, so it must not keep anything private. */
const bySlip = (court: Court, door: Door, noteRefusal: NoteRefusal): passportModule.Strategy => ({
  name: 'slip',
  authenticate(req) {
    const tried = { typed: String(req.body.code), network: networkOf(req.ip), noteRefusal }
    proveBySlip(court, door, tried).then(hats => (hats ? this.success(hats) : this.fail(401)), this.error)
  },
})

export type Way = 'password' | 'slip'

/** The hats of somebody who showed who they are; null where they did not. */
export const proved = (passport: passportModule.Authenticator, way: Way, req: Request, res: Response) =>
  new Promise<Hat[] | null>((resolve, reject) => {
    const answer: passportModule.AuthenticateCallback = (fault, hats) =>
      fault ? reject(fault) : resolve(hats ? (hats as Hat[]) : null)
    passport.authenticate(way, { session: false }, answer)(req, res, reject)
  })

type DoorAct = 'signed-in' | 'sign-in-refused' | 'password-refused' | 'signed-out'

/** Enters in the register what happens at the door. */
export type EnterAtDoor = (who: Who & { sessionId: string | null }, act: DoorAct) => Promise<void>

/** Nobody is at work yet, or any more; still each coming and going has its one entry. */
export const doorPen =
  (court: Court, enter: Enter): EnterAtDoor =>
  ({ programId, accountId, membershipId, role, sessionId }, act) => {
    const nobody = { personId: null, name: '', timeZone: 'UTC', programName: '', once: null }
    const actor = { programId, accountId, membershipId, role, sessionId, ...nobody }
    const on = sessionId ? { thing: 'session', thingId: sessionId } : { thing: 'account', thingId: accountId }
    return court.db.withProgram(actor, tx => enter(court, tx, actor, { act, ...on, particulars: {} }))
  }

/** Signs somebody in: whatever session this browser had is over, and a new one begins under a new id. */
export const signIn = async (
  court: Court,
  passport: passportModule.Authenticator,
  enterAtDoor: EnterAtDoor,
  { req, res, who }: { req: Request; res: Response; who: Who },
): Promise<void> => {
  Object.assign(req, { session: freshSession(court, enterAtDoor, res) })
  await new Promise<void>((resolve, reject) =>
    passport.initialize({ compat: false })(req, res, settle(resolve, reject)),
  )
  await new Promise<void>((resolve, reject) => req.logIn(who, settle(resolve, reject)))
}

type Done = (fault?: unknown) => void

const settle =
  (resolve: () => void, reject: (fault: unknown) => void): Done =>
  fault =>
    fault ? reject(fault) : resolve()

/** What Passport calls a session, for the one moment of signing in. */
const freshSession = (court: Court, enterAtDoor: EnterAtDoor, res: Response) => {
  const session = {
    passport: {} as { user?: Who },
    regenerate: (done: Done) => void endPresent(court, res).then(() => done(), done),
    save: (done: Done) => void begin(court, enterAtDoor, res, session.passport.user).then(() => done(), done),
  }
  return session
}

const endPresent = async (court: Court, res: Response): Promise<void> => {
  const { sessionHash } = res.locals
  if (sessionHash) await endSession(court.db, sessionHash, court.now())
}

/** The browser is handed its cookie last: nobody is signed in whose coming was not entered. */
const begin = async (court: Court, enterAtDoor: EnterAtDoor, res: Response, who: Who | undefined): Promise<void> => {
  const opened = who ? await openSession(court, who) : null
  if (!who || !opened || isRefusal(opened)) throw new Error('a session could not be opened')
  await enterAtDoor({ ...who, sessionId: opened.sessionId }, 'signed-in')
  const shape = cookieShape(res)
  res.cookie(cookieName(shape.secure === true), opened.value, shape)
}
