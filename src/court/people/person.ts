/** How somebody wishes to be reached. */
export const reachWays = ['email', 'text', 'phone', 'paper'] as const
export type ReachWay = (typeof reachWays)[number]

/** Read as: `other` is the person's guardian, relative, acquaintance. */
export const ties = ['guardian', 'relative', 'acquaintance'] as const
export type Tie = (typeof ties)[number]

/** A name as it is shown to those who need no more: first name and initial. */
export const shortName = (person: { calledName: string; lastName: string }): string =>
  person.lastName === '' ? person.calledName : `${person.calledName} ${[...person.lastName][0]}.`

export const initials = (person: { calledName: string; lastName: string }): string =>
  `${[...person.calledName][0] ?? ''}${[...person.lastName][0] ?? ''}`.toUpperCase()
