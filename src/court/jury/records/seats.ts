/** The chairs of a jury. */
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { cases } from '#tables/cases'
import { assignments, hearings, rooms } from '#tables/hearings'
import { people } from '#tables/people'
import { seats } from '../tables.ts'

type NewSeat = Pick<
  typeof seats.$inferInsert,
  'programId' | 'id' | 'hearingId' | 'drawId' | 'jurorId' | 'assignmentId' | 'number' | 'foreperson' | 'seatedAt'
>

/** A chair, for the stretch of the hearing itself. One who was let go by an earlier draw may be drawn again. */
export const putInChair = (tx: Tx, seat: NewSeat): Promise<unknown> =>
  tx
    .insert(seats)
    .values({
      ...seat,
      status: 'seated',
      during: sql`(select h.during from hearings h where h.program_id = ${seat.programId} and h.id = ${seat.hearingId})`,
    })
    .onConflictDoUpdate({
      target: [seats.programId, seats.hearingId, seats.jurorId],
      set: {
        drawId: seat.drawId,
        number: seat.number,
        foreperson: seat.foreperson,
        status: 'seated',
        seatedAt: seat.seatedAt,
        leftAt: null,
      },
    })

export const leaveChair = (
  tx: Tx,
  programId: string,
  hearingId: string,
  jurorId: string,
  status: 'stepped_back' | 'released',
  leftAt: Date,
): Promise<unknown> =>
  tx
    .update(seats)
    .set({ status, foreperson: false, leftAt })
    .where(
      and(
        eq(seats.programId, programId),
        eq(seats.hearingId, hearingId),
        eq(seats.jurorId, jurorId),
        eq(seats.status, 'seated'),
      ),
    )

export const makeForeperson = (tx: Tx, programId: string, hearingId: string, jurorId: string): Promise<unknown> =>
  tx
    .update(seats)
    .set({ foreperson: true })
    .where(and(eq(seats.programId, programId), eq(seats.hearingId, hearingId), eq(seats.jurorId, jurorId)))

const seated = statement('seated_at', tx =>
  tx
    .select({
      jurorId: seats.jurorId,
      assignmentId: seats.assignmentId,
      number: seats.number,
      foreperson: seats.foreperson,
      oathAt: assignments.oathAt,
      leftAt: assignments.checkedOutAt,
    })
    .from(seats)
    .innerJoin(assignments, and(eq(assignments.programId, seats.programId), eq(assignments.id, seats.assignmentId)))
    .where(
      and(
        eq(seats.programId, sql.placeholder('programId')),
        eq(seats.hearingId, sql.placeholder('hearingId')),
        eq(seats.status, 'seated'),
      ),
    )
    .orderBy(asc(seats.number)),
)

export const seatedAt = (tx: Tx, programId: string, hearingId: string) => seated(tx, { programId, hearingId })

/** Which of these jurors hold a chair at another hearing of the night, begun or still to come. */
export const seatedElsewhere = async (
  tx: Tx,
  programId: string,
  hearingId: string,
  jurorIds: readonly string[],
): Promise<Set<string>> => {
  if (jurorIds.length === 0) return new Set()
  const rows = await tx
    .select({ jurorId: seats.jurorId })
    .from(seats)
    .innerJoin(hearings, and(eq(hearings.programId, seats.programId), eq(hearings.id, seats.hearingId)))
    .where(
      and(
        eq(seats.programId, programId),
        ne(seats.hearingId, hearingId),
        eq(seats.status, 'seated'),
        inArray(seats.jurorId, [...jurorIds]),
        sql`${hearings.nightId} = (select h.night_id from hearings h where h.program_id = ${programId} and h.id = ${hearingId})`,
      ),
    )
  return new Set(rows.map(row => row.jurorId))
}

const atNight = statement('seats_of_juror_at_night', tx =>
  tx
    .select({
      hearingId: seats.hearingId,
      foreperson: seats.foreperson,
      startsAt: hearings.startsAt,
      room: rooms.name,
      calledName: people.calledName,
      strengths: people.strengths,
    })
    .from(seats)
    .innerJoin(hearings, and(eq(hearings.programId, seats.programId), eq(hearings.id, seats.hearingId)))
    .innerJoin(rooms, and(eq(rooms.programId, hearings.programId), eq(rooms.id, hearings.roomId)))
    .innerJoin(cases, and(eq(cases.programId, hearings.programId), eq(cases.id, hearings.caseId)))
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .where(
      and(
        eq(seats.programId, sql.placeholder('programId')),
        eq(seats.jurorId, sql.placeholder('jurorId')),
        eq(hearings.nightId, sql.placeholder('nightId')),
        eq(seats.status, 'seated'),
        inArray(hearings.status, ['docketed', 'in_hearing']),
      ),
    )
    .orderBy(asc(hearings.startsAt)),
)

export type SeatTonight = Awaited<ReturnType<typeof atNight>>[number]

/** The chairs of one juror at a night, for cases that are not over: a first name and what the night needs, nothing else. */
export const seatsTonight = (tx: Tx, programId: string, jurorId: string, nightId: string): Promise<SeatTonight[]> =>
  atNight(tx, { programId, jurorId, nightId })
