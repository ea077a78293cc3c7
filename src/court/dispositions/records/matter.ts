import { sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'

const matter = statement('matter_of_case', tx =>
  tx
    .select({
      receivedOn: sql<Day>`m.received_on`,
      returnBy: sql<Day | null>`m.return_by`,
      lossCents: sql<number | null>`m.loss_cents`,
    })
    .from(sql`case_matter(${sql.placeholder('caseId')}) m`),
)

/** When a case came, by when its source wants it back, and the loss that is known: also for a family, who do not read the referral. */
export const matterOf = async (tx: Tx, caseId: string) => {
  const [found] = await matter(tx, { caseId })
  if (!found) throw new NotHere()
  return found
}
