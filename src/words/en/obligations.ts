import type { EnglishOf } from '#platform/texts'

export const obligations = {} as const satisfies EnglishOf<'obligations'>
