/** What jurors are told about a night. */
import type { Actor, Court } from '#court'
import { send, voidNotices } from '#court/notices'
import type { Tx } from '#platform/database'
import type { Assignment } from '../records/assignments.ts'
import type { Night } from '../records/nights.ts'

type When = Pick<Night, 'startsAt' | 'place'>

/** When and where, and nothing else. */
export const tellJuror = (
  court: Court,
  tx: Tx,
  actor: Actor,
  kind: 'jury-invitation' | 'date-changed' | 'hearing-off',
  { startsAt, place }: When,
  personId: string,
): Promise<void> =>
  send(court, tx, actor, { kind, to: { personId }, facts: { startsAt: startsAt.toISOString(), place } })

/** What has not gone out yet and names a time or a place that no longer holds is not sent. */
export const takeBackInvitations = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  night: Night,
  asked: readonly Pick<Assignment, 'personId'>[],
): Promise<void> => {
  if (asked.length === 0) return
  const personIds = asked.map(place => place.personId)
  await voidNotices(court, tx, actor, {
    personIds,
    startsAt: night.startsAt,
    kinds: ['jury-invitation', 'date-changed'],
  })
}

/** Whether somebody has said that they will come. */
export const saidYes = ({ status }: Pick<Assignment, 'status'>): boolean =>
  status === 'confirmed' || status === 'swap_requested'
