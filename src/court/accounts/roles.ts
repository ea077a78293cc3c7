/** What somebody may be in a program. One person may hold several; one session wears one of them. */
export const roles = ['coordinator', 'facilitator', 'officer', 'evaluator', 'youth', 'family'] as const
export type Role = (typeof roles)[number]

/** Those who work in a court. */
export const staffRoles = ['coordinator', 'facilitator', 'officer', 'evaluator'] as const satisfies Role[]
export type StaffRole = (typeof staffRoles)[number]

export const isStaffRole = (word: string): word is StaffRole => staffRoles.some(role => role === word)

/** These come with a printed slip; everybody else with e-mail and password. */
export const youngRoles = ['youth', 'family'] as const satisfies Role[]

/** Where each lands after signing in. */
export const landing: Record<Role, string> = {
  coordinator: '/today',
  facilitator: '/nights/today',
  officer: '/refer',
  evaluator: '/reports',
  youth: '/home',
  family: '/home',
}

/** Words from a table or a session that name a role of ours. */
export const isRole = (word: string): word is Role => roles.some(role => role === word)

declare global {
  namespace Express {
    /** Doors may name these roles and no others. */
    interface Roles extends Record<Role, true> {}
  }
}
