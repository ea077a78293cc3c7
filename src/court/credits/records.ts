import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { assignments } from '#tables/hearings'
import { creditEntries } from './tables.ts'

export type CreditEntry = typeof creditEntries.$inferSelect
export type NewCredit = typeof creditEntries.$inferInsert

export const insertCredits = (tx: Tx, entries: NewCredit[]) => tx.insert(creditEntries).values(entries)

/** Which of these places at a night have been credited already, taken back since or not. */
export const creditedPlaces = async (tx: Tx, programId: string, places: string[]): Promise<ReadonlySet<string>> => {
  const found = await tx
    .select({ sourceId: creditEntries.sourceId })
    .from(creditEntries)
    .where(
      and(
        eq(creditEntries.programId, programId),
        eq(creditEntries.source, 'assignment'),
        inArray(creditEntries.sourceId, places),
      ),
    )
  return new Set(found.map(one => one.sourceId))
}

/** Whether it was owed is asked of the place at the night, which follows what attendance counted (rule 35): it is kept there, and only there. */
export const linesOf = statement('credit_lines_of', tx =>
  tx
    .select({
      id: creditEntries.id,
      kind: creditEntries.kind,
      minutes: creditEntries.minutes,
      earnedOn: creditEntries.earnedOn,
      mandated: sql<boolean>`${creditEntries.source} = 'progress' or coalesce(${assignments.mandated}, false)`,
      reversesId: creditEntries.reversesId,
      reason: creditEntries.reason,
      postedAt: creditEntries.postedAt,
    })
    .from(creditEntries)
    .leftJoin(
      assignments,
      and(eq(assignments.programId, creditEntries.programId), eq(assignments.id, creditEntries.sourceId)),
    )
    .where(
      and(
        eq(creditEntries.programId, sql.placeholder('programId')),
        eq(creditEntries.personId, sql.placeholder('personId')),
      ),
    )
    .orderBy(desc(creditEntries.earnedOn), desc(creditEntries.postedAt), desc(creditEntries.id)),
)

export const balanceOf = statement('credit_balance_of', tx =>
  tx
    .select({
      minutes: sql<number>`coalesce(sum(${creditEntries.minutes}), 0)::integer`,
      entries: sql<number>`count(*)::integer`,
    })
    .from(creditEntries)
    .where(
      and(
        eq(creditEntries.programId, sql.placeholder('programId')),
        eq(creditEntries.personId, sql.placeholder('personId')),
      ),
    ),
)

export const findCredit = async (tx: Tx, programId: string, id: string): Promise<CreditEntry | undefined> => {
  const [found] = await tx
    .select()
    .from(creditEntries)
    .where(and(eq(creditEntries.programId, programId), eq(creditEntries.id, id)))
  return found
}

export const isReversed = async (tx: Tx, programId: string, id: string): Promise<boolean> => {
  const found = await tx
    .select({ id: creditEntries.id })
    .from(creditEntries)
    .where(and(eq(creditEntries.programId, programId), eq(creditEntries.reversesId, id)))
  return found.length > 0
}

const exchange = statement('give_and_take', tx =>
  tx
    .select({ heardBy: sql<number>`heard_by`, satFor: sql<number>`sat_for` })
    .from(sql`reporting.give_and_take(${sql.placeholder('personId')}::uuid)`),
)

/** How many peers heard somebody, and for how many they have sat since. The database counts; the names stay with the court (rule 28). */
export const giveAndTake = async (tx: Tx, personId: string): Promise<{ heardBy: number; satFor: number }> =>
  (await exchange(tx, { personId }))[0] ?? { heardBy: 0, satFor: 0 }

export type CreditLine = Awaited<ReturnType<typeof linesOf>>[number]
