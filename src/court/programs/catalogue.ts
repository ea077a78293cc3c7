/** The offences that a court may have on its list: those it has, and those of the starter catalogue that it left out. */
import { referenceOffences } from './offences.ts'
import type { Offence, Rulebook } from './rulebook.ts'

export type CatalogueLine = Offence & { listed: boolean }

export const catalogueOf = ({ offences, grid }: Rulebook): CatalogueLine[] => [
  ...offences.map(one => ({ ...one, listed: true })),
  ...referenceOffences
    .filter(({ code }) => !offences.some(one => one.code === code))
    .map(({ weight, ...one }) => ({ ...one, class: classFor(weight, grid), listed: false })),
]

const HEAVIEST = 4

/** Some grids run up and some run down, so the class is found by what it asks for: the lightest offence has the lightest. */
const classFor = (weight: 1 | 2 | 3 | 4, { classes }: Rulebook['grid']): string => {
  const rising = classes.toSorted((one, other) => one.serviceHours[1] - other.serviceHours[1])
  const at = Math.round(((weight - 1) / (HEAVIEST - 1)) * (rising.length - 1))
  return rising[at]?.code ?? ''
}
