/** The first meeting: what somebody brings, what they say, what the night will need, who stands beside them. */
import { type Actor, act, type Court, todayFor } from '#court'
import {
  addPerson,
  guardiansOf,
  keepStrengths,
  likelyDuplicates,
  type NewPerson,
  personOf,
  type Tie,
  tiePeople,
} from '#court/people'
import { rulebookOf } from '#court/programs'
import { referralOf } from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { moveCase } from '../moves.ts'
import { type CaseHead, lockCase, writeFact } from '../records/heads.ts'
import { insertIntake, intakeOf, updateIntake } from '../records/steps.ts'
import { isAdult } from '../rules/consenting.ts'
import { type IntakeRefusal, type Meeting, mayFinish, mayRecord } from '../rules/meeting.ts'

export type IntakeForm = Meeting & {
  statement: string | null
  needs: string | null
  freeWeekdays: number[]
  interpreter: string | null
  adjustments: string | null
  harmedStatement: string | null
  /** Whether they are somebody the court knows: their id, or `new`. Asked only where somebody alike is found. */
  harmedKnown?: string | null
}

export type IntakeWish = {
  /** The version that was on the page; 0 where nothing had been written down yet. */
  version: number
  /** Whether the meeting is over, and the consents come next. */
  finish: boolean
}

/** Writes down or corrects what was learnt at the first meeting. */
export const recordIntake = (
  court: Court,
  actor: Actor,
  caseId: string,
  form: IntakeForm,
  { version, finish }: IntakeWish = { version: 0, finish: true },
): Promise<{ recorded: true } | IntakeRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const before = await intakeOf(tx, actor.programId, caseId)
    if ((before?.version ?? 0) !== version) return refuse('changed-meanwhile')
    const { receivedOn } = await referralOf(tx, actor.programId, head.referralId)
    const refusal = mayRecord(head.status, form, { today: todayFor(court, actor), receivedOn })
    if (refusal) return refusal
    const unknown = await keepHarmed(court, tx, actor, head, form)
    if (unknown) return unknown
    await keepIntake(court, tx, actor, head, form, before?.id)
    await keepStrengths(court, tx, actor, head.respondentId, form.strengths)
    if (finish && head.status === 'intake') {
      const refused = await endMeeting(court, tx, actor, head)
      if (refused) return refused
    }
    return { recorded: true as const }
  })

const keepIntake = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  form: IntakeForm,
  before: string | undefined,
): Promise<void> => {
  const { harmedCalledName: _called, harmedLastName: _last, harmedKnown: _known, strengths, ...rest } = form
  const kept = { ...rest, strengths: [...strengths], byAccount: actor.accountId }
  const id = before ?? newId()
  if (before) await updateIntake(tx, actor.programId, id, kept)
  else await insertIntake(tx, { programId: actor.programId, id, caseId: head.id, ...kept })
  await enter(court, tx, actor, {
    act: before ? 'intake-changed' : 'intake-recorded',
    thing: 'intake',
    thingId: id,
    caseId: head.id,
    personId: head.respondentId,
    particulars: {
      metOn: form.metOn,
      strengths: form.strengths.length,
      harmedReached: form.harmedReached,
    },
  })
}

/**
 * The harmed party becomes a person of the court once, where they are named. If they are somebody the court knows, it must know
 * that: a juror who was harmed, or their family, does not sit on this case (rule 10).
 */
const keepHarmed = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  form: IntakeForm,
): Promise<IntakeRefusal | null> => {
  const { harmedCalledName: calledName, harmedLastName: lastName, harmedKnown = null } = form
  if (head.harmedId !== null || calledName === null || lastName === null) return null
  if (harmedKnown === head.respondentId) return refuse('harmed-is-respondent')
  const harmedId = await whoTheyAre(court, tx, actor, { calledName, lastName }, harmedKnown)
  if (isRefusal(harmedId)) return harmedId
  await writeFact(tx, head, { harmedId })
  await enter(court, tx, actor, {
    act: 'harmed-named',
    thing: 'case',
    thingId: head.id,
    caseId: head.id,
    personId: harmedId,
  })
  return null
}

const endMeeting = async (court: Court, tx: Tx, actor: Actor, head: CaseHead): Promise<IntakeRefusal | null> => {
  const [person, edition, guardians] = await Promise.all([
    personOf(tx, actor.programId, head.respondentId),
    rulebookOf(tx, actor.programId, head.rulebookId),
    guardiansOf(tx, actor.programId, head.respondentId),
  ])
  const adult = isAdult(person.birthDate, edition.rules.adultAt, todayFor(court, actor))
  return mayFinish(adult, guardians.length) ?? moveCase(court, tx, actor, head, 'interview')
}

export type NewRelation = {
  person: NewPerson
  tie: Tie
  sameHousehold: boolean
  /** Whether they are somebody the court knows: their id, or `new`. Asked only where somebody alike is found. */
  known: string | null
}

export type RelationRefusal = Refusal<'alike-unanswered' | 'same-entry'>

/** Enters who stands beside the young person, and as what. */
export const addRelation = (
  court: Court,
  actor: Actor,
  caseId: string,
  { person, tie, sameHousehold, known }: NewRelation,
): Promise<{ personId: string } | RelationRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const otherId = await whoTheyAre(court, tx, actor, person, known)
    if (isRefusal(otherId)) return otherId
    if (otherId === head.respondentId) return refuse('same-entry')
    await tiePeople(court, tx, actor, { personId: head.respondentId, otherId, tie, sameHousehold })
    return { personId: otherId }
  })

const whoTheyAre = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  person: NewPerson,
  known: string | null,
): Promise<string | Refusal<'alike-unanswered'>> => {
  if (known !== null && known !== 'new') return (await personOf(tx, actor.programId, known)).id
  const alike = known === 'new' ? [] : await likelyDuplicates(tx, actor.programId, person)
  return alike.length > 0 ? refuse('alike-unanswered') : addPerson(court, tx, actor, person)
}
