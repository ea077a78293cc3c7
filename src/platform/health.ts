/** What a watchdog asks: whether the program runs, and whether it could serve a page now. */
import type { RequestHandler } from 'express'
import type { Database } from './database.ts'

export const alive: RequestHandler = (_req, res) => {
  res.type('text').send('alive\n')
}

export const ready =
  (db: Database): RequestHandler =>
  async (_req, res) => {
    const answers = await db.ping().then(
      () => true,
      () => false,
    )
    res
      .status(answers ? 200 : 503)
      .type('text')
      .send(answers ? 'ready\n' : 'the database does not answer\n')
  }
