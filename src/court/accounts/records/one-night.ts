/** Sessions that a slip for one night opened. */
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database'
import { memberships, sessions, slips } from '../tables.ts'

/**
 * A young person has no way in but a slip, and one slip at a time: so what was begun since a single-use slip was used, and
 * before another one was made, was opened with it.
 */
const ofOneNight = sql`exists (select from ${slips} join ${memberships} on ${memberships.programId} = ${slips.programId}
  and ${memberships.id} = ${slips.membershipId} and ${memberships.role} = 'youth' where ${slips.programId} = ${sessions.programId}
  and ${slips.membershipId} = ${sessions.membershipId} and ${slips.singleUse} and ${slips.usedAt} <= ${sessions.startedAt}
  and (${slips.revokedAt} is null or ${sessions.startedAt} < ${slips.revokedAt}))`

/** Ends those of these accounts that are still live; says how many. */
export const endOneNight = async (
  tx: Tx,
  programId: string,
  accountIds: readonly string[],
  at: Date,
): Promise<number> => {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: at })
    .where(
      and(
        eq(sessions.programId, programId),
        inArray(sessions.accountId, [...accountIds]),
        isNull(sessions.endedAt),
        gt(sessions.endsAt, at),
        ofOneNight,
      ),
    )
  return ended.rowCount ?? 0
}
