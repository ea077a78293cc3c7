/** The cases of a night that does not take place. */
import type { Actor, Court } from '#court'
import { lockCase } from '#court/cases'
import { docketOf, lockHearing, type Night } from '#court/hearings'
import { send } from '#court/notices'
import { guardiansOf } from '#court/people'
import type { Tx } from '#platform/database'
import type { Refusal } from '#platform/refusal'
import { takeOff } from './hearing.ts'

/** Takes every case off the docket of a night: each waits for another date, its jury is let go, and the family is told. */
export const clearDocket = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  night: Night,
): Promise<{ cleared: number } | Refusal<'not-now'>> => {
  const lines = (await docketOf(tx, actor.programId, night.id)).filter(line => line.status === 'docketed')
  for (const line of lines) {
    const head = await lockCase(tx, actor.programId, line.caseId)
    const hearing = await lockHearing(tx, actor.programId, line.id)
    const stuck = await takeOff(court, tx, actor, head, hearing, 'court')
    if (stuck) return stuck
    if (head.status === 'docketed') await tellOff(court, tx, actor, night, head)
  }
  return { cleared: lines.length }
}

/** That it is off, and nothing of the matter. */
const tellOff = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  night: Night,
  head: { id: string; respondentId: string },
): Promise<void> => {
  const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
  const facts = { startsAt: night.startsAt.toISOString(), place: night.place }
  for (const personId of [head.respondentId, ...guardians.map(one => one.id)])
    await send(court, tx, actor, { kind: 'hearing-off', to: { personId }, caseId: head.id, facts })
}
