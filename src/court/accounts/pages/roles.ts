/** What roles are called. */
import type { PlainKey } from '#words'
import { isRole, type Role } from '../roles.ts'

export const roleWords: Record<Role, PlainKey> = {
  coordinator: 'accounts.role.coordinator',
  facilitator: 'accounts.role.facilitator',
  officer: 'accounts.role.officer',
  evaluator: 'accounts.role.evaluator',
  youth: 'accounts.role.youth',
  family: 'accounts.role.family',
}

/** What a role is called. */
export const roleWord = (role: string): PlainKey => (isRole(role) ? roleWords[role] : 'platform.unknown')
