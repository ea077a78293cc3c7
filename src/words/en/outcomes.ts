import type { EnglishOf } from '#platform/texts'

export const outcomes = {} as const satisfies EnglishOf<'outcomes'>
