/** What lists are asked for in their address. An answer that makes no sense is no answer. */
import { z } from 'zod'
import { hats, sorts, waits } from './casefile.ts'

const words = z
  .string()
  .transform(text => text.normalize('NFC').trim())
  .pipe(z.string().max(80))
  .catch('')
const page = z.coerce.number().int().min(1).max(100_000).catch(1)

/** The steps that a list of cases can be held to; 'open' is all that is not over. */
export const listSteps = ['open', 'referral', 'meeting', 'hearing', 'agreement', 'leaving', 'over', 'all'] as const
export type ListStep = (typeof listSteps)[number]

export const listQuery = z.object({
  step: z.enum(listSteps).catch('open'),
  waiting: z.enum(waits).nullable().catch(null),
  q: words,
  sort: z.enum(sorts).catch('due'),
  back: z
    .literal('1')
    .transform(() => true)
    .catch(false),
  page,
})
export type ListQuery = z.infer<typeof listQuery>

export const peopleQuery = z.object({ hat: z.enum(hats).nullable().catch(null), q: words, page })
export type PeopleQuery = z.infer<typeof peopleQuery>

export const searchQuery = z.object({ q: words })
