/** Who stands for somebody. */
import { type Actor, act, type Court } from '#court'
import type { Tx } from '#platform/database'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { addPerson, tiePeople } from '../actions.ts'
import type { NewPerson } from '../person.ts'
import { guardiansOf, likelyDuplicates, lockPerson, personOf } from '../records.ts'
import { mayStandFor, type StandingRefusal } from '../rules.ts'

export type NewGuardian = {
  person: NewPerson
  sameHousehold: boolean
  /** Whether they are somebody the court knows: their id, or `new`. Asked only where somebody alike is found. */
  known: string | null
}

export type GuardianRefusal = Refusal<'guardian-unanswered'> | StandingRefusal

/** Adds a guardian to anybody, whatever that person is to the court. */
export const addGuardian = (
  court: Court,
  actor: Actor,
  personId: string,
  guardian: NewGuardian,
): Promise<{ guardianId: string } | GuardianRefusal> =>
  act(court, actor, tx => tieGuardian(court, tx, actor, personId, guardian))

/** The same within another act. */
export const tieGuardian = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  personId: string,
  guardian: NewGuardian,
): Promise<{ guardianId: string } | GuardianRefusal> => {
  await lockPerson(tx, actor.programId, personId)
  const guardianId = await whoTheyAre(court, tx, actor, personId, guardian)
  if (isRefusal(guardianId)) return guardianId
  const refusal = mayStandFor(personId, guardianId, {
    guardianIds: await guardianIdsOf(tx, actor, personId),
    guardiansOfTheirs: await guardianIdsOf(tx, actor, guardianId),
  })
  if (refusal) return refusal
  const { sameHousehold } = guardian
  await tiePeople(court, tx, actor, { personId, otherId: guardianId, tie: 'guardian', sameHousehold })
  return { guardianId }
}

const guardianIdsOf = async (tx: Tx, actor: Actor, personId: string): Promise<string[]> =>
  (await guardiansOf(tx, actor.programId, personId)).map(one => one.id)

const whoTheyAre = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  wardId: string,
  { person, known }: NewGuardian,
): Promise<string | Refusal<'guardian-unanswered'>> => {
  if (known !== null && known !== 'new') return (await personOf(tx, actor.programId, known)).id
  const alike = known === 'new' ? [] : await likelyDuplicates(tx, actor.programId, { ...person, id: wardId })
  return alike.length > 0 ? refuse('guardian-unanswered') : addPerson(court, tx, actor, person)
}
