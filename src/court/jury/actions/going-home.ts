import { type Actor, act, type Court } from '#court'
import { type Assignment, assignmentById, leaveNight, lockNight } from '#court/hearings'
import { type Refusal, refuse } from '#platform/refusal'
import { hasChair } from '../records/going-on.ts'

export type GoHomeRefusal = Refusal<'doors-closed' | 'not-here' | 'on-a-jury'>

/** A juror goes home before the end; from a jury that has not decided they step back first (rules 17 and 28). */
export const checkOutJuror = (court: Court, actor: Actor, assignmentId: string): Promise<Assignment | GoHomeRefusal> =>
  act(court, actor, async tx => {
    const { nightId } = await assignmentById(tx, actor.programId, assignmentId)
    const night = await lockNight(tx, actor.programId, nightId)
    const place = await assignmentById(tx, actor.programId, assignmentId)
    if (await hasChair(tx, actor.programId, place.jurorId, nightId)) return refuse('on-a-jury')
    return (await leaveNight(court, tx, actor, night, place)) ?? place
  })
