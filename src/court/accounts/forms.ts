import { z } from 'zod'
import { choice, email, idField, optionalChoice, optionalText, text } from '#platform/forms'
import { languages } from '#words'
import { staffRoles } from './roles.ts'

/** A password is taken as it is: spaces belong to it. */
const secret = (most: number) =>
  z
    .string('platform.field.required')
    .min(1, 'platform.field.required')
    .max(most, 'platform.field.wrong')
    .refine(typed => typed.isWellFormed(), 'platform.field.characters')
    .transform(typed => typed.normalize('NFC'))

const password = secret(200)

const to = optionalText({ max: 500 })

export const signInForm = z.strictObject({ email: email(), password, to })

/** How long a new password may be, the rules say. */
export const passwordForm = z.strictObject({ current: password, next: secret(5_000) })

/** With the code from an e-mail. */
export const renewalForm = z.strictObject({ code: text({ max: 60 }), next: secret(5_000) })

/** A referring officer comes from somewhere; of the others nobody needs to ask. */
export const roleForm = (role: unknown) =>
  z.strictObject({
    name: text({ max: 120 }),
    email: email(),
    role: choice(staffRoles),
    agency: role === 'officer' ? text({ max: 120 }) : optionalText({ max: 120 }),
  })

export const slipForm = z.strictObject({ code: text({ max: 60 }) })

export const hatForm = z.strictObject({ membership: idField() })

export const endForm = z.strictObject({ session: idField() })

export const lookForm = z.strictObject({
  language: optionalChoice(languages),
  theme: optionalChoice(['light', 'dark', 'device']),
  back: optionalText({ max: 2_000 }),
})
