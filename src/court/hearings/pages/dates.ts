/** The dates of a young person: asked, said, open, past. In plain words, and without anybody else's name. */
import type { Page } from '#platform/page'
import type { TagKind } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { AssignmentStatus } from '../assignment.ts'
import type { NightStatus } from '../night.ts'
import type { NightOfJuror } from '../records/assignments.ts'
import type { Hearing } from '../records/hearings.ts'
import type { NightInList } from '../records/nights.ts'

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
  {
    owed: OwedView | null
    coming: readonly OwnDate[]
    open: readonly OwnDate[]
    past: readonly OwnDate[]
    isJuror: boolean
  }
>

/** Jury nights that somebody promised: how many are still to be served and booked, by which day, and since when they count. */
export type OwedNights = { toServe: number; booked: number; dueOn: Day; since: Day | null }

/** What is owed, before all other dates, with the nearest night that can be booked for it. */
export type OwedView = { words: Said; more: Said; nearest: OwnDate | null }

export type OwnDates = {
  places: readonly NightOfJuror[]
  hearings: readonly Hearing[]
  open: readonly NightInList[]
  isJuror: boolean
}

export const gone: readonly AssignmentStatus[] = ['released', 'cancelled_by_program']

export const datesPage = (
  { places, hearings, open, isJuror }: OwnDates,
  duty: OwedNights | null,
  today: Day,
): DatesPage => {
  const nights = places.filter(place => isCalledOff(place) || !gone.includes(place.status)).map(dateOfPlace)
  const own = hearings.map(dateOfHearing)
  const all = [...nights, ...own].toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const taken = new Set([...places.map(place => place.nightId), ...hearings.map(one => one.nightId)])
  const free = isJuror ? open.filter(night => !taken.has(night.id) && night.placesLeft > 0) : []
  const nearest = duty ? nearestFor(duty, free) : undefined
  return {
    view: 'hearings/dates',
    title: said('hearings.dates.title'),
    owed: duty ? owedOf(duty, nearest) : null,
    coming: all.filter(one => !isPast(one, today)),
    open: free.filter(night => night !== nearest).map(dateOfNight),
    past: all.filter(one => isPast(one, today)).toReversed(),
    isJuror,
  }
}

/** The first night that counts for what is owed: after the agreement, by its day, and only while one is still to be booked. */
const nearestFor = (
  { toServe, booked, dueOn, since }: OwedNights,
  free: readonly NightInList[],
): NightInList | undefined =>
  toServe > booked ? free.find(night => night.heldOn <= dueOn && (since === null || night.heldOn > since)) : undefined

const owedOf = ({ toServe, booked, dueOn }: OwedNights, nearest: NightInList | undefined): OwedView => {
  const left = toServe - booked
  const none = said('hearings.dates.owed.no-night', { by: dueOn })
  const book = nearest ? said('hearings.dates.owed.to-book', { count: left }) : none
  return {
    words: said('hearings.dates.owed', { count: toServe, by: dueOn }),
    more: left > 0 ? book : said('hearings.dates.owed.all-booked'),
    nearest: nearest ? dateOfNight(nearest) : null,
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

export const isOver = (status: NightStatus): boolean => status === 'reconciled' || status === 'locked'
