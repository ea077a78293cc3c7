/** Days, times, hours and money as people read them. Every formatter is made once: making one costs fifty times its use. */
import { type Day, wallAt } from './time.ts'

export const languages = ['en', 'es', 'fr'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (word: unknown): word is Language => languages.includes(word as Language)

/** Spanish as it is written in the United States: a clock of twelve hours, a point before decimals. */
const locales: Record<Language, string> = { en: 'en-US', es: 'es-US', fr: 'fr-FR' }

export type DateBox = { month: string; day: string; weekday: string }

/** What needs no clock: a day is a day in every time zone. */
export type PlainFormats = ReturnType<typeof makePlain>
export type Formats = PlainFormats & { time(instant: Date): string; moment(instant: Date): string }

/** The year that need not be said, '2026': today's. On paper there is none, and every day says its year. */
export type ThisYear = string | null

const plain = new Map<string, PlainFormats>()
const timed = new Map<string, Formats>()

export const plainFormats = (language: Language, thisYear: ThisYear = null): PlainFormats =>
  kept(plain, `${language} ${thisYear}`, () => makePlain(language, thisYear))

export const formats = (language: Language, timeZone: string, thisYear: ThisYear = null): Formats =>
  kept(timed, `${language} ${timeZone} ${thisYear}`, () => {
    const known = plainFormats(language, thisYear)
    return { ...known, ...makeTimed(known, language, timeZone) }
  })

const makePlain = (language: Language, thisYear: ThisYear) => {
  const locale = locales[language]
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const since = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const written = numberIn(locale, {})
  const number = (n: number): string => (isSmall(n) ? String(n) : written(n))
  const dollars = numberIn(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  return {
    ...daysIn(locale, thisYear),
    number,
    /** A share between 0 and 1, in whole hundredths. */
    percent: numberIn(locale, { style: 'percent' }),
    money: (cents: number): string => dollars(cents / 100),
    hours: hoursIn(number),
    list: (words: readonly string[]): string => lists.format(words),
    ago: (days: number): string => since.format(-days, 'day'),
  }
}

const daysIn = (locale: string, thisYear: ThisYear) => {
  const near = (shape: Intl.DateTimeFormatOptions) => {
    const [short, whole] = [dayIn(locale, shape), dayIn(locale, { ...shape, year: 'numeric' })]
    return (on: Day): string => (thisYear !== null && on.startsWith(thisYear) ? short(on) : whole(on))
  }
  const month = dayIn(locale, { month: 'short' })
  const number = dayIn(locale, { day: 'numeric' })
  const shortWeekday = dayIn(locale, { weekday: 'short' })
  return {
    day: near({ month: 'short', day: 'numeric' }),
    longDay: near({ weekday: 'long', month: 'long', day: 'numeric' }),
    fullDay: dayIn(locale, { year: 'numeric', month: 'long', day: 'numeric' }),
    weekday: dayIn(locale, { weekday: 'long' }),
    dateBox: (on: Day): DateBox => ({ month: month(on), day: number(on), weekday: shortWeekday(on) }),
  }
}

const makeTimed = ({ day }: PlainFormats, language: Language, timeZone: string) => {
  const clock = minuteIn(locales[language])
  const time = (instant: Date): string => clock(wallAt(timeZone, instant).minute)
  return { time, moment: (instant: Date): string => `${day(wallAt(timeZone, instant).day)}, ${time(instant)}` }
}

/** A day has only so many minutes, so the words for each are kept. */
const minuteIn = (locale: string): ((minute: number) => string) => {
  const clock = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
  const words = new Map<number, string>()
  return minute => kept(words, minute, () => spaced(clock.format(minute * 60_000)))
}

const DAYS_KEPT = 2_000

/** Pages name the same few hundred days again and again, so their words are kept. */
const dayIn = (locale: string, shape: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
  const calendar = new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' })
  const words = new Map<Day, string>()
  return day => {
    if (words.size > DAYS_KEPT) words.clear()
    return kept(words, day, () => calendar.format(Date.parse(`${day}T00:00:00Z`)))
  }
}

const numberIn = (locale: string, shape: Intl.NumberFormatOptions): ((n: number) => string) => {
  const format = new Intl.NumberFormat(locale, shape)
  return n => format.format(n)
}

/** Whole numbers below a thousand are written alike in our languages, and Intl takes a microsecond. */
const isSmall = (n: number): boolean => Number.isInteger(n) && n >= 0 && n < 1_000

const fractions: Record<number, string> = { 15: '¼', 20: '⅓', 30: '½', 40: '⅔', 45: '¾' }

/** Minutes as hours: "7½", and "7.17" where no fraction has a sign of its own. */
const hoursIn =
  (number: (n: number) => string) =>
  (minutes: number): string => {
    const size = Math.abs(minutes)
    const fraction = size % 60 === 0 ? '' : fractions[size % 60]
    const sign = minutes < 0 ? '−' : ''
    if (fraction === undefined) return sign + number(Math.round(size / 0.6) / 100)
    const whole = Math.floor(size / 60)
    return sign + (whole > 0 || fraction === '' ? number(whole) : '') + fraction
  }

/** The narrow space that Intl puts before AM and PM is missing from many fonts and from every search box. */
const spaced = (words: string): string => words.replaceAll(/[\u202F\u00A0]/g, ' ')

const kept = <Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value => {
  const old = known.get(key)
  if (old !== undefined) return old
  const made = make()
  known.set(key, made)
  return made
}
