import { type Actor, act, type Court, todayFor } from '#court'
import { lockCase, moveCase } from '#court/cases'
import { obligationsOfCase } from '#court/obligations'
import { rulebookOf } from '#court/programs'
import { isRefusal, type Refusal } from '#platform/refusal'
import { lockTermination } from '../records.ts'
import { answerOnCure, cureBy } from '../rules.ts'
import { tellFamily } from './telling.ts'
import { settleTermination } from './terminating.ts'

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

/**
 * Things are right again: back to the agreement, or, where there was no hearing yet, to a new date. Whoever had asked for the
 * end of the case has their answer with it, so that a later review begins with nothing asked (rule 44).
 */
export const cureCase = (court: Court, actor: Actor, caseId: string): Promise<{ cured: true } | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const promised = await obligationsOfCase(tx, actor.programId, caseId)
    const moved = await moveCase(court, tx, actor, head, promised.length > 0 ? 'cure' : 'rebook')
    if (isRefusal(moved)) return moved
    const asked = await lockTermination(tx, actor.programId, caseId)
    if (asked) await settleTermination(court, tx, actor, asked, answerOnCure(asked, actor.accountId))
    return { cured: true as const }
  })
