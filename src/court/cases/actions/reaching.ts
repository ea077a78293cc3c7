/** Reaching the family: every try is written down, and nobody is given up lightly. */
import { type Actor, act, type Court, todayFor } from '#court'
import { send, voidNotices } from '#court/notices'
import { guardiansOf } from '#court/people'
import { programOf, rulebookOf } from '#court/programs'
import { referralOf } from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal } from '#platform/refusal'
import { type Day, dayIn, instantAt } from '#platform/time'
import type { Reached, WayOfContact } from '../case.ts'
import { moveCase } from '../moves.ts'
import { type CaseHead, lockCase } from '../records/heads.ts'
import { contactsOf, insertContact } from '../records/steps.ts'
import { type ContactRefusal, type GiveUpRefusal, mayGiveUp, mayLog, type Tries, triesOf } from '../rules/reaching.ts'

export type ContactForm = {
  on: Day
  way: WayOfContact
  withWhom: Reached
  note: string | null
  nextStep: string | null
  /** They will come to a first meeting. */
  agreed: boolean
  meetOn: Day | null
  meetAt: string | null
}

const NOON = '12:00'

/** Writes down a talk or a try. Once the family agrees to come, the case goes on to its first meeting. */
export const logContact = (
  court: Court,
  actor: Actor,
  caseId: string,
  form: ContactForm,
): Promise<{ logged: true } | ContactRefusal> =>
  act(court, actor, async tx => {
    const today = todayFor(court, actor)
    const head = await lockCase(tx, actor.programId, caseId)
    const { receivedOn } = await referralOf(tx, actor.programId, head.referralId)
    const meetsAt = meetingAt(actor, form)
    const refusal = mayLog(head.status, { ...form, meetsAt }, { today, now: court.now(), receivedOn })
    if (refusal) return refusal
    await keepContact(court, tx, actor, head, form, meetsAt)
    if (!form.agreed) return { logged: true as const }
    const moved = await moveCase(court, tx, actor, head, 'reach')
    if (isRefusal(moved)) return moved
    await tellFamily(court, tx, actor, head, 'first-meeting', await appointment(tx, actor, meetsAt))
    return { logged: true as const }
  })

const keepContact = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  { on, way, withWhom, note, nextStep, agreed }: ContactForm,
  meetsAt: Date | null,
): Promise<void> => {
  const id = newId()
  const at = on === todayFor(court, actor) ? court.now() : instantAt(actor.timeZone, on, NOON)
  const who = { programId: actor.programId, id, caseId: head.id, byAccount: actor.accountId }
  await insertContact(tx, { ...who, at, way, withWhom, note, nextStep, meetsAt: agreed ? meetsAt : null })
  await enter(court, tx, actor, {
    act: 'contact-logged',
    thing: 'contact',
    thingId: id,
    caseId: head.id,
    personId: head.respondentId,
    particulars: { way, with: withWhom },
  })
}

/** When the first meeting is, as far as that was agreed. */
const meetingAt = ({ timeZone }: Actor, { meetOn, meetAt }: ContactForm): Date | null =>
  meetOn === null || meetAt === null ? null : instantAt(timeZone, meetOn, meetAt)

/** When and where, for the family's letter. */
const appointment = async (tx: Tx, actor: Actor, meetsAt: Date | null): Promise<Record<string, string>> => {
  if (meetsAt === null) return {}
  const { place } = await programOf(tx, actor.programId)
  return { startsAt: meetsAt.toISOString(), place }
}

/** A letter to each guardian, or to the young person where there is none. */
const tellFamily = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  kind: 'first-meeting' | 'could-not-reach',
  facts: Record<string, string> = {},
): Promise<void> => {
  const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
  const addressees = guardians.length > 0 ? guardians.map(one => one.id) : [head.respondentId]
  for (const personId of addressees) await send(court, tx, actor, { kind, to: { personId }, caseId: head.id, facts })
}

/** How the tries stand against what the rules want before a family is given up. */
export const triesFor = async (court: Court, tx: Tx, actor: Actor, head: CaseHead): Promise<Tries> => {
  const { programId, timeZone } = actor
  const [contacts, edition] = await Promise.all([
    contactsOf(tx, { programId, caseId: head.id }),
    rulebookOf(tx, programId, head.rulebookId),
  ])
  const dated = contacts.map(one => ({ withWhom: one.withWhom, on: dayIn(timeZone, one.at) }))
  return triesOf(dated, dayIn(timeZone, head.statusSince), todayFor(court, actor), edition.rules.clocks)
}

/** Gives up trying to reach a family, with a last letter to them. The case then goes back to its source. */
export const giveUp = (court: Court, actor: Actor, caseId: string): Promise<{ givenUp: true } | GiveUpRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const counted = await triesFor(court, tx, actor, head)
    const refusal = mayGiveUp(head.status, counted)
    if (refusal) return refusal
    const moved = await moveCase(court, tx, actor, head, 'giveUp', {
      particulars: { tries: counted.tries, days: counted.days },
    })
    if (isRefusal(moved)) return moved
    await tellFamily(court, tx, actor, head, 'could-not-reach')
    return { givenUp: true as const }
  })

/** The family says no, and that is their right. The case then goes back to its source. */
export const familyDeclines = (
  court: Court,
  actor: Actor,
  caseId: string,
): Promise<{ declined: true } | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const moved = await moveCase(court, tx, actor, head, 'refuse')
    if (isRefusal(moved)) return moved
    await voidNotices(court, tx, actor, { caseId, kinds: ['first-meeting'] })
    return { declined: true as const }
  })
