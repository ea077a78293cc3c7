/** How the states of nights and places look, and what a night still lacks. */
import type { TagKind } from '#platform/parts'
import { type PlainKey, type Said, said } from '#words'
import type { AssignmentStatus } from '../assignment.ts'
import { isToCome, type NightStatus } from '../night.ts'

export type State = { kind: TagKind; text: PlainKey }

export const states: Record<NightStatus, State> = {
  draft: { kind: 'plain', text: 'hearings.status.draft' },
  published: { kind: 'you', text: 'hearings.status.published' },
  staffed: { kind: 'go', text: 'hearings.status.staffed' },
  open: { kind: 'jury', text: 'hearings.status.open' },
  in_progress: { kind: 'jury', text: 'hearings.status.in_progress' },
  reconciled: { kind: 'done', text: 'hearings.status.reconciled' },
  locked: { kind: 'done', text: 'hearings.status.locked' },
  called_off: { kind: 'late', text: 'hearings.status.called_off' },
}

export const placeStates: Record<AssignmentStatus, State> = {
  offered: { kind: 'you', text: 'hearings.place.offered' },
  confirmed: { kind: 'go', text: 'hearings.place.confirmed' },
  declined: { kind: 'plain', text: 'hearings.place.declined' },
  swap_requested: { kind: 'you', text: 'hearings.place.swap_requested' },
  released: { kind: 'plain', text: 'hearings.place.released' },
  checked_in: { kind: 'go', text: 'hearings.place.checked_in' },
  seated: { kind: 'jury', text: 'hearings.place.seated' },
  excused_conflict: { kind: 'done', text: 'hearings.place.excused_conflict' },
  served: { kind: 'done', text: 'hearings.place.served' },
  standby: { kind: 'done', text: 'hearings.place.standby' },
  no_show: { kind: 'late', text: 'hearings.place.no_show' },
  cancelled_by_program: { kind: 'plain', text: 'hearings.place.cancelled_by_program' },
}

type Lack = { cases: number; yes: number; size: number; withoutAdult: number }

/** What a night still lacks. */
export const gapsOf = (status: NightStatus, lack: Lack): Said[] => {
  if (status === 'draft') return [said('hearings.gap.draft')]
  if (!isToCome(status)) return []
  return [
    ...(lack.yes < lack.size ? [said('hearings.gap.jurors', { count: lack.size - lack.yes })] : []),
    ...(lack.withoutAdult > 0 ? [said('hearings.gap.adult', { count: lack.withoutAdult })] : []),
    ...(lack.cases === 0 ? [said('hearings.gap.cases')] : []),
  ]
}
