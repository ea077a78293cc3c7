/**
 * How a text is written, checked and spoken. A text is a sentence with named places, "Signed by {name}", or one sentence
 * for each plural form of its language, chosen by `count`. A place may say how its value is shown: "Due {on, day}".
 */
import { type Language, type PlainFormats, plainFormats, type ThisYear } from './formats.ts'

type PluralForm = { en: 'one' | 'other'; es: 'one' | 'many' | 'other'; fr: 'one' | 'many' | 'other' }
type Plural<L extends Language> = { readonly [Form in PluralForm[L]]?: string } & {
  readonly one: string
  readonly other: string
}

export type Text<L extends Language = Language> = string | Plural<L>
export type Texts<L extends Language = Language> = Readonly<Record<string, Text<L>>>

/** The English texts of one file, whose name every key begins with: so no two files can hold the same key. */
export type EnglishOf<File extends string> = Readonly<Record<`${File}.${string}`, Text<'en'>>>

/** How a place may show its value; the names are those of the formats that need no clock. */
type Form = Exclude<keyof PlainFormats, 'dateBox'>

type Wording<T> = T extends string ? T : Extract<T[keyof T], string>
type Places<W extends string> = W extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never
type PlacesOf<T> = Places<Wording<T>> | (T extends string ? never : 'count')
type NameOf<Place> = Place extends `${infer Name}, ${string}` ? Name : Place
type ValueOf<Place, Said> = Place extends `${string}, ${infer Shown}`
  ? Shown extends Form
    ? Parameters<PlainFormats[Shown]>[0]
    : never
  : Place extends 'count'
    ? number
    : string | number | Said

/** The values that a text asks for. */
export type Given<T, Said = never> = { readonly [Place in PlacesOf<T> as NameOf<Place> & string]: ValueOf<Place, Said> }

/** Whether a text asks for nothing. */
export type IsPlain<T> = [PlacesOf<T>] extends [never] ? true : false

type SameGiven<One, Other> = [Given<One>, Given<Other>] extends [Given<Other>, Given<One>] ? true : false

/** A translated text must ask for the same values and be plural where the English one is. */
type Faithful<Source, Translated, L extends Language> = Source extends string
  ? Same<Source, Translated, string>
  : Same<Source, Translated, Plural<L>> & { [Form in Exclude<keyof Translated, PluralForm[L]>]: never }

type Same<Source, Translated, Shape> = Translated extends Shape
  ? SameGiven<Source, Translated> extends true
    ? Shape
    : Given<Source>
  : Shape

/** Checks a translation against the texts it translates: keys, plural forms of the language, and values asked for. */
export const translation = <Source extends Texts>() => ({
  to: <L extends Language, const T>(
    _language: L,
    texts: T & { [Key in keyof T]: Key extends keyof Source ? Faithful<Source[Key], T[Key], L> : never },
  ): T => texts,
})

type Values = Readonly<Record<string, unknown>>
export type Spoken = string | ((given: Values) => string)

/** Speaks a text that is itself the value of another text's place. */
type Say = (said: object) => string

/** A language, and the year that its days need not say. */
export type Tongue = { language: Language; thisYear: ThisYear }

/** Turns texts into what can be spoken at once: a string, or a function of the values. */
export const compileTexts = (tongue: Tongue, texts: Texts, say: Say): Map<string, Spoken> =>
  new Map(Object.entries(texts).map(([key, text]) => [key, compileText(tongue, text, say)]))

const compileText = (tongue: Tongue, text: Text, say: Say): Spoken => {
  const { language } = tongue
  if (typeof text === 'string') return sentence(tongue, text, say)
  const spoken = new Map(Object.entries(text).map(([form, words]) => [form, sentence(tongue, words, say)]))
  const formOf = pluralForm(language)
  return given => {
    const words = spoken.get(formOf(Number(given.count))) ?? spoken.get('other') ?? ''
    return typeof words === 'string' ? words : words(given)
  }
}

type Show = (value: unknown) => string

const sentence = (tongue: Tongue, words: string, say: Say): Spoken => {
  const [first = '', ...rest] = words.split(/\{([^{}]*)\}/)
  if (rest.length === 0) return first
  const places: { name: string; show: Show; after: string }[] = []
  for (let at = 0; at < rest.length; at += 2)
    places.push({ ...place(tongue, rest[at] ?? '', say), after: rest[at + 1] ?? '' })
  return given => {
    let spoken = first
    for (const { name, show, after } of places) spoken += show(given[name]) + after
    return spoken
  }
}

const place = ({ language, thisYear }: Tongue, words: string, say: Say): { name: string; show: Show } => {
  const [name = '', shown] = words.split(', ')
  const form = shown === undefined && name === 'count' ? 'number' : shown
  if (form === undefined) return { name, show: value => plainly(value, say) }
  const show = plainFormats(language, thisYear)[form as Form] as Show | undefined
  if (show === undefined) throw new Error(`The text place {${words}} names no known format`)
  return { name, show }
}

const plainly = (value: unknown, say: Say): string => {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null ? say(value) : String(value ?? '')
}

const FORMS_KEPT = 1_000

/** The plural form of a count. Forms of small counts are worked out once. */
const pluralForm = (language: Language): ((count: number) => string) => {
  const { rules, small } = plurals[language]
  return count => small[count] ?? rules.select(count)
}

const pluralsOf = (language: Language) => {
  const rules = new Intl.PluralRules(language)
  return { rules, small: Array.from({ length: FORMS_KEPT }, (_, count) => rules.select(count)) }
}

const plurals = { en: pluralsOf('en'), es: pluralsOf('es'), fr: pluralsOf('fr') }
