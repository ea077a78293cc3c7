/** Young people, families, jurors, volunteers: one record for each, whatever they are to the court today. */
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { accounts } from '#tables/accounts'
import { programs } from '#tables/programs'
import { reachWays, ties } from './person.ts'

export const people = pgTable(
  'people',
  {
    ...key(),
    accountId: uuid('account_id').references(() => accounts.id),
    calledName: text('called_name').notNull(),
    lastName: text('last_name').notNull(),
    legalName: text('legal_name').notNull(),
    pronouns: text('pronouns'),
    birthDate: day('birth_date'),
    school: text('school'),
    grade: text('grade'),
    language: text('language').notNull(),
    email: text('email'),
    phone: text('phone'),
    address: text('address'),
    reachBy: text('reach_by', { enum: reachWays }).notNull(),
    strengths: text('strengths').array().notNull(),
    searchName: text('search_name').notNull(),
    /** Set where this was a second entry of somebody already known: lists and searches leave it out. */
    sameAsId: uuid('same_as_id'),
    version: integer('version').notNull().default(1),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('people', t),
    foreignKey({ name: 'people_program', columns: [t.programId], foreignColumns: [programs.id] }),
    within('people_same_as', t, t.sameAsId, { programId: t.programId, id: t.id }),
    unique('people_account').on(t.programId, t.accountId),
    index('people_name').on(t.programId, t.searchName),
    index('people_born').on(t.programId, t.birthDate),
    oneOf('people_reach_known', t.reachBy, reachWays),
    check('people_born', sql`${t.birthDate} is null or ${t.birthDate} between '1900-01-01' and '2199-12-31'`),
  ],
)

/** What one person is to another. A guardian's tie also opens the guardian's door to the young person's case. */
export const kinships = pgTable(
  'kinships',
  {
    ...key(),
    personId: uuid('person_id').notNull(),
    otherId: uuid('other_id').notNull(),
    tie: text('tie', { enum: ties }).notNull(),
    sameHousehold: text('same_household', { enum: ['yes', 'no'] }).notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('kinships', t),
    within('kinships_person', t, t.personId, people),
    within('kinships_other', t, t.otherId, people),
    unique('kinships_once').on(t.programId, t.personId, t.otherId, t.tie),
    index('kinships_back').on(t.programId, t.otherId),
    oneOf('kinships_tie_known', t.tie, ties),
    check('kinships_not_self', sql`${t.personId} <> ${t.otherId}`),
  ],
)
