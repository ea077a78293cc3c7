import { z } from 'zod'
import { knownField, languagesSpoken } from '#court/people'
import {
  birthDate,
  choice,
  day,
  idField,
  minutesFromHours,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalPhone,
  optionalText,
  several,
  text,
  tick,
  whole,
} from '#platform/forms'
import type { Day } from '#platform/time'

const NAME = { max: 80 }

const guardianFields = {
  guardianWho: knownField,
  guardianCalledName: optionalText(NAME),
  guardianLastName: optionalText(NAME),
  guardianLanguage: optionalChoice(languagesSpoken),
  guardianEmail: optionalEmail(),
  guardianPhone: optionalPhone(),
  sameHousehold: tick(),
}
const guardianShape = z.object(guardianFields)
export type GuardianAnswers = z.output<typeof guardianShape>

/** A guardian is named in full or not at all: half a name is never dropped in silence. */
const namedInFull = (form: GuardianAnswers, context: z.RefinementCtx): void => {
  const { guardianCalledName: called, guardianLastName: last, guardianEmail, guardianPhone } = form
  const begun = [called, last, guardianEmail, guardianPhone].some(answer => answer !== null)
  const half = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (begun && called === null) half('guardianCalledName', 'jurors.new.guardian.half.called')
  if (begun && last === null) half('guardianLastName', 'jurors.new.guardian.half.last')
}

/** Somebody who wants to serve, and the adult who speaks for them. `who` names somebody we know already, or says that this is somebody new. */
export const volunteerForm = z
  .strictObject({
    who: knownField,
    calledName: text(NAME),
    lastName: text(NAME),
    ...birthDate('birth'),
    school: optionalText({ max: 120 }),
    language: choice(languagesSpoken),
    email: optionalEmail(),
    phone: optionalPhone(),
    ...guardianFields,
  })
  .superRefine(namedInFull)
export type VolunteerForm = z.output<typeof volunteerForm>

/** Somebody whose record we have; a guardian is asked for where none is on it. */
export const knownForm = z.strictObject({ who: idField(), ...guardianFields }).superRefine(namedInFull)
export type KnownForm = z.output<typeof knownForm>

/** By whom somebody may be recognised, whatever else was typed. */
export const volunteerNames = z.object({ calledName: text(NAME), lastName: text(NAME), ...birthDate('birth') })
export const guardianNames = z.object({ guardianCalledName: text(NAME), guardianLastName: text(NAME) })

export const trainingForm = z.strictObject({ on: day(), hours: minutesFromHours() })

export const oathForm = z.strictObject({ on: day() })

export const approvalForm = z.strictObject({ guardian: idField(), on: day() })

export const slipForm = z.strictObject({ term: choice(['once', 'month']) })

export const conflictForm = z.strictObject({ caseNo: text({ max: 20 }) })

export const weekdays = ['0', '1', '2', '3', '4', '5', '6'] as const

/** How many stretches of days the form asks for at once. */
export const SPANS = 3

const span = {
  from1: optionalDay(),
  to1: optionalDay(),
  from2: optionalDay(),
  to2: optionalDay(),
  from3: optionalDay(),
  to3: optionalDay(),
}

/** A stretch that has no end is one day; it may not end before it begins. */
export const awayForm = z
  .strictObject({
    weekdays: several(weekdays),
    monthlyLimit: whole({ min: 1, max: 12 }),
    version: whole({ min: 1, max: 1_000_000 }),
    ...span,
  })
  .superRefine((form, context) => {
    for (const { name, fromDay, toDay } of spansOf(form))
      if (toDay !== null && (fromDay === null || toDay < fromDay))
        context.addIssue({ code: 'custom', path: [name], message: 'jurors.away.order' })
  })
export type AwayAnswers = z.output<typeof awayForm>

const spansOf = (days: { [Key in keyof typeof span]: Day | null }) => [
  { name: 'to1', fromDay: days.from1, toDay: days.to1 ?? days.from1 },
  { name: 'to2', fromDay: days.from2, toDay: days.to2 ?? days.from2 },
  { name: 'to3', fromDay: days.from3, toDay: days.to3 ?? days.from3 },
]

/** What was answered, as the court keeps it. */
export const availabilityFrom = ({ weekdays, monthlyLimit, version, ...days }: AwayAnswers) => ({
  weekdays: weekdays.map(Number),
  monthlyLimit,
  version,
  absences: spansOf(days).flatMap(({ fromDay, toDay }) =>
    fromDay === null || toDay === null ? [] : [{ fromDay, toDay }],
  ),
})
