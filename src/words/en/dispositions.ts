import type { EnglishOf } from '#platform/texts'

export const dispositions = {} as const satisfies EnglishOf<'dispositions'>
