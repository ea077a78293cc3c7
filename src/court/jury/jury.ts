/** Peers drawn by lot to hear a case. */
export const seatStatuses = ['seated', 'stepped_back', 'released'] as const
export type SeatStatus = (typeof seatStatuses)[number]

/** Why somebody was not in the lot for a case. Each is kept with the draw, for anyone who asks. */
export const exclusionReasons = [
  'own-case',
  'household',
  'relative',
  'knows-someone',
  'family-objects',
  'co-respondent',
  'harmed-party',
  'same-school',
  'out-of-age-band',
  'age-unknown',
  'not-trained',
  'no-oath',
  'no-guardian-approval',
  'not-active',
  'in-another-room',
  'not-here',
  'not-coming',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** One line of a draw: a place in the lot, or the reasons why not. */
export type Line = { jurorId: string; place: number | null; reasons: readonly ExclusionReason[] }

/** Why a hearing that had begun is broken off. */
export const stopReasons = ['quorum-lost', 'juror-knew', 'disturbed', 'no-time', 'other'] as const
export type StopReason = (typeof stopReasons)[number]
