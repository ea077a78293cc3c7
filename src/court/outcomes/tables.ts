/** How it ended. */
import { sql } from 'drizzle-orm'
import { check, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { cases, returnReasons } from '#tables/cases'

export const closures = pgTable(
  'closures',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    outcome: text('outcome', { enum: ['completed', 'returned'] }).notNull(),
    returnReason: text('return_reason', { enum: returnReasons }),
    words: text('words'),
    familyHeard: text('family_heard'),
    closedOn: day('closed_on').notNull(),
    byAccount: uuid('by_account').notNull(),
    approvedBy: uuid('approved_by'),
    certificateName: text('certificate_name'),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('closures', t),
    within('closures_case', t, t.caseId, cases),
    unique('closures_once').on(t.programId, t.caseId),
    oneOf('closures_reason_known', t.returnReason, returnReasons),
    check('closures_returned_with_reason', sql`(${t.outcome} = 'returned') = (${t.returnReason} is not null)`),
    check('closures_second_pair_of_eyes', sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.byAccount}`),
  ],
)

/** Ending a case that was not kept: one adult asks, with what the family said, and another decides (move 23 of the case). */
export const terminations = pgTable(
  'terminations',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    reason: text('reason', { enum: returnReasons }).notNull(),
    words: text('words').notNull(),
    familyHeard: text('family_heard').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer', { enum: ['approved', 'refused', 'withdrawn'] }),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
  },
  t => [
    keyed('terminations', t),
    within('terminations_case', t, t.caseId, cases),
    uniqueIndex('terminations_one_open').on(t.programId, t.caseId).where(sql`answer is null`),
    oneOf('terminations_reason_known', t.reason, returnReasons),
    check('terminations_answered', sql`(${t.answer} is null) = (${t.answeredBy} is null)`),
  ],
)
