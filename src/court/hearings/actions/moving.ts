/** The one hand that moves a hearing. */
import type { Actor, Court } from '#court'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { mayMove } from '#platform/lifecycle'
import { type Refusal, refuse } from '#platform/refusal'
import { type HearingMove, hearingLifecycle } from '../night.ts'
import { changeHearing, type Hearing } from '../records/hearings.ts'
import { renumber } from './docket.ts'

type Outcome = { endReason?: string | null; begunAt?: Date; goOnAskedAt?: Date; endedAt?: Date }

/** Moves a hearing, if that is lawful from where it stands, and enters the move as `hearing-<move>`. The hearing must have been locked in this act. */
export const moveHearing = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  hearing: Hearing,
  move: HearingMove,
  outcome: Outcome = {},
): Promise<Refusal<'not-now'> | null> => {
  if (!mayMove(hearingLifecycle, move, hearing.status)) return refuse('not-now')
  const { to } = hearingLifecycle[move]
  await changeHearing(tx, actor.programId, hearing.id, { ...outcome, status: to })
  await enter(court, tx, actor, {
    act: `hearing-${move}`,
    thing: 'hearing',
    thingId: hearing.id,
    caseId: hearing.caseId,
    particulars: { from: hearing.status, to, heldOn: hearing.heldOn, reason: outcome.endReason ?? null },
  })
  if (move === 'reset')
    await renumber(tx, { programId: actor.programId, id: hearing.nightId, status: hearing.nightStatus })
  return null
}
