/** Brings a database to the form that this house expects: each migration once, in order, under a lock. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

type Migration = { name: string; hash: string; statements: string[] }

const read = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter(file => /^\d{4}_[a-z0-9-]+\.sql$/.test(file))
    .toSorted()
    .map(file => {
      const text = readFileSync(join(folder, file), 'utf8')
      return {
        name: file.slice(0, -4),
        hash: createHash('sha256').update(text).digest('hex'),
        statements: text.split('--> statement-breakpoint'),
      }
    })

const LOCK = 7_241_902

/** Applies what is missing and gives the names of what was applied. Refuses a database from another line of history. */
export const migrate = async (url: string, folder: string): Promise<string[]> => {
  const client = new Client({ connectionString: url, options: '-c lock_timeout=5s -c statement_timeout=60s' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await applyAll(client, read(folder))
  } finally {
    await client.end()
  }
}

const applyAll = async (client: Client, wanted: Migration[]): Promise<string[]> => {
  await client.query(
    'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migrations order by name')
  const missing = missingFrom(wanted, rows)
  for (const migration of missing) await applyOne(client, migration)
  return missing.map(migration => migration.name)
}

/** What is still to be applied, where what was applied is the beginning of what we have. */
export const missingFrom = <M extends { name: string; hash: string }>(
  wanted: readonly M[],
  applied: readonly { name: string; hash: string }[],
): M[] => {
  applied.forEach((done, at) => {
    const ours = wanted[at]
    if (ours?.name !== done.name)
      throw new Error(
        `The database holds the migration ${done.name}, which this version does not have in that place. Use the version that made it, or an empty database.`,
      )
    if (ours.hash !== done.hash)
      throw new Error(
        `The migration ${done.name} was edited after it was applied. Restore its file; changes go into a new migration.`,
      )
  })
  return wanted.slice(applied.length)
}

const applyOne = async (client: Client, migration: Migration): Promise<void> => {
  await client.query('begin')
  try {
    for (const text of migration.statements) await client.query(text)
    await client.query('insert into migrations (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`The migration ${migration.name} failed and was undone: ${(fault as Error).message}`, {
      cause: fault,
    })
  }
}
