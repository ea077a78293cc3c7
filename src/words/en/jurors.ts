import type { EnglishOf } from '#platform/texts'

export const jurors = {} as const satisfies EnglishOf<'jurors'>
