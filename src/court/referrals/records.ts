import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { referrals } from './tables.ts'

export type Referral = typeof referrals.$inferSelect

const referralById = statement('referral_by_id', tx =>
  tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.programId, sql.placeholder('programId')), eq(referrals.id, sql.placeholder('id')))),
)

/** One referral; not here where there is none, or none that this actor may see. */
export const referralOf = async (tx: Tx, programId: string, id: string): Promise<Referral> => {
  const [referral] = await referralById(tx, { programId, id })
  if (!referral) throw new NotHere()
  return referral
}

/** Several at once, the newest first. */
export const referralsWith = (tx: Tx, programId: string, ids: readonly string[]): Promise<Referral[]> =>
  tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.programId, programId), inArray(referrals.id, [...ids])))
    .orderBy(desc(referrals.receivedOn), desc(referrals.id))

export const insertReferral = (tx: Tx, row: typeof referrals.$inferInsert) => tx.insert(referrals).values(row)
