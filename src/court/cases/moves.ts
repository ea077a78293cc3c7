/** The one hand that moves a case. */
import type { Actor, Court } from '#court'
import { enter, type Particulars } from '#court/register'
import type { Tx } from '#platform/database'
import { mayMove } from '#platform/lifecycle'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import { lifecycle, type Move } from './case.ts'
import { type CaseHead, type NewCase, writeFact, writeMove } from './records/heads.ts'

type Facts = Pick<NewCase, 'acceptedOn' | 'dueOn' | 'closedOn' | 'returnReason' | 'missedHearings' | 'sealedAt'>

export type MoveMore = { set?: Partial<Facts>; particulars?: Particulars }

/** Moves a case, if that is lawful from where it stands, and enters the move as `case-<move>`. The case must have been locked in this act. */
export const moveCase = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  move: Move,
  more: MoveMore = {},
): Promise<Refusal<'not-now'> | null> => {
  if (!mayMove(lifecycle, move, head.status)) return refuse('not-now')
  const { to } = lifecycle[move]
  const moved = await writeMove(tx, head, { ...more.set, status: to, statusSince: court.now() })
  if (!moved) return refuse('not-now')
  await enter(court, tx, actor, {
    act: `case-${move}`,
    thing: 'case',
    thingId: head.id,
    caseId: head.id,
    personId: head.respondentId,
    particulars: { from: head.status, to, ...more.particulars },
  })
  return null
}

/** A case under screening. One that has only been referred is taken up now, by whoever does so. */
export const takeUp = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
): Promise<CaseHead | Refusal<'not-now'>> => {
  if (head.status === 'screening') return head
  const moved = await moveCase(court, tx, actor, head, 'screen')
  if (isRefusal(moved)) return moved
  if (head.coordinatorId === null) await writeFact(tx, head, { coordinatorId: actor.accountId })
  return { ...head, status: 'screening' }
}

/** The day by which the whole agreement is to be kept moves with its last promise. The case must have been locked in this act. */
export const setDueDay = async (court: Court, tx: Tx, actor: Actor, head: CaseHead, dueOn: Day): Promise<void> => {
  if (head.dueOn === dueOn) return
  await writeFact(tx, head, { dueOn })
  await enter(court, tx, actor, {
    act: 'case-due-day',
    thing: 'case',
    thingId: head.id,
    caseId: head.id,
    personId: head.respondentId,
    particulars: { from: head.dueOn, to: dueOn },
  })
}
