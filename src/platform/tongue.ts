/**
 * A page speaks one language throughout, so that a screen reader says it rightly: that of the reader where every text of the
 * page is written in it, and English where one is missing. A mixture would be neither (WCAG 3.1.1).
 */
import type { Said, Speaker, TextKey } from '#words'
import type { Language } from './formats.ts'

export type Missed = () => void

type Values = Readonly<Record<string, unknown>>

/** The same speaker, which tells whoever listens when it had to borrow an English text. */
export const overheard = (t: Speaker, missed: Missed | null): Speaker => {
  if (missed === null) return t
  const note = (key: string, given: Values = {}): void => {
    if (t.isMissing(key as TextKey)) missed()
    for (const value of Object.values(given)) if (isSaid(value)) note(value.key, 'with' in value ? value.with : {})
  }
  const speak = (key: string, given?: Values): string => {
    note(key, given)
    return (t as (key: string, given?: Values) => string)(key, given)
  }
  const say = (what: Said): string => {
    note(what.key, 'with' in what ? what.with : {})
    return t.say(what)
  }
  return Object.assign(speak, { say, language: t.language, isMissing: t.isMissing }) as Speaker
}

const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && 'key' in value

/** Draws in the language that is wanted if it is whole there, and in English otherwise, where nobody has to listen; gives what it has become. */
export const inOneTongue = <Drawn>(
  wanted: Language,
  draw: (language: Language, missed: Missed | null) => Drawn,
): { language: Language; drawn: Drawn } => {
  if (wanted === 'en') return { language: 'en', drawn: draw('en', null) }
  let isWhole = true
  const drawn = draw(wanted, () => {
    isWhole = false
  })
  return isWhole ? { language: wanted, drawn } : { language: 'en', drawn: draw('en', null) }
}
