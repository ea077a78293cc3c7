import { z } from 'zod'
import { offReasons } from '#court/hearings'
import { choice, text } from '#platform/forms'

export const reversalForm = z.strictObject({ reason: text({ max: 300, lines: true }) })

export const callOffForm = z.strictObject({ reason: choice(offReasons) })
