/** What several pages of this room read. */
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { membersWith } from '#court/accounts'
import { awayOn, isAdultOn, isAway, jurorsOf, readiness } from '#court/jurors'
import { rulebookOn } from '#court/programs'
import type { Tx } from '#platform/database'
import type { Form } from '#platform/forms'
import type { Option } from '#platform/parts'
import { type Day, isDay, weekdayOf } from '#platform/time'
import { isToCome } from '../night.ts'
import type { ManageFacts } from '../pages/manage.ts'
import type { Candidate } from '../pages/rows.ts'
import { bookingsInMonth, heardThatNight } from '../records/counts.ts'
import { type Night, placesLeftAt } from '../records/nights.ts'
import { atTheDesk } from '../records/tonight.ts'

/** A day as an address names it. */
export const dayIn = (word: string): Day => {
  if (!isDay(word)) throw new NotHere()
  return word
}

/** A case of a night as its address names it. */
export const positionIn = (word: string): number => {
  if (!/^[1-9]\d{0,2}$/.test(word)) throw new NotHere()
  return Number(word)
}

/** Who may be named as the adult of a room. */
export const adultsOf = async (tx: Tx, programId: string): Promise<Option[]> => {
  const known = await Promise.all([
    membersWith(tx, programId, 'facilitator'),
    membersWith(tx, programId, 'coordinator'),
  ])
  return known.flat().map(one => ({ value: one.membershipId, label: one.displayName }))
}

export const manageFacts = (court: Court, actor: Actor, day: Day): Promise<ManageFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const [[night, docket, places, rooms], facilitators, book] = await Promise.all([
      atTheDesk(tx, programId, day),
      adultsOf(tx, programId),
      rulebookOn(tx, programId, todayFor(court, actor)),
    ])
    const { adultAt, jury } = book.rules
    const ready = places.map(place => ({
      ...place,
      unready: readiness(place, { adult: isAdultOn(place.birthDate, adultAt, day) }),
    }))
    const [candidates, placesLeft] = isToCome(night.status)
      ? await Promise.all([candidatesFor(tx, night, adultAt, places), placesLeftAt(tx, programId, night.id)])
      : [[], 0]
    return { night, placesLeft, docket, rooms, places: ready, facilitators, candidates, jurySize: jury.size }
  })

/** Everyone who has no place at the night yet, and whose own case it does not hear. */
const candidatesFor = async (
  tx: Tx,
  night: Night,
  adultAt: number,
  places: readonly { jurorId: string }[],
): Promise<Candidate[]> => {
  const { programId, heldOn } = night
  const taken = new Set(places.map(place => place.jurorId))
  const [jurors, away, booked, heard] = await Promise.all([
    jurorsOf(tx, programId),
    awayOn(tx, programId, heldOn),
    bookingsInMonth(tx, programId, heldOn),
    heardThatNight(tx, programId, night.id),
  ])
  return jurors
    .filter(juror => !taken.has(juror.id) && !heard.has(juror.personId))
    .map(juror => ({
      jurorId: juror.id,
      calledName: juror.calledName,
      lastName: juror.lastName,
      unready: readiness(juror, { adult: isAdultOn(juror.birthDate, adultAt, heldOn) }),
      away: away.has(juror.id) || isAway(heldOn, weekdayOf(heldOn), juror.awayWeekdays, []),
      booked: booked.get(juror.id) ?? 0,
      limit: juror.monthlyLimit,
    }))
}

/** What was typed, as it stood in the form, for a refusal that is not the form's fault. */
export const typed = (body: unknown): Form['values'] =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, string | string[]>).filter(([name]) => name !== 'once'),
  )
