/** Who sends matters to a youth court. */
export const sourceKinds = ['police', 'school', 'probation', 'prosecutor', 'court', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Whether a court already has a hand on the young person; then its leave is needed (rule 6). */
export const custodies = ['none', 'court-jurisdiction'] as const
export type Custody = (typeof custodies)[number]

/** The code for an offence that is not in the catalogue; the desk finds its place before it screens. */
export const OTHER_OFFENCE = 'other'

/** All that a source is ever told of its referral. */
export const sourceStatuses = ['received', 'accepted', 'declined', 'hearing-held', 'completed', 'returned'] as const
export type SourceStatus = (typeof sourceStatuses)[number]
