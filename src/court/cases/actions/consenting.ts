/** Who agreed to what; when nothing is missing, the case may be put before a jury (rules 1 and 2). */
import { type Actor, act, type Court, todayFor } from '#court'
import { guardiansOf, personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { CONSENT_WORDING, type ConsentKind } from '../case.ts'
import { moveCase } from '../moves.ts'
import { type CaseHead, lockCase } from '../records/heads.ts'
import { type Consent, consentsOf, insertConsents } from '../records/steps.ts'
import { isAdult, missingConsents, type Required } from '../rules/consenting.ts'
import { familyAccounts } from './slips.ts'
import { tellSources } from './sources.ts'

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
    if (form.guardian.length > 0 && !guardians.some(one => one.id === form.guardianId))
      return refuse('not-their-guardian')
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
  await enter(court, tx, actor, {
    act: 'consents-given',
    thing: 'case',
    thingId: head.id,
    caseId: head.id,
    personId: head.respondentId,
    particulars: {
      kinds: signed.map(one => one.kind),
      wording,
      how: form.how,
    },
  })
}

/** What is still to be signed, as things stand now. */
export const missingFrom = async (court: Court, tx: Tx, actor: Actor, head: CaseHead): Promise<Required[]> => {
  const [given, person, edition] = await Promise.all([
    consentsOf(tx, { programId: actor.programId, caseId: head.id }),
    personOf(tx, actor.programId, head.respondentId),
    rulebookOf(tx, actor.programId, head.rulebookId),
  ])
  return missingConsents(
    given,
    head.respondentId,
    isAdult(person.birthDate, edition.rules.adultAt, todayFor(court, actor)),
  )
}

const becomeReady = async (court: Court, tx: Tx, actor: Actor, head: CaseHead): Promise<Refusal<'not-now'> | null> => {
  const moved = await moveCase(court, tx, actor, head, 'consent', { set: { acceptedOn: todayFor(court, actor) } })
  if (isRefusal(moved)) return moved
  await tellSources(court, tx, actor, head, 'referral-accepted')
  await familyAccounts(court, tx, actor, head)
  return null
}
