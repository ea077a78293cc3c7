import type { Actor, Court } from '#court'
import { endOneNightSessions } from '#court/accounts'
import type { Assignment } from '#court/hearings'
import { peopleWith } from '#court/people'
import type { Tx } from '#platform/database'

/** A slip for one night opens nothing any more once the night has ended, for all who had a place at it. */
export const endSlipSessions = async (
  court: Court,
  tx: Tx,
  hand: Actor,
  places: readonly Pick<Assignment, 'personId'>[],
): Promise<number> => {
  const people = await peopleWith(
    tx,
    hand.programId,
    places.map(place => place.personId),
  )
  return endOneNightSessions(
    court,
    tx,
    hand,
    people.flatMap(person => person.accountId ?? []),
  )
}
