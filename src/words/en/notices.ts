import type { EnglishOf } from '#platform/texts'

export const notices = {} as const satisfies EnglishOf<'notices'>
