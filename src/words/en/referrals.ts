import type { EnglishOf } from '#platform/texts'

export const referrals = {} as const satisfies EnglishOf<'referrals'>
