/** Jurors counted: answers to a night, nights served, nights booked. */
import { and, eq, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { cases } from '#tables/cases'
import { cameStatuses } from '../assignment.ts'
import { assignments, hearings, nights } from '../tables.ts'

const counts = statement('answers_between', tx =>
  tx
    .select({ nightId: assignments.nightId, status: assignments.status, count: sql<number>`count(*)::integer` })
    .from(assignments)
    .innerJoin(nights, and(eq(nights.programId, assignments.programId), eq(nights.id, assignments.nightId)))
    .where(
      and(
        eq(assignments.programId, sql.placeholder('programId')),
        sql`${nights.heldOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .groupBy(assignments.nightId, assignments.status),
)

export const answersBetween = (tx: Tx, programId: string, from: Day, to: Day) => counts(tx, { programId, from, to })

const sittings = statement('sittings_of_jurors', tx =>
  tx
    .select({ jurorId: assignments.jurorId, count: sql<number>`count(*)::integer` })
    .from(assignments)
    .where(
      and(
        eq(assignments.programId, sql.placeholder('programId')),
        sql`${assignments.status} in (${sql.join(
          cameStatuses.map(status => sql`${status}`),
          sql`, `,
        )})`,
      ),
    )
    .groupBy(assignments.jurorId),
)

/** How many nights each juror has served. */
export const sittingsOf = async (tx: Tx, programId: string): Promise<Map<string, number>> =>
  new Map((await sittings(tx, { programId })).map(row => [row.jurorId, row.count]))

const inMonth = statement('bookings_in_month', tx =>
  tx
    .select({ jurorId: assignments.jurorId, count: sql<number>`count(*)::integer` })
    .from(assignments)
    .innerJoin(nights, and(eq(nights.programId, assignments.programId), eq(nights.id, assignments.nightId)))
    .where(
      and(
        eq(assignments.programId, sql.placeholder('programId')),
        sql`date_trunc('month', ${nights.heldOn}) = date_trunc('month', ${sql.placeholder('day')}::date)`,
        sql`${assignments.status} not in ('declined', 'released', 'cancelled_by_program', 'no_show')`,
      ),
    )
    .groupBy(assignments.jurorId),
)

/** How many nights of that month each juror has a place at. */
export const bookingsInMonth = async (tx: Tx, programId: string, day: Day): Promise<Map<string, number>> =>
  new Map((await inMonth(tx, { programId, day })).map(row => [row.jurorId, row.count]))

const hasOwn = statement('own_hearing_at_night', tx =>
  tx
    .select({ respondentId: cases.respondentId })
    .from(hearings)
    .innerJoin(cases, and(eq(cases.programId, hearings.programId), eq(cases.id, hearings.caseId)))
    .where(
      and(
        eq(hearings.programId, sql.placeholder('programId')),
        eq(hearings.nightId, sql.placeholder('nightId')),
        sql`${hearings.status} in ('docketed', 'in_hearing', 'heard', 'stopped')`,
      ),
    ),
)

/** Those whose own case is heard on a night, or has been: nobody is called to a jury on that night (rule 9). */
export const heardThatNight = async (tx: Tx, programId: string, nightId: string): Promise<Set<string>> =>
  new Set((await hasOwn(tx, { programId, nightId })).map(row => row.respondentId))
