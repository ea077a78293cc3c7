/** The kinds of answer that a form may ask for. Each reads what a browser sends: nothing, one string, or several. */
import { z } from 'zod'
import type { TextKey } from '#words'
import { isId } from './ids.ts'
import { type Day, isDay } from './time.ts'

/** What is wrong with an answer: a text, and the values that it asks for. */
type Wrong = { wrong: TextKey; values?: Record<string, number> }
const wrong = (key: TextKey, values?: Record<string, number>): Wrong =>
  values ? { wrong: key, values } : { wrong: key }
const isWrong = (answer: unknown): answer is Wrong => typeof answer === 'object' && answer !== null && 'wrong' in answer

/** `optional` here only means that a browser leaves out what was not filled in; what that means, each answer says itself. */
const answer = <Value>(read: (sent: unknown) => Value | Wrong) =>
  z
    .unknown()
    .optional()
    .transform((sent, context): Value => {
      const got = read(sent)
      if (!isWrong(got)) return got
      context.addIssue({ code: 'custom', message: got.wrong, ...(got.values ? { params: got.values } : {}) })
      return z.NEVER
    })

/** One line as it will be kept: composed, trimmed, without signs that cannot be stored or seen. */
const lineOf = (sent: unknown): string | Wrong => {
  if (sent === undefined) return ''
  if (typeof sent !== 'string') return wrong('platform.field.wrong')
  const line = sent.replaceAll('\t', ' ').trim()
  if (!line.isWellFormed() || /\p{Cc}/u.test(line)) return wrong('platform.field.characters')
  return /[^\p{Z}\p{C}]/u.test(line) ? line.normalize('NFC') : ''
}

/** Some lines: as one line, but for the ends of lines, which are all written alike. */
const linesOf = (sent: unknown): string | Wrong => {
  if (typeof sent !== 'string') return lineOf(sent)
  const lines = sent
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.trimEnd())
  const bad = lines.map(lineOf).find(isWrong)
  if (bad) return bad
  const whole = lines.join('\n').replaceAll('\t', ' ').trim().normalize('NFC')
  return /[^\p{Z}\p{C}]/u.test(whole) ? whole : ''
}

type ReadLine<Value> = (line: string) => Value | Wrong

const needed = <Value>(read: ReadLine<Value>, missing: TextKey = 'platform.field.required', clean = lineOf) =>
  answer(sent => {
    const line = clean(sent)
    if (isWrong(line)) return line
    return line === '' ? wrong(missing) : read(line)
  })

const optional = <Value>(read: ReadLine<Value>) =>
  answer<Value | null>(sent => {
    const line = lineOf(sent)
    return isWrong(line) ? line : line === '' ? null : read(line)
  })

type TextWish = { max: number; lines?: boolean }

const atMost =
  (most: number): ReadLine<string> =>
  line =>
    line.length > most ? wrong('platform.field.too-long', { most }) : line

export const text = ({ max, lines = false }: TextWish) => needed(atMost(max), undefined, lines ? linesOf : lineOf)

/** No answer is null. */
export const optionalText = ({ max, lines = false }: TextWish) =>
  answer<string | null>(sent => {
    const line = (lines ? linesOf : lineOf)(sent)
    return isWrong(line) ? line : line === '' ? null : atMost(max)(line)
  })

const aDay: ReadLine<Day> = line => (isDay(line) ? line : wrong('platform.field.day'))
export const day = () => needed(aDay)
export const optionalDay = () => optional(aDay)

export const whole = ({ min, max }: { min: number; max: number }) =>
  needed(line => {
    if (!/^[+-]?\d{1,12}$/.test(line)) return wrong('platform.field.whole')
    const number = Number(line)
    if (number < min) return wrong('platform.field.least', { least: min })
    return number > max ? wrong('platform.field.most', { most: max }) : number
  })

const among =
  <Word extends string>(words: readonly Word[]): ReadLine<Word> =>
  line =>
    words.find(word => word === line) ?? wrong('platform.field.choose')
export const choice = <const Word extends string>(words: readonly Word[]) =>
  needed(among(words), 'platform.field.choose')
export const optionalChoice = <const Word extends string>(words: readonly Word[]) => optional(among(words))

/** Some of them, in the order of the list; none is an empty list. */
export const several = <const Word extends string>(words: readonly Word[]) =>
  answer<Word[]>(sent => {
    const lines = (sent === undefined ? [] : [sent].flat()).filter(line => line !== '')
    const known = words.filter(word => lines.includes(word))
    return new Set(lines).size > known.length ? wrong('platform.field.choose') : known
  })

const anId: ReadLine<string> = line => (isId(line) ? line : wrong('platform.field.choose'))
export const idField = () => needed(anId, 'platform.field.choose')
export const optionalId = () => optional(anId)

/** A box that is ticked, or is not. */
export const tick = () =>
  answer(sent =>
    sent === undefined || sent === '' ? false : sent === 'on' || sent === 'yes' ? true : wrong('platform.field.wrong'),
  )

const HOURS_MOST = 1_000
const fractions: Readonly<Record<string, number>> = { '': 0, '¼': 15, '⅓': 20, '½': 30, '⅔': 40, '¾': 45 }

/** "1.5", "1,5", "1½" and "1:30" are ninety minutes. */
export const minutesFromHours = () =>
  needed(line => {
    const [, hours, minutes] = /^(\d{1,4}):([0-5]\d)$/.exec(line) ?? []
    const [, whole = '', fraction = ''] = /^(\d{0,4}) ?([¼⅓½⅔¾]?)$/.exec(line) ?? []
    const decimal = /^\d{0,4}[.,]?\d{1,2}$/.test(line) ? Number(line.replace(',', '.')) * 60 : Number.NaN
    const sum =
      hours !== undefined
        ? Number(hours) * 60 + Number(minutes)
        : fraction !== ''
          ? Number(whole) * 60 + (fractions[fraction] ?? 0)
          : Math.round(decimal)
    return sum > 0 && sum <= HOURS_MOST * 60 ? sum : wrong('platform.field.hours')
  })

/** "12", "$12.50" and "1,250.00", in cents. */
export const cents = () =>
  needed(line => {
    const plain = line.replace(/^\$ ?/, '').replaceAll(/,(?=\d{3}(\D|$))/g, '')
    return /^\d{1,6}([.,]\d{2})?$/.test(plain)
      ? Math.round(Number(plain.replace(',', '.')) * 100)
      : wrong('platform.field.money')
  })

const EMAIL_MOST = 254
const anEmail: ReadLine<string> = line =>
  line.length <= EMAIL_MOST && /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\].]+(\.[^\s@<>"(),;:\\[\].]+)+$/.test(line)
    ? line
    : wrong('platform.field.email')
export const email = () => needed(anEmail)
export const optionalEmail = () => optional(anEmail)

const aPhone: ReadLine<string> = line => {
  const digits = line.replaceAll(/\D/g, '').length
  return /^\+?[\d ().\-–/]+( ?(x|ext\.?) ?\d{1,6})?$/i.test(line) && digits >= 7 && digits <= 20
    ? line
    : wrong('platform.field.phone')
}
export const phone = () => needed(aPhone)
export const optionalPhone = () => optional(aPhone)

/** A day of birth from three inputs, `<name>Month`, `<name>Day` and `<name>Year`; stands in a schema as `...birthDate('born')`. */
export const birthDate = <const Name extends string>(name: Name) =>
  ({ [name]: aBirthDate }) as { [Key in Name]: typeof aBirthDate }

const aBirthDate = answer(sent => {
  const [month = '', date = '', year = ''] = (Array.isArray(sent) ? sent : []).map(part => String(part ?? '').trim())
  if (`${month}${date}${year}` === '') return wrong('platform.field.required')
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(written) ? written : wrong('platform.field.day')
})
