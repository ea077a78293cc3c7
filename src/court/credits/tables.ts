/** The ledger of hours given. Rows are only ever added (rule 36). */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { people } from '#tables/people'
import { creditKinds } from './credit.ts'

export const creditEntries = pgTable(
  'credit_entries',
  {
    ...key(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: creditKinds }).notNull(),
    minutes: integer('minutes').notNull(),
    earnedOn: day('earned_on').notNull(),
    source: text('source', { enum: ['assignment', 'progress', 'training', 'credit'] }).notNull(),
    sourceId: uuid('source_id').notNull(),
    reversesId: uuid('reverses_id'),
    reason: text('reason'),
    byAccount: uuid('by_account').notNull(),
    postedAt: instant('posted_at').notNull(),
  },
  t => [
    keyed('credit_entries', t),
    within('credit_entries_person', t, t.personId, people),
    within('credit_entries_reverses', t, t.reversesId, { programId: t.programId, id: t.id }),
    unique('credit_entries_once').on(t.programId, t.source, t.sourceId, t.kind),
    unique('credit_entries_reversed_once').on(t.programId, t.reversesId),
    index('credit_entries_of_person').on(t.programId, t.personId, t.postedAt),
    oneOf('credit_entries_kind_known', t.kind, creditKinds),
    check(
      'credit_entries_reversal',
      sql`(${t.kind} = 'reversal') = (${t.reversesId} is not null) and (${t.kind} <> 'reversal' or ${t.reason} is not null)`,
    ),
    check('credit_entries_sign', sql`(${t.kind} = 'reversal') = (${t.minutes} < 0) and ${t.minutes} <> 0`),
  ],
)
