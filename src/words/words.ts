/** The words that people read, in each language. English is whole; where another language has no text yet, English speaks. */
import { type Language, languages, type ThisYear } from '#platform/formats'
import { compileTexts, type Given, type IsPlain, type Spoken, type Texts, type Tongue } from '#platform/texts'
import { en } from './en/index.ts'
import { es } from './es/index.ts'
import { fr } from './fr/index.ts'

export { isLanguage, type Language, languages } from '#platform/formats'

export type English = typeof en
export type TextKey = keyof English

/** Keys of the texts that ask for no value. */
export type PlainKey = { [Key in TextKey]: IsPlain<English[Key]> extends true ? Key : never }[TextKey]

/** A text not yet spoken. It may be kept as JSON; a value may itself be a text not yet spoken. Made by `said`. */
export type Said = { readonly key: PlainKey } | { readonly key: TextKey; readonly with: Values }
type Values = Readonly<Record<string, string | number | readonly string[] | Said>>

/** A key of which nothing is known might ask for values, so it must be one that asks for none. */
type Known<Key> = [TextKey] extends [Key] ? PlainKey : unknown

type ValuesOf<Key extends TextKey> = [TextKey] extends [Key]
  ? [given?: Values]
  : [Key] extends [PlainKey]
    ? []
    : [given: Given<English[Key], Said>]

export type Speaker = {
  <Key extends TextKey>(key: Key & Known<Key>, ...given: ValuesOf<Key>): string
  say(said: Said): string
  /** Whether the language has no text of its own for this key. */
  isMissing(key: TextKey): boolean
  readonly language: Language
}

export const said = <Key extends TextKey>(key: Key & Known<Key>, ...[given]: ValuesOf<Key>): Said =>
  (given === undefined ? { key } : { key, with: given }) as Said

/** The speaker of a language: of the days of this year without the year, or, where no year is given, of every day with it. */
export const speak = (language: Language, thisYear: ThisYear = null): Speaker => {
  const known = speakers.get(thisYear)
  if (known) return known[language]
  const made = speakersIn(thisYear)
  speakers.set(thisYear, made)
  return made[language]
}

type Speak = (key: string, given?: Values) => string

const speaking =
  (texts: ReadonlyMap<string, Spoken>): Speak =>
  (key, given = {}) => {
    const text = texts.get(key)
    return typeof text === 'function' ? text(given) : (text ?? key)
  }

const saying =
  (t: Speak) =>
  (what: Said): string =>
    t(what.key, 'with' in what ? what.with : undefined)

const speaker = (tongue: Tongue, own: Texts, fallback: ReadonlyMap<string, Spoken>): Speaker => {
  const texts = new Map(fallback)
  const t = speaking(texts)
  const say = saying(t)
  for (const [key, text] of compileTexts(tongue, own, inner => say(inner as Said))) texts.set(key, text)
  return Object.assign(t, { say, language: tongue.language, isMissing: (key: TextKey) => !Object.hasOwn(own, key) })
}

type Speakers = Record<Language, Speaker>

const speakers = new Map<ThisYear, Speakers>()

/** English sentences stay English throughout when another language borrows them, numbers and days included. */
const speakersIn = (thisYear: ThisYear): Speakers => {
  const english = compileTexts({ language: 'en', thisYear }, en, inner => made.en.say(inner as Said))
  const texts = { en, es, fr }
  const made = Object.fromEntries(
    languages.map(language => [language, speaker({ language, thisYear }, texts[language], english)]),
  ) as Speakers
  return made
}
