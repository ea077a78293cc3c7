/** Court nights: made known, filled, held, settled. */
import {
  addNight,
  answerInvitation,
  assignmentsOf,
  checkInJuror,
  closeNight,
  docketOf,
  inviteJurors,
  openNight,
  type DocketLine,
  type NamedAssignment,
  promiseAll,
  publishNight,
  roomsOf,
  staffNight,
} from '#court/hearings'
import { settleNight } from '#court/credits'
import { addDays, ageOn, type Day } from '#platform/time'
import type { Story, Until } from './diary.ts'
import { hear } from './hearings.ts'
import {
  asThemselves,
  at,
  type KnownCase,
  type KnownJuror,
  type KnownNight,
  must,
  nightDay,
  officeDay,
  plus,
  type Scene,
} from './scene.ts'

/** Nights are made known so many days ahead, and jurors asked so many days ahead. */
const KNOWN = 75
const ASKED = 16

/** The nights of half a year, and those of the next months; the last of them is planned and not yet made known. */
export const nightIndexes = ({ program }: Scene): number[] => {
  const { every } = program.nights
  const past = Math.floor(185 / every)
  const ahead = Math.floor(KNOWN / every) + 1
  return Array.from({ length: past + ahead + 1 }, (_, step) => step - past)
}

export const nightStory =
  (scene: Scene, index: number): Story =>
  async until => {
    const day = nightDay(scene, index)
    const isLast = index === Math.max(...nightIndexes(scene))
    const planned = isLast ? addDays(scene.today, -12) : later(addDays(day, -KNOWN), addDays(scene.today, -245))
    await until(plus(at(officeDay(planned), '13:00'), index + 20))
    const night = await plan(scene, index)
    if (isLast) return
    must(await publishNight(scene.court, scene.staff.coordinator, night.id))
    scene.nights.set(index, night)

    await until(at(addDays(day, -ASKED), '14:00'))
    const asked = await invite(scene, night)
    for (const [at, one] of asked.entries()) await answer(scene, night, one, at, until)
    await until(at(addDays(day, -2), '16:30'))
    /** A no only says that too few have said yes so far. */
    await staffNight(scene.court, scene.staff.coordinator, night.id)

    if (index < 0 || scene.program.nights.isOn) await hold(scene, night, until)
  }

const later = (one: Day, other: Day): Day => (one < other ? other : one)

/** Today's night of a court that is sitting now began at the last half hour; other nights keep their hours. */
const hoursOf = ({ program, present, today }: Scene, index: number): { starts: string; ends: string } => {
  const { starts, ends, isOn } = program.nights
  if (index !== 0) return { starts, ends }
  const minutes = Math.round((present.getTime() - at(today, '00:00').getTime()) / 60_000)
  if (isOn) return span(Math.min(Math.max(minutes - 35, 0), 21 * 60))
  return minutes < 17 * 60 ? { starts, ends } : span(Math.min(minutes + 45, 20 * 60 + 30))
}

const span = (from: number): { starts: string; ends: string } => {
  const whole = Math.floor(from / 15) * 15
  return { starts: clockOf(whole), ends: clockOf(whole + 150) }
}

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')

const plan = async (scene: Scene, index: number): Promise<KnownNight> => {
  const { court, staff, program } = scene
  const { room, capacity, jurorPlaces } = program.nights
  const day = nightDay(scene, index)
  const { starts, ends } = hoursOf(scene, index)
  const facilitatorId = (index % 3 === 0 ? staff.facilitator : staff.other).membershipId
  const { id } = must(
    await addNight(court, staff.coordinator, {
      ...{ day, starts, ends, place: program.place, jurorPlaces },
      room: { name: room, capacity, facilitatorId },
    }),
  )
  const [first] = await court.db.withProgram(staff.coordinator, tx => roomsOf(tx, scene.programId, id))
  return { id, index, day, startsAt: at(day, starts), endsAt: at(day, ends), roomId: first?.id ?? '' }
}

const presiding = ({ staff }: Scene, index: number) => (index % 3 === 0 ? staff.facilitator : staff.other)

/** Those are asked first who may hear the most of the cases, and of them those who were asked the least. */
const invite = async (scene: Scene, night: KnownNight): Promise<KnownJuror[]> => {
  const { court, staff, program, programId } = scene
  const [held, docket] = await court.db.withProgram(staff.coordinator, tx =>
    Promise.all([assignmentsOf(tx, programId, night.id), docketOf(tx, programId, night.id)]),
  )
  const fits = (juror: KnownJuror): number => docket.filter(line => mayHear(scene, juror, line, night)).length
  const asked = scene.jurors
    .filter(juror => juror.ready && !held.some(place => place.jurorId === juror.jurorId))
    .toSorted((a, b) => fits(b) - fits(a) || a.asked - b.asked || a.nth - b.nth)
    .slice(0, Math.min(program.nights.asked, program.nights.jurorPlaces - held.length - 3))
  must(
    await inviteJurors(
      court,
      staff.coordinator,
      night.id,
      asked.map(juror => juror.jurorId),
    ),
  )
  for (const juror of asked) juror.asked += 1
  return asked
}

const mayHear = ({ cases, program }: Scene, juror: KnownJuror, line: DocketLine, night: KnownNight): boolean => {
  const { peerBandYears, sameSchool } = program.rules.jury
  const cast = cases.get(line.caseId)?.cast
  if (!cast || line.birthDate === null) return false
  const apart = Math.abs(ageOn(juror.born, night.day) - ageOn(line.birthDate, night.day))
  return apart <= peerBandYears && (sameSchool === 'allow' || juror.school !== cast.school)
}

/** Most say yes, one in six cannot come; every fourth answer comes by telephone. */
const answer = async (scene: Scene, night: KnownNight, juror: KnownJuror, nth: number, until: Until): Promise<void> => {
  const { court, staff, programId } = scene
  await until(plus(at(addDays(night.day, -15 + nth), '16:45'), nth * 7))
  const places = await court.db.withProgram(staff.coordinator, tx => assignmentsOf(tx, programId, night.id))
  const place = places.find(one => one.jurorId === juror.jurorId)
  if (place?.status !== 'offered') return
  const actor = nth % 4 === 3 ? staff.second : await asThemselves(scene, juror.personId, 'youth')
  must(await answerInvitation(court, actor, place.id, (nth + night.index * 5) % 6 === 4 ? 'no' : 'yes'))
}

const faltering = ['review', 'ending', 'terminated', 'returned']

/** A few who said yes do not come; those whose agreement falters come once and not again. */
const comes = (scene: Scene, place: NamedAssignment, index: number): boolean => {
  if (place.status !== 'confirmed') return false
  const juror = scene.jurors.find(one => one.jurorId === place.jurorId)
  if (juror) return (juror.nth * 5 + index) % 13 !== 0
  const cast = caseOf(scene, place.personId)?.cast
  return !cast || !faltering.includes(cast.fate) || index === (cast.night ?? 0) + 1
}

const caseOf = ({ cases }: Scene, personId: string): KnownCase | undefined =>
  [...cases.values()].find(known => known.personId === personId)

const hold = async (scene: Scene, night: KnownNight, until: Until): Promise<void> => {
  const { court, programId } = scene
  const adult = presiding(scene, night.index)
  const midnight = at(night.day, '00:00').getTime()
  const when = (minutes: number): Date => new Date(Math.max(plus(night.startsAt, minutes).getTime(), midnight))
  await until(when(-25))
  must(await openNight(court, adult, night.id))
  const places = await court.db.withProgram(adult, tx => assignmentsOf(tx, programId, night.id))
  const coming = places.filter(place => comes(scene, place, night.index))
  for (const [at, place] of coming.entries()) {
    await until(when(-22 + at))
    must(await checkInJuror(court, adult, place.id, { oath: at % 3 === 0 }))
  }
  await until(when(-6))
  must(await promiseAll(court, adult, night.id))
  const docket = await court.db.withProgram(adult, tx => docketOf(tx, programId, night.id))
  for (const line of docket) {
    const known = scene.cases.get(line.caseId)
    if (known && line.status === 'docketed') await hear(scene, night, known, adult, until)
    if (known?.cast.fate === 'hearing') return
  }
  await until(plus(night.endsAt, 5))
  must(await settleNight(court, adult, night.id))
  await until(at(addDays(night.day, 3), '10:10'))
  must(await closeNight(court, scene.staff.coordinator, night.id))
}
