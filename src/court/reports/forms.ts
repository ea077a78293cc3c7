import { z } from 'zod'
import { optionalDay } from '#platform/forms'

/** Which referrals a report is about; asked in the address of the page. */
export const spanForm = z.object({ from: optionalDay(), to: optionalDay() })
