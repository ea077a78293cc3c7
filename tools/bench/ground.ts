/** The ground of the bench: a database with many cases, made once and kept for the next run. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { openSession } from '#court/accounts'
import { openDatabase } from '#platform/database'
import { migrate } from '#platform/migrate'
import { fillVolume } from '../../seeds/volume.ts'
import type { Ground } from './limit.ts'

export type Bench = { ground: Ground; cookie: string; caseNos: string[]; day: string; cases: number; people: number }

/** Opens the database of the bench, and fills it where it holds fewer cases than asked for. */
export const benchOn = async (serverUrl: string, wanted: number, folder: string): Promise<Bench> => {
  const url = await databaseFor(serverUrl, wanted, folder)
  const client = new Client({ connectionString: url })
  await client.connect()
  const [program] = await rows<{ id: string; account_id: string; membership_id: string }>(
    client,
    `select p.id, m.account_id, m.id as membership_id from programs p join memberships m on m.program_id = p.id and m.role = 'coordinator' order by p.slug limit 1`,
  )
  if (!program) throw new Error('the bench has no program')
  const nos = await rows<{ no: string }>(
    client,
    `select no from cases where program_id = $1 and status = 'active' order by id limit 200`,
    [program.id],
  )
  const [night] = await rows<{ day: string }>(
    client,
    `select held_on::text as day from nights where program_id = $1 and status = 'open'`,
    [program.id],
  )
  const [door] = await rows<{ people: number }>(
    client,
    `select count(*)::int as people from assignments a join nights n on n.program_id = a.program_id and n.id = a.night_id where n.program_id = $1 and n.status = 'open'`,
    [program.id],
  )
  const [all] = await rows<{ cases: number }>(client, 'select count(*)::int as cases from cases')
  await client.end()
  return {
    ground: { url, programId: program.id, accountId: program.account_id },
    cookie: await signIn(url, program),
    caseNos: nos.map(row => row.no),
    day: night?.day ?? '',
    cases: all?.cases ?? 0,
    people: door?.people ?? 0,
  }
}

const rows = async <Row extends object>(client: Client, text: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query<Row>(text, values)).rows

/** What the database of the bench is made of; where that has changed, it is made anew. */
const recipe = (folder: string): string => {
  const tables = readdirSync(folder).filter(file => file.endsWith('.sql'))
  const files = [...tables.toSorted().map(file => join(folder, file)), fileURLToPath(volume)]
  const made = createHash('sha256')
  for (const file of files) made.update(readFileSync(file))
  return `filled ${made.digest('hex')}`
}

const volume = new URL('../../seeds/volume.sql', import.meta.url)

const databaseFor = async (serverUrl: string, wanted: number, folder: string): Promise<string> => {
  const name = `peer_jury_bench_${wanted}`
  const filled = recipe(folder)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  const [kept] = await rows(
    client,
    `select from pg_database d join pg_shdescription s on s.objoid = d.oid where datname = $1 and description = $2`,
    [name, filled],
  )
  if (!kept) {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
    await migrate(url.href, folder)
    await fillVolume(url.href, { cases: wanted, programs: Math.max(1, Math.round(wanted / 1000)) })
    await client.query(`comment on database ${name} is '${filled}'`)
  }
  await client.end()
  return url.href
}

/** A coordinator's browser. */
const signIn = async (url: string, who: { id: string; account_id: string; membership_id: string }): Promise<string> => {
  const db = openDatabase({ url, role: 'peer_jury_app', connections: 1 })
  const court = { db, figures: db, now: () => new Date(), seed: () => 'bench' }
  const opened = await openSession(court, {
    programId: who.id,
    accountId: who.account_id,
    membershipId: who.membership_id,
    role: 'coordinator',
  })
  await db.close()
  if ('refused' in opened) throw new Error('the bench may not sign in')
  return `session=${opened.value}`
}
