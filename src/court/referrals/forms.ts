import { z } from 'zod'
import { languagesSpoken } from '#court/people'
import {
  birthDate,
  cents,
  choice,
  day,
  idField,
  optionalDay,
  optionalEmail,
  optionalPhone,
  optionalText,
  text,
  tick,
} from '#platform/forms'
import { custodies, sourceKinds } from './referral.ts'

/** An answer that may be left out. */
const unlessEmpty = <Value>(asked: z.ZodType<Value>) =>
  z
    .unknown()
    .optional()
    .transform((sent, context): Value | null => {
      if (sent === undefined || sent === '') return null
      const read = asked.safeParse(sent)
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? '' })
      return z.NEVER
    })

/** The young person and who cares for them. */
const youngPerson = {
  calledName: text({ max: 80 }),
  lastName: text({ max: 80 }),
  ...birthDate('birth'),
  school: optionalText({ max: 120 }),
  grade: optionalText({ max: 20 }),
  language: choice(languagesSpoken),
  phone: optionalPhone(),
  address: optionalText({ max: 240, lines: true }),
}

const guardian = {
  guardianCalledName: optionalText({ max: 80 }),
  guardianLastName: optionalText({ max: 80 }),
  guardianPhone: optionalPhone(),
  guardianEmail: optionalEmail(),
  guardianLanguage: choice(languagesSpoken),
  guardianApart: tick(),
}

const matter = {
  sourceKind: choice(sourceKinds),
  offenceCode: text({ max: 24 }),
  incidentOn: day(),
  incidentPlace: optionalText({ max: 160 }),
  narrative: text({ max: 4000, lines: true }),
  reason: optionalText({ max: 1000, lines: true }),
  reportNo: optionalText({ max: 40 }),
  harmedName: optionalText({ max: 160 }),
  harmedContact: optionalText({ max: 240 }),
  lossCents: unlessEmpty(cents()),
  custody: choice(custodies),
  returnBy: optionalDay(),
}

/** What an officer fills in; who they are is known from how they signed in. */
export const officerReferralForm = z.strictObject({ ...youngPerson, ...guardian, ...matter })

/** What the desk fills in for somebody who called or wrote: an officer with an account is chosen, anybody else is named. */
export const deskReferralForm = z.strictObject({
  ...youngPerson,
  ...guardian,
  ...matter,
  agency: optionalText({ max: 120 }),
  officerName: optionalText({ max: 120 }),
  officerEmail: optionalEmail(),
  officerMembershipId: unlessEmpty(idField()),
  /** Whether the young person is somebody the court knows: their id, or `new`. Asked only where somebody alike is found. */
  known: unlessEmpty(z.union([z.literal('new'), idField()])),
})

export type OfficerForm = z.output<typeof officerReferralForm>
export type DeskForm = z.output<typeof deskReferralForm>

/** Who sent it, and where the answer goes. */
export type Source = {
  agency: string
  officerName: string
  officerEmail: string | null
  officerMembershipId: string | null
}

/** A referral as it is filed, whoever wrote it down. */
export type ReferralForm = OfficerForm & Source
