/** Somebody who serves: because an agreement says so, or because they want to. */
export const streams = ['mandated', 'volunteer'] as const
export type Stream = (typeof streams)[number]

/** What keeps somebody from serving for now. */
export type Readiness = { trained: boolean; sworn: boolean; guardianApproved: boolean; active: boolean }

/** The wording of the promise of confidentiality that is in use. */
export const OATH_WORDING = 'oath-2026-1'
