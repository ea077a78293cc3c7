/** Every source of a case hears alike: whoever sent it, and whoever sent a matter that joined it (rules 7 and 8). */
import type { Actor, Court } from '#court'
import { referralsWith, type SourceNotice, tellSource } from '#court/referrals'
import type { Tx } from '#platform/database'
import { type CaseHead, furtherMattersOf } from '../records/heads.ts'

export const tellSources = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  kind: SourceNotice,
): Promise<void> => {
  const joined = await furtherMattersOf(tx, { programId: actor.programId, caseId: head.id })
  const matters = [head.referralId, ...joined.map(one => one.referralId)]
  for (const referral of await referralsWith(tx, actor.programId, matters))
    await tellSource(court, tx, actor, referral, { kind, caseId: head.id, caseNo: head.no })
}
