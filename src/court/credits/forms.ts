import { z } from 'zod'
import { text } from '#platform/forms'

export const reversalForm = z.strictObject({ reason: text({ max: 300, lines: true }) })
