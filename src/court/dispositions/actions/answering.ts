/** When the family does not agree: the case goes back, or the jury goes back to the table. */
import { type Actor, act, type Court } from '#court'
import { moveCase } from '#court/cases'
import { moveHearing } from '#court/hearings'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import { lockWithCase, lockWithHearing } from '../ground.ts'
import {
  changeDisposition,
  type Disposition,
  forgetDeciders,
  insertDisposition,
  insertTerms,
  signaturesOf,
  termsOf,
} from '../records.ts'

/** The family does not take the terms: nothing is in effect, and the case goes back (move 18 of the case). */
export const refuseTerms = (
  court: Court,
  actor: Actor,
  dispositionId: string,
): Promise<{ withdrawn: true } | Refusal<'in-effect' | 'not-now'>> =>
  act(court, actor, async tx => {
    const { head, hearing, disposition } = await lockWithHearing(tx, actor.programId, dispositionId)
    if (disposition.status === 'in_effect' || disposition.status === 'refused') return refuse('in-effect')
    const ended =
      hearing.status === 'in_hearing'
        ? await moveHearing(court, tx, actor, hearing, 'dispose', { endedAt: court.now() })
        : null
    if (ended) return ended
    await changeDisposition(tx, disposition, { status: 'refused' })
    await enter(court, tx, actor, {
      act: 'terms-refused',
      thing: 'disposition',
      thingId: dispositionId,
      caseId: head.id,
      personId: head.respondentId,
    })
    const moved = await moveCase(court, tx, actor, head, 'withdraw', {
      set: { returnReason: 'terms-refused' },
      particulars: { reason: 'terms-refused' },
    })
    return moved ?? { withdrawn: true as const }
  })

/** Back to the table. What somebody has signed stays as it was signed: then the terms are copied into a new draft. */
export const redraft = (
  court: Court,
  actor: Actor,
  dispositionId: string,
): Promise<{ dispositionId: string } | Refusal<'not-proposed'>> =>
  act(court, actor, async tx => {
    const { head, disposition } = await lockWithCase(tx, actor.programId, dispositionId)
    if (disposition.status !== 'proposed') return refuse('not-proposed')
    const signed = await signaturesOf(tx, actor.programId, dispositionId)
    const id = signed.length === 0 ? await reopen(tx, disposition) : await copy(tx, disposition)
    await enter(court, tx, actor, {
      act: 'disposition-redrafted',
      thing: 'disposition',
      thingId: id,
      caseId: head.id,
      personId: head.respondentId,
      particulars: { from: dispositionId },
    })
    return { dispositionId: id }
  })

const reopen = async (tx: Tx, disposition: Disposition): Promise<string> => {
  await changeDisposition(tx, disposition, { status: 'draft' })
  await forgetDeciders(tx, disposition.programId, disposition.id)
  return disposition.id
}

const copy = async (tx: Tx, disposition: Disposition): Promise<string> => {
  const { programId, caseId, hearingId, rulebookId, wouldChange, decidedHow, adultDecided, reasons } = disposition
  const terms = await termsOf(tx, programId, disposition.id)
  await changeDisposition(tx, disposition, { status: 'refused' })
  const id = newId()
  const said = { wouldChange, decidedHow, adultDecided, reasons }
  await insertDisposition(tx, { programId, id, caseId, hearingId, rulebookId, status: 'draft', ...said })
  if (terms.length > 0)
    await insertTerms(
      tx,
      terms.map(term => ({ ...term, id: newId(), dispositionId: id })),
    )
  return id
}
