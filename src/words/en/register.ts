import type { EnglishOf } from '#platform/texts'

export const register = {} as const satisfies EnglishOf<'register'>
