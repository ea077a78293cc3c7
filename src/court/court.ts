/** What every room is handed: the books, the clock and the lot; and how an act is done. */
import type { Context, Database, Tx } from '#platform/database'
import { type Day, dayIn } from '#platform/time'
import type { PlainKey } from '#words'

export type Court = {
  db: Database
  /** The same database through the evaluator's role: it answers with counts and reaches no table. */
  figures: Database
  /** The clock on the wall; tests stop it. */
  now: () => Date
  /** A fresh seed for a lot; tests know it. */
  seed: () => string
}

/** Somebody at work in one program: who, as what, through which browser and which form. */
export type Actor = Context & {
  accountId: string
  role: string
  sessionId: string | null
  membershipId: string | null
  name: string
  timeZone: string
  programName: string
  /** The one-time key of the form that was posted; a second post of one form finds it used. */
  once: string | null
}

/** What the register can say that somebody did. An act without words for it is no act. */
export type ActName = Named<PlainKey>
type Named<Key> = Key extends `register.act.${infer Name}` ? Name : never

/** Today, on the calendar of this program. */
export const todayFor = (court: Court, actor: Pick<Actor, 'timeZone'>): Day => dayIn(actor.timeZone, court.now())

/** A form that was posted twice: what it asked for has been done already. */
export class AlreadyDone extends Error {
  constructor() {
    super('this form has been acted on already')
    this.name = 'AlreadyDone'
  }
}

/** It is not there, or not yours: the page says the same. */
export class NotHere extends Error {
  constructor() {
    super('not here')
    this.name = 'NotHere'
  }
}

/** Somebody else has saved this since the form was opened. */
export class Changed extends Error {
  constructor() {
    super('changed meanwhile')
    this.name = 'Changed'
  }
}

/**
 * Does one act of the court: lock, read, decide, write, enter, in one transaction.
 * A refusal is handed back and leaves nothing behind; a form that was acted on before throws AlreadyDone.
 */
export const act = <T>(court: Court, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  court.db.withProgram(actor, async tx => {
    await takeForm(court, actor, tx)
    return work(tx)
  })

const takeForm = async (court: Court, actor: Actor, tx: Tx): Promise<void> => {
  if (actor.once === null) return
  const taken = await tx.$client.query({
    name: 'take_form',
    text: `insert into form_posts (program_id, id, account_id, made_at) values ($1, $2, $3, $4) on conflict do nothing`,
    values: [actor.programId, actor.once, actor.accountId, court.now()],
  })
  if (taken.rowCount === 0) throw new AlreadyDone()
}

/** The court's own hand: carries out what somebody's act sets going where they themselves may not look. The register still names them. */
export const byClockwork = (actor: Actor): Actor => ({ ...actor, role: 'clockwork' })
