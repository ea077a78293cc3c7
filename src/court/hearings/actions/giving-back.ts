/** The places of a night that does not take place. */
import type { Actor, Court } from '#court'
import type { Tx } from '#platform/database'
import { mayMove } from '#platform/lifecycle'
import { lifecycle } from '../assignment.ts'
import { assignmentsOf } from '../records/assignments.ts'
import type { Night } from '../records/nights.ts'
import { moveAssignment } from './places.ts'
import { saidYes, takeBackInvitations, tellJuror } from './telling.ts'

/** Gives back the places of all who are still expected, without blame; who had said yes is told. */
export const giveBackPlaces = async (court: Court, tx: Tx, actor: Actor, night: Night): Promise<number> => {
  const expected = (await assignmentsOf(tx, actor.programId, night.id)).filter(place =>
    mayMove(lifecycle, 'cancel', place.status),
  )
  await takeBackInvitations(court, tx, actor, night, expected)
  for (const place of expected) {
    await moveAssignment(court, tx, actor, place, 'cancel')
    if (saidYes(place)) await tellJuror(court, tx, actor, 'hearing-off', night, place.personId)
  }
  return expected.length
}
