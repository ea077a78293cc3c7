import { z } from 'zod'
import {
  birthDate,
  choice,
  idField,
  optionalEmail,
  optionalPhone,
  optionalText,
  text,
  tick,
  whole,
} from '#platform/forms'
import { languagesSpoken, type NewPerson, reachWays } from './person.ts'

const NAME = { max: 80 }

/** What is asked about anybody. */
export const personFields = {
  calledName: text(NAME),
  lastName: text(NAME),
  legalName: optionalText({ max: 160 }),
  pronouns: optionalText({ max: 40 }),
  language: choice(languagesSpoken),
  email: optionalEmail(),
  phone: optionalPhone(),
  address: optionalText({ max: 240, lines: true }),
  reachBy: choice(reachWays),
}

/** A birth date that may be left open, when only a name and a number are known. */
export const openBirthDate = z
  .unknown()
  .optional()
  .transform((sent, context) => {
    const parts = Array.isArray(sent) ? sent : []
    if (parts.every(part => String(part ?? '').trim() === '')) return null
    const read = z.object(birthDate('birth')).safeParse({ birth: sent })
    if (read.success) return read.data.birth
    context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? '' })
    return z.NEVER
  })

const STRENGTHS_MOST = 12

/** One strength a line. */
export const strengthsField = z
  .unknown()
  .optional()
  .transform((sent, context) => {
    const read = optionalText({ max: 800, lines: true }).safeParse(sent)
    if (!read.success) {
      context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? '' })
      return z.NEVER
    }
    const lines = (read.data ?? '').split('\n').map(line => line.trim())
    return [...new Set(lines.filter(line => line !== ''))].slice(0, STRENGTHS_MOST)
  })

/** The name of somebody the court knows, `new` for nobody of them, or no answer. */
export const knownField = z
  .union([z.literal('new'), idField()])
  .nullish()
  .transform(answer => answer ?? null)

const { calledName, lastName, language, email, phone, address, reachBy } = personFields

/** No more than a name, whatever else was typed. */
export const namesForm = z.object({ calledName, lastName })

/** Somebody who stands for another. */
export const guardianForm = z.strictObject({
  known: knownField,
  calledName,
  lastName,
  language,
  email,
  phone,
  address,
  reachBy,
  apart: tick(),
})

/** Everything about one person, as the desk corrects it. */
export const personForm = z.strictObject({
  ...personFields,
  birth: openBirthDate,
  school: optionalText({ max: 120 }),
  grade: optionalText({ max: 20 }),
  strengths: strengthsField,
  version: whole({ min: 1, max: 1_000_000 }),
})
export type PersonForm = z.output<typeof personForm>

export const asNewPerson = ({ birth, version: _version, ...rest }: PersonForm): NewPerson => ({
  ...rest,
  birthDate: birth,
})
