/** The table by the door: who is here. */
import { initials, shortName } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { isHere } from '../assignment.ts'
import { isToCome, isUnderWay } from '../night.ts'
import type { NamedAssignment } from '../records/assignments.ts'
import type { DocketLine } from '../records/docket.ts'
import type { Night } from '../records/nights.ts'
import type { Guardian } from '../records/tonight.ts'
import { mayUndoCheckIn, mayUndoLeaving } from '../rules/places.ts'
import { pointedAt, type Refused } from './refusals.ts'
import { pageOf, type Tonight, tonight } from './tonight.ts'

export type Guest = { personId: string; name: string; role: PlainKey; came: boolean }

export type FamilyAtDoor = {
  anchor: string
  position: number
  startsAt: Date
  room: string
  name: string
  waits: boolean
  guests: readonly Guest[]
  mayExcuse: boolean
  excuse: Form
  excuseOpen: boolean
  excused: string | null
  mayMiss: boolean
}

export type JurorAtDoor = {
  id: string
  anchor: string
  initials: string
  name: string
  role: PlainKey
  here: boolean
  sworn: boolean
  left: boolean
  out: boolean
  mayUndo: boolean
  mayReturn: boolean
}

export type NightPage = Page<
  'hearings/night',
  {
    day: Day
    startsAt: Date
    place: string
    tonight: Tonight
    mayOpen: boolean
    open: boolean
    here: number
    expected: number
    unsworn: number
    jurors: readonly JurorAtDoor[]
    families: readonly FamilyAtDoor[]
    walkIn: Form
    walkInOpen: boolean
    problem: Said | null
    /** The row, by its anchor, where an act was refused; the words stand there and not at the top. */
    at: string | null
    next: string | null
    maySettle: boolean
  }
>

export type NightFacts = {
  night: Night
  docket: readonly DocketLine[]
  places: readonly NamedAssignment[]
  arrivals: readonly { hearingId: string; personId: string }[]
  guardians: readonly Guardian[]
}

/** Where an act was done on this page: its row, to which the page comes back. */
export const anchorOf = {
  juror: (id: string) => `juror-${id}`,
  family: (position: number) => `family-${position}`,
  promise: 'promise',
  walkIn: 'walk-in',
} as const

/** What stood in the way of an act, where, and what was typed. */
export type Answer = {
  refused?: Refused | undefined
  at?: string
  walkIn?: Form
  excuse?: { position: number; form: Form }
}

const out: readonly NamedAssignment['status'][] = ['declined', 'released', 'cancelled_by_program']

export const nightPage = (facts: NightFacts, { refused, at, walkIn = emptyForm(), excuse }: Answer = {}): NightPage => {
  const { night, docket, places } = facts
  const guest = pointedAt(walkIn, refused)
  const jurors = places.filter(place => !out.includes(place.status)).map(place => atDoor(place, night))
  const next = docket.find(
    line => line.status === 'docketed' || line.status === 'in_hearing' || line.caseStatus === 'disposed',
  )
  return {
    view: 'hearings/night',
    layout: 'night',
    title: said('hearings.night.title', { on: night.heldOn }),
    day: night.heldOn,
    startsAt: night.startsAt,
    place: night.place,
    tonight: tonight(night.heldOn, docket),
    mayOpen: isToCome(night.status),
    open: isUnderWay(night.status),
    here: jurors.filter(one => one.here && !one.left).length,
    expected: jurors.length,
    unsworn: jurors.filter(one => one.here && !one.sworn).length,
    jurors,
    families: docket.map(line => familyOf(line, facts, excuse)),
    walkIn: guest.form,
    walkInOpen: at === anchorOf.walkIn,
    problem: guest.problem,
    at: at ?? null,
    next: next ? pageOf(night.heldOn, next) : null,
    maySettle: isUnderWay(night.status) && !next,
  }
}

const atDoor = (place: NamedAssignment, night: Pick<Night, 'status'>): JurorAtDoor => ({
  id: place.id,
  anchor: anchorOf.juror(place.id),
  initials: initials(place),
  name: shortName(place),
  role: roleOf(place),
  here: isHere(place.status) || place.status === 'served',
  sworn: place.oathAt !== null,
  left: place.checkedOutAt !== null,
  out: place.status === 'no_show',
  mayUndo: mayUndoCheckIn(night.status, place) === null,
  mayReturn: mayUndoLeaving(night.status, place) === null,
})

const roleOf = (place: NamedAssignment): PlainKey => {
  if (place.checkedOutAt) return 'hearings.door.gone-home'
  if (place.status === 'seated') return 'hearings.door.on-a-jury'
  if (isHere(place.status) || place.status === 'served')
    return place.oathAt ? 'hearings.door.here-and-sworn' : 'hearings.door.here'
  if (place.status === 'no_show') return 'hearings.door.did-not-come'
  return place.status === 'offered' ? 'hearings.door.no-answer' : 'hearings.door.said-yes'
}

const familyOf = (
  line: DocketLine,
  { arrivals, guardians, night }: NightFacts,
  excuse: Answer['excuse'],
): FamilyAtDoor => {
  const came = (personId: string) => arrivals.some(one => one.hearingId === line.id && one.personId === personId)
  const theirs = guardians.filter(one => one.hearingId === line.id)
  const waiting = isUnderWay(night.status) && line.status === 'docketed'
  return {
    anchor: anchorOf.family(line.position),
    position: line.position,
    startsAt: line.startsAt,
    room: line.room,
    name: shortName(line),
    waits: waiting,
    guests: [
      {
        personId: line.respondentId,
        name: shortName(line),
        role: 'hearings.door.young-person',
        came: line.respondentCameAt !== null,
      },
      ...theirs.map(one => ({
        personId: one.personId,
        name: shortName(one),
        role: 'hearings.door.guardian' as const,
        came: came(one.personId),
      })),
      ...(line.harmedId
        ? [{ personId: line.harmedId, name: '', role: 'hearings.door.harmed' as const, came: came(line.harmedId) }]
        : []),
    ],
    mayExcuse: waiting && line.guardianCameAt === null && line.guardianExcused === null,
    excuse: excuse?.position === line.position ? excuse.form : emptyForm(),
    excuseOpen: excuse?.position === line.position,
    excused: line.guardianExcused,
    mayMiss: waiting && line.respondentCameAt === null,
  }
}
