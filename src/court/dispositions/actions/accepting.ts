/** How a proposal is answered: signed, refused or drafted anew; how it takes effect; and how it is changed later. */
import { type Actor, act, type Court, NotHere, todayFor } from '#court'
import { type CaseHead, moveCase } from '#court/cases'
import { hearingById, moveHearing } from '#court/hearings'
import { guardiansOf, personOf } from '#court/people'
import { isAdultOn } from '#court/jurors'
import { rulebookOf } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { SigningForm } from '../forms.ts'
import { lockWithCase } from '../ground.ts'
import { mayAmend } from '../policy.ts'
import {
  changeDisposition,
  type Disposition,
  forgetDeciders,
  insertAmendment,
  insertDisposition,
  insertSignatures,
  insertTerms,
  type Signature,
  signaturesOf,
  type Term,
  termById,
  termsOf,
} from '../records.ts'
import { type Signer, signersMissing, signersNeeded } from '../signing.ts'

export type SignRefusal = Refusal<'not-proposed' | 'not-sure' | 'nobody-signed' | 'signed-already' | 'not-a-guardian'>

/** Names under what was read back. What the young person would change is kept in their own words; whoever is not sure does not sign (rule 29). */
export const sign = (court: Court, actor: Actor, dispositionId: string, form: SigningForm): Promise<{ missing: Signer[] } | SignRefusal> =>
  act(court, actor, async tx => {
    const { head, disposition } = await lockWithCase(tx, actor.programId, dispositionId)
    const signed = await signaturesOf(tx, actor.programId, dispositionId)
    const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
    const refusal = maySign(disposition, form, signed, guardians.map(one => one.id))
    if (refusal) return refusal
    const rows = namesIn(form, head.respondentId).map(name => ({
      programId: actor.programId,
      id: newId(),
      dispositionId,
      ...name,
      accountId: name.signer === 'facilitator' ? actor.accountId : null,
      how: form.how,
      signedAt: court.now(),
    }))
    await insertSignatures(tx, rows)
    if (form.wouldChange !== null) await changeDisposition(tx, disposition, { wouldChange: form.wouldChange })
    await enter(court, tx, actor, {
      act: 'disposition-signed',
      thing: 'disposition',
      thingId: dispositionId,
      caseId: head.id,
      personId: head.respondentId,
      particulars: { signers: rows.map(row => row.signer), how: form.how },
    })
    const needed = await neededFor(tx, head, disposition.rulebookId, todayFor(court, actor))
    return { missing: signersMissing(needed, [...signed, ...rows]) }
  })

const maySign = (disposition: Disposition, form: SigningForm, signed: readonly Signature[], guardians: readonly string[]): SignRefusal | null => {
  if (disposition.status !== 'proposed') return refuse('not-proposed')
  if (form.canDo === 'no') return refuse('not-sure')
  const names = namesIn(form, null)
  if (names.length === 0) return refuse('nobody-signed')
  if (names.some(name => signed.some(one => one.signer === name.signer))) return refuse('signed-already')
  return form.guardianId !== null && !guardians.includes(form.guardianId) ? refuse('not-a-guardian') : null
}

const namesIn = (form: SigningForm, respondentId: string | null) =>
  [
    { signer: 'respondent' as const, personId: respondentId, typedName: form.respondentName },
    { signer: 'guardian' as const, personId: form.guardianId, typedName: form.guardianName },
    { signer: 'facilitator' as const, personId: null, typedName: form.facilitatorName },
    { signer: 'judge' as const, personId: null, typedName: form.judgeName },
  ].flatMap(({ typedName, ...name }) => (typedName === null ? [] : [{ ...name, typedName }]))

/** Whose names this agreement needs on a day. */
export const neededFor = async (tx: Tx, head: CaseHead, rulebookId: string, today: Day): Promise<Signer[]> => {
  const [respondent, { rules }] = await Promise.all([
    personOf(tx, head.programId, head.respondentId),
    rulebookOf(tx, head.programId, rulebookId),
  ])
  return signersNeeded({ adult: isAdultOn(respondent.birthDate, rules.adultAt, today), judgeConfirms: rules.powers.judgeConfirms })
}

/** The family does not take the terms: nothing is in effect, and the case goes back (move 18 of the case). */
export const refuseTerms = (court: Court, actor: Actor, dispositionId: string): Promise<{ withdrawn: true } | Refusal<'in-effect' | 'not-now'>> =>
  act(court, actor, async tx => {
    const { head, disposition } = await lockWithCase(tx, actor.programId, dispositionId)
    if (disposition.status === 'in_effect' || disposition.status === 'refused') return refuse('in-effect')
    const heard = await hearingById(tx, actor.programId, disposition.hearingId)
    const ended = heard.status === 'in_hearing' ? await moveHearing(court, tx, actor, heard, 'dispose') : null
    if (ended) return ended
    await changeDisposition(tx, disposition, { status: 'refused' })
    await enter(court, tx, actor, { act: 'terms-refused', thing: 'disposition', thingId: dispositionId, caseId: head.id, personId: head.respondentId })
    const moved = await moveCase(court, tx, actor, head, 'withdraw', { set: { returnReason: 'terms-refused' }, particulars: { reason: 'terms-refused' } })
    return moved ?? { withdrawn: true as const }
  })

/** Back to the table. What somebody has signed stays as it was signed: then the terms are copied into a new draft. */
export const redraft = (court: Court, actor: Actor, dispositionId: string): Promise<{ dispositionId: string } | Refusal<'not-proposed'>> =>
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
  const { programId, caseId, hearingId, rulebookId, wouldChange } = disposition
  const terms = await termsOf(tx, programId, disposition.id)
  await changeDisposition(tx, disposition, { status: 'refused' })
  const id = newId()
  await insertDisposition(tx, { programId, id, caseId, hearingId, rulebookId, status: 'draft', wouldChange })
  if (terms.length > 0) await insertTerms(tx, terms.map(term => ({ ...term, id: newId(), dispositionId: id })))
  return id
}

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
  return { head, disposition: { ...disposition, status: 'in_effect', inEffectOn: today }, terms: await termsOf(tx, actor.programId, dispositionId) }
}

export type Amend = { termId: string; field: 'due-on' | 'amount' | 'waived' | 'title'; before: string | number | null; after: string | number | null; reason: string }

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
