import type { Actor, Court } from '#court'
import { type CaseHead, tellSources } from '#court/cases'
import { send } from '#court/notices'
import { guardiansOf } from '#court/people'
import type { Tx } from '#platform/database'

/** The family gets the words; every source a status and nothing more, also where its matter joined this case (rules 7 and 43). */
export const tellBoth = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  how: 'completed' | 'returned',
): Promise<void> => {
  await tellFamily(court, tx, actor, head, `${how}-family`, {})
  await tellSources(court, tx, actor, head, `${how}-source`)
}

export const tellFamily = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  kind: 'warning' | 'completed-family' | 'returned-family',
  facts: Record<string, string>,
): Promise<void> => {
  const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
  for (const personId of [head.respondentId, ...guardians.map(one => one.id)])
    await send(court, tx, actor, { kind, to: { personId }, caseId: head.id, facts })
}
