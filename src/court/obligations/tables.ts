/** What must now be done, by whom and by when, and what has been done of it. */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { statusesOf } from '#platform/lifecycle'
import { cases } from '#tables/cases'
import { owers, proofs, termKinds, terms, units } from '#tables/dispositions'
import { assignments } from '#tables/hearings'
import { people } from '#tables/people'
import { lifecycle, type ObligationStatus } from './obligation.ts'

export const obligations = pgTable(
  'obligations',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    termId: uuid('term_id').notNull(),
    personId: uuid('person_id'),
    owedBy: text('owed_by', { enum: owers }).notNull(),
    kind: text('kind', { enum: termKinds }).notNull(),
    title: text('title').notNull(),
    amount: integer('amount').notNull(),
    unit: text('unit', { enum: units }).notNull(),
    proof: text('proof', { enum: proofs }).notNull(),
    dueOn: day('due_on').notNull(),
    status: text('status').$type<ObligationStatus>().notNull(),
    statusSince: instant('status_since').notNull(),
    endReason: text('end_reason'),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('obligations', t),
    within('obligations_case', t, t.caseId, cases),
    within('obligations_term', t, t.termId, terms),
    within('obligations_person', t, t.personId, people),
    unique('obligations_one_a_term').on(t.programId, t.termId),
    index('obligations_of_case').on(t.programId, t.caseId),
    index('obligations_of_person').on(t.programId, t.personId),
    index('obligations_due').on(t.programId, t.dueOn).where(sql`status not in ('satisfied', 'waived', 'cancelled')`),
    oneOf('obligations_status_known', t.status, statusesOf(lifecycle)),
    check('obligations_amount', sql`${t.amount} > 0`),
    check('obligations_waived_with_reason', sql`${t.status} <> 'waived' or ${t.endReason} is not null`),
    check('obligations_owed_by', sql`(${t.owedBy} = 'young-person') = (${t.personId} is not null)`),
  ],
)

/** A piece of what was promised: handed in by one, confirmed by another (rules 33 and 34). */
export const progress = pgTable(
  'progress',
  {
    ...key(),
    obligationId: uuid('obligation_id').notNull(),
    amount: integer('amount').notNull(),
    doneOn: day('done_on').notNull(),
    words: text('words'),
    place: text('place'),
    supervisor: text('supervisor'),
    assignmentId: uuid('assignment_id'),
    submittedBy: uuid('submitted_by').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    state: text('state', { enum: ['submitted', 'verified', 'returned', 'taken_back'] }).notNull(),
    verifiedBy: uuid('verified_by'),
    verifiedAt: instant('verified_at'),
    answer: text('answer'),
  },
  t => [
    keyed('progress', t),
    within('progress_obligation', t, t.obligationId, obligations),
    within('progress_assignment', t, t.assignmentId, assignments),
    index('progress_of_obligation').on(t.programId, t.obligationId, t.submittedAt),
    uniqueIndex('progress_one_a_night').on(t.programId, t.assignmentId).where(sql`${t.assignmentId} is not null`),
    check('progress_amount', sql`${t.amount} > 0`),
    check(
      'progress_verified',
      sql`(${t.state} = 'verified') = (${t.verifiedBy} is not null and ${t.verifiedAt} is not null)`,
    ),
    check('progress_returned_with_words', sql`${t.state} <> 'returned' or ${t.answer} is not null`),
  ],
)

/** More time: asked for, answered by an adult with a reason (rule 39). */
export const extensions = pgTable(
  'extensions',
  {
    ...key(),
    obligationId: uuid('obligation_id').notNull(),
    oldDueOn: day('old_due_on').notNull(),
    newDueOn: day('new_due_on').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    asked: text('asked').notNull(),
    answer: text('answer', { enum: ['granted', 'refused'] }),
    answerReason: text('answer_reason'),
    answeredBy: uuid('answered_by'),
    answeredAt: instant('answered_at'),
  },
  t => [
    keyed('extensions', t),
    within('extensions_obligation', t, t.obligationId, obligations),
    uniqueIndex('extensions_one_open').on(t.programId, t.obligationId).where(sql`answer is null`),
    check(
      'extensions_answered',
      sql`(${t.answer} is null) = (${t.answeredBy} is null) and (${t.answer} is null) = (${t.answerReason} is null)`,
    ),
    check('extensions_later', sql`${t.newDueOn} > ${t.oldDueOn}`),
  ],
)
