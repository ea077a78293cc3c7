/** Doors: an address, who may knock, and what is answered. Only the front hall hangs them. */
import { type Express, type Request, type RequestHandler, type Response, Router } from 'express'
import type { Said } from '#words'
import { keepFlash } from './look.ts'

declare global {
  namespace Express {
    /** The roles that may knock; whoever knows them adds them here. */
    interface Roles {}

    interface Locals {
      /** Where whoever was signed in on this browser finds the way in again, if that is known. */
      wayIn?: string
    }
  }
}

/** `'public'` must be written out: no door is open because somebody forgot to close it. */
export type Access = 'public' | readonly (keyof Express.Roles & string)[]

type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & ParamsOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : Record<never, string>

type Handle<Path extends string> = (req: Request<ParamsOf<Path>>, res: Response) => Promise<void> | void

export type Route = { method: 'get' | 'post'; path: string; access: Access; handle: RequestHandler }

export const get = <const Path extends string>(path: Path, access: Access, handle: Handle<Path>): Route => ({
  method: 'get',
  path,
  access,
  handle: handle as unknown as RequestHandler,
})

export const post = <const Path extends string>(path: Path, access: Access, handle: Handle<Path>): Route => ({
  method: 'post',
  path,
  access,
  handle: handle as unknown as RequestHandler,
})

/** Hangs the doors, in their order, and leads each request into its corridor. */
export const mount = (app: Pick<Express, 'use'>, routes: readonly Route[]): void => {
  const corridors = corridorsOf(routes)
  app.use((req, res, next) => {
    const corridor = corridors.get(corridorOf(req.method === 'POST' ? 'post' : 'get', req.path))
    if (corridor) corridor(req, res, next)
    else next()
  })
}

/** Doors whose addresses begin alike hang in one corridor, so that a request tries a few of them and not all. */
export const corridorsOf = (routes: readonly Route[]): ReadonlyMap<string, Router> => {
  const corridors = new Map<string, Router>()
  for (const { method, path, access, handle } of routes) {
    const corridor = corridors.get(corridorOf(method, path)) ?? Router()
    corridors.set(corridorOf(method, path), corridor)
    corridor[method](path, porter(access), handle)
  }
  return corridors
}

const corridorOf = (method: Route['method'], path: string): string =>
  `${method} ${path.split('/', 2)[1]?.toLowerCase() ?? ''}`

/** Whoever wears another role finds no such page; whoever wears none is shown the way in. */
const porter =
  (access: Access): RequestHandler =>
  (req, res, next) => {
    const role: string | undefined = res.locals.actor?.role
    if (access === 'public' || access.some(one => one === role)) return next()
    if (role !== undefined) return next('route')
    if (req.method === 'POST') return next(new SignedOut())
    res.redirect(303, res.locals.wayIn ?? `/in?to=${encodeURIComponent(req.originalUrl)}`)
  }

/** A form came from somebody whose session has ended meanwhile. */
export class SignedOut extends Error {
  constructor() {
    super('signed out')
    this.name = 'SignedOut'
  }
}

/** Who is at work; a door that is not public always has somebody. */
export const actorOf = (res: Response): NonNullable<Express.Locals['actor']> => {
  const { actor } = res.locals
  if (!actor) throw new Error('nobody is signed in at this door')
  return actor
}

/** After an act: on to a page, which says once what was done. */
export const saved = (res: Response, to: string, said?: Said): void => {
  if (said) keepFlash(res, said)
  res.redirect(303, to)
}

/** A place on this site that a form or an address asked to go to; anything else leads home. */
export const ownPath = (wanted: unknown): string => {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted) || /[\p{Cc}\\]/u.test(wanted)) return '/'
  const base = 'http://here.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null
  return url?.origin === base ? url.pathname + url.search : '/'
}
