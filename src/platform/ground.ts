/** The database server under the program: the one that came with it, or the one that DATABASE_URL names. */
import { Client } from 'pg'
import { CannotStart, type Config } from './config.ts'
import { startPostgres } from './postgres.ts'

export type Ground = {
  /** With the login that serves pages. */
  url: string
  /** With the login that owns the tables. */
  ownerUrl: string
  /** The server is ours: it is started and stopped with us. */
  own: boolean
  close: () => Promise<void>
}

const DATABASE = 'peer_jury'

export const openGround = async (config: Config, say: (sentence: string) => void): Promise<Ground> => {
  if (config.databaseUrl) {
    return {
      url: config.databaseUrl,
      ownerUrl: config.migratorUrl ?? config.databaseUrl,
      own: false,
      close: async () => undefined,
    }
  }
  const server = await startPostgres({ dataDir: config.dataDir, say })
  try {
    await asking(server.url, makeDatabase)
    const url = withDatabase(server.url, DATABASE)
    return { url, ownerUrl: url, own: true, close: server.stop }
  } catch (fault) {
    await server.stop()
    throw fault
  }
}

/** Two programs that start together may both find it missing; the second to make it is content. */
const makeDatabase = async (client: Client): Promise<void> => {
  const found = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (found.rowCount === 0) await client.query(`create database ${DATABASE}`).catch(unlessThere)
}

const unlessThere = (fault: { code?: string }): void => {
  if (fault.code !== '42P04' && fault.code !== '23505') throw fault
}

/** Makes our own database anew, when its making was cut short. */
export const startOver = async (ground: Ground): Promise<void> => {
  await asking(withDatabase(ground.url, 'postgres'), async client => {
    await client.query(`drop database ${DATABASE} with (force)`)
    await makeDatabase(client)
  })
}

const withDatabase = (address: string, database: string): string => {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

/** Asks the server something over a connection of its own. */
export const asking = async <T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'peer-jury start',
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await ask(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const OLDEST = 15

/** Refuses a server that is too old, or that may lose what it says it has saved. Gives what is to be known all the same. */
export const checkServer = async (ground: Ground, config: Config): Promise<string[]> => {
  const { version, off } = await asking(ground.url, look).catch(unreachable)
  if (version < OLDEST * 10_000) {
    throw new CannotStart([
      `DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}, and ${OLDEST} or newer is needed.`,
    ])
  }
  if (off.length === 0 || config.durabilityAccepted) return []
  const sentence = `The database may lose what was saved, because ${listed(off)} ${off.length === 1 ? 'is' : 'are'} off.`
  if (!ground.own && !config.production) return [sentence]
  throw new CannotStart([`${sentence} Switch it on; where the storage itself makes up for it, set DURABILITY=accept.`])
}

type Found = { version: number; off: string[] }

const look = async (client: Client): Promise<Found> => {
  const { rows } = await client.query<Found>(
    `select current_setting('server_version_num')::int as version,
       array(select name::text from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name) as off`,
  )
  return rows[0] as Found
}

const unreachable = (fault: { code?: string }): never => {
  throw new CannotStart([`DATABASE_URL leads to no database that answers (${fault.code ?? 'no reason given'}).`])
}

const listed = (words: readonly string[]): string => new Intl.ListFormat('en').format(words)

/** Pages work under roles that own nothing; the login that serves them must be allowed to take these. */
export const checkLogin = async (ground: Ground, roles: readonly string[]): Promise<void> => {
  const { rows } = await asking(ground.url, client =>
    client.query<{ login: string; role: string }>(
      `select current_user as login, role from unnest($1::text[]) role where not pg_has_role(current_user, role, 'member')`,
      [roles],
    ),
  )
  const [first] = rows
  if (!first) return
  const grant = `grant ${rows.map(({ role }) => role).join(', ')} to ${first.login}`
  throw new CannotStart([
    `DATABASE_URL uses the login ${first.login}, which may not work as the pages do: allow it with "${grant}".`,
  ])
}
