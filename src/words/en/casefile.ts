import type { EnglishOf } from '#platform/texts'

export const casefile = {} as const satisfies EnglishOf<'casefile'>
