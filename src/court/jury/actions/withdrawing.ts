/** The way back while a case has its night and has not begun (rule 3). */
import { type Actor, act, type Court } from '#court'
import { takeBackOnDocket, type Withdrawal, type WithdrawRefusal } from '#court/cases'
import { hearingOfCase } from '#court/hearings'
import { isRefusal, refuse } from '#platform/refusal'
import { lockAll, takeOff } from './hearing.ts'

/** Takes a consent back. Where the case cannot go on without it, it leaves the docket and the program in one act; the jury is told nothing. */
export const withdrawFromDocket = (
  court: Court,
  actor: Actor,
  caseId: string,
  which: Withdrawal,
): Promise<{ ended: boolean } | WithdrawRefusal> =>
  act(court, actor, async tx => {
    const seen = await hearingOfCase(tx, actor.programId, caseId)
    if (seen?.status !== 'docketed') return refuse('not-now')
    const { head, hearing } = await lockAll(tx, actor.programId, seen.id)
    const taken = await takeBackOnDocket(court, tx, actor, head, which)
    if (isRefusal(taken) || !taken.ended) return taken
    const left = { ...head, status: 'withdrawn' } as const
    return (await takeOff(court, tx, actor, left, hearing, 'family-withdrew')) ?? taken
  })
