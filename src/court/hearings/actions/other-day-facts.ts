/** How a night would stand on another day; read for the page that asks, and again, locked, by the act that moves it. */
import { type Actor, type Court, todayFor } from '#court'
import { caseById, consentsOf, lastHearingDay } from '#court/cases'
import { awayOn, isAdultOn, isAway, jurorsOf } from '#court/jurors'
import { rulebookOf, rulebookOn } from '#court/programs'
import { referralOf } from '#court/referrals'
import type { Tx } from '#platform/database'
import { mayMove } from '#platform/lifecycle'
import { type Day, instantAt, wallAt, weekdayOf } from '#platform/time'
import { lifecycle } from '../assignment.ts'
import { assignmentsOf, type NamedAssignment } from '../records/assignments.ts'
import { type DocketLine, docketOf } from '../records/docket.ts'
import { findNight, type Night } from '../records/nights.ts'
import { consented } from '../rules/docket.ts'
import type { MovedCase, MovedPlace, OtherDay } from '../rules/other-day.ts'

export type OtherDayFacts = OtherDay & {
  night: Night
  startsAt: Date
  endsAt: Date
  docket: readonly DocketLine[]
  places: readonly (NamedAssignment & MovedPlace)[]
}

export const otherDayFacts = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  night: Night,
  to: Day,
): Promise<OtherDayFacts> => {
  const { programId } = actor
  const [docket, places, there, book] = await Promise.all([
    docketOf(tx, programId, night.id),
    expectedAt(tx, night, to),
    findNight(tx, programId, to),
    rulebookOn(tx, programId, to),
  ])
  const cases: MovedCase[] = []
  for (const line of docket) cases.push(await movedCase(tx, programId, line, to))
  return {
    night,
    nightStatus: night.status,
    from: night.heldOn,
    to,
    today: todayFor(court, actor),
    dayState: there === undefined ? 'free' : there.status === 'called_off' ? 'called-off' : 'taken',
    holiday: book.rules.holidays.includes(to),
    startsAt: sameTimeOn(actor, to, night.startsAt),
    endsAt: sameTimeOn(actor, to, night.endsAt),
    cases,
    docket,
    places,
  }
}

/** The same time by the clock on the wall, also across a change of summer time. */
const sameTimeOn = (actor: Actor, to: Day, at: Date): Date => {
  const { minute } = wallAt(actor.timeZone, at)
  const two = (number: number) => String(number).padStart(2, '0')
  return instantAt(actor.timeZone, to, `${two(Math.floor(minute / 60))}:${two(minute % 60)}`)
}

/** Those who may still come, and whether the other day suits them. */
const expectedAt = async (tx: Tx, { programId, id }: Night, to: Day) => {
  const [places, jurors, away] = await Promise.all([
    assignmentsOf(tx, programId, id),
    jurorsOf(tx, programId),
    awayOn(tx, programId, to),
  ])
  const weekdays = new Map(jurors.map(juror => [juror.id, juror.awayWeekdays]))
  return places
    .filter(place => mayMove(lifecycle, 'cancel', place.status))
    .map(place => ({
      ...place,
      away: away.has(place.jurorId) || isAway(to, weekdayOf(to), weekdays.get(place.jurorId) ?? [], []),
    }))
}

/** A case that has left the docket by another road hinders nothing. */
const movedCase = async (tx: Tx, programId: string, line: DocketLine, to: Day): Promise<MovedCase> => {
  const { referralId } = await caseById(tx, programId, line.caseId)
  const [book, referral, consents] = await Promise.all([
    rulebookOf(tx, programId, line.rulebookId),
    referralOf(tx, programId, referralId),
    consentsOf(tx, { programId, caseId: line.caseId }),
  ])
  const { adultAt, clocks, jury } = book.rules
  const lastDay = lastHearingDay(referral, clocks)
  const adult = isAdultOn(line.birthDate, adultAt, to)
  const matter = { ...line, status: line.caseStatus, lastDay, adult, consents }
  const waits = line.caseStatus === 'docketed'
  return {
    no: line.no,
    status: line.status,
    birthDate: line.birthDate,
    bandYears: jury.peerBandYears,
    quorum: jury.quorum,
    tooLate: waits && lastDay !== null && to > lastDay,
    needsYes: waits && consented(matter) !== null,
  }
}
