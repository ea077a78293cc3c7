/** Connections to the database: how they are opened, kept and lent. */
import { Pool, type PoolClient, types } from 'pg'

export type PoolOptions = { url: string; role?: string; connections?: number }

/** A day is no instant: it stays the word that the database wrote. */
types.setTypeParser(types.builtins.DATE, value => value)

export const poolFor = ({ url, role, connections = 10 }: PoolOptions): Pool => {
  const pool = new Pool({
    connectionString: url,
    pipeline: true,
    max: connections,
    connectionTimeoutMillis: 10_000,
    /** A connection is kept: what it has prepared is worth more than what it costs to hold. */
    idleTimeoutMillis: 0,
    application_name: 'peer-jury',
    options: [
      role ? `-c role=${role}` : '',
      '-c statement_timeout=5s',
      '-c idle_in_transaction_session_timeout=15s',
      '-c timezone=UTC',
    ].join(' '),
  })
  pool.on('error', () => undefined)
  /** A connection that breaks while it is lent out also fails what waits for it; its own cry, unheard, would end the program. */
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/** Lends a connection; one that comes back in the middle of a transaction, or broken, is thrown away. */
export const lend = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let spoilt = true
  try {
    const answer = await work(client)
    spoilt = false
    return answer
  } finally {
    client.release(spoilt)
  }
}
