/** The dates of a young person: asked, said, open, past. In plain words, and without anybody else's name. */
import type { Page } from '#platform/page'
import type { TagKind } from '#platform/parts'
import { addDays, type Day, daysBetween } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { type AssignmentStatus, isHere } from '../assignment.ts'
import { isToCome, isUnderWay, type NightStatus } from '../night.ts'
import type { NightOfJuror } from '../records/assignments.ts'
import type { Hearing } from '../records/hearings.ts'
import type { NightInList } from '../records/nights.ts'
import { problemOf, type Refused } from './refusals.ts'

type OwnDate = {
  id: string
  day: Day
  startsAt: Date
  title: PlainKey
  tag: { kind: TagKind; text: Said } | null
  /** The night is settled, though its day may not be over. */
  settled: boolean
}

const isPast = (one: OwnDate, today: Day): boolean => one.settled || one.day < today

export type DatesPage = Page<
  'hearings/dates',
  { coming: readonly OwnDate[]; open: readonly OwnDate[]; past: readonly OwnDate[]; isJuror: boolean }
>

export type OwnDates = {
  places: readonly NightOfJuror[]
  hearings: readonly Hearing[]
  open: readonly NightInList[]
  isJuror: boolean
}

const gone: readonly AssignmentStatus[] = ['released', 'cancelled_by_program']

export const datesPage = ({ places, hearings, open, isJuror }: OwnDates, today: Day): DatesPage => {
  const nights = places.filter(place => isCalledOff(place) || !gone.includes(place.status)).map(dateOfPlace)
  const own = hearings.map(dateOfHearing)
  const all = [...nights, ...own].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const taken = new Set([...places.map(place => place.nightId), ...hearings.map(one => one.nightId)])
  return {
    view: 'hearings/dates',
    title: said('hearings.dates.title'),
    coming: all.filter(one => !isPast(one, today)),
    open: isJuror ? open.filter(night => !taken.has(night.id) && night.placesLeft > 0).map(dateOfNight) : [],
    past: all.filter(one => isPast(one, today)).toReversed(),
    isJuror,
  }
}

/** Who had said yes, or was still asked, reads that it is off, and does not come in vain. */
const isCalledOff = (place: NightOfJuror): boolean =>
  place.nightStatus === 'called_off' && place.status === 'cancelled_by_program'

const dateOfPlace = (place: NightOfJuror): OwnDate => ({
  id: place.nightId,
  day: place.heldOn,
  startsAt: place.startsAt,
  title: 'hearings.dates.jury',
  tag: isCalledOff(place) ? { kind: 'late', text: said('hearings.dates.called-off') } : sayings[place.status],
  settled: isOver(place.nightStatus),
})

const dateOfHearing = (hearing: Hearing): OwnDate => ({
  id: hearing.nightId,
  day: hearing.heldOn,
  startsAt: hearing.startsAt,
  title: 'hearings.dates.hearing',
  tag: hearing.status === 'heard' ? { kind: 'done', text: said('hearings.dates.heard') } : null,
  settled: isOver(hearing.nightStatus),
})

const dateOfNight = (night: NightInList): OwnDate => ({
  id: night.id,
  day: night.heldOn,
  startsAt: night.startsAt,
  title: 'hearings.dates.open-night',
  tag: { kind: 'you', text: said('hearings.dates.left', { count: night.placesLeft }) },
  settled: false,
})

const came = { kind: 'done', text: said('hearings.dates.came') } as const
const here = { kind: 'jury', text: said('hearings.dates.here') } as const

const sayings: Record<AssignmentStatus, OwnDate['tag']> = {
  offered: { kind: 'you', text: said('hearings.dates.asked') },
  confirmed: { kind: 'done', text: said('hearings.dates.yes') },
  swap_requested: { kind: 'you', text: said('hearings.dates.asked') },
  declined: { kind: 'plain', text: said('hearings.dates.no') },
  released: null,
  cancelled_by_program: null,
  checked_in: here,
  seated: here,
  excused_conflict: came,
  served: came,
  standby: came,
  no_show: { kind: 'plain', text: said('hearings.dates.missed') },
}

export type DatePage = Page<
  'hearings/date',
  {
    id: string
    day: Day
    startsAt: Date
    endsAt: Date
    place: string
    soon: Said
    state: DateState
    answerBy: Day | null
    mayYes: boolean
    mayNo: boolean
    own: { startsAt: Date; room: string } | null
    onJury: boolean
    problem: Said | null
  }
>

export type DateState =
  | 'asked'
  | 'yes'
  | 'no'
  | 'open'
  | 'full'
  | 'here'
  | 'came'
  | 'missed'
  | 'off'
  | 'called-off'
  | 'own'

/** Until then it is easy to ask somebody else. */
const ANSWER_DAYS = 7

export type OneDate = {
  night: NightInList
  place: NightOfJuror | undefined
  hearing: Hearing | undefined
  isJuror: boolean
}

export const datePage = (facts: OneDate, today: Day, refused?: Refused): DatePage => {
  const { night, hearing } = facts
  const state = stateOf(facts, today)
  const answerBy = addDays(night.heldOn, -ANSWER_DAYS)
  return {
    view: 'hearings/date',
    title: said(hearing ? 'hearings.dates.hearing' : 'hearings.dates.one'),
    id: night.id,
    day: night.heldOn,
    startsAt: night.startsAt,
    endsAt: night.endsAt,
    place: night.place,
    soon: soonOf(night.heldOn, today),
    state,
    answerBy: answerBy > today ? answerBy : null,
    mayYes: state === 'asked' || state === 'open' || (state === 'no' && night.placesLeft > 0),
    mayNo: state === 'asked' || state === 'yes',
    own: hearing ? { startsAt: hearing.startsAt, room: hearing.room } : null,
    onJury: facts.place?.status === 'seated' && isUnderWay(night.status),
    problem: problemOf(refused),
  }
}

const soonOf = (day: Day, today: Day): Said => {
  const days = daysBetween(today, day)
  if (days < 0) return said('hearings.dates.past')
  return days === 0 ? said('hearings.dates.today') : said('hearings.dates.in', { count: days })
}

const stateOf = ({ night, place, hearing, isJuror }: OneDate, today: Day): DateState => {
  if (hearing) return 'own'
  if (night.status === 'called_off') return 'called-off'
  const status = place?.status
  const toCome = isToCome(night.status) && night.heldOn >= today
  if (status === undefined) return openState(night, toCome, isJuror)
  if (isHere(status) || status === 'served') return night.heldOn < today || isOver(night.status) ? 'came' : 'here'
  if (status === 'no_show') return 'missed'
  if (!toCome || gone.includes(status)) return 'off'
  return status === 'confirmed' ? 'yes' : status === 'declined' ? 'no' : 'asked'
}

const openState = (night: NightInList, toCome: boolean, isJuror: boolean): DateState => {
  if (!toCome || !isJuror) return 'off'
  return night.placesLeft > 0 ? 'open' : 'full'
}

const isOver = (status: NightStatus): boolean => status === 'reconciled' || status === 'locked'
