/** Who agreed to what; and the way back, which stays open until the agreement is accepted (rules 1–3). */
import { type Actor, act, byClockwork, type Court, NotHere, todayFor } from '#court'
import { issueSlip } from '#court/accounts'
import { giveAccount, guardiansOf, personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { referralOf, tellSource } from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { addDays, instantAt } from '#platform/time'
import { CONSENT_WORDING, type ConsentKind } from '../case.ts'
import { moveCase } from '../moves.ts'
import { mayTakeBack } from '../policy.ts'
import { type CaseHead, caseById, lockCase } from '../records/heads.ts'
import { type Consent, consentsOf, endConsents, insertConsents } from '../records/steps.ts'
import { carrying, isAdult, mayWithdraw, missingConsents, type Required, type WithdrawRefusal } from '../rules/consenting.ts'

export type ConsentForm = {
  /** In which language it was read; the wording itself has a number. */
  language: string
  how: Consent['how']
  respondent: readonly Extract<ConsentKind, 'admission' | 'participation' | 'release' | 'survey' | 'messages'>[]
  guardianId: string | null
  guardian: readonly Extract<ConsentKind, 'guardian' | 'release' | 'messages'>[]
}

export type ConsentRefusal = Refusal<'not-now' | 'nothing-signed' | 'not-their-guardian'>

/** Writes down who signed what. When nothing is missing the case is ready, its source is told, and the family gets its own pages. */
export const recordConsents = (
  court: Court,
  actor: Actor,
  caseId: string,
  form: ConsentForm,
): Promise<{ missing: Required[] } | ConsentRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (head.status !== 'awaiting_consent' && head.status !== 'ready') return refuse('not-now')
    const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
    const signed = signedBy(form, head.respondentId)
    if (signed.length === 0) return refuse('nothing-signed')
    if (form.guardian.length > 0 && !guardians.some(one => one.id === form.guardianId)) return refuse('not-their-guardian')
    await keepConsents(court, tx, actor, head, form, signed)
    const missing = await missingFrom(court, tx, actor, head)
    if (missing.length > 0 || head.status === 'ready') return { missing }
    return (await becomeReady(court, tx, actor, head)) ?? { missing }
  })

type Signed = { kind: ConsentKind; personId: string }

const signedBy = ({ respondent, guardian, guardianId }: ConsentForm, respondentId: string): Signed[] => [
  ...respondent.map(kind => ({ kind, personId: respondentId })),
  ...guardian.map(kind => ({ kind, personId: guardianId ?? '' })),
]

const keepConsents = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  form: ConsentForm,
  signed: readonly Signed[],
): Promise<void> => {
  const wording = `${CONSENT_WORDING}/${form.language}`
  const common = { programId: actor.programId, caseId: head.id, wording, how: form.how }
  await insertConsents(
    tx,
    signed.map(one => ({ ...common, ...one, id: newId(), givenAt: court.now(), witnessedBy: actor.accountId })),
  )
  await enter(court, tx, actor, ({
	act: 'consents-given',
	thing: 'case',
	thingId: head.id,
	caseId: head.id,
	personId: head.respondentId,
	particulars: {
		kinds: signed.map((one) => one.kind),
		wording,
		how: form.how
	}
}))
}

const missingFrom = async (court: Court, tx: Tx, actor: Actor, head: CaseHead): Promise<Required[]> => {
  const [given, person, edition] = await Promise.all([
    consentsOf(tx, { programId: actor.programId, caseId: head.id }),
    personOf(tx, actor.programId, head.respondentId),
    rulebookOf(tx, actor.programId, head.rulebookId),
  ])
  return missingConsents(given, head.respondentId, isAdult(person.birthDate, edition.rules.adultAt, todayFor(court, actor)))
}

const becomeReady = async (court: Court, tx: Tx, actor: Actor, head: CaseHead): Promise<Refusal<'not-now'> | null> => {
  const moved = await moveCase(court, tx, actor, head, 'consent', { set: { acceptedOn: todayFor(court, actor) } })
  if (isRefusal(moved)) return moved
  const referral = await referralOf(tx, actor.programId, head.referralId)
  await tellSource(court, tx, actor, referral, { kind: 'referral-accepted', caseId: head.id, caseNo: head.no })
  await familyAccounts(court, tx, actor, head)
  return null
}

/** The young person and each guardian, with the door to their own pages. */
const familyAccounts = async (court: Court, tx: Tx, actor: Actor, head: CaseHead) => {
  const { programId } = actor
  const [respondent, guardians] = await Promise.all([
    personOf(tx, programId, head.respondentId),
    guardiansOf(tx, programId, head.respondentId),
  ])
  const held = [{ person: respondent, membershipId: await giveAccount(court, tx, actor, respondent.id, 'youth') }]
  for (const person of guardians)
    held.push({ person, membershipId: await giveAccount(court, tx, actor, person.id, 'family') })
  return held
}

const SLIP_DAYS = 120

export type FamilySlip = { personId: string; name: string; language: string; code: string }

/** Makes new codes for the family, to be printed now: nobody can read them again. The ones before are void. */
export const issueFamilySlips = (court: Court, actor: Actor, caseId: string): Promise<FamilySlip[] | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (head.acceptedOn === null || head.closedOn !== null) return refuse('not-now')
    const to = instantAt(actor.timeZone, addDays(todayFor(court, actor), SLIP_DAYS), '00:00')
    const slips: FamilySlip[] = []
    for (const { person, membershipId } of await familyAccounts(court, tx, actor, head)) {
      const { code } = await issueSlip(court, tx, actor, { membershipId, from: court.now(), to, singleUse: false })
      slips.push({ personId: person.id, name: person.calledName, language: person.language, code })
    }
    await enter(court, tx, actor, ({
	act: 'slips-printed',
	thing: 'case',
	thingId: head.id,
	caseId: head.id,
	personId: head.respondentId,
	particulars: { count: slips.length }
}))
    return slips
  })

export type Withdrawal = { personId: string; kind: ConsentKind }

/** Takes a consent back. One that carries the case ends it, and it then goes back to its source (rule 3). */
export const withdrawConsent = async (
  court: Court,
  actor: Actor,
  caseId: string,
  which: Withdrawal,
): Promise<{ ended: boolean } | WithdrawRefusal> => {
  if (!mayTakeBack(actor, which.personId)) throw new NotHere()
  await court.db.inOneTrip(actor, tx => caseById(tx, actor.programId, caseId))
  /** A family sees its case but not the desk's papers; who took the consent back is entered all the same. */
  return act(court, byClockwork(actor), tx => takeBack(court, tx, actor, caseId, which))
}

const takeBack = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  caseId: string,
  which: Withdrawal,
): Promise<{ ended: boolean } | WithdrawRefusal> => {
  const head = await lockCase(tx, actor.programId, caseId)
  const given = await consentsOf(tx, { programId: actor.programId, caseId })
  const stands = given.some(one => one.kind === which.kind && one.personId === which.personId && one.withdrawnAt === null)
  const carries = carrying.some(kind => kind === which.kind)
  const refusal = carries ? mayWithdraw(head.status, stands) : stands ? null : refuse('nothing-to-take-back')
  if (refusal) return refusal
  await endConsents(tx, actor.programId, caseId, which, court.now())
  await enter(court, tx, actor, ({
	act: 'consent-withdrawn',
	thing: 'case',
	thingId: head.id,
	caseId,
	personId: which.personId,
	particulars: { kind: which.kind }
}))
  const missing = carries ? await missingFrom(court, tx, actor, head) : []
  if (missing.length === 0) return { ended: false }
  const moved = await moveCase(court, tx, actor, head, head.status === 'awaiting_consent' ? 'refuse' : 'withdraw')
  return isRefusal(moved) ? moved : { ended: true }
}
