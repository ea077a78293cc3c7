import { and, asc, eq, or, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { kinships, people } from '#tables/people'

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

/** Whether an account belongs to the one who promised, or to somebody of their family (rule 34). */
export const isOwnOrKin = async (
  tx: Tx,
  programId: string,
  accountId: string,
  personId: string | null,
): Promise<boolean> => {
  if (personId === null) return false
  const tie = tx
    .select({ one: sql`1` })
    .from(kinships)
    .where(
      and(
        eq(kinships.programId, programId),
        or(
          and(eq(kinships.personId, personId), eq(kinships.otherId, people.id)),
          and(eq(kinships.otherId, personId), eq(kinships.personId, people.id)),
        ),
      ),
    )
  const found = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.programId, programId),
        eq(people.accountId, accountId),
        or(eq(people.id, personId), sql`exists ${tie}`),
      ),
    )
  return found.length > 0
}
