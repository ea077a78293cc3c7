import { type Actor, type Court, todayFor } from '#court'
import { type Addressee, type NoticeKind, send } from '#court/notices'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import type { ReferralForm } from './forms.ts'
import { insertReferral, type Referral } from './records.ts'

/** Keeps what the source wrote, for good: nothing of it is ever changed. A case is opened from it in `cases`. */
export const recordReferral = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  form: ReferralForm,
  personId: string,
): Promise<string> => {
  const id = newId()
  const kept = { programId: actor.programId, id, personId, ...matterOf(form) }
  await insertReferral(tx, { ...kept, receivedOn: todayFor(court, actor), madeAt: court.now() })
  await enter(court, tx, actor, {
    act: 'referral-received',
    thing: 'referral',
    thingId: id,
    personId,
    particulars: { source: form.sourceKind, offence: form.offenceCode, on: form.incidentOn },
  })
  return id
}

/** What was written about the matter and about who sent it; people have records of their own. */
const matterOf = (form: ReferralForm) => ({
  sourceKind: form.sourceKind,
  agency: form.agency,
  officerName: form.officerName,
  officerEmail: form.officerEmail,
  officerMembershipId: form.officerMembershipId,
  offenceCode: form.offenceCode,
  incidentOn: form.incidentOn,
  incidentPlace: form.incidentPlace,
  narrative: form.narrative,
  reason: form.reason,
  reportNo: form.reportNo,
  harmedName: form.harmedName,
  harmedContact: form.harmedContact,
  lossCents: form.lossCents,
  custody: form.custody,
  returnBy: form.returnBy,
})

export type SourceNotice = Extract<NoticeKind, `referral-${string}` | `${string}-source`>

/** Tells the source where its referral stands: a reference and a status, nothing else (rules 8 and 43). */
export const tellSource = (
  court: Court,
  tx: Tx,
  actor: Actor,
  referral: Pick<Referral, 'officerMembershipId' | 'officerEmail' | 'reportNo'>,
  about: { kind: SourceNotice; caseId: string; caseNo: string },
): Promise<void> =>
  send(court, tx, actor, {
    kind: about.kind,
    to: addresseeOf(referral),
    caseId: about.caseId,
    facts: { caseNo: about.caseNo, ...(referral.reportNo ? { reportNo: referral.reportNo } : {}) },
  })

const addresseeOf = ({
  officerMembershipId,
  officerEmail,
}: Pick<Referral, 'officerMembershipId' | 'officerEmail'>): Addressee =>
  officerMembershipId ? { membershipId: officerMembershipId } : { email: officerEmail ?? '' }
