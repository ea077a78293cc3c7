import type { Actor } from '#court'
import { caseById } from '#court/cases'
import { type Clock, clocksOf, datesOf, lastDueDay } from '#court/dispositions'
import { rulebookOf } from '#court/programs'
import type { Tx } from '#platform/database'
import { type Obligation, originOf } from '../records/obligations.ts'

/** The rulebook that a promise was made under, and where it comes from. */
export const bookOf = async (tx: Tx, actor: Actor, one: Obligation) => {
  const origin = await originOf(tx, actor.programId, one.id)
  return { origin, rules: (await rulebookOf(tx, actor.programId, origin.rulebookId)).rules }
}

/** The last lawful day for a promise of this case, under the rulebook it was made under (rule 32). */
export const lastDayOf = async (tx: Tx, actor: Actor, one: Obligation): Promise<Clock | null> => {
  const { rules, origin } = await bookOf(tx, actor, one)
  const head = await caseById(tx, actor.programId, one.caseId)
  return lastDueDay(clocksOf(rules, await datesOf(tx, head, origin.heardOn)))
}
