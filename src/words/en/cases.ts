import type { EnglishOf } from '#platform/texts'

export const cases = {} as const satisfies EnglishOf<'cases'>
