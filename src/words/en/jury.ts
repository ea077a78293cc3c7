import type { EnglishOf } from '#platform/texts'

export const jury = {} as const satisfies EnglishOf<'jury'>
