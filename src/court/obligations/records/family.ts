import { and, asc, eq, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { kinships } from '#tables/people'

const wards = statement('wards_of', tx =>
  tx
    .select({ personId: kinships.personId })
    .from(kinships)
    .where(
      and(
        eq(kinships.programId, sql.placeholder('programId')),
        eq(kinships.otherId, sql.placeholder('guardianId')),
        eq(kinships.tie, 'guardian'),
      ),
    )
    .orderBy(asc(kinships.madeAt), asc(kinships.id)),
)

/** The young people for whom somebody stands as guardian. */
export const wardsOf = async (tx: Tx, programId: string, guardianId: string): Promise<string[]> =>
  (await wards(tx, { programId, guardianId })).map(row => row.personId)
