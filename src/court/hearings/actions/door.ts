/** The table by the door: who has come, and who has promised. */
import { type Actor, act, byClockwork, type Court } from '#court'
import { caseById } from '#court/cases'
import { jurorOfPerson } from '#court/jurors'
import { guardiansOf, type Person, searchPeople, searchWords } from '#court/people'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { orRefused } from '#platform/last-line'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { isUnderWay } from '../night.ts'
import { type Assignment, assignmentById, noteOath } from '../records/assignments.ts'
import { insertArrival } from '../records/docket.ts'
import { changeHearing, type Hearing, lockHearing } from '../records/hearings.ts'
import { lockNight } from '../records/nights.ts'
import { type DoorRefusal, mayCheckIn, type PlaceRefusal } from '../rules/places.ts'
import { bookPlace, lastLine, moveAssignment } from './places.ts'

/** A juror has come; the promise of tonight is ticked with it, or later for all at once (rule 15). */
export const checkInJuror = (
  court: Court,
  actor: Actor,
  assignmentId: string,
  { oath }: { oath: boolean },
): Promise<Assignment | DoorRefusal> =>
  act(court, actor, async tx => {
    const { nightId } = await assignmentById(tx, actor.programId, assignmentId)
    return welcome(court, tx, actor, nightId, assignmentId, oath)
  })

const welcome = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  nightId: string,
  assignmentId: string,
  oath: boolean,
): Promise<Assignment | DoorRefusal> => {
  const night = await lockNight(tx, actor.programId, nightId)
  const place = await assignmentById(tx, actor.programId, assignmentId)
  const now = court.now()
  const refusal =
    mayCheckIn(night.status, place.status) ??
    (await moveAssignment(court, tx, actor, place, 'checkIn', { checkedInAt: now, oathAt: oath ? now : null }))
  return refusal ?? place
}

export type WalkInRefusal = PlaceRefusal | DoorRefusal | Refusal<'not-known' | 'several-of-that-name'>

/**
 * Somebody comes without an invitation and says their name. Looked up by the court's own hand: the one at the door does not
 * see the list of all jurors, only those who come tonight.
 */
export const walkIn = (
  court: Court,
  actor: Actor,
  nightId: string,
  who: { calledName: string; lastName: string; oath: boolean },
): Promise<Assignment | WalkInRefusal> =>
  orRefused(
    act(court, byClockwork(actor), async tx => {
      const jurorId = await jurorNamed(tx, actor.programId, who)
      if (isRefusal(jurorId)) return jurorId
      const booked = await bookPlace(court, tx, actor, { jurorId, nightId, status: 'confirmed' }, { atTheDoor: true })
      return isRefusal(booked) ? booked : welcome(court, tx, actor, nightId, booked.assignmentId, who.oath)
    }),
    lastLine,
  )

const jurorNamed = async (
  tx: Tx,
  programId: string,
  who: { calledName: string; lastName: string },
): Promise<string | Refusal<'not-known' | 'several-of-that-name'>> => {
  const found = (await searchPeople(tx, programId, `${who.calledName} ${who.lastName}`)).filter(person =>
    isNamed(person, who),
  )
  const known = (await Promise.all(found.map(person => jurorOfPerson(tx, programId, person.id)))).filter(
    juror => juror?.endedOn === null,
  )
  if (known.length > 1) return refuse('several-of-that-name')
  return known[0]?.id ?? refuse('not-known')
}

const isNamed = (person: Person, who: { calledName: string; lastName: string }): boolean =>
  searchWords(person.calledName).join(' ') === searchWords(who.calledName).join(' ') &&
  searchWords(person.lastName).join(' ') === searchWords(who.lastName).join(' ')

/** All who are here have said the promise aloud together. */
export const promiseAll = (
  court: Court,
  actor: Actor,
  nightId: string,
): Promise<{ promised: number } | Refusal<'doors-closed'>> =>
  act(court, actor, async tx => {
    const night = await lockNight(tx, actor.programId, nightId)
    if (!isUnderWay(night.status)) return refuse('doors-closed')
    const promised = await noteOath(tx, actor.programId, nightId, court.now())
    await enter(court, tx, actor, {
      act: 'promise-said',
      thing: 'night',
      thingId: nightId,
      particulars: { jurors: promised },
    })
    return { promised }
  })

export type FamilyRefusal = Refusal<'doors-closed' | 'not-of-this-case'>

/** The young person, a guardian or the one who was harmed has come to a hearing. */
export const checkInFamily = (
  court: Court,
  actor: Actor,
  hearingId: string,
  personId: string,
): Promise<Hearing | FamilyRefusal> =>
  act(court, actor, async tx => {
    const hearing = await lockHearing(tx, actor.programId, hearingId)
    if (!isUnderWay(hearing.nightStatus)) return refuse('doors-closed')
    const head = await caseById(tx, actor.programId, hearing.caseId)
    const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
    const isGuardian = guardians.some(one => one.id === personId)
    if (personId !== head.respondentId && personId !== head.harmedId && !isGuardian) return refuse('not-of-this-case')
    const at = court.now()
    await insertArrival(tx, actor.programId, hearingId, personId, at)
    if (personId === head.respondentId) await changeHearing(tx, actor.programId, hearingId, { respondentCameAt: at })
    if (isGuardian) await changeHearing(tx, actor.programId, hearingId, { guardianCameAt: at })
    await enter(court, tx, actor, {
      act: 'family-came',
      thing: 'hearing',
      thingId: hearingId,
      caseId: head.id,
      personId,
    })
    return hearing
  })

/** A case may be heard without a guardian only where somebody says why (rule 21). */
export const excuseGuardian = (
  court: Court,
  actor: Actor,
  hearingId: string,
  reason: string,
): Promise<Hearing | Refusal<'doors-closed'>> =>
  act(court, actor, async tx => {
    const hearing = await lockHearing(tx, actor.programId, hearingId)
    if (!isUnderWay(hearing.nightStatus)) return refuse('doors-closed')
    await changeHearing(tx, actor.programId, hearingId, { guardianExcused: reason })
    await enter(court, tx, actor, {
      act: 'guardian-excused',
      thing: 'hearing',
      thingId: hearingId,
      caseId: hearing.caseId,
    })
    return hearing
  })
