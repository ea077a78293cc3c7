import { type Actor, act, type Court, todayFor } from '#court'
import { lockCase, moveCase } from '#court/cases'
import { obligationsOfCase } from '#court/obligations'
import { rulebookOf } from '#court/programs'
import { isRefusal, type Refusal } from '#platform/refusal'
import { cureBy } from '../rules.ts'
import { tellFamily } from './telling.ts'

/** Asks whether a family that was warned should lose its place here; sends the warning with the day until which it can be cured. */
export const reviewCase = (
  court: Court,
  actor: Actor,
  caseId: string,
): Promise<{ cureBy: string } | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const moved = await moveCase(court, tx, actor, head, 'review')
    if (isRefusal(moved)) return moved
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const until = cureBy(todayFor(court, actor), rules.clocks.cureDays)
    await tellFamily(court, tx, actor, head, 'warning', { cureBy: until })
    return { cureBy: until }
  })

/** Things are right again: back to the agreement, or, where there was no hearing yet, to a new date. */
export const cureCase = (court: Court, actor: Actor, caseId: string): Promise<{ cured: true } | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const promised = await obligationsOfCase(tx, actor.programId, caseId)
    const moved = await moveCase(court, tx, actor, head, promised.length > 0 ? 'cure' : 'rebook')
    return isRefusal(moved) ? moved : { cured: true as const }
  })
