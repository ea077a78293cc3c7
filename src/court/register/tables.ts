/** The register of actions. It knows no foreign keys: a record of acts must outlive what it is about. */
import type { ActName } from '#court'
import { sql } from 'drizzle-orm'
import { bigint, customType, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, key, keyed } from '#platform/columns'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const registerEntries = pgTable(
  'register_entries',
  {
    ...key(),
    at: instant('at').notNull(),
    accountId: uuid('account_id'),
    role: text('role').notNull(),
    sessionId: uuid('session_id'),
    act: text('act').$type<ActName>().notNull(),
    thing: text('thing').notNull(),
    thingId: uuid('thing_id'),
    caseId: uuid('case_id'),
    personId: uuid('person_id'),
    particulars: jsonb('particulars').$type<Particulars>().notNull(),
  },
  t => [
    keyed('register_entries', t),
    /** Looks outnumber acts by far, so each is found without the other. */
    index('register_entries_acts').on(t.programId, t.caseId, t.at, t.id).where(sql`act <> 'looked-at'`),
    index('register_entries_looks').on(t.programId, t.caseId, t.at, t.id).where(sql`act = 'looked-at'`),
    index('register_entries_time').on(t.programId, t.at),
  ],
)

/** Codes, counts, days and ids; never a name, never anybody's words. */
export type Particulars = Record<string, string | number | boolean | null | string[] | number[]>

/** The seal on each entry, in the order in which they were committed. Written by the database alone. */
export const registerChain = pgTable(
  'register_chain',
  {
    programId: uuid('program_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    entryId: uuid('entry_id').notNull(),
    previous: bytes('previous').notNull(),
    hash: bytes('hash').notNull(),
  },
  t => [
    primaryKey({ name: 'register_chain_key', columns: [t.programId, t.seq] }),
    unique('register_chain_entry').on(t.programId, t.entryId),
  ],
)

/** The newest seal of each program; locked for a moment at each commit. */
export const registerHeads = pgTable('register_heads', {
  programId: uuid('program_id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: bytes('hash').notNull(),
})
