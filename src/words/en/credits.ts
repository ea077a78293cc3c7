import type { EnglishOf } from '#platform/texts'

export const credits = {} as const satisfies EnglishOf<'credits'>
