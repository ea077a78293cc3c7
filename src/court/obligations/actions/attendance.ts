/** Jury service is counted from attendance and from nothing else (rule 35). */
import type { Actor, Court } from '#court'
import { type Assignment, nightById } from '#court/hearings'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { enterPromise, insertConfirmed, moveObligation } from './steps.ts'
import { insertProgress, isCounted } from '../records/progress.ts'
import { openDutiesOf } from '../records/duties.ts'
import { isOwnOrKin } from '../records/family.ts'
import { lockObligation, type Obligation } from '../records/obligations.ts'
import { dutyFor, movesOnHandedIn } from '../rules.ts'

/**
 * A night at which a juror came counts as one of those they owe, once. Gives the promise that it counted for, or null where
 * nothing is owed. If the one who closes the night is family, another adult confirms it (rule 34).
 */
export const countAttendance = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  place: Pick<Assignment, 'id' | 'personId' | 'nightId'>,
): Promise<Obligation | null> => {
  const { heldOn } = await nightById(tx, actor.programId, place.nightId)
  const owed = dutyFor(await openDutiesOf(tx, actor.programId, place.personId), heldOn)
  if (!owed || (await isCounted(tx, actor.programId, place.id))) return null
  const one = await lockObligation(tx, actor.programId, owed.id)
  const piece = { amount: 1, doneOn: heldOn, assignmentId: place.id }
  if (await isOwnOrKin(tx, actor.programId, actor.accountId, one.personId))
    await leaveToAnother(court, tx, actor, one, piece)
  else await insertConfirmed(court, tx, actor, one, piece)
  await enterPromise(court, tx, actor, 'attendance-counted', one, { on: heldOn })
  return one
}

const leaveToAnother = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  one: Obligation,
  piece: Parameters<typeof insertConfirmed>[4],
): Promise<void> => {
  await insertProgress(tx, {
    programId: actor.programId,
    id: newId(),
    obligationId: one.id,
    ...piece,
    submittedBy: actor.accountId,
    submittedAt: court.now(),
    state: 'submitted',
  })
  await moveObligation(court, tx, actor, one, movesOnHandedIn(one))
}
