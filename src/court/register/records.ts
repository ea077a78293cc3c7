import { type SQL, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { registerEntries } from './tables.ts'

export const insertEntry = statement('enter_act', tx =>
  tx.insert(registerEntries).values({
    programId: sql.placeholder('programId'),
    id: sql.placeholder('id'),
    at: sql.placeholder('at'),
    accountId: sql.placeholder('accountId'),
    role: sql.placeholder('role'),
    sessionId: sql.placeholder('sessionId'),
    act: sql.placeholder('act'),
    thing: sql.placeholder('thing'),
    thingId: sql.placeholder('thingId'),
    caseId: sql.placeholder('caseId'),
    personId: sql.placeholder('personId'),
    particulars: sql.placeholder('particulars'),
  }),
)

/** A look is worth entering, but not worth waiting for the disk. */
export const waitLess = (tx: Tx): Promise<unknown> =>
  tx.$client.query({ name: 'wait_less', text: `select set_config('synchronous_commit', 'off', true)` })

/**
 * A statement that enters a look at what a query finds, as `thing_id`, `case_id` and `person_id`; where it finds nothing, nothing
 * is entered. It also says that the look is not worth waiting for the disk.
 */
export const lookingAt = (name: string, thing: string, found: SQL) =>
  statement(name, tx =>
    tx.insert(registerEntries).select(sql`
      select ${sql.placeholder('programId')}::uuid, ${sql.placeholder('entryId')}::uuid, ${sql.placeholder('at')}::timestamptz,
        ${sql.placeholder('accountId')}::uuid, ${sql.placeholder('role')}::text, ${sql.placeholder('sessionId')}::uuid,
        'looked-at', ${thing}::text, seen.thing_id, seen.case_id, seen.person_id, '{}'::jsonb
      from (${found}) as seen cross join set_config('synchronous_commit', 'off', true)`),
  )
