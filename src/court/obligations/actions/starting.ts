/** The moment when an agreement begins to count: promises are made of its terms, the young person becomes a juror, nights are booked. */
import { type Actor, act, type Court, todayFor } from '#court'
import { type CaseHead, moveCase } from '#court/cases'
import { type Disposition, type Term, takeEffect } from '#court/dispositions'
import { bookPlace, nightsOfPerson, openNights } from '#court/hearings'
import { enrolJuror } from '#court/jurors'
import { send } from '#court/notices'
import { guardiansOf } from '#court/people'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal } from '#platform/refusal'
import type { Day } from '#platform/time'
import { enterPromise, moveObligation } from './steps.ts'
import { insertObligations, lockObligation, type Obligation, obligationsOfCase } from '../records/obligations.ts'
import { type BookRefusal, mayBook } from '../rules.ts'

type PlaceRefusal = Extract<Awaited<ReturnType<typeof bookPlace>>, Refusal>

export type StartRefusal = Refusal<'not-proposed' | 'not-signed' | 'not-now'> | BookRefusal | PlaceRefusal
export type Started = { caseId: string; promises: number; booked: number }

/**
 * The agreement counts from now on: every promise becomes an obligation with its day, the young person a juror, and the
 * nights they chose are booked before they leave (moves 17 of the case; rules 23 and 29).
 */
export const putInEffect = (
  court: Court,
  actor: Actor,
  dispositionId: string,
  nightIds: readonly string[] = [],
): Promise<Started | StartRefusal> =>
  act(court, actor, async tx => {
    const begun = await takeEffect(court, tx, actor, dispositionId)
    if (isRefusal(begun)) return begun
    const { head, disposition, terms } = begun
    const moved = await moveCase(court, tx, actor, head, 'takeEffect', { set: { dueOn: lastDayOf(terms) } })
    if (moved) return moved
    await insertObligations(
      tx,
      terms.map(term => obligationOf(court, actor, head, term)),
    )
    const booked = await beginService(court, tx, actor, head, nightIds)
    if (isRefusal(booked)) return booked
    await tellFamily(court, tx, actor, head, disposition)
    await enter(court, tx, actor, {
      act: 'promises-made',
      thing: 'disposition',
      thingId: dispositionId,
      caseId: head.id,
      personId: head.respondentId,
      particulars: { promises: terms.length, nights: booked },
    })
    return { caseId: head.id, promises: terms.length, booked }
  })

/** The whole agreement is due when its last promise is. */
const lastDayOf = (terms: readonly Term[]): Day | null =>
  terms
    .filter(term => term.owedBy === 'young-person')
    .map(term => term.dueOn)
    .toSorted()
    .at(-1) ?? null

const obligationOf = (court: Court, actor: Actor, head: CaseHead, term: Term) => ({
  programId: actor.programId,
  id: newId(),
  caseId: head.id,
  termId: term.id,
  personId: term.owedBy === 'court' ? null : head.respondentId,
  owedBy: term.owedBy,
  kind: term.kind,
  title: term.title,
  amount: term.amount,
  unit: term.unit,
  proof: term.proof,
  dueOn: term.dueOn,
  status: 'assigned' as const,
  statusSince: court.now(),
})

/** From respondent to juror: enrolled tonight, with the first nights in the calendar. */
const beginService = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  nightIds: readonly string[],
): Promise<number | StartRefusal> => {
  const promised = await obligationsOfCase(tx, actor.programId, head.id)
  const duty = promised.find(one => one.kind === 'jury-service')
  if (!duty) return 0
  await enrolJuror(court, tx, actor, { personId: head.respondentId, stream: 'mandated' })
  return nightIds.length === 0
    ? 0
    : bookNights(court, tx, actor, await lockObligation(tx, actor.programId, duty.id), nightIds)
}

/** Books jury nights for a promise that is in effect. */
export const bookService = (
  court: Court,
  actor: Actor,
  obligationId: string,
  nightIds: readonly string[],
): Promise<{ booked: number } | BookRefusal | PlaceRefusal> =>
  act(court, actor, async tx => {
    const booked = await bookNights(court, tx, actor, await lockObligation(tx, actor.programId, obligationId), nightIds)
    return isRefusal(booked) ? booked : { booked }
  })

const bookNights = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  one: Obligation,
  nightIds: readonly string[],
): Promise<number | BookRefusal | PlaceRefusal> => {
  const personId = one.personId ?? ''
  const today = todayFor(court, actor)
  const [open, held] = await Promise.all([
    openNights(tx, actor.programId, today),
    nightsOfPerson(tx, actor.programId, personId),
  ])
  const refusal = mayBook(one, nightIds, open, stillToCome(held, today).length)
  if (refusal) return refusal
  const jurorId = await enrolJuror(court, tx, actor, { personId, stream: 'mandated' })
  for (const nightId of nightIds) {
    const place = await bookPlace(court, tx, actor, { jurorId, nightId, status: 'confirmed' })
    if (isRefusal(place)) return place
  }
  if (one.status === 'assigned' || one.status === 'missed') await moveObligation(court, tx, actor, one, ['schedule'])
  await enterPromise(court, tx, actor, 'jury-nights-booked', one, { nights: nightIds.length })
  return nightIds.length
}

type Held = { heldOn: Day; status: string }

/** Nights that somebody has said yes to and that are still to come. */
export const stillToCome = <One extends Held>(held: readonly One[], today: Day): One[] =>
  held.filter(night => night.heldOn >= today && ['offered', 'confirmed', 'swap_requested'].includes(night.status))

const tellFamily = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  disposition: Disposition,
): Promise<void> => {
  const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
  for (const personId of [head.respondentId, ...guardians.map(one => one.id)])
    await send(court, tx, actor, {
      kind: 'agreement',
      to: { personId },
      caseId: head.id,
      facts: { dispositionId: disposition.id },
    })
}
