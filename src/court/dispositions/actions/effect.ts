/** From the day on which it is signed a disposition counts, and changes only by amendment. */
import { type Actor, type Court, NotHere, todayFor } from '#court'
import type { CaseHead } from '#court/cases'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import { lockWithCase } from '../ground.ts'
import { mayAmend } from '../policy.ts'
import {
  changeDisposition,
  type Disposition,
  insertAmendment,
  signaturesOf,
  type Term,
  termById,
  termsOf,
} from '../records.ts'
import { signersMissing } from '../signing.ts'
import { neededFor } from './signing.ts'

export type EffectRefusal = Refusal<'not-proposed' | 'not-signed'>

/** A proposal counts from the day on which all names stand under it (rule 29). Done by the room that makes the promises. */
export const takeEffect = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  dispositionId: string,
): Promise<{ head: CaseHead; disposition: Disposition; terms: Term[] } | EffectRefusal> => {
  const { head, disposition } = await lockWithCase(tx, actor.programId, dispositionId)
  const today = todayFor(court, actor)
  if (disposition.status !== 'proposed') return refuse('not-proposed')
  const [needed, signed] = await Promise.all([
    neededFor(tx, head, disposition.rulebookId, today),
    signaturesOf(tx, actor.programId, dispositionId),
  ])
  if (signersMissing(needed, signed).length > 0) return refuse('not-signed')
  await changeDisposition(tx, disposition, { status: 'in_effect', inEffectOn: today })
  await enter(court, tx, actor, {
    act: 'disposition-in-effect',
    thing: 'disposition',
    thingId: dispositionId,
    caseId: head.id,
    personId: head.respondentId,
    particulars: { on: today },
  })
  return {
    head,
    disposition: { ...disposition, status: 'in_effect', inEffectOn: today },
    terms: await termsOf(tx, actor.programId, dispositionId),
  }
}

export type Amend = {
  termId: string
  field: 'due-on' | 'amount' | 'waived' | 'title'
  before: string | number | null
  after: string | number | null
  reason: string
}

/** A later change to one promise: dated, with its reason and whose it is; the term stays as it was signed (rule 31). */
export const amend = async (court: Court, tx: Tx, actor: Actor, change: Amend): Promise<string> => {
  if (!mayAmend(actor)) throw new NotHere()
  const term = await termById(tx, actor.programId, change.termId)
  const id = newId()
  await insertAmendment(tx, {
    programId: actor.programId,
    id,
    dispositionId: term.dispositionId,
    ...change,
    byAccount: actor.accountId,
    madeAt: court.now(),
  })
  await enter(court, tx, actor, {
    act: 'disposition-amended',
    thing: 'term',
    thingId: term.id,
    caseId: term.caseId,
    particulars: { field: change.field },
  })
  return id
}
