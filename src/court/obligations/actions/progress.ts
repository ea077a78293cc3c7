/** What is done of a promise: handed in, confirmed by somebody else, sent back, counted from attendance. */
import { type Actor, act, type Court, NotHere, todayFor } from '#court'
import type { TermKind, Unit } from '#court/dispositions'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { KeepForm, PieceForm } from '../forms.ts'
import { lifecycle, type ObligationMove } from '../obligation.ts'
import { mayConfirm } from '../policy.ts'
import { changeProgress, insertProgress, pieceById } from '../records/progress.ts'
import { changeObligation, isOwnOrKin, lockObligation, type Obligation } from '../records/obligations.ts'
import {
  type HandInRefusal,
  type KeepRefusal,
  mayHandIn,
  mayKeep,
  mayVerify,
  movesOnHandedIn,
  movesOnReturned,
  movesOnVerified,
  type VerifyRefusal,
} from '../rules.ts'

/** Carries out the moves that an act sets going, in their order. */
export const moveObligation = async (court: Court, tx: Tx, actor: Actor, one: Pick<Obligation, 'id'>, moves: readonly ObligationMove[]): Promise<void> => {
  for (const move of moves) await changeObligation(tx, actor.programId, one.id, { status: lifecycle[move].to, statusSince: court.now() })
}

/** Enters an act upon a promise. */
export const enterPromise = (court: Court, tx: Tx, actor: Actor, what: string, one: Obligation, particulars: Record<string, string | number | boolean | null> = {}) =>
  enter(court, tx, actor, {
    act: what,
    thing: 'obligation',
    thingId: one.id,
    caseId: one.caseId,
    personId: one.personId,
    particulars: { kind: one.kind, ...particulars },
  })

/** The young person, or a guardian for them, hands in a piece of what was promised. It waits until somebody confirms it (rule 33). */
export const submitProgress = (court: Court, actor: Actor, obligationId: string, form: PieceForm): Promise<{ progressId: string } | HandInRefusal> =>
  act(court, actor, tx => handIn(court, tx, actor, obligationId, form))

/** Staff write down what came on paper or by telephone. It waits to be confirmed like anything else. */
export const recordProgress = submitProgress

/** The step itself, inside another act. */
export const handIn = async (court: Court, tx: Tx, actor: Actor, obligationId: string, form: PieceForm): Promise<{ progressId: string } | HandInRefusal> => {
  const one = await lockObligation(tx, actor.programId, obligationId)
  const refusal = mayHandIn(one, form, todayFor(court, actor))
  if (refusal) return refusal
  const progressId = newId()
  await insertProgress(tx, {
    programId: actor.programId,
    id: progressId,
    obligationId,
    ...form,
    submittedBy: actor.accountId,
    submittedAt: court.now(),
    state: 'submitted',
  })
  await moveObligation(court, tx, actor, one, movesOnHandedIn(one))
  await enterPromise(court, tx, actor, 'progress-handed-in', one, { amount: form.amount, doneOn: form.doneOn })
  return { progressId }
}

export type Verified = {
  obligationId: string
  caseId: string
  personId: string | null
  kind: TermKind
  unit: Unit
  amount: number
  doneOn: Day
  satisfied: boolean
}

/** Confirms a piece of work; the promise is kept when all of it is confirmed (rules 33 and 34). Offered to the room that gives credits. */
export const verify = async (court: Court, tx: Tx, actor: Actor, progressId: string): Promise<Verified | VerifyRefusal> => {
  if (!mayConfirm(actor)) throw new NotHere()
  const { obligationId } = await pieceById(tx, actor.programId, progressId)
  const one = await lockObligation(tx, actor.programId, obligationId)
  const piece = await pieceById(tx, actor.programId, progressId)
  const refusal = mayVerify(one, piece, await isOwnOrKin(tx, actor.programId, actor.accountId, one.personId))
  if (refusal) return refusal
  await changeProgress(tx, piece, { state: 'verified', verifiedBy: actor.accountId, verifiedAt: court.now() })
  const moves = movesOnVerified(one, piece.amount)
  await moveObligation(court, tx, actor, one, moves)
  const satisfied = moves.includes('satisfy')
  await enterPromise(court, tx, actor, 'progress-verified', one, { amount: piece.amount, satisfied })
  return { obligationId, caseId: one.caseId, personId: one.personId, kind: one.kind, unit: one.unit, amount: piece.amount, doneOn: piece.doneOn, satisfied }
}

/** Sends a piece back with words that say what to mend. */
export const returnProgress = (court: Court, actor: Actor, progressId: string, answer: string): Promise<{ returned: true } | Refusal<'not-waiting'>> =>
  act(court, actor, async tx => {
    const { obligationId } = await pieceById(tx, actor.programId, progressId)
    const one = await lockObligation(tx, actor.programId, obligationId)
    const piece = await pieceById(tx, actor.programId, progressId)
    if (piece.state !== 'submitted') return refuse('not-waiting')
    await changeProgress(tx, piece, { state: 'returned', answer })
    await moveObligation(court, tx, actor, one, movesOnReturned(one, piece.amount))
    await enterPromise(court, tx, actor, 'progress-returned', one, { amount: piece.amount })
    return { returned: true as const }
  })

/** The court has kept a promise of its own. */
export const keepCourtPromise = (court: Court, actor: Actor, obligationId: string, form: KeepForm): Promise<{ kept: true } | KeepRefusal> =>
  act(court, actor, async tx => {
    const one = await lockObligation(tx, actor.programId, obligationId)
    const refusal = mayKeep(one, form.doneOn, todayFor(court, actor))
    if (refusal) return refusal
    await insertConfirmed(court, tx, actor, one, { amount: one.amount - one.verified, ...form })
    await enterPromise(court, tx, actor, 'court-promise-kept', one, { doneOn: form.doneOn })
    return { kept: true as const }
  })

type Confirmed = { amount: number; doneOn: Day; words?: string | null; assignmentId?: string }

/** Work that is confirmed as it is written down: what staff themselves did or saw. */
export const insertConfirmed = async (court: Court, tx: Tx, actor: Actor, one: Obligation, piece: Confirmed): Promise<boolean> => {
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

