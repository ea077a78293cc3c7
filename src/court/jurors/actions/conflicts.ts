/** Who does not hear which case. */
import { type Actor, act, type Court } from '#court'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import type { ConflictOrigin } from '../juror.ts'
import { insertConflict, lockJuror } from '../records.ts'

export type Conflict = { jurorId: string; caseId: string; origin: ConflictOrigin }

/** Keeps a juror off a case. Nobody is asked why, and no reason is kept (rules 11 and 14). */
export const recordConflict = async (court: Court, tx: Tx, actor: Actor, conflict: Conflict): Promise<void> => {
  await insertConflict(tx, { programId: actor.programId, id: newId(), ...conflict, madeAt: court.now() })
  await enter(court, tx, actor, {
    act: 'juror-conflict',
    thing: 'juror',
    thingId: conflict.jurorId,
    caseId: conflict.caseId,
    particulars: { origin: conflict.origin },
  })
}

export const declareConflict = (court: Court, actor: Actor, conflict: Conflict): Promise<Conflict> =>
  act(court, actor, async tx => {
    await lockJuror(tx, actor.programId, conflict.jurorId)
    await recordConflict(court, tx, actor, conflict)
    return conflict
  })
