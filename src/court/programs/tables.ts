/** A program is one youth court. Its settings, offences, grid and caps are one rulebook, dated and never overwritten. */
import { foreignKey, index, integer, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed } from '#platform/columns'
import type { Rulebook } from './rulebook.ts'

export const programs = pgTable('programs', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  timeZone: text('time_zone').notNull(),
  languages: text('languages').array().notNull(),
  helpPhone: text('help_phone').notNull(),
  place: text('place').notNull(),
  openedAt: instant('opened_at').notNull(),
})

export const rulebooks = pgTable(
  'rulebooks',
  {
    ...key(),
    edition: integer('edition').notNull(),
    effectiveFrom: day('effective_from').notNull(),
    rules: jsonb('rules').$type<Rulebook>().notNull(),
    reason: text('reason').notNull(),
    madeBy: uuid('made_by'),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('rulebooks', t),
    unique('rulebooks_edition').on(t.programId, t.edition),
    index('rulebooks_in_force').on(t.programId, t.effectiveFrom),
    foreignKey({ name: 'rulebooks_program', columns: [t.programId], foreignColumns: [programs.id] }),
  ],
)

/** Case numbers start anew each year; a row here is locked while one is given out. */
export const caseCounters = pgTable(
  'case_counters',
  { ...key(), year: smallint('year').notNull(), last: integer('last').notNull() },
  t => [keyed('case_counters', t), unique('case_counters_year').on(t.programId, t.year)],
)
