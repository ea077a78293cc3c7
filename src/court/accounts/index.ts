/** Who may sign in, and as what. */
export {
  type Added,
  addAccount,
  endMembership,
  endOneNightSessions,
  issueSlip,
  type NewAccount,
  openSession,
  revokeSlips,
  type SlipWish,
} from './actions.ts'
export { tidy } from './door.ts'
export { roleWord } from './pages.ts'
export { accountName, membershipOf, membersWith } from './records.ts'
export { wayIn } from './pages.ts'
export { isRole, type Role, roles } from './roles.ts'
export { mayBePassword, type PasswordRefusal } from './rules.ts'
export { cookieName, type Who } from './session.ts'
