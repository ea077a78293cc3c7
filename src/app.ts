/** The front hall: what every request meets, and then the rooms, in the order in which a case walks through them. */
import { fileURLToPath } from 'node:url'
import compression from 'compression'
import express, { type Express } from 'express'
import { AlreadyDone, Changed, type Court, NotHere } from '#court'
import { enter } from '#court/register'
import { loadAssets } from '#platform/assets'
import { errorPages, nothingHere, plainAddress, type Verdict } from '#platform/errors'
import { alive, ready } from '#platform/health'
import { type Logger, requestLog } from '#platform/log'
import { dress } from '#platform/look'
import { show } from '#platform/page'
import { partsPage } from '#platform/parts-page'
import { showCrossed } from '#platform/problem-page'
import { openPen, type Pen, type Post } from '#platform/mail'
import { get, mount, type Route } from '#platform/routes'
import { fromHereOnly, keepNothing, secureHeaders } from '#platform/security'
import { openViews } from '#platform/views'
import { accountsRoutes } from './court/accounts/routes.ts'
import { knowVisitor } from './court/accounts/visitor.ts'
import { casefileRoutes } from './court/casefile/routes.ts'
import { casesRoutes } from './court/cases/routes.ts'
import { creditsRoutes } from './court/credits/routes.ts'
import { dispositionsRoutes } from './court/dispositions/routes.ts'
import { hearingsRoutes } from './court/hearings/routes.ts'
import { homeRoutes } from './court/home/routes.ts'
import { jurorsRoutes } from './court/jurors/routes.ts'
import { juryRoutes } from './court/jury/routes.ts'
import { noticesRoutes } from './court/notices/routes.ts'
import { obligationsRoutes } from './court/obligations/routes.ts'
import { outcomesRoutes } from './court/outcomes/routes.ts'
import { peopleRoutes } from './court/people/routes.ts'
import { programsRoutes } from './court/programs/routes.ts'
import { reportsRoutes } from './court/reports/routes.ts'

export type Settings = {
  production: boolean
  /** The address that people type; forms are taken from there only. */
  publicOrigin: string
  proxies: number
  log: Logger
  /** Takes letters that do not wait for the sweep; without one they are refused in words. */
  post?: Post
}

type Hands = Pick<Settings, 'publicOrigin'> & { mailer?: { post: Post; pen: Pen } | null }

/** The rooms that have doors. The first two stand before the register, so they are handed the pen that writes in it. */
export const doors = (court: Court, { publicOrigin, mailer = null }: Hands): Route[] => [
  ...programsRoutes(court, enter),
  ...accountsRoutes(court, enter, publicOrigin, mailer && { ...mailer, origin: publicOrigin }),
  ...peopleRoutes(court),
  ...noticesRoutes(court, publicOrigin),
  ...casesRoutes(court, publicOrigin),
  ...jurorsRoutes(court, publicOrigin),
  ...hearingsRoutes(court),
  ...juryRoutes(court),
  ...dispositionsRoutes(court),
  ...obligationsRoutes(court),
  ...creditsRoutes(court),
  ...outcomesRoutes(court),
  ...casefileRoutes(court),
  ...homeRoutes(court),
  ...reportsRoutes(court),
]

const FORM_MOST = '100kb'

export const createApp = (court: Court, settings: Settings): Express => {
  const { log, production, publicOrigin, post } = settings
  const origins = [publicOrigin]
  const assets = loadAssets()
  const app = express()
  app.disable('x-powered-by').set('etag', false).set('env', 'production').set('trust proxy', settings.proxies)
  const drawn = openViews(views, { debug: !production })
  app.locals.press = { views: drawn, assets: assets.links }
  app.locals.secure = publicOrigin.startsWith('https:')

  app.get('/healthz', alive).get('/readyz', ready(court.db))
  app.use(dress, secureHeaders({ origins }), assets.routes, keepNothing, requestLog(log), compression({ level: 1 }))
  app.use(plainAddress, fromHereOnly({ origins }, showCrossed))
  app.use(express.urlencoded({ extended: false, limit: FORM_MOST }), knowVisitor(court, log))
  const mailer = post ? { post, pen: openPen(drawn) } : null
  mount(app, [...doors(court, { publicOrigin, mailer }), ...(production ? [] : [parts])])
  app.use(nothingHere, errorPages({ log, verdict }))
  return app
}

const views = fileURLToPath(new URL('../views', import.meta.url))

const parts = get('/parts', 'public', (_req, res) => show(res, partsPage()))

const verdict = (fault: unknown): Verdict | null => {
  if (fault instanceof NotHere) return 'lost'
  if (fault instanceof AlreadyDone) return 'sent-twice'
  return fault instanceof Changed ? 'changed' : null
}
