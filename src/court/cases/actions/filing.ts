/** How a matter becomes a case: filed by an officer or at the desk, or added to the open case of the same young person. */
import { type Actor, act, type Court, NotHere, todayFor } from '#court'
import {
  addPerson,
  type Detail,
  fillPerson,
  guardiansOf,
  likelyDuplicates,
  likenessOf,
  type Person,
  tiePeople,
} from '#court/people'
import { nextCaseNo, offenceOf, rulebookOn } from '#court/programs'
import {
  mayRefer,
  OTHER_OFFENCE,
  type ReferralForm,
  type ReferralRefusal,
  recordReferral,
  tellSource,
} from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { mayFile } from '../policy.ts'
import { type CaseHead, insertCase } from '../records/heads.ts'
import { joinMatter, lockWithOpenCase } from './joining.ts'

export type Filed = {
  caseId: string
  no: string
  joined: boolean
  /** What the source says of a known family otherwise than the record, which stays as it is. */
  differs: Detail[]
}
export type FileRefusal = ReferralRefusal | Refusal<'offence-unknown' | 'alike-unanswered'>

/**
 * Takes a referral in. The desk says whether the young person is somebody it knows, wherever somebody alike is found;
 * an officer is never told who is known here, so the desk answers that at the screening. One who has an open case gets
 * no second one: the matter joins it (rule 7). The source gets a receipt (rule 8).
 */
export const fileReferral = (
  court: Court,
  actor: Actor,
  form: ReferralForm,
  known: string | null = null,
): Promise<Filed | FileRefusal> =>
  act(court, actor, async tx => {
    if (!mayFile(actor)) throw new NotHere()
    const edition = await rulebookOn(tx, actor.programId, todayFor(court, actor))
    const refusal = mayRefer(form, todayFor(court, actor))
    if (refusal) return refusal
    if (form.offenceCode !== OTHER_OFFENCE && !offenceOf(edition.rules, form.offenceCode))
      return refuse('offence-unknown')
    const who = await whoItIs(tx, actor, form, known)
    if (isRefusal(who)) return who
    const { person, open } = who
    const personId = person?.id ?? (await addRespondent(court, tx, actor, form))
    const own = person ? await fillPerson(court, tx, actor, person, form) : []
    const theirs = await addGuardian(court, tx, actor, form, personId, person)
    const referralId = await recordReferral(court, tx, actor, form, personId)
    const filed = open
      ? await joinMatter(court, tx, actor, open, { id: referralId, ...form })
      : await openCase(court, tx, actor, form, { referralId, personId, rulebookId: edition.id })
    return { ...filed, differs: [...new Set([...own, ...theirs])] }
  })

type Who = { person: Person | null; open: CaseHead | undefined }

/** Nobody, where the court has not met them; a refusal, where that is still to be said. One who is known is locked, with their open case. */
const whoItIs = async (
  tx: Tx,
  actor: Actor,
  form: ReferralForm,
  known: string | null,
): Promise<Who | Refusal<'alike-unanswered'>> => {
  const nobody = { person: null, open: undefined }
  if (actor.role === 'officer' || known === 'new') return nobody
  if (known !== null) return lockWithOpenCase(tx, actor.programId, known)
  const alike = await likelyDuplicates(tx, actor.programId, { ...form, birthDate: form.birth })
  return alike.length > 0 ? refuse('alike-unanswered') : nobody
}

const addRespondent = (court: Court, tx: Tx, actor: Actor, form: ReferralForm): Promise<string> => {
  const { calledName, lastName, birth, school, grade, language, phone, address } = form
  const person = { calledName, lastName, birthDate: birth, school, grade, language, phone, address }
  return addPerson(court, tx, actor, { ...person, reachBy: phone ? 'phone' : 'paper' })
}

/** The guardian whom the source names. Where a known young person has one of that name, what was still open of them is filled. */
const addGuardian = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  form: ReferralForm,
  personId: string,
  person: Person | null,
): Promise<Detail[]> => {
  const {
    guardianCalledName: calledName,
    guardianLastName: lastName,
    guardianPhone: phone,
    guardianEmail: email,
  } = form
  if (calledName === null || lastName === null) return []
  const kept = person ? await guardiansOf(tx, actor.programId, personId) : []
  const same = kept.find(one => likenessOf({ ...one, birthDate: null }, { calledName, lastName }) > 0)
  if (same) return fillPerson(court, tx, actor, same, { phone, email })
  const guardian = { calledName, lastName, phone, email, address: form.guardianApart ? null : form.address }
  const reachBy = email ? 'email' : phone ? 'phone' : 'paper'
  const otherId = await addPerson(court, tx, actor, { ...guardian, language: form.guardianLanguage, reachBy })
  await tiePeople(court, tx, actor, { personId, otherId, tie: 'guardian', sameHousehold: !form.guardianApart })
  return []
}

type Opening = { referralId: string; personId: string; rulebookId: string }

const openCase = async (court: Court, tx: Tx, actor: Actor, form: ReferralForm, from: Opening) => {
  const { programId } = actor
  const today = todayFor(court, actor)
  const id = newId()
  const no = await nextCaseNo(tx, programId, Number(today.slice(0, 4)), newId())
  await insertCase(tx, {
    programId,
    id,
    no,
    referralId: from.referralId,
    respondentId: from.personId,
    rulebookId: from.rulebookId,
    offenceCode: form.offenceCode,
    status: 'referred',
    statusSince: court.now(),
    openedOn: today,
    coordinatorId: actor.role === 'coordinator' ? actor.accountId : null,
  })
  await enter(court, tx, actor, {
    act: 'case-opened',
    thing: 'case',
    thingId: id,
    caseId: id,
    personId: from.personId,
    particulars: {
      no,
      offence: form.offenceCode,
      rulebook: from.rulebookId,
    },
  })
  await tellSource(court, tx, actor, form, { kind: 'referral-received', caseId: id, caseNo: no })
  return { caseId: id, no, joined: false }
}
