import { z } from 'zod'
import { openBirthDate, personFields, strengthsField, ties } from '#court/people'
import {
  choice,
  day,
  idField,
  optionalChoice,
  optionalDay,
  optionalText,
  several,
  text,
  tick,
  whole,
} from '#platform/forms'
import { reached, waysOfContact } from './case.ts'
import { linkReasons, unlinkReasons } from './rules/linking.ts'
import { type Overridable, type Overrides, overridable, screeningRules } from './screening.ts'

const NOTE = { max: 1000, lines: true }

/** The name of a known person, or nobody. */
const known = z
  .union([z.literal('new'), idField()])
  .nullish()
  .transform(answer => answer ?? null)

const overrideFields = Object.fromEntries(
  overridable.flatMap(rule => [
    [`approver-${rule}`, optionalText({ max: 120 })],
    [`note-${rule}`, optionalText(NOTE)],
  ]),
)

export const screeningForm = z.strictObject({ strangers: tick(), ...overrideFields })

/** An override that was begun is handed on as it is; the rules say what it lacks. */
export const overridesFrom = (answers: Record<string, unknown>): Overrides =>
  Object.fromEntries(
    overridable.flatMap((rule: Overridable) => {
      const [approver, note] = [answers[`approver-${rule}`], answers[`note-${rule}`]]
      return approver || note ? [[rule, { approver: String(approver ?? ''), note: String(note ?? '') }]] : []
    }),
  )

export const declineForm = z.strictObject({ rule: choice(screeningRules), declineNote: text(NOTE) })
export const offenceForm = z.strictObject({ offenceCode: text({ max: 24 }) })
export const sameForm = z.strictObject({ personId: idField() })

const A_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What a browser sends for a time of day. */
const optionalTime = optionalText({ max: 5 }).refine(time => time === null || A_TIME.test(time), 'platform.field.time')

/** A meeting has a day and a time, or neither yet; and whoever writes one down means that they will come. */
export const contactForm = z
  .strictObject({
    on: day(),
    way: choice(waysOfContact),
    withWhom: choice(reached),
    note: optionalText(NOTE),
    nextStep: optionalText({ max: 240 }),
    agreed: tick(),
    meetOn: optionalDay(),
    meetAt: optionalTime,
  })
  .refine(({ meetOn, meetAt }) => meetOn !== null || meetAt === null, {
    path: ['meetOn'],
    message: 'cases.field-meet-on',
  })
  .refine(({ meetOn, meetAt }) => meetAt !== null || meetOn === null, {
    path: ['meetAt'],
    message: 'cases.field-meet-at',
  })
  .refine(({ agreed, meetOn, meetAt }) => agreed || (meetOn === null && meetAt === null), {
    path: ['agreed'],
    message: 'cases.field-agreed',
  })

const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const

/** Whoever was harmed is known by both names, or is not named here. */
export const intakeForm = z
  .strictObject({
    version: whole({ min: 0, max: 1_000_000 }),
    metOn: day(),
    strengths: strengthsField,
    statement: optionalText({ max: 4000, lines: true }),
    needs: optionalText({ max: 2000, lines: true }),
    freeWeekdays: several(weekdays).transform(days => days.map(Number)),
    interpreter: optionalText({ max: 80 }),
    adjustments: optionalText({ max: 500, lines: true }),
    harmedReached: choice(['yes', 'tried', 'nobody-harmed']),
    harmedWishes: choice(['attend', 'write', 'decline', 'unknown', 'none']),
    harmedStatement: optionalText({ max: 4000, lines: true }),
    harmedCalledName: optionalText({ max: 80 }),
    harmedLastName: optionalText({ max: 80 }),
    known,
    finish: optionalChoice(['yes']),
  })
  .refine(({ harmedCalledName, harmedLastName }) => harmedCalledName !== null || harmedLastName === null, {
    path: ['harmedCalledName'],
    message: 'cases.field-harmed-both',
  })
  .refine(({ harmedCalledName, harmedLastName }) => harmedLastName !== null || harmedCalledName === null, {
    path: ['harmedLastName'],
    message: 'cases.field-harmed-both',
  })

export const relationForm = z.strictObject({
  ...personFields,
  birth: openBirthDate,
  tie: choice(ties),
  apart: tick(),
  known,
})

export const consentForm = z.strictObject({
  language: choice(['en', 'es', 'fr']),
  how: choice(['paper', 'screen', 'spoken']),
  respondent: several(['admission', 'participation', 'release', 'survey', 'messages']),
  guardianId: optionalText({ max: 36 }),
  guardian: several(['guardian', 'release', 'messages']),
})

export const withdrawalForm = z.strictObject({
  personId: idField(),
  kind: choice(['admission', 'participation', 'guardian', 'release', 'survey', 'messages']),
})

export const linkForm = z.strictObject({ otherNo: text({ max: 20 }), reason: choice(linkReasons) })

export const unlinkForm = z.strictObject({ because: choice(unlinkReasons) })
