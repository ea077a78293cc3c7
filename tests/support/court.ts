/** A court to test in: a real database of its own, a clock that stands still, a lot that is known. */
import { randomBytes } from 'node:crypto'
import { Pool } from 'pg'
import { inject } from 'vitest'
import type { Actor, Court } from '#court'
import { type Role, roles } from '#court/accounts'
import { type Rulebook, starterRulebook } from '#court/programs'
import { openDatabase } from '#platform/database'
import { newId } from '#platform/ids'
import { admin, databaseUrl } from './postgres.ts'

export type TestCourt = Court & {
  /** Rows as the owner of the tables sees them, past row security. */
  rows: <Row extends object = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>
  adminUrl: string
  setClock: (instant: string) => void
  /** A further program with its own rulebook and one actor for each staff role. */
  aProgram: (wishes?: Partial<ProgramWishes>) => Promise<Program>
  close: () => Promise<void>
}

export type ProgramWishes = { slug: string; name: string; timeZone: string; rules: Rulebook; effectiveFrom: string }

export type Program = {
  id: string
  name: string
  slug: string
  rulebookId: string
  /** Somebody of each staff role, ready to act. */
  coordinator: Actor
  facilitator: Actor
  officer: Actor
  evaluator: Actor
  /** Another member of staff. */
  another: (role: Role, name?: string) => Promise<Actor>
}

/** Wednesday 4 March 2026, ten in the morning in New York. */
export const STOPPED_AT = '2026-03-04T15:00:00Z'

export const aCourt = async (): Promise<TestCourt> => {
  const template = inject('template')
  const name = `${template}_${randomBytes(5).toString('hex')}`
  await admin(inject('adminUrl'), `create database ${name} template ${template}`)
  const adminUrl = databaseUrl(inject('adminUrl'), name)
  /** One connection, at which whoever asks waits in turn. */
  const owner = new Pool({ connectionString: adminUrl, max: 1, idleTimeoutMillis: 0 })
  owner.on('error', () => undefined)
  let clock = new Date(STOPPED_AT)
  const db = openDatabase({ url: adminUrl, role: 'peer_jury_app', connections: 10, now: () => clock })
  const figures = openDatabase({ url: adminUrl, role: 'peer_jury_evaluator', connections: 2 })
  let lots = 0
  const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await owner.query(text, values)).rows as Row[]
  const court: Court = { db, figures, now: () => clock, seed: () => `a known seed ${++lots}` }
  return {
    ...court,
    rows,
    adminUrl,
    setClock: instant => {
      clock = new Date(instant)
    },
    aProgram: wishes => foundForTest(rows, clock, wishes),
    close: async () => {
      await db.close()
      await figures.close()
      await owner.end()
      await admin(inject('adminUrl'), `drop database if exists ${name} with (force)`)
    },
  }
}

type Rows = TestCourt['rows']

const foundForTest = async (rows: Rows, now: Date, wishes: Partial<ProgramWishes> = {}): Promise<Program> => {
  const id = newId()
  const slug = wishes.slug ?? `court-${id.slice(-6)}`
  const name = wishes.name ?? 'Maple Street Youth Court'
  const timeZone = wishes.timeZone ?? 'America/New_York'
  const rulebookId = newId()
  await rows(
    `insert into programs (id, slug, name, short_name, time_zone, languages, help_phone, place, opened_at)
     values ($1, $2, $3, 'Youth court', $4, '{en,es,fr}', '555-0100', '12 Maple Street', $5)`,
    [id, slug, name, timeZone, now],
  )
  await rows(
    `insert into rulebooks (program_id, id, edition, effective_from, rules, reason, made_at) values ($1, $2, 1, $3, $4, 'first edition', $5)`,
    [
      id,
      rulebookId,
      wishes.effectiveFrom ?? '2025-01-01',
      JSON.stringify(wishes.rules ?? starterRulebook('charlotte')),
      now,
    ],
  )
  const another = (role: Role, who = `${role} ${randomBytes(2).toString('hex')}`) =>
    staff(rows, { id, name, timeZone }, role, who, now)
  const [coordinator, facilitator, officer, evaluator] = [
    await another('coordinator', 'Dana Whitfield'),
    await another('facilitator', 'Marcus Lee'),
    await another('officer', 'Ofc. Rivera'),
    await another('evaluator', 'Eve Aluator'),
  ]
  return { id, name, slug, rulebookId, coordinator, facilitator, officer, evaluator, another }
}

const staff = async (
  rows: Rows,
  program: { id: string; name: string; timeZone: string },
  role: Role,
  who: string,
  now: Date,
): Promise<Actor> => {
  if (!roles.includes(role)) throw new Error(`no such role: ${role}`)
  const accountId = newId()
  const membershipId = newId()
  await rows(`insert into accounts (id, email, display_name, made_at) values ($1, $2, $3, $4)`, [
    accountId,
    `${accountId}@court.test`,
    who,
    now,
  ])
  await rows(
    `insert into memberships (program_id, id, account_id, role, agency, since) values ($1, $2, $3, $4, $5, $6)`,
    [program.id, membershipId, accountId, role, role === 'officer' ? 'Maple County Police' : null, now],
  )
  return {
    programId: program.id,
    accountId,
    personId: null,
    role,
    sessionId: null,
    membershipId,
    name: who,
    timeZone: program.timeZone,
    programName: program.name,
    once: null,
  }
}

/** The same actor, wearing the role and the person of a young person or a guardian who has an account. */
export const asPerson = async (
  court: TestCourt,
  program: Program,
  personId: string,
  role: 'youth' | 'family',
): Promise<Actor> => {
  const [found] = await court.rows<{ account_id: string; membership_id: string; called_name: string }>(
    `select p.account_id, m.id as membership_id, p.called_name from people p
     join memberships m on m.program_id = p.program_id and m.account_id = p.account_id and m.role = $3
     where p.program_id = $1 and p.id = $2`,
    [program.id, personId, role],
  )
  if (!found) throw new Error('this person has no account of that kind yet')
  return {
    ...program.coordinator,
    accountId: found.account_id,
    membershipId: found.membership_id,
    personId,
    role,
    name: found.called_name,
  }
}
