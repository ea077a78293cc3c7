/** How a page speaks of the one who promised: "you" to themselves, and by the name they are called to their family. */
import { type Said, said } from '#words'

/** The called name; null to the young person themselves. */
export type Called = string | null

type Spoken =
  | 'hello'
  | 'theirs'
  | 'next-jury'
  | 'kept-all'
  | 'nothing-left'
  | 'send-title'
  | 'from-attendance'
  | 'field.why'

export const spoken = (key: Spoken, called: Called): Said =>
  called === null ? said(`obligations.${key}`) : said(`obligations.${key}.of` as const, { name: called })
