/** The lines of a night at the desk: cases, rooms, jurors, and who might be asked. */
import type { UnreadyReason } from '#court/jurors'
import { fullName } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import { answerOf } from '../assignment.ts'
import { isToCome, type NightStatus } from '../night.ts'
import type { NamedAssignment } from '../records/assignments.ts'
import type { DocketLine } from '../records/docket.ts'
import type { Room } from '../records/rooms.ts'
import { placeStates, type State } from './states.ts'

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

export type DocketRow = {
  id: string
  position: number
  startsAt: Date
  room: string
  no: string
  name: string
  mayMove: boolean
  gone: boolean
}
export type RoomRow = {
  id: string
  name: string
  capacity: number
  taken: number
  facilitator: string | null
  form: Form
}
export type JurorRow = {
  id: string
  jurorId: string
  name: string
  state: State
  mayYes: boolean
  mayNo: boolean
  unready: boolean
}
export type InviteRow = { jurorId: string; name: string; unready: boolean; booked: number }

/** A juror's place, and what still keeps them from serving. */
export type Prepared = NamedAssignment & { unready: readonly UnreadyReason[] }

export const docketRow = (line: DocketLine, status: NightStatus): DocketRow => ({
  id: line.id,
  position: line.position,
  startsAt: line.startsAt,
  room: line.room,
  no: line.no,
  name: fullName(line),
  mayMove: isToCome(status) && line.status === 'docketed',
  gone: line.status === 'docketed' && line.caseStatus !== 'docketed',
})

export const roomRow = (room: Room, docket: readonly DocketLine[]): RoomRow => ({
  id: room.id,
  name: room.name,
  capacity: room.capacity,
  taken: docket.filter(line => line.roomId === room.id).length,
  facilitator: room.facilitator,
  form: emptyForm(room.facilitatorId ? { facilitatorId: room.facilitatorId } : {}),
})

export const jurorRow = (place: Prepared, status: NightStatus): JurorRow => {
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
export const mayBeAsked = (one: Candidate): boolean =>
  !one.away && one.booked < one.limit && !one.unready.includes('not-active')

export const inviteRow = (one: Candidate): InviteRow => ({
  jurorId: one.jurorId,
  name: fullName(one),
  unready: one.unready.length > 0,
  booked: one.booked,
})
