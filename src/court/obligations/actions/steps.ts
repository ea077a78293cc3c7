/** The steps that several acts upon a promise share: its moves, its entry in the register, work confirmed as it is written down. */
import type { ActName, Actor, Court } from '#court'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import type { Day } from '#platform/time'
import { lifecycle, type ObligationMove } from '../obligation.ts'
import { changeObligation, type Obligation } from '../records/obligations.ts'
import { insertProgress } from '../records/progress.ts'
import { movesOnVerified } from '../rules.ts'

/** Carries out the moves that an act sets going, in their order. */
export const moveObligation = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  one: Pick<Obligation, 'id'>,
  moves: readonly ObligationMove[],
): Promise<void> => {
  for (const move of moves)
    await changeObligation(tx, actor.programId, one.id, { status: lifecycle[move].to, statusSince: court.now() })
}

/** Enters an act upon a promise. */
export const enterPromise = (
  court: Court,
  tx: Tx,
  actor: Actor,
  act: ActName,
  one: Obligation,
  particulars: Record<string, string | number | boolean | null> = {},
) =>
  enter(court, tx, actor, {
    act,
    thing: 'obligation',
    thingId: one.id,
    caseId: one.caseId,
    personId: one.personId,
    particulars: { kind: one.kind, ...particulars },
  })

type Confirmed = { amount: number; doneOn: Day; words?: string | null; assignmentId?: string }

/** Work that is confirmed as it is written down: what staff themselves did or saw. */
export const insertConfirmed = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  one: Obligation,
  piece: Confirmed,
): Promise<boolean> => {
  await insertProgress(tx, {
    programId: actor.programId,
    id: newId(),
    obligationId: one.id,
    ...piece,
    submittedBy: actor.accountId,
    submittedAt: court.now(),
    state: 'verified',
    verifiedBy: actor.accountId,
    verifiedAt: court.now(),
  })
  const moves = movesOnVerified(one, piece.amount)
  await moveObligation(court, tx, actor, one, moves)
  return moves.includes('satisfy')
}
