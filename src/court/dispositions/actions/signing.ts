import { type Actor, act, type Court, todayFor } from '#court'
import type { CaseHead } from '#court/cases'
import { isAdultOn } from '#court/jurors'
import { guardiansOf, personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { SigningForm } from '../forms.ts'
import { lockWithCase } from '../ground.ts'
import { changeDisposition, type Disposition, insertSignatures, type Signature, signaturesOf } from '../records.ts'
import { type Signer, signersMissing, signersNeeded } from '../signing.ts'

export type SignRefusal = Refusal<
  'not-proposed' | 'not-sure' | 'not-asked' | 'nobody-signed' | 'signed-already' | 'not-a-guardian'
>

/** Names under what was read back. What the young person would change is kept in their own words; whoever is not sure does not sign (rule 29). */
export const sign = (
  court: Court,
  actor: Actor,
  dispositionId: string,
  form: SigningForm,
): Promise<{ missing: Signer[] } | SignRefusal> =>
  act(court, actor, async tx => {
    const { head, disposition } = await lockWithCase(tx, actor.programId, dispositionId)
    const signed = await signaturesOf(tx, actor.programId, dispositionId)
    const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
    const refusal = maySign(
      disposition,
      form,
      signed,
      guardians.map(one => one.id),
    )
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

const maySign = (
  disposition: Disposition,
  form: SigningForm,
  signed: readonly Signature[],
  guardians: readonly string[],
): SignRefusal | null => {
  if (disposition.status !== 'proposed') return refuse('not-proposed')
  if (form.canDo === 'no') return refuse('not-sure')
  if (form.respondentName !== null && form.canDo === null) return refuse('not-asked')
  const names = namesIn(form, null)
  if (names.length === 0) return refuse('nobody-signed')
  if (names.some(name => signed.some(one => one.signer === name.signer))) return refuse('signed-already')
  return form.guardianName === null || isTheirs(form.guardianId, guardians) ? null : refuse('not-a-guardian')
}

/** A guardian that the court knows; where it knows none, a responsible adult stands there by name alone (rule 29). */
const isTheirs = (guardianId: string | null, guardians: readonly string[]): boolean =>
  guardianId === null ? guardians.length === 0 : guardians.includes(guardianId)

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
  return signersNeeded({
    adult: isAdultOn(respondent.birthDate, rules.adultAt, today),
    judgeConfirms: rules.powers.judgeConfirms,
  })
}
