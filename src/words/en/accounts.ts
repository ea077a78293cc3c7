import type { EnglishOf } from '#platform/texts'

export const accounts = {} as const satisfies EnglishOf<'accounts'>
