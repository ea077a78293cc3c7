import type { EnglishOf } from '#platform/texts'

export const reports = {} as const satisfies EnglishOf<'reports'>
