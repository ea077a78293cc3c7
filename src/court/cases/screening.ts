/** The rules of admission, in the order in which a coordinator reads them (domain, sections 1.4 and rules 4–7). */
export const screeningRules = [
  'age',
  'offence-known',
  'non-violent',
  'offence-allowed',
  'first-time',
  'jurisdiction',
  'one-open-case',
] as const
export type ScreeningRule = (typeof screeningRules)[number]
