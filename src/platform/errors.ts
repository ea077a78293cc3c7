/** What goes wrong, and what is said about it: to the visitor a page, to the log where it happened, to nobody what was typed. */
import { randomBytes } from 'node:crypto'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { said } from '#words'
import { refusedBy } from './database.ts'
import {
  showChanged,
  showDown,
  showFault,
  showLost,
  showSignedOut,
  showTooLarge,
  showUnreadable,
} from './problem-page.ts'
import { ownPath, SignedOut, saved } from './routes.ts'

/** Writes a `fault` as `factsOf` gives it, and never whole. */
export type Log = { error: (facts: { number?: string; fault: unknown }, message: string) => void }

/** For what a page does not wait for: if it fails, the log says so and nothing else happens. */
export const noted = (work: Promise<unknown>, log: Log): void => {
  work.catch(fault => log.error({ fault }, 'beside a page'))
}

/** What the house itself throws, named so that the platform need not know it. */
export type Verdict = 'lost' | 'sent-twice' | 'changed'

/** Refuses an address that no page of ours could have made: a broken percent code, or a NUL. */
export const plainAddress: RequestHandler = (req, res, next) => {
  if (/%00|\0/.test(req.originalUrl) || !isDecodable(req.path)) showUnreadable(res)
  else next()
}

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

export const nothingHere: RequestHandler = (_req, res) => showLost(res)

export type ErrorOptions = { log: Log; verdict: (fault: unknown) => Verdict | null }

/** Stands last. Express itself would print the message of what it is handed, so nothing is handed on. */
export const errorPages =
  ({ log, verdict }: ErrorOptions): ErrorRequestHandler =>
  (fault, req, res, _next) => {
    if (res.headersSent) return breakOff(fault, res, log)
    if (fault instanceof SignedOut) return showSignedOut(res)
    const known = verdict(fault)
    if (known) return answer[known](req, res)
    const status = statusOf(fault)
    if (status === 413) return showTooLarge(res)
    if (status !== null) return showUnreadable(res, status)
    report(fault, req, res, log)
  }

const answer: Record<Verdict, (req: Request, res: Response) => void> = {
  lost: (_req, res) => showLost(res),
  'sent-twice': (req, res) => saved(res, cameFrom(req), said('platform.sent-twice')),
  changed: (req, res) => showChanged(res, typedIn(req.body), cameFrom(req)),
}

/** The page on which the form stood. */
const cameFrom = (req: Request): string => {
  const { referer } = req.headers
  const page = URL.canParse(referer ?? '') ? new URL(referer ?? '') : null
  return page && page.host === req.get('host') ? ownPath(page.pathname + page.search) : ownPath(req.originalUrl)
}

const typedIn = (body: unknown): string[] =>
  Object.entries(body ?? {})
    .filter(
      ([name, value]) => name !== 'once' && name !== 'version' && typeof value === 'string' && value.trim() !== '',
    )
    .map(([, value]) => String(value))

/** What the parser of forms found wrong; it marks its errors with a status of the client's kind. */
const statusOf = (fault: unknown): number | null => {
  const { status } = (fault ?? {}) as { status?: unknown }
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}

/** Half a page is out already: the browser must not take it for a whole one. */
const breakOff = (fault: unknown, res: Response, log: Log): void => {
  log.error({ fault }, 'fault in the middle of an answer')
  res.destroy()
}

/** The number on the page is the one in the log. */
const report = (fault: unknown, req: Request & { id?: unknown }, res: Response, log: Log): void => {
  const number = typeof req.id === 'string' ? req.id : randomBytes(4).toString('hex')
  log.error({ number, fault }, 'fault')
  if (isDown(fault)) showDown(res)
  else showFault(res, number)
}

const downCodes = /^(08|57P|53|ECONN|ENOENT|EPIPE|ETIMEDOUT)/

const isDown = (fault: unknown): boolean =>
  downCodes.test(refusedBy(fault)?.code ?? '') ||
  (fault instanceof Error && fault.message === 'timeout exceeded when trying to connect')

type FaultFacts = {
  name: string
  message?: string
  code?: string
  constraint?: string
  at: string[]
  cause?: FaultFacts
}

/** Kinds of error whose message is written by a programmer. Those of the database and of parsers repeat what somebody typed. */
const ours: readonly unknown[] = [Error, TypeError, RangeError, ReferenceError]
const CAUSES_MOST = 4

export const factsOf = (fault: unknown, depth = 0): FaultFacts => {
  if (!(fault instanceof Error)) return { name: typeof fault, at: [] }
  const { code, constraint } = fault as { code?: unknown; constraint?: unknown }
  return {
    name: fault.name,
    ...(ours.includes(fault.constructor) && code === undefined ? { message: fault.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    at: framesOf(fault),
    ...(fault.cause !== undefined && depth < CAUSES_MOST ? { cause: factsOf(fault.cause, depth + 1) } : {}),
  }
}

/** The lines of a stack that say where; its head repeats the message. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .slice(message === '' ? 0 : stack.lastIndexOf(message) + message.length)
    .split('\n')
    .filter(line => /^ {4}at /.test(line))
    .slice(0, 8)
    .map(line => line.trim())
