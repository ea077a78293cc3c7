/** Starts the court, and keeps it open until somebody ends it. Run by `npm start`. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Court } from '#court'
import { CannotStart, type Config, readConfig } from '#platform/config'
import { openDatabase } from '#platform/database'
import { anEnding, type Ending, endOnFaults, endOnSignals } from '#platform/ending'
import { checkLogin, checkServer, type Ground, openGround } from '#platform/ground'
import { listen, shut } from '#platform/listen'
import { type Logger, openLog } from '#platform/log'
import { openPen, openPost, type Post } from '#platform/mail'
import { migrate } from '#platform/migrate'
import { startSweep } from '#platform/sweep'
import { openViews } from '#platform/views'
import { createApp } from './app.ts'
import { clearDemo, demoPeople, tableOf } from './demo.ts'
import { placesOf, worksOf } from './sweeps.ts'

const PAGES = 'peer_jury_app'
const FIGURES = 'peer_jury_evaluator'
const say = (sentence: string): void => console.log(sentence)
const inHouse = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const start = async (config: Config, ending: Ending, log: Logger): Promise<void> => {
  const ground = await openGround(config, say)
  ending.closes(ground.close)
  for (const sentence of await checkServer(ground, config)) say(sentence)
  await clearDemo(ground, config)
  await migrate(ground.ownerUrl, inHouse('drizzle'))
  await checkLogin(ground, [PAGES, FIGURES])

  const court = openCourt(ground, ending)
  const people = await demoPeople(court, ground, config, say)
  const post = openPost(config.mail, config.mailFrom)
  openMailroom(court, post, config, { ending, log })
  const server = await listen(createApp(court, { ...config, log, post }), config)
  ending.closes(() => shut(server))
  say(`Peer Jury is ready at ${config.publicOrigin}`)
  if (people.length > 0) say(`\nThese people of the demo can sign in there:\n\n${tableOf(people)}\n`)
}

const openCourt = (ground: Ground, ending: Ending): Court => {
  const db = openDatabase({ url: ground.url, role: PAGES })
  const figures = openDatabase({ url: ground.url, role: FIGURES, connections: 2 })
  ending.closes(() => Promise.all([db.close(), figures.close()]))
  return { db, figures, now: () => new Date(), seed: () => randomBytes(16).toString('hex') }
}

/** Letters go out from here, and whatever else is due without anybody at work. */
const openMailroom = (
  court: Court,
  post: Post,
  config: Config,
  { ending, log }: { ending: Ending; log: Logger },
): void => {
  const mailroom = { post, pen: openPen(openViews(inHouse('views'))), origin: config.publicOrigin }
  const sweep = startSweep({ places: () => placesOf(court.db), works: worksOf(court, mailroom), log })
  ending.closes(sweep.stop)
  ending.closes(async () => post.close())
}

const ending = anEnding()
endOnSignals(ending)
try {
  const config = readConfig(process.env)
  const log = openLog({ level: config.logLevel })
  endOnFaults(ending, fault => log.error({ fault }, 'a fault that nobody expected'))
  await start(config, ending, log)
} catch (fault) {
  console.error(fault instanceof CannotStart ? fault.message : `Peer Jury cannot start. ${(fault as Error).message}`)
  await ending.now()
  process.exitCode = 1
}
