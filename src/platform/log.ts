/** The log: what was asked for and how it ended. It names no person, and repeats nothing that anybody typed. */
import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { type Logger, pino } from 'pino'
import { pinoHttp } from 'pino-http'
import type { Config } from './config.ts'
import { factsOf } from './errors.ts'

export type { Logger } from 'pino'

export type LogOptions = { level: Config['logLevel']; to?: { write: (line: string) => void } }

export const openLog = ({ level, to = process.stdout }: LogOptions): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { fault: factsOf } }, to)

/** One line for each answer: the pattern of the address and never the address itself, which may hold what somebody searched for. */
export const requestLog = (log: Logger): RequestHandler =>
  pinoHttp<Request, Response>({
    logger: log,
    genReqId: req => (req.id = randomUUID().slice(0, 8)),
    quietReqLogger: true,
    serializers: { req: nothing, res: nothing, err: nothing },
    customAttributeKeys: { reqId: 'number' },
    autoLogging: { ignore: isBackground },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    customSuccessObject: answered,
    customErrorObject: (req, res, _fault, { responseTime }) => answered(req, res, { responseTime }),
    customSuccessMessage: (_req, res) => (res.writableFinished ? 'answered' : 'broken off'),
    customErrorMessage: () => 'failed',
  })

const nothing = (): undefined => undefined

/** Style, script and the questions of a watchdog come with every page and say nothing. */
const isBackground = (req: { url?: string | undefined }): boolean => /^\/(assets\/|healthz|readyz)/.test(req.url ?? '')

const answered = (req: Request, res: Response, timing: { responseTime: number }) => {
  const actor: { role?: string; programId?: string } | null | undefined = res.locals?.actor
  return {
    method: req.method,
    route: patternOf(req),
    status: res.statusCode,
    ms: timing.responseTime,
    ...(actor ? { role: actor.role, program: actor.programId } : {}),
  }
}

/** '/cases/:no', or null where no door has that address. */
const patternOf = (req: Request): string | null => {
  const path: unknown = req.route?.path
  return typeof path === 'string' ? `${req.baseUrl}${path}` : null
}
