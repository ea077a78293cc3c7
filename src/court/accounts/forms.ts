import { z } from 'zod'
import { email, idField, optionalChoice, optionalText, text } from '#platform/forms'
import { languages } from '#words'

const PASSWORD_MOST = 200

/** A password is taken as it is: spaces belong to it. */
const password = z
  .string('platform.field.required')
  .min(1, 'platform.field.required')
  .max(PASSWORD_MOST, 'platform.field.wrong')
  .refine(typed => typed.isWellFormed(), 'platform.field.characters')
  .transform(typed => typed.normalize('NFC'))

const to = optionalText({ max: 500 })

export const signInForm = z.strictObject({ email: email(), password, to })

export const slipForm = z.strictObject({ code: text({ max: 60 }) })

export const hatForm = z.strictObject({ membership: idField() })

export const endForm = z.strictObject({ session: idField() })

export const lookForm = z.strictObject({
  language: optionalChoice(languages),
  theme: optionalChoice(['light', 'dark', 'device']),
  back: optionalText({ max: 2_000 }),
})
