/** The one door to the database. Nothing reaches a table but inside a transaction that says for whom it works. */
import type { Duplex } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { lend, type PoolOptions, poolFor } from './pool.ts'
import { isRefusal } from './refusal.ts'
import { dayIn } from './time.ts'

/** Whose eyes and hands a transaction has; row-level security reads it. */
export type Context = {
  programId: string
  accountId: string | null
  personId: string | null
  role: string
  /** By which clock its day begins. */
  timeZone?: string
}

export type Tx = NodePgDatabase & { $client: PoolClient }

export type Database = {
  /** Runs work in one transaction for this context, and commits when it is done. What it throws, or a refusal that it returns, rolls all of it back. */
  withProgram: <T>(context: Context, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Sends all reads of a batch, and the commit, in one round trip. The batch must start every statement before it first waits. */
  inOneTrip: <T>(context: Context, batch: (tx: Tx) => Promise<T>) => Promise<T>
  /** Calls one of the narrow functions that work before a program is known: sign-in, slips, sessions. */
  atTheDoor: <Row extends object>(name: string, text: string, values: unknown[]) => Promise<Row[]>
  ping: () => Promise<void>
  close: () => Promise<void>
}

export type DatabaseOptions = PoolOptions & { now?: () => Date }

export const openDatabase = (options: DatabaseOptions): Database => {
  const pool = poolFor(options)
  const { now = () => new Date() } = options
  return {
    withProgram: (context, work) =>
      onceMore(() => lend(pool, client => transact(client, settingsFor(context, now()), work))),
    inOneTrip: (context, batch) => lend(pool, client => batchOnce(client, settingsFor(context, now()), batch)),
    atTheDoor: async (name, text, values) => (await pool.query({ name, text, values })).rows,
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  }
}

/** Two who waited for each other: PostgreSQL sends one of them away with nothing done, and the second time the way is free. */
const onceMore = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (fault) {
    if (!collisions.includes(refusedBy(fault)?.code ?? '')) throw fault
    return work()
  }
}

/** Deadlock, and a serialisation that failed. */
const collisions = ['40P01', '40001']

const SET_CONTEXT = `select set_config('app.program_id', $1, true), set_config('app.account_id', $2, true),
  set_config('app.person_id', $3, true), set_config('app.role', $4, true), set_config('app.today', $5, true)`

/** What row-level security reads, in the order of SET_CONTEXT. */
type Settings = readonly [program: string, account: string, person: string, role: string, today: string]

const settingsFor = (context: Context, now: Date): Settings => [
  context.programId,
  context.accountId ?? '',
  context.personId ?? '',
  context.role,
  dayIn(context.timeZone ?? 'UTC', now),
]

/**
 * What is sent before anybody waits goes out as one packet. A packet for each statement would cost a system call for each, here
 * and in the server, which is more than most statements cost.
 */
const asOnePacket = (client: PoolClient): (() => void) => {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  stream.cork()
  return () => stream.uncork()
}

const begin = (client: PoolClient, settings: Settings): Promise<unknown>[] => [
  client.query('begin'),
  client.query({
    name: 'set_context',
    text: SET_CONTEXT,
    values: [...settings],
  }),
]

const transact = async <T>(client: PoolClient, settings: Settings, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const send = asOnePacket(client)
  const opening = Promise.all(begin(client, settings))
  void everyoneHasStarted().then(send)
  try {
    const [answer] = await Promise.all([work(txOf(client)), opening])
    await (isRefusal(answer) ? client.query('rollback') : commit(client))
    return answer
  } catch (fault) {
    await Promise.allSettled([opening])
    await Promise.allSettled([client.query('rollback')])
    throw fault
  }
}

const batchOnce = async <T>(client: PoolClient, settings: Settings, batch: (tx: Tx) => Promise<T>): Promise<T> => {
  const send = asOnePacket(client)
  const opening = begin(client, settings)
  const answer = Promise.resolve(batch(txOf(client)))
  answer.catch(() => undefined)
  await everyoneHasStarted()
  const closing = commit(client)
  send()
  await Promise.allSettled([...opening, answer, closing])
  await Promise.all(opening)
  const given = await answer
  await closing
  return given
}

/** A statement that was not prepared starts only when somebody waits for it, a moment later; a commit sent before would leave it without rows. */
const everyoneHasStarted = (): Promise<void> => new Promise(resolve => process.nextTick(resolve))

/** After an error PostgreSQL answers a commit with a rollback and says nothing; its command tag tells. */
const commit = async (client: PoolClient): Promise<void> => {
  const done = await client.query('commit')
  if (done.command !== 'COMMIT') throw new Error('the transaction was rolled back')
}

const instances = new WeakMap<PoolClient, Tx>()

const txOf = (client: PoolClient): Tx => {
  const kept = instances.get(client)
  if (kept) return kept
  const made = drizzle(client) as unknown as Tx
  instances.set(client, made)
  return made
}

type Preparable<Rows> = { prepare: (name: string) => { execute: (values: Record<string, unknown>) => Promise<Rows> } }

/** A statement that each connection parses and plans once. Names are unique across the house. */
export const statement = <Rows>(name: string, build: (tx: Tx) => Preparable<Rows>) => {
  if (names.has(name)) throw new Error(`two statements are called ${name}`)
  names.add(name)
  const prepared = new WeakMap<PoolClient, ReturnType<Preparable<Rows>['prepare']>>()
  return (tx: Tx, values: Record<string, unknown> = {}): Promise<Rows> => {
    const kept = prepared.get(tx.$client)
    if (kept) return kept.execute(values)
    const made = build(tx).prepare(name)
    prepared.set(tx.$client, made)
    return made.execute(values)
  }
}

const names = new Set<string>()

/** The name of a constraint that refused, where the database said one; never its message, which holds what was typed. */
export const refusedBy = (fault: unknown): { code: string; constraint: string } | null => {
  const cause = (fault as { cause?: unknown })?.cause ?? fault
  const { code, constraint } = (cause ?? {}) as { code?: unknown; constraint?: unknown }
  return typeof code === 'string' ? { code, constraint: typeof constraint === 'string' ? constraint : '' } : null
}
