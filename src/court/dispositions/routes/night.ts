import { emptyForm, type Form } from '#platform/forms'

/** Who works on the tablet of a night. */
export const room = ['facilitator', 'coordinator'] as const

/** A case on a night, as its address names it. */
export type At = { date: string; position: string }

export const baseOf = ({ date, position }: At): string => `/nights/${date}/${position}`

/** What was typed, as it stood in the form, for a refusal that is not the form's fault. */
export const typed = (body: unknown): Form => {
  const values = Object.entries((body ?? {}) as Record<string, string | string[]>).filter(([name]) => name !== 'once')
  return emptyForm(Object.fromEntries(values))
}
