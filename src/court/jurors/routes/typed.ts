import type { Form } from '#platform/forms'

/** What was typed, as it stood in the form, for a refusal that is not the form's fault. */
export const typed = (body: unknown): Form['values'] =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, string | string[]>).filter(([name]) => name !== 'once'),
  )
