/** What a browser may do with our pages, and from where a form may come. */
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

export type SecurityOptions = {
  /** The addresses that people type: scheme, host and port. */
  origins: readonly string[]
}

const nonceOf = (_req: unknown, res: unknown): string => `'nonce-${(res as Response).locals.nonce}'`

/** Everything comes from here, no script but ours, no style inside a page, and nobody puts a page into a frame. */
export const secureHeaders = ({ origins }: SecurityOptions): RequestHandler => {
  const secure = origins.every(origin => origin.startsWith('https:'))
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [nonceOf],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    // Without a referrer of our own a browser says `Origin: null` even for our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
    xFrameOptions: { action: 'deny' },
  })
}

/** Nothing about a young person is left in a browser or on the way to it. */
export const keepNothing: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store')
  next()
}

const harmless: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Whether a request that may change something comes from one of our own pages. */
export const isFromHere = (
  request: { method: string; site: string | undefined; origin: string | undefined },
  origins: readonly string[],
): boolean => {
  const { method, site, origin } = request
  if (harmless.includes(method)) return true
  if (site === 'same-origin') return true
  // `none` is a person at the browser's own controls, who has no page behind them and so no foreign origin.
  if (site !== undefined && site !== 'none') return false
  if (site === 'none' && origin === undefined) return true
  return origin !== undefined && origins.includes(origin)
}

/** Takes forms from our own pages only. `refuse` answers the others. */
export const fromHereOnly =
  ({ origins }: SecurityOptions, refuse: (res: Response) => void): RequestHandler =>
  (req, res, next) => {
    const site = req.headers['sec-fetch-site']?.toString()
    const {
      method,
      headers: { origin },
    } = req
    if (isFromHere({ method, site, origin }, origins)) next()
    else refuse(res)
  }
