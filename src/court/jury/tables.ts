/** The lot, who was in it and who was not and why, and the seats. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, key, keyed, oneOf, stretch, within } from '#platform/columns'
import { assignments, hearings } from '#tables/hearings'
import { jurors } from '#tables/jurors'
import { type ExclusionReason, seatStatuses } from './jury.ts'

export const draws = pgTable(
  'draws',
  {
    ...key(),
    hearingId: uuid('hearing_id').notNull(),
    number: smallint('number').notNull(),
    seed: text('seed').notNull(),
    method: text('method').notNull(),
    poolSize: integer('pool_size').notNull(),
    reason: text('reason'),
    drawnBy: uuid('drawn_by').notNull(),
    drawnAt: instant('drawn_at').notNull(),
  },
  t => [
    keyed('draws', t),
    within('draws_hearing', t, t.hearingId, hearings),
    unique('draws_number').on(t.programId, t.hearingId, t.number),
    check('draws_again_with_reason', sql`${t.number} = 1 or ${t.reason} is not null`),
  ],
)

/** One line for each juror who might have been drawn: a place in the lot, or the reasons why not. */
export const drawLines = pgTable(
  'draw_lines',
  {
    ...key(),
    drawId: uuid('draw_id').notNull(),
    jurorId: uuid('juror_id').notNull(),
    place: smallint('place'),
    reasons: text('reasons').$type<ExclusionReason>().array().notNull(),
  },
  t => [
    keyed('draw_lines', t),
    within('draw_lines_draw', t, t.drawId, draws),
    within('draw_lines_juror', t, t.jurorId, jurors),
    unique('draw_lines_once').on(t.programId, t.drawId, t.jurorId),
    uniqueIndex('draw_lines_place').on(t.programId, t.drawId, t.place).where(sql`${t.place} is not null`),
    check('draw_lines_either', sql`(${t.place} is null) = (cardinality(${t.reasons}) > 0)`),
  ],
)

/** A chair on a jury. The stretch of time is the hearing's own, so that nobody can sit in two rooms at once (rule 18). */
export const seats = pgTable(
  'seats',
  {
    ...key(),
    hearingId: uuid('hearing_id').notNull(),
    drawId: uuid('draw_id').notNull(),
    jurorId: uuid('juror_id').notNull(),
    assignmentId: uuid('assignment_id').notNull(),
    number: smallint('number').notNull(),
    foreperson: boolean('foreperson').notNull(),
    during: stretch('during').notNull(),
    status: text('status', { enum: seatStatuses }).notNull(),
    seatedAt: instant('seated_at').notNull(),
    leftAt: instant('left_at'),
  },
  t => [
    keyed('seats', t),
    foreignKey({
      name: 'seats_hearing',
      columns: [t.programId, t.hearingId, t.during],
      foreignColumns: [hearings.programId, hearings.id, hearings.during],
    }).onUpdate('cascade'),
    within('seats_draw', t, t.drawId, draws),
    within('seats_juror', t, t.jurorId, jurors),
    within('seats_assignment', t, t.assignmentId, assignments),
    unique('seats_once').on(t.programId, t.hearingId, t.jurorId),
    uniqueIndex('seats_number').on(t.programId, t.hearingId, t.number).where(sql`status = 'seated'`),
    uniqueIndex('seats_one_foreperson').on(t.programId, t.hearingId).where(sql`status = 'seated' and foreperson`),
    index('seats_of_juror').on(t.programId, t.jurorId),
    oneOf('seats_status_known', t.status, seatStatuses),
  ],
)
