import type { Actor, Court } from '#court'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { likelyDuplicates, type Person } from './records.ts'

/** People who may be meant, to be shown: each of them is looked at (rule 47). */
export const seeAlike = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  wanted: Parameters<typeof likelyDuplicates>[2],
): Promise<Person[]> => {
  const alike = await likelyDuplicates(tx, actor.programId, wanted)
  for (const { id } of alike) await enterLook(court, tx, actor, { thing: 'person', thingId: id, personId: id })
  return alike
}
