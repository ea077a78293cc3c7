/** What people send in forms, read with one set of rules. Every message is the key of a text. */
import { z } from 'zod'
import { type Said, said, speak, type TextKey } from '#words'
import type { BirthDateProps, ChoicesProps, FieldProps } from './parts.ts'

export {
  birthDate,
  cents,
  choice,
  day,
  email,
  idField,
  minutesFromHours,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalId,
  optionalPhone,
  optionalText,
  phone,
  several,
  text,
  tick,
  whole,
} from './fields.ts'

/** A form as it stands on a page: what was typed, and what is wrong with it, by the name of the field. */
export type Form = { values: Record<string, string | string[]>; errors: Record<string, Said> }

/** One question of a form: the partials `ask`, `ask-choices` and `ask-birth-date` add what was typed and what is wrong. */
export type AskProps = { form: Form; field: Omit<FieldProps, 'value' | 'error'> }
export type AskChoicesProps = { form: Form; choices: Omit<ChoicesProps, 'chosen' | 'error'> }
export type AskBirthDateProps = { form: Form; birthDate: Omit<BirthDateProps, 'month' | 'day' | 'year' | 'error'> }
export type FormErrorsProps = { form: Form }

export const emptyForm = (values: Form['values'] = {}): Form => ({ values, errors: {} })

/**
 * A refusal, beside the question that it is about: the list of errors leads there, and the question shows the words.
 * One that is about no single question stands at the top of the page.
 */
export const pointed = (form: Form, problem: Said | null, field?: string): { form: Form; problem: Said | null } =>
  problem === null || field === undefined
    ? { form, problem }
    : { form: { ...form, errors: { ...form.errors, [field]: problem } }, problem: null }

/** Either way the form as it was typed is at hand: what is well written may still be refused. */
export type Read<Value> = { ok: true; value: Value; form: Form } | { ok: false; form: Form }

/** Reads what was posted. `once` is no answer of a person's, nor is `version` where the schema does not ask for it. */
export const readForm = <Schema extends z.ZodType>(schema: Schema, body: unknown): Read<z.output<Schema>> => {
  const answers = answersIn(body, schema)
  const read = schema.safeParse(withBirthDates(answers))
  const values = typedIn(answers)
  return read.success
    ? { ok: true, value: read.data, form: { values, errors: {} } }
    : { ok: false, form: { values, errors: errorsIn(read.error.issues) } }
}

type Answers = Record<string, unknown>

const answersIn = (body: unknown, schema: z.ZodType): Answers => {
  const asked = schema instanceof z.ZodObject ? schema.shape : {}
  return entriesOnly(body, name => name !== 'once' && (name !== 'version' || Object.hasOwn(asked, 'version')))
}

/** Fresh and plain, so that a field called `__proto__` is a field like any other. */
const entriesOnly = (from: unknown, wanted: (name: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(from ?? {}).filter(([name]) => wanted(name)))

/** Three inputs, `bornMonth`, `bornDay` and `bornYear`, are one answer: `born`. */
const withBirthDates = (answers: Answers): Answers => {
  const names = Object.keys(answers)
    .filter(name => name.endsWith('Month'))
    .map(name => name.slice(0, -'Month'.length))
    .filter(name => `${name}Day` in answers && `${name}Year` in answers)
  const parts = names.flatMap(name => [`${name}Month`, `${name}Day`, `${name}Year`])
  const whole = names.map(name => [name, ['Month', 'Day', 'Year'].map(part => answers[name + part])])
  return { ...entriesOnly(answers, name => !parts.includes(name)), ...Object.fromEntries(whole) }
}

/** What was typed, to be shown again; signs that no page can show are left out. */
const typedIn = (answers: Answers): Form['values'] =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, Array.isArray(value) ? value.map(shown) : shown(value)]),
  )

const shown = (value: unknown): string =>
  String(value ?? '')
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')

/** The first thing that is wrong with each field, in the order of the fields. */
const errorsIn = (issues: readonly z.core.$ZodIssue[]): Form['errors'] => {
  const nameOf = (issue: z.core.$ZodIssue) => String(issue.path[0] ?? '')
  const first = issues.filter((issue, n) => issues.findIndex(other => nameOf(other) === nameOf(issue)) === n)
  return Object.fromEntries(first.map(issue => [nameOf(issue), saidOf(issue)]))
}

const saidOf = (issue: z.core.$ZodIssue): Said => {
  if (issue.code === 'unrecognized_keys') return said('platform.unreadable')
  if (speak('en').isMissing(issue.message as TextKey)) return said('platform.field.wrong')
  const values = issue.code === 'custom' ? issue.params : undefined
  return (values === undefined ? { key: issue.message } : { key: issue.message, with: values }) as Said
}
