/** One night, as the desk plans it. */
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Option } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { answerOf } from '../assignment.ts'
import {
  hasEnded,
  isToCome,
  isUnderWay,
  type OffReason,
  offReasons,
  type ReopenReason,
  reopenReasons,
} from '../night.ts'
import type { DocketLine } from '../records/docket.ts'
import type { Night } from '../records/nights.ts'
import type { Room } from '../records/rooms.ts'
import { mayCallOff } from '../rules/nights.ts'
import { pointedAt, type Refused } from './refusals.ts'
import {
  type Candidate,
  type DocketRow,
  docketRow,
  type InviteRow,
  inviteRow,
  type JurorRow,
  jurorRow,
  mayBeAsked,
  type Prepared,
  type RoomRow,
  roomRow,
} from './rows.ts'
import { gapsOf, type State, states } from './states.ts'

export type ManageFacts = {
  night: Night
  placesLeft: number
  docket: readonly DocketLine[]
  rooms: readonly Room[]
  places: readonly Prepared[]
  facilitators: readonly Option[]
  candidates: readonly Candidate[]
  jurySize: number
}

export type ManagePage = Page<
  'hearings/manage',
  {
    day: Day
    startsAt: Date
    endsAt: Date
    place: string
    state: State
    /** Why it does not take place, where it was called off. */
    off: PlainKey | null
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
    inviteForm: Form
    reopenReasons: readonly { value: ReopenReason; label: PlainKey }[]
    offReasons: readonly { value: OffReason; label: PlainKey }[]
    may: {
      publish: boolean
      staff: boolean
      change: boolean
      invite: boolean
      run: boolean
      close: boolean
      reopen: boolean
      plan: boolean
      callOff: boolean
    }
  }
>

export type ManageForms = { roomForm?: Form; inviteForm?: Form; refused?: Refused }

export const managePage = (
  facts: ManageFacts,
  { roomForm = emptyForm(), inviteForm = emptyForm(), refused }: ManageForms = {},
): ManagePage => {
  const { night, docket, rooms, places } = facts
  const [room, invite] = [pointedAt(roomForm, refused), pointedAt(inviteForm, refused)]
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
    off: night.offReason && `hearings.off.${night.offReason}`,
    gaps: gapsOf(night.status, lack),
    problem: room.problem && invite.problem,
    docket: docket.map(line => docketRow(line, night.status)),
    rooms: rooms.map(room => roomRow(room, docket)),
    facilitators: facts.facilitators,
    roomForm: room.form,
    roomFormOpen: Object.keys(roomForm.values).length > 0,
    answers: { yes: count('yes'), no: count('no'), silent: count('silent') },
    placesLeft: facts.placesLeft,
    jurors: places.map(place => jurorRow(place, night.status)),
    invite: isToCome(night.status) ? facts.candidates.filter(mayBeAsked).map(inviteRow) : [],
    inviteForm: invite.form,
    reopenReasons: reopenReasons.map(value => ({ value, label: `hearings.reopen.${value}` as const })),
    offReasons: offReasons.map(value => ({ value, label: `hearings.off.${value}` as const })),
    may: mayAt(facts, count('yes') >= facts.jurySize),
  }
}

const mayAt = ({ night: { status }, docket, places }: ManageFacts, enough: boolean): ManagePage['may'] => ({
  publish: status === 'draft',
  staff: status === 'published' && enough,
  change: !hasEnded(status),
  invite: isToCome(status),
  run: isToCome(status) || isUnderWay(status),
  close: status === 'reconciled',
  reopen: status === 'reconciled' || status === 'locked',
  plan: status === 'draft' || isToCome(status),
  callOff:
    mayCallOff(
      status,
      docket.map(line => line.status),
      places.map(place => place.status),
    ) === null,
})
