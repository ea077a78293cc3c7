/** How the page speaks: "you" to the young person, and of them by name to a guardian. */
import type { Day } from '#platform/time'
import { type Said, said } from '#words'

/** To whom the page speaks, and when: to the young person themselves, or of them by their name. */
export type Voice = { name: string | null; phone: string | null; today: Day }

type Titled =
  | 'own-hearing'
  | 'talk'
  | 'sign'
  | 'answer'
  | 'jury'
  | 'here'
  | 'choose-nights'
  | 'finished'
  | 'kept-all'
  | 'prepare'

/** To the young person "you"; to a guardian the name. */
export const titled = (key: Titled, { name }: Voice): Said =>
  name === null ? said(`home.${key}`) : said(`home.${key}.of` as const, { name })

type Worded = 'bring' | 'answer.why' | 'jury.why' | 'here.why' | 'finished.why'
export const worded = (key: Worded, { name }: Voice): Said =>
  name === null ? said(`home.${key}`) : said(`home.${key}.of`)
