import type { Actor } from '#court'
import { rulebookOf } from '#court/programs'
import type { Tx } from '#platform/database'
import { type Obligation, originOf } from '../records/obligations.ts'

/** The rulebook that a promise was made under, and where it comes from. */
export const bookOf = async (tx: Tx, actor: Actor, one: Obligation) => {
  const origin = await originOf(tx, actor.programId, one.id)
  return { origin, rules: (await rulebookOf(tx, actor.programId, origin.rulebookId)).rules }
}
