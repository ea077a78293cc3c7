import type { Lifecycle } from '#platform/lifecycle'

/** A juror's place at one court night, from the invitation to the thanks. */
export const lifecycle = {
  confirm: { from: ['offered', 'declined', 'swap_requested'], to: 'confirmed' },
  decline: { from: ['offered', 'confirmed'], to: 'declined' },
  askSwap: { from: ['confirmed'], to: 'swap_requested' },
  release: { from: ['swap_requested', 'confirmed'], to: 'released' },
  checkIn: { from: ['offered', 'confirmed', 'swap_requested', 'no_show'], to: 'checked_in' },
  undoCheckIn: { from: ['checked_in'], to: 'confirmed' },
  seat: { from: ['checked_in', 'standby', 'excused_conflict'], to: 'seated' },
  unseat: { from: ['seated'], to: 'checked_in' },
  excuse: { from: ['checked_in', 'seated'], to: 'excused_conflict' },
  serve: { from: ['seated'], to: 'served' },
  standBy: { from: ['checked_in'], to: 'standby' },
  miss: { from: ['confirmed', 'offered', 'swap_requested'], to: 'no_show' },
  cancel: { from: ['offered', 'confirmed', 'swap_requested'], to: 'cancelled_by_program' },
} as const satisfies Lifecycle

export type AssignmentMove = keyof typeof lifecycle
export type AssignmentStatus = 'offered' | 'confirmed' | (typeof lifecycle)[AssignmentMove]['to']

/** They came: seated or not, the night counts as served. */
export const cameStatuses = ['served', 'standby', 'excused_conflict'] as const satisfies AssignmentStatus[]

/** These hold a chair of the night. */
export const holdsPlace = [
  'offered',
  'confirmed',
  'swap_requested',
  'checked_in',
  'seated',
  'served',
  'standby',
  'excused_conflict',
] as const satisfies AssignmentStatus[]

/** They are in the building, and may be called to a jury. */
export const hereStatuses = [
  'checked_in',
  'seated',
  'standby',
  'excused_conflict',
] as const satisfies AssignmentStatus[]

export const isHere = (status: AssignmentStatus): boolean => hereStatuses.some(one => one === status)

/** What came of an invitation, as the one who planned the night counts it. */
export type Answer = 'yes' | 'no' | 'silent'

export const answerOf = (status: AssignmentStatus): Answer => {
  if (status === 'offered') return 'silent'
  return holdsPlace.some(one => one === status) || status === 'no_show' ? 'yes' : 'no'
}
