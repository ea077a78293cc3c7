/** One night, as the desk plans it. */
import type { UnreadyReason } from '#court/jurors'
import { fullName } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Option } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { answerOf } from '../assignment.ts'
import { isToCome, isUnderWay, type NightStatus, type ReopenReason, reopenReasons } from '../night.ts'
import type { NamedAssignment } from '../records/assignments.ts'
import type { DocketLine } from '../records/docket.ts'
import type { Night } from '../records/nights.ts'
import type { Room } from '../records/rooms.ts'
import { problemOf, type Refused } from './refusals.ts'
import { gapsOf, placeStates, type State, states } from './states.ts'

export type ManageFacts = {
  night: Night
  placesLeft: number
  docket: readonly DocketLine[]
  rooms: readonly Room[]
  places: readonly (NamedAssignment & { unready: readonly UnreadyReason[] })[]
  facilitators: readonly Option[]
  candidates: readonly Candidate[]
  jurySize: number
}

/** Somebody who might be asked to come. */
export type Candidate = {
  jurorId: string
  calledName: string
  lastName: string
  unready: readonly UnreadyReason[]
  away: boolean
  booked: number
  limit: number
}

type DocketRow = {
  id: string
  position: number
  startsAt: Date
  room: string
  no: string
  name: string
  mayMove: boolean
  gone: boolean
}
type RoomRow = { id: string; name: string; capacity: number; taken: number; facilitator: string | null; form: Form }
type JurorRow = {
  id: string
  jurorId: string
  name: string
  state: State
  mayYes: boolean
  mayNo: boolean
  unready: boolean
}
type InviteRow = { jurorId: string; name: string; unready: boolean; booked: number }

export type ManagePage = Page<
  'hearings/manage',
  {
    day: Day
    startsAt: Date
    endsAt: Date
    place: string
    state: State
    gaps: readonly Said[]
    problem: Said | null
    docket: readonly DocketRow[]
    rooms: readonly RoomRow[]
    facilitators: readonly Option[]
    roomForm: Form
    roomFormOpen: boolean
    answers: { yes: number; no: number; silent: number }
    placesLeft: number
    jurors: readonly JurorRow[]
    invite: readonly InviteRow[]
    reopenReasons: readonly { value: ReopenReason; label: PlainKey }[]
    may: {
      publish: boolean
      staff: boolean
      change: boolean
      invite: boolean
      run: boolean
      close: boolean
      reopen: boolean
    }
  }
>

export const managePage = (facts: ManageFacts, roomForm: Form, refused?: Refused): ManagePage => {
  const { night, docket, rooms, places } = facts
  const count = (answer: 'yes' | 'no' | 'silent') => places.filter(place => answerOf(place.status) === answer).length
  const lack = {
    cases: docket.length,
    yes: count('yes'),
    size: facts.jurySize,
    withoutAdult: rooms.filter(room => room.facilitatorId === null).length,
  }
  return {
    view: 'hearings/manage',
    title: said('hearings.night.title', { on: night.heldOn }),
    day: night.heldOn,
    startsAt: night.startsAt,
    endsAt: night.endsAt,
    place: night.place,
    state: states[night.status],
    gaps: gapsOf(night.status, lack),
    problem: problemOf(refused),
    docket: docket.map(line => docketRow(line, night.status)),
    rooms: rooms.map(room => roomRow(room, docket)),
    facilitators: facts.facilitators,
    roomForm,
    roomFormOpen: Object.keys(roomForm.values).length > 0,
    answers: { yes: count('yes'), no: count('no'), silent: count('silent') },
    placesLeft: facts.placesLeft,
    jurors: places.map(place => jurorRow(place, night.status)),
    invite: isToCome(night.status) ? facts.candidates.filter(mayBeAsked).map(inviteRow) : [],
    reopenReasons: reopenReasons.map(value => ({ value, label: `hearings.reopen.${value}` as const })),
    may: mayAt(night.status, count('yes') >= facts.jurySize),
  }
}

const mayAt = (status: NightStatus, enough: boolean): ManagePage['may'] => ({
  publish: status === 'draft',
  staff: status === 'published' && enough,
  change: status !== 'reconciled' && status !== 'locked',
  invite: isToCome(status),
  run: isToCome(status) || isUnderWay(status),
  close: status === 'reconciled',
  reopen: status === 'reconciled' || status === 'locked',
})

const docketRow = (line: DocketLine, status: NightStatus): DocketRow => ({
  id: line.id,
  position: line.position,
  startsAt: line.startsAt,
  room: line.room,
  no: line.no,
  name: fullName(line),
  mayMove: isToCome(status) && line.status === 'docketed',
  gone: line.status === 'docketed' && line.caseStatus !== 'docketed',
})

const roomRow = (room: Room, docket: readonly DocketLine[]): RoomRow => ({
  id: room.id,
  name: room.name,
  capacity: room.capacity,
  taken: docket.filter(line => line.roomId === room.id).length,
  facilitator: room.facilitator,
  form: emptyForm(room.facilitatorId ? { facilitatorId: room.facilitatorId } : {}),
})

const jurorRow = (place: ManageFacts['places'][number], status: NightStatus): JurorRow => {
  const answer = answerOf(place.status)
  const open = isToCome(status)
  return {
    id: place.id,
    jurorId: place.jurorId,
    name: fullName(place),
    state: placeStates[place.status],
    mayYes: open && (place.status === 'offered' || place.status === 'declined'),
    mayNo: open && answer !== 'no' && (place.status === 'offered' || place.status === 'confirmed'),
    unready: place.unready.length > 0,
  }
}

/** The court asks nobody on a day they said does not suit, and nobody oftener than they wished. */
const mayBeAsked = (one: Candidate): boolean =>
  !one.away && one.booked < one.limit && !one.unready.includes('not-active')

const inviteRow = (one: Candidate): InviteRow => ({
  jurorId: one.jurorId,
  name: fullName(one),
  unready: one.unready.length > 0,
  booked: one.booked,
})
