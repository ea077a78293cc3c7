import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
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

/** The acts upon a case, newest first; looks are left out. */
export const actsOfCase = statement('acts_of_case', tx =>
  tx
    .select({
      id: registerEntries.id,
      at: registerEntries.at,
      role: registerEntries.role,
      act: registerEntries.act,
      particulars: registerEntries.particulars,
      by: accounts.displayName,
    })
    .from(registerEntries)
    .leftJoin(accounts, eq(accounts.id, registerEntries.accountId))
    .where(
      and(
        eq(registerEntries.programId, sql.placeholder('programId')),
        eq(registerEntries.caseId, sql.placeholder('caseId')),
        sql`${registerEntries.act} <> 'looked-at'`,
      ),
    )
    .orderBy(desc(registerEntries.at))
    .limit(sql.placeholder('limit')),
)

/** Who has looked at a case, newest first. */
export const looksAtCase = statement('looks_at_case', tx =>
  tx
    .select({ at: registerEntries.at, role: registerEntries.role, by: accounts.displayName })
    .from(registerEntries)
    .leftJoin(accounts, eq(accounts.id, registerEntries.accountId))
    .where(
      and(
        eq(registerEntries.programId, sql.placeholder('programId')),
        eq(registerEntries.caseId, sql.placeholder('caseId')),
        eq(registerEntries.act, 'looked-at'),
      ),
    )
    .orderBy(desc(registerEntries.at))
    .limit(sql.placeholder('limit')),
)

/** A statement that enters a look at what a query finds, as `thing_id`, `case_id` and `person_id`; where it finds nothing, nothing is entered. */
export const lookingAt = (name: string, thing: string, found: SQL) =>
  statement(name, tx =>
    tx.insert(registerEntries).select(sql`
      select ${sql.placeholder('programId')}::uuid, ${sql.placeholder('entryId')}::uuid, ${sql.placeholder('at')}::timestamptz,
        ${sql.placeholder('accountId')}::uuid, ${sql.placeholder('role')}::text, ${sql.placeholder('sessionId')}::uuid,
        'looked-at', ${thing}::text, seen.thing_id, seen.case_id, seen.person_id, '{}'::jsonb
      from (${found}) as seen`),
  )
