/** What the lot must know of everyone who might be drawn. */
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database'
import { caseLinks, cases } from '#tables/cases'
import { hearings } from '#tables/hearings'
import { kinships } from '#tables/people'
import { seats } from '../tables.ts'

export type Kin = {
  personId: string
  otherId: string
  tie: 'guardian' | 'relative' | 'acquaintance'
  sameHousehold: 'yes' | 'no'
}

/** Every tie that begins or ends at one of these people. */
export const kinOf = (tx: Tx, programId: string, ids: readonly string[]): Promise<Kin[]> =>
  tx
    .select({
      personId: kinships.personId,
      otherId: kinships.otherId,
      tie: kinships.tie,
      sameHousehold: kinships.sameHousehold,
    })
    .from(kinships)
    .where(
      and(
        eq(kinships.programId, programId),
        or(inArray(kinships.personId, [...ids]), inArray(kinships.otherId, [...ids])),
      ),
    )

/** The people who answer for the same matter in a case of their own. */
export const coRespondentsOf = async (tx: Tx, programId: string, caseId: string): Promise<Set<string>> => {
  const rows = await tx
    .select({ personId: cases.respondentId })
    .from(caseLinks)
    .innerJoin(
      cases,
      and(
        eq(cases.programId, caseLinks.programId),
        or(eq(cases.id, caseLinks.caseId), eq(cases.id, caseLinks.otherCaseId)),
        ne(cases.id, caseId),
      ),
    )
    .where(
      and(
        eq(caseLinks.programId, programId),
        eq(caseLinks.link, 'co-respondent'),
        or(eq(caseLinks.caseId, caseId), eq(caseLinks.otherCaseId, caseId)),
      ),
    )
  return new Set(rows.map(row => row.personId))
}

/** Pairs of these people who answer, or answered, for one matter together. */
export const coRespondentPairs = async (
  tx: Tx,
  programId: string,
  ids: readonly string[],
): Promise<(readonly [string, string])[]> => {
  const found = await tx.execute<{
    one: string
    other: string
  }>(sql`select a.respondent_id as one, b.respondent_id as other
    from case_links l join cases a on a.program_id = l.program_id and a.id = l.case_id join cases b on b.program_id = l.program_id and b.id = l.other_case_id
    where l.program_id = ${programId} and l.link = 'co-respondent' and a.respondent_id = any(${sql.param([...ids])}::uuid[]) and b.respondent_id = any(${sql.param([...ids])}::uuid[])`)
  return found.rows.map(row => [row.one, row.other] as const)
}

type Stretch = { startsAt: Date; endsAt: Date }

/** Those who sit on another jury at the same time, or on one that is not yet over. */
export const busyJurors = async (tx: Tx, programId: string, hearingId: string, slot: Stretch): Promise<Set<string>> => {
  const rows = await tx
    .select({ jurorId: seats.jurorId })
    .from(seats)
    .innerJoin(hearings, and(eq(hearings.programId, seats.programId), eq(hearings.id, seats.hearingId)))
    .where(
      and(
        eq(seats.programId, programId),
        eq(seats.status, 'seated'),
        ne(seats.hearingId, hearingId),
        or(
          eq(hearings.status, 'in_hearing'),
          sql`${seats.during} && tstzrange(${slot.startsAt.toISOString()}::timestamptz, ${slot.endsAt.toISOString()}::timestamptz)`,
        ),
      ),
    )
  return new Set(rows.map(row => row.jurorId))
}
