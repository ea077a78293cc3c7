import type { EnglishOf } from '#platform/texts'

export const people = {} as const satisfies EnglishOf<'people'>
