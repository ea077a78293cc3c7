import type { EnglishOf } from '#platform/texts'

export const hearings = {} as const satisfies EnglishOf<'hearings'>
