/** How the page speaks: "you" to the young person, and of them by name to a guardian. */
import type { Day } from '#platform/time'
import { type Said, said } from '#words'

/** To whom the page speaks, and when: to the young person themselves, or of them by their name. */
export type Voice = { name: string | null; phone: string | null; today: Day }

type Titled =
  | 'own-hearing'
  | 'talk'
  | 'sign'
  | 'sign.why'
  | 'bring-too'
  | 'nothing-left'
  | 'closed'
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

type Worded = 'bring' | 'answer.why' | 'jury.why' | 'here.why' | 'finished.why' | 'closed.why'
export const worded = (key: Worded, { name }: Voice): Said =>
  name === null ? said(`home.${key}`) : said(`home.${key}.of`)

export const dueWords = (on: Day, { name }: Voice): Said =>
  name === null ? said('home.due.why', { on }) : said('home.due.why.of', { on, name })

export const helpWords = (count: number, { name }: Voice): Said =>
  name === null ? said('home.help.why', { count }) : said('home.help.why.of', { count, name })
