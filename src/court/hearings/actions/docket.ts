/** The docket: cases put on it, moved on it and taken off it. */
import { type Actor, act, type Court } from '#court'
import { type CaseHead, caseByNo, consentsOf, lastHearingDay, lockCase, moveCase } from '#court/cases'
import { isAdultOn } from '#court/jurors'
import { send, voidNotices } from '#court/notices'
import { guardiansOf, personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { referralOf } from '#court/referrals'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { orRefused } from '#platform/last-line'
import { refuse } from '#platform/refusal'
import { holdsPlace } from '../assignment.ts'
import { isToCome, placeOf } from '../night.ts'
import { assignmentsOf } from '../records/assignments.ts'
import { type DocketLine, docketOf } from '../records/docket.ts'
import { changeHearing, insertHearing } from '../records/hearings.ts'
import { lockNight, type Night } from '../records/nights.ts'
import { type Room, roomsOf } from '../records/rooms.ts'
import { type DocketRefusal, type Docketing, inOrder, mayDocket } from '../rules/docket.ts'
import { freeSlot } from '../rules/nights.ts'
import { isFamilyOf } from './adult.ts'

export type Docketed = { hearingId: string; startsAt: Date; heldOn: string }

type Wanted = { caseNo: string; nightId: string; roomId: string }

/** Puts a case on the docket of a night, in a room that has a time left, and tells the family. */
export const docketCase = (court: Court, actor: Actor, wanted: Wanted): Promise<Docketed | DocketRefusal> =>
  orRefused(
    act(court, actor, tx => docketIn(court, tx, actor, wanted)),
    {
      hearings_one_live: 'case-not-ready',
      hearings_one_at_a_time: 'room-full',
      consent_before_docket: 'no-consent',
      no_case_on_own_jury_night: 'juror-that-night',
      heard_by_last_day: 'after-deadline',
    },
  )

const docketIn = async (court: Court, tx: Tx, actor: Actor, wanted: Wanted): Promise<Docketed | DocketRefusal> => {
  const { programId } = actor
  const seen = await caseByNo(tx, programId, wanted.caseNo)
  const night = await lockNight(tx, programId, wanted.nightId)
  const head = await lockCase(tx, programId, seen.id)
  const [rooms, docket] = await Promise.all([roomsOf(tx, programId, night.id), docketOf(tx, programId, night.id)])
  const room = rooms.find(one => one.id === wanted.roomId)
  const slot = room ? freeSlot(night, room.capacity, timesTaken(docket, room)) : null
  const refusal = await lawful(tx, head, night, room, slot !== null)
  if (refusal) return refusal
  if (!room || !slot) return refuse('room-full')
  const id = newId()
  const place = { nightId: night.id, roomId: room.id, caseId: head.id, position: docket.length + 1 }
  await insertHearing(tx, programId, { id, ...place, ...slot })
  const moved = await moveCase(court, tx, actor, head, 'docket', { particulars: { hearing: id, heldOn: night.heldOn } })
  if (moved) return refuse('case-not-ready')
  await renumber(tx, night)
  await tellFamily(court, tx, actor, head, slot.startsAt, placeOf(night.place, room.name))
  return { hearingId: id, startsAt: slot.startsAt, heldOn: night.heldOn }
}

const timesTaken = (docket: readonly DocketLine[], room: Room): Date[] => liveIn(docket, room).map(one => one.startsAt)

/** The cases that hold a time of a room. */
export const liveIn = (docket: readonly DocketLine[], room: Pick<Room, 'id'>): DocketLine[] =>
  docket.filter(one => one.roomId === room.id && (one.status === 'docketed' || one.status === 'in_hearing'))

const lawful = async (
  tx: Tx,
  head: CaseHead,
  night: Night,
  room: Room | undefined,
  hasSlot: boolean,
): Promise<DocketRefusal | null> => {
  const [person, book, referral, consents, places, tied] = await Promise.all([
    personOf(tx, head.programId, head.respondentId),
    rulebookOf(tx, head.programId, head.rulebookId),
    referralOf(tx, head.programId, head.referralId),
    consentsOf(tx, { programId: head.programId, caseId: head.id }),
    assignmentsOf(tx, head.programId, night.id),
    isFamilyOf(tx, head.programId, room?.facilitatorId ?? null, head),
  ])
  const { adultAt, clocks } = book.rules
  const matter: Docketing = {
    status: head.status,
    respondentId: head.respondentId,
    harmedId: head.harmedId,
    lastDay: lastHearingDay(referral, clocks),
    adult: isAdultOn(person.birthDate, adultAt, night.heldOn),
    consents,
  }
  return mayDocket(matter, {
    nightStatus: night.status,
    heldOn: night.heldOn,
    hasSlot,
    jurorThatNight: places.some(
      place => place.personId === head.respondentId && holdsPlace.some(status => status === place.status),
    ),
    facilitatorTied: tied,
  })
}

/** Until the doors open, the cases of a night are numbered by time. */
export const renumber = async (tx: Tx, night: Pick<Night, 'programId' | 'id' | 'status'>): Promise<void> => {
  if (!isToCome(night.status)) return
  const docket = inOrder(await docketOf(tx, night.programId, night.id))
  for (const [at, line] of docket.entries())
    if (line.position !== at + 1) await changeHearing(tx, night.programId, line.id, { position: at + 1 })
}

/** When and where, and nothing of the matter. */
export const tellFamily = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  startsAt: Date,
  place: string,
  kind: 'hearing' | 'date-changed' = 'hearing',
): Promise<void> => {
  await takeBackLetters(court, tx, actor, head.id)
  const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
  for (const personId of [head.respondentId, ...guardians.map(one => one.id)])
    await send(court, tx, actor, {
      kind,
      to: { personId },
      caseId: head.id,
      facts: { startsAt: startsAt.toISOString(), place },
    })
}

/** A letter that has not gone out yet and names a time that no longer holds is not sent. On the night itself all have gone out. */
export const takeBackLetters = async (court: Court, tx: Tx, actor: Actor, caseId: string): Promise<void> => {
  if (actor.role === 'coordinator' || actor.role === 'clockwork')
    await voidNotices(court, tx, actor, { caseId, kinds: ['hearing', 'date-changed'] })
}
