/** The docket of a night, and who has come to it. */
import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { newId } from '#platform/ids'
import type { Day } from '#platform/time'
import { cases } from '#tables/cases'
import { people } from '#tables/people'
import { arrivals, hearings, nights, rooms } from '../tables.ts'
import { hearingFields } from './hearings.ts'

export const docketLines = (tx: Tx) =>
  tx
    .select({
      ...hearingFields,
      no: cases.no,
      caseStatus: cases.status,
      respondentId: cases.respondentId,
      harmedId: cases.harmedId,
      rulebookId: cases.rulebookId,
      offenceCode: cases.offenceCode,
      calledName: people.calledName,
      lastName: people.lastName,
      birthDate: people.birthDate,
      strengths: people.strengths,
    })
    .from(hearings)
    .innerJoin(nights, and(eq(nights.programId, hearings.programId), eq(nights.id, hearings.nightId)))
    .innerJoin(rooms, and(eq(rooms.programId, hearings.programId), eq(rooms.id, hearings.roomId)))
    .innerJoin(cases, and(eq(cases.programId, hearings.programId), eq(cases.id, hearings.caseId)))
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .$dynamic()

/** A line of the docket: the hearing, its case and the name it is called by. For the desk and the night only. */
export type DocketLine = Awaited<ReturnType<typeof docketLines>>[number]

const ofNight = statement('docket_of_night', tx =>
  docketLines(tx)
    .where(
      and(
        eq(hearings.programId, sql.placeholder('programId')),
        eq(hearings.nightId, sql.placeholder('nightId')),
        ne(hearings.status, 'reset'),
      ),
    )
    .orderBy(asc(hearings.position), asc(hearings.startsAt)),
)

/** The docket of a night in its order; what was taken off it is not on it. */
export const docketOf = (tx: Tx, programId: string, nightId: string): Promise<DocketLine[]> =>
  ofNight(tx, { programId, nightId })

const timesOf = statement('times_of_nights', tx =>
  tx
    .select({
      nightId: hearings.nightId,
      roomId: hearings.roomId,
      status: hearings.status,
      startsAt: hearings.startsAt,
    })
    .from(hearings)
    .where(
      and(
        eq(hearings.programId, sql.placeholder('programId')),
        sql`${hearings.nightId} = any(${sql.placeholder('nightIds')})`,
        ne(hearings.status, 'reset'),
      ),
    ),
)

export type TimeTaken = Awaited<ReturnType<typeof timesOf>>[number]

/** The times that are taken on several nights, in one statement; whose they are is nobody's business there. */
export const timesTakenAt = (tx: Tx, programId: string, nightIds: readonly string[]): Promise<TimeTaken[]> =>
  timesOf(tx, { programId, nightIds })

const between = statement('hearings_between', tx =>
  tx
    .select({ nightId: hearings.nightId, roomId: hearings.roomId, status: hearings.status })
    .from(hearings)
    .innerJoin(nights, and(eq(nights.programId, hearings.programId), eq(nights.id, hearings.nightId)))
    .where(
      and(
        eq(hearings.programId, sql.placeholder('programId')),
        ne(hearings.status, 'reset'),
        sql`${nights.heldOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    ),
)

export const hearingsBetween = (tx: Tx, programId: string, from: Day, to: Day) => between(tx, { programId, from, to })

/** Somebody is at the table by the door; said twice, it is kept once. */
export const insertArrival = (
  tx: Tx,
  programId: string,
  hearingId: string,
  personId: string,
  at: Date,
): Promise<unknown> =>
  tx.insert(arrivals).values({ programId, id: newId(), hearingId, personId, at }).onConflictDoNothing()

/** Gives whether they had been written down as here. */
export const removeArrival = async (
  tx: Tx,
  programId: string,
  hearingId: string,
  personId: string,
): Promise<boolean> => {
  const removed = await tx
    .delete(arrivals)
    .where(and(eq(arrivals.programId, programId), eq(arrivals.hearingId, hearingId), eq(arrivals.personId, personId)))
  return removed.rowCount === 1
}

export const arrivedAt = (tx: Tx, programId: string, hearingId: string) =>
  tx
    .select({ personId: arrivals.personId, at: arrivals.at })
    .from(arrivals)
    .where(and(eq(arrivals.programId, programId), eq(arrivals.hearingId, hearingId)))
    .orderBy(asc(arrivals.at))

/** Who has come to the hearings of a night. */
export const arrivalsAt = (tx: Tx, night: SQL) =>
  tx
    .select({ hearingId: arrivals.hearingId, personId: arrivals.personId, at: arrivals.at })
    .from(arrivals)
    .innerJoin(hearings, and(eq(hearings.programId, arrivals.programId), eq(hearings.id, arrivals.hearingId)))
    .where(and(eq(arrivals.programId, sql.placeholder('programId')), sql`${hearings.nightId} = ${night}`))
