/** Too few jurors tonight, and nobody left to ask. */
import { type Actor, act, byClockwork, type Court } from '#court'
import { type Hearing, hearingById, isUnderWay } from '#court/hearings'
import { rulebookOf } from '#court/programs'
import { type Refusal, refuse } from '#platform/refusal'
import { drawOf } from '../records/draws.ts'
import { seatedAt } from '../records/seats.ts'
import { reasonsAgainst } from '../rules/draw.ts'
import { lockAll, takeOff } from './hearing.ts'
import { poolFor } from './pool.ts'

/**
 * A case without a quorum is given another night (rule 17), also by the one who runs this one. Looked at by the court's own
 * hand, as the lot is: what keeps a juror off may lie in a case that the one who asks does not see.
 */
export const resetForQuorum = async (
  court: Court,
  actor: Actor,
  hearingId: string,
): Promise<Hearing | Refusal<'doors-closed' | 'enough-jurors' | 'not-now'>> => {
  await court.db.withProgram(actor, tx => hearingById(tx, actor.programId, hearingId))
  return act(court, byClockwork(actor), async tx => {
    const { night, head, hearing } = await lockAll(tx, actor.programId, hearingId)
    if (!isUnderWay(night.status)) return refuse('doors-closed')
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const [chairs, draw, pool] = await Promise.all([
      seatedAt(tx, actor.programId, hearingId),
      drawOf(tx, actor.programId, hearingId),
      poolFor(tx, hearing, head, rules),
    ])
    const free = pool.candidates.filter(one => reasonsAgainst(one, pool.matter).length === 0)
    if ((draw ? chairs : free).length >= rules.jury.quorum) return refuse('enough-jurors')
    return (await takeOff(court, tx, actor, head, hearing, 'no-quorum')) ?? hearing
  })
}
