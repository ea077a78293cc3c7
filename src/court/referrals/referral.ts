/** Who sends matters to a youth court. */
export const sourceKinds = ['police', 'school', 'probation', 'prosecutor', 'court', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** All that a source is ever told of its referral. */
export const sourceStatuses = ['received', 'accepted', 'declined', 'hearing-held', 'completed', 'returned'] as const
export type SourceStatus = (typeof sourceStatuses)[number]
