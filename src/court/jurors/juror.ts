import type { Day } from '#platform/time'

/** Somebody who serves: because an agreement says so, or because they want to. */
export const streams = ['mandated', 'volunteer'] as const
export type Stream = (typeof streams)[number]

/** What keeps somebody from serving for now. */
export const unreadyReasons = ['not-trained', 'no-oath', 'no-guardian-approval', 'not-active'] as const
export type UnreadyReason = (typeof unreadyReasons)[number]

/** What a juror's readiness is read from. */
export type Preparation = {
  trainedOn: Day | null
  oathOn: Day | null
  oathWording: string | null
  approvedOn: Day | null
  endedOn: Day | null
}

/** Who says that a juror may not hear a case: the juror, a family, or the coordinator. */
export const conflictOrigins = ['juror', 'family', 'coordinator'] as const
export type ConflictOrigin = (typeof conflictOrigins)[number]

/** The wording of the promise of confidentiality that is in use. */
export const OATH_WORDING = 'oath-2026-1'

/** How many nights a month the court asks of somebody who has not said otherwise. */
export const NIGHTS_A_MONTH = 4
