/** Who serves: enrolment, training, oath, a guardian's yes, the days that do not suit, the people they know. */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { cases } from '#tables/cases'
import { people } from '#tables/people'
import { conflictOrigins, streams } from './juror.ts'

export const jurors = pgTable(
  'jurors',
  {
    ...key(),
    personId: uuid('person_id').notNull(),
    stream: text('stream', { enum: streams }).notNull(),
    enrolledOn: day('enrolled_on').notNull(),
    trainedOn: day('trained_on'),
    trainedMinutes: integer('trained_minutes'),
    oathOn: day('oath_on'),
    oathWording: text('oath_wording'),
    approvedOn: day('approved_on'),
    approvedBy: uuid('approved_by'),
    awayWeekdays: smallint('away_weekdays').array().notNull(),
    monthlyLimit: smallint('monthly_limit').notNull(),
    endedOn: day('ended_on'),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('jurors', t),
    within('jurors_person', t, t.personId, people),
    within('jurors_approved_by', t, t.approvedBy, people),
    unique('jurors_once').on(t.programId, t.personId),
    oneOf('jurors_stream_known', t.stream, streams),
    check('jurors_oath_worded', sql`(${t.oathOn} is null) = (${t.oathWording} is null)`),
  ],
)

/** Days on which a juror cannot come. */
export const absences = pgTable(
  'absences',
  {
    ...key(),
    jurorId: uuid('juror_id').notNull(),
    fromDay: day('from_day').notNull(),
    toDay: day('to_day').notNull(),
  },
  t => [
    keyed('absences', t),
    within('absences_juror', t, t.jurorId, jurors),
    index('absences_of_juror').on(t.programId, t.jurorId, t.toDay),
    check('absences_span', sql`${t.fromDay} <= ${t.toDay}`),
  ],
)

/** "I know someone in this case": no reason is asked and none is kept (rule 11); or a family's objection (rule 14). */
export const conflicts = pgTable(
  'conflicts',
  {
    ...key(),
    jurorId: uuid('juror_id').notNull(),
    caseId: uuid('case_id').notNull(),
    origin: text('origin', { enum: conflictOrigins }).notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('conflicts', t),
    within('conflicts_juror', t, t.jurorId, jurors),
    within('conflicts_case', t, t.caseId, cases),
    unique('conflicts_once').on(t.programId, t.jurorId, t.caseId, t.origin),
    index('conflicts_of_case').on(t.programId, t.caseId),
  ],
)
