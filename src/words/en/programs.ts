import type { EnglishOf } from '#platform/texts'

export const programs = {} as const satisfies EnglishOf<'programs'>
