/** The lot as it was kept, and what has become of it. */
import { and, asc, count, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
import { assignments, hearings } from '#tables/hearings'
import { conflicts, jurors } from '#tables/jurors'
import { people } from '#tables/people'
import { hereStatuses } from '#court/hearings'
import type { ExclusionReason } from '../jury.ts'
import { drawLines, draws, seats } from '../tables.ts'

const newestDraw = statement('newest_draw', tx =>
  tx
    .select({
      id: draws.id,
      number: draws.number,
      seed: draws.seed,
      method: draws.method,
      poolSize: draws.poolSize,
      reason: draws.reason,
      drawnAt: draws.drawnAt,
      drawnBy: accounts.displayName,
    })
    .from(draws)
    .leftJoin(accounts, eq(accounts.id, draws.drawnBy))
    .where(and(eq(draws.programId, sql.placeholder('programId')), eq(draws.hearingId, sql.placeholder('hearingId'))))
    .orderBy(sql`${draws.number} desc`)
    .limit(1),
)

export type Draw = Awaited<ReturnType<typeof newestDraw>>[number]

export const drawOf = async (tx: Tx, programId: string, hearingId: string): Promise<Draw | undefined> =>
  (await newestDraw(tx, { programId, hearingId }))[0]

const conflicted = sql<boolean>`exists (select 1 from ${conflicts} where ${conflicts.programId} = ${draws.programId}
  and ${conflicts.jurorId} = ${drawLines.jurorId} and ${conflicts.caseId} = ${hearings.caseId})`

const elsewhere = sql<boolean>`exists (select 1 from seats o join hearings oh on oh.program_id = o.program_id and oh.id = o.hearing_id
  where o.program_id = ${draws.programId} and o.juror_id = ${drawLines.jurorId} and o.status = 'seated' and o.hearing_id <> ${draws.hearingId}
  and (oh.status = 'in_hearing' or o.during && ${hearings.during}))`

const lineFields = {
  jurorId: drawLines.jurorId,
  personId: jurors.personId,
  calledName: people.calledName,
  lastName: people.lastName,
  place: drawLines.place,
  reasons: sql<ExclusionReason[]>`${drawLines.reasons}`,
  seatStatus: seats.status,
  number: seats.number,
  foreperson: seats.foreperson,
  assignmentId: assignments.id,
  placeStatus: assignments.status,
  leftAt: assignments.checkedOutAt,
  oathAt: assignments.oathAt,
  conflicted,
  elsewhere,
}

const newest = sql`${draws.number} = (select max(d.number) from draws d where d.program_id = ${draws.programId} and d.hearing_id = ${draws.hearingId})`

const lines = statement('lines_of_newest_draw', tx => {
  const of = (theirs: { programId: AnyPgColumn }) => eq(theirs.programId, draws.programId)
  return tx
    .select(lineFields)
    .from(draws)
    .innerJoin(hearings, and(of(hearings), eq(hearings.id, draws.hearingId)))
    .innerJoin(drawLines, and(of(drawLines), eq(drawLines.drawId, draws.id)))
    .innerJoin(jurors, and(of(jurors), eq(jurors.id, drawLines.jurorId)))
    .innerJoin(people, and(of(people), eq(people.id, jurors.personId)))
    .innerJoin(
      assignments,
      and(of(assignments), eq(assignments.nightId, hearings.nightId), eq(assignments.jurorId, drawLines.jurorId)),
    )
    .leftJoin(seats, and(of(seats), eq(seats.hearingId, draws.hearingId), eq(seats.jurorId, drawLines.jurorId)))
    .where(
      and(eq(draws.programId, sql.placeholder('programId')), eq(draws.hearingId, sql.placeholder('hearingId')), newest),
    )
    .orderBy(sql`${drawLines.place} nulls last`, asc(people.searchName))
})

/** A line of the newest draw with what has become of it since. */
export type DrawnLine = Awaited<ReturnType<typeof lines>>[number]

export const linesOf = (tx: Tx, programId: string, hearingId: string): Promise<DrawnLine[]> =>
  lines(tx, { programId, hearingId })

/** Whether somebody who follows in the lot could take a chair now. */
export const isFree = (line: DrawnLine): boolean =>
  line.place !== null &&
  line.seatStatus !== 'seated' &&
  line.seatStatus !== 'stepped_back' &&
  hereStatuses.some(status => status === line.placeStatus) &&
  line.leftAt === null &&
  !line.conflicted &&
  !line.elsewhere

export const insertDraw = (tx: Tx, row: typeof draws.$inferInsert): Promise<unknown> => tx.insert(draws).values(row)

export const insertLines = (tx: Tx, rows: (typeof drawLines.$inferInsert)[]): Promise<unknown> =>
  tx.insert(drawLines).values(rows)

export const drawsBefore = async (tx: Tx, programId: string, hearingId: string): Promise<number> => {
  const [row] = await tx
    .select({ number: count() })
    .from(draws)
    .where(and(eq(draws.programId, programId), eq(draws.hearingId, hearingId)))
  return row?.number ?? 0
}
