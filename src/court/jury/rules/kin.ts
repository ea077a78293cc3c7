import type { FamilyTie } from './draw.ts'

type Kin = {
  personId: string
  otherId: string
  tie: 'guardian' | 'relative' | 'acquaintance'
  sameHousehold: 'yes' | 'no'
}

/**
 * What two people are to each other (rule 10): what was written down between them, and what follows from a third person,
 * since two who live under one roof with the same person live together, and two with one guardian or relative are family.
 */
export const tiesTo = (one: string, other: string, kin: readonly Kin[]): FamilyTie[] => {
  const between = kin.filter(tie => joins(tie, one, other))
  const ofOne = family(one, kin)
  const ofOther = family(other, kin)
  const shared = [...ofOne.keys()].filter(third => third !== one && third !== other && ofOther.has(third))
  const household =
    between.some(tie => tie.sameHousehold === 'yes') ||
    shared.some(third => ofOne.get(third) === 'yes' && ofOther.get(third) === 'yes')
  const relative = between.some(tie => tie.tie !== 'acquaintance') || shared.length > 0
  const acquaintance = between.some(tie => tie.tie === 'acquaintance')
  return [
    ...(household ? (['household'] as const) : []),
    ...(relative ? (['relative'] as const) : []),
    ...(acquaintance ? (['acquaintance'] as const) : []),
  ]
}

const joins = (tie: Kin, one: string, other: string): boolean =>
  (tie.personId === one && tie.otherId === other) || (tie.personId === other && tie.otherId === one)

/** The guardians and relatives of somebody, and whether they share a roof. */
const family = (person: string, kin: readonly Kin[]): Map<string, 'yes' | 'no'> =>
  new Map(
    kin
      .filter(
        tie =>
          (tie.tie !== 'acquaintance' || tie.sameHousehold === 'yes') &&
          (tie.personId === person || tie.otherId === person),
      )
      .map(tie => [tie.personId === person ? tie.otherId : tie.personId, tie.sameHousehold]),
  )
