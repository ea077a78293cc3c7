import { z } from 'zod'
import { returnReasons } from '#court/cases'
import { choice, optionalText, text } from '#platform/forms'

export const closeForm = z.strictObject({ certificateName: text({ max: 80 }) })

export const terminationForm = z.strictObject({
  reason: choice(['terms-not-met', 'did-not-come', 'new-offence']),
  words: text({ max: 4000, lines: true }),
  familyHeard: text({ max: 2000, lines: true }),
})

export const answerForm = z.strictObject({ answer: choice(['approved', 'refused']) })

export const returnForm = z.strictObject({
  reason: choice(returnReasons),
  words: optionalText({ max: 4000, lines: true }),
})
