import { type Actor, act, type Court, todayFor } from '#court'
import { lockCase, moveCase } from '#court/cases'
import { obligationsOfCase } from '#court/obligations'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal } from '#platform/refusal'
import { insertClosure } from '../records.ts'
import { mayClose } from '../rules.ts'
import { tellBoth } from './telling.ts'

export type CloseRefusal = Refusal<'not-active' | 'promises-open' | 'not-now'>

/** Closes a case whose promises are kept: certificate for the young person, a status for the source and nothing more (rules 42 and 43). */
export const closeCase = (
  court: Court,
  actor: Actor,
  caseId: string,
  certificateName: string,
): Promise<{ closed: true } | CloseRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const refusal = mayClose(head.status, await obligationsOfCase(tx, actor.programId, caseId))
    if (refusal) return refusal
    const today = todayFor(court, actor)
    if (head.status === 'active') {
      const kept = await moveCase(court, tx, actor, head, 'complete')
      if (isRefusal(kept)) return kept
    }
    const done = { ...head, status: 'completed' as const }
    const closed = await moveCase(court, tx, actor, done, 'close', { set: { closedOn: today } })
    if (isRefusal(closed)) return closed
    await insertClosure(tx, {
      programId: actor.programId,
      id: newId(),
      caseId,
      outcome: 'completed',
      closedOn: today,
      byAccount: actor.accountId,
      certificateName,
      madeAt: court.now(),
    })
    await tellBoth(court, tx, actor, head, 'completed')
    return { closed: true as const }
  })
