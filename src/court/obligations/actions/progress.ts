/** What is done of a promise: handed in, confirmed by somebody else, sent back. */
import { type Actor, act, type Court, NotHere, todayFor } from '#court'
import type { TermKind, Unit } from '#court/dispositions'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { KeepForm, PieceForm } from '../forms.ts'
import { mayConfirm } from '../policy.ts'
import { isOwnOrKin } from '../records/family.ts'
import { lockObligation, type Obligation, originOf } from '../records/obligations.ts'
import { changeProgress, insertProgress, minutesOn, pieceById, wasSentBack } from '../records/progress.ts'
import { mayVerify, movesOnHandedIn, movesOnReturned, movesOnVerified, type VerifyRefusal } from '../rules.ts'
import {
  type HandInRefusal,
  type KeepRefusal,
  mayHandIn,
  mayKeep,
  mayTakeBack,
  movesOnTakenBack,
  type TakeBackRefusal,
} from '../rules/pieces.ts'
import { enterPromise, insertConfirmed, moveObligation } from './steps.ts'

/** The young person, or a guardian for them, hands in a piece of what was promised. It waits until somebody confirms it (rule 33). */
export const submitProgress = (
  court: Court,
  actor: Actor,
  obligationId: string,
  form: PieceForm,
): Promise<{ progressId: string } | HandInRefusal> =>
  act(court, actor, tx => handIn(court, tx, actor, obligationId, form))

/** Staff write down what came on paper or by telephone. It waits to be confirmed like anything else. */
export const recordProgress = (
  court: Court,
  actor: Actor,
  obligationId: string,
  form: PieceForm,
): Promise<{ progressId: string } | HandInRefusal> =>
  act(court, actor, async tx => {
    if (!mayConfirm(actor)) throw new NotHere()
    return handIn(court, tx, actor, obligationId, form)
  })

const handIn = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  obligationId: string,
  form: PieceForm,
): Promise<{ progressId: string } | HandInRefusal> => {
  const one = await lockObligation(tx, actor.programId, obligationId)
  const refusal = mayHandIn(one, form, {
    ...(await pieceGround(court, tx, actor, one)),
    minutesThatDay: await minutesOn(tx, actor.programId, one.personId, form.doneOn),
  })
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

/** What is done of a promise is done between the day from which it counts and today. */
const pieceGround = async (court: Court, tx: Tx, actor: Actor, one: Obligation) => ({
  today: todayFor(court, actor),
  since: (await originOf(tx, actor.programId, one.id)).inEffectOn,
})

/** Takes a piece back that nobody has answered yet; whoever handed it in changes their mind. */
export const takeBack = (
  court: Court,
  actor: Actor,
  progressId: string,
): Promise<{ takenBack: true } | TakeBackRefusal> =>
  act(court, actor, async tx => {
    const { obligationId } = await pieceById(tx, actor.programId, progressId)
    const one = await lockObligation(tx, actor.programId, obligationId)
    const piece = await pieceById(tx, actor.programId, progressId)
    const refusal = mayTakeBack(one, piece, actor.accountId)
    if (refusal) return refusal
    await changeProgress(tx, piece, { state: 'taken_back' })
    const moves = movesOnTakenBack(one, piece.amount, await wasSentBack(tx, actor.programId, obligationId))
    await moveObligation(court, tx, actor, one, moves)
    await enterPromise(court, tx, actor, 'progress-taken-back', one, { amount: piece.amount })
    return { takenBack: true as const }
  })

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
export const verify = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  progressId: string,
): Promise<Verified | VerifyRefusal> => {
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
  return {
    obligationId,
    caseId: one.caseId,
    personId: one.personId,
    kind: one.kind,
    unit: one.unit,
    amount: piece.amount,
    doneOn: piece.doneOn,
    satisfied,
  }
}

/** Sends a piece back with words that say what to mend. */
export const returnProgress = (
  court: Court,
  actor: Actor,
  progressId: string,
  answer: string,
): Promise<{ returned: true } | Refusal<'not-waiting'>> =>
  act(court, actor, async tx => {
    if (!mayConfirm(actor)) throw new NotHere()
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
export const keepCourtPromise = (
  court: Court,
  actor: Actor,
  obligationId: string,
  form: KeepForm,
): Promise<{ kept: true } | KeepRefusal> =>
  act(court, actor, async tx => {
    if (!mayConfirm(actor)) throw new NotHere()
    const one = await lockObligation(tx, actor.programId, obligationId)
    const refusal = mayKeep(one, form.doneOn, await pieceGround(court, tx, actor, one))
    if (refusal) return refusal
    await insertConfirmed(court, tx, actor, one, { amount: one.amount - one.verified, ...form })
    await enterPromise(court, tx, actor, 'court-promise-kept', one, { doneOn: form.doneOn })
    return { kept: true as const }
  })
