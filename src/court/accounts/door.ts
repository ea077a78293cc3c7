/** What is asked of the books before anybody is known to be at work: by e-mail, by slip, by cookie. */
import type { Database } from '#platform/database'
import type { Role } from './roles.ts'

export type AtTheDoor = { accountId: string; passwordHash: string | null; disabled: boolean }

export const accountByEmail = async (db: Database, email: string): Promise<AtTheDoor | undefined> => {
  const [account] = await db.atTheDoor<AtTheDoor>(
    'door_account',
    `select account_id as "accountId", password_hash as "passwordHash", disabled from door_account($1)`,
    [email],
  )
  return account
}

export type OwnAccount = { email: string; passwordHash: string }

/** The account of a live session, if it has a password. */
export const ownAccount = async (db: Database, secretHash: string, at: Date): Promise<OwnAccount | undefined> => {
  const [own] = await db.atTheDoor<OwnAccount>(
    'door_own_account',
    'select email, password_hash as "passwordHash" from door_own_account($1, $2)',
    [secretHash, at],
  )
  return own
}

export type Hat = { accountId: string; membershipId: string; programId: string; programName: string; role: Role }

/** What somebody may sign in as, in all programs. */
export const hatsOf = (db: Database, accountId: string): Promise<Hat[]> =>
  db.atTheDoor(
    'door_memberships',
    `select $1::uuid as "accountId", membership_id as "membershipId", program_id as "programId", program_name as "programName", role
      from door_memberships($1)`,
    [accountId],
  )

export type LiveSlip = {
  programId: string
  slipId: string
  membershipId: string
  accountId: string
  secretHash: string
}

/** A slip that opens a session, and the moment until which it does. */
export type OpenSlip = LiveSlip & { validTo: Date }

export const liveSlips = (db: Database, selector: string, at: Date): Promise<OpenSlip[]> =>
  db.atTheDoor(
    'door_slips',
    `select program_id as "programId", slip_id as "slipId", membership_id as "membershipId", account_id as "accountId",
      secret_hash as "secretHash", valid_to as "validTo" from door_slips($1, $2)`,
    [selector, at],
  )

/** A slip with which a member of staff may choose a new password. */
export type Renewal = LiveSlip & { role: Role; email: string }

export const liveRenewals = (db: Database, selector: string, at: Date): Promise<Renewal[]> =>
  db.atTheDoor(
    'door_renewals',
    `select program_id as "programId", slip_id as "slipId", membership_id as "membershipId", account_id as "accountId", role, email,
      secret_hash as "secretHash" from door_renewals($1, $2)`,
    [selector, at],
  )

/** True for one caller only, where a slip may be used once. */
export const useSlip = async (db: Database, slip: LiveSlip, at: Date): Promise<boolean> => {
  const [row] = await db.atTheDoor<{ used: boolean }>('door_use_slip', 'select used from door_use_slip($1, $2, $3)', [
    slip.programId,
    slip.slipId,
    at,
  ])
  return row?.used ?? false
}

export type LiveSession = {
  sessionId: string
  programId: string
  accountId: string
  membershipId: string
  personId: string | null
  role: string
  name: string
  programName: string
  shortName: string
  timeZone: string
  language: string | null
  helpPhone: string | null
  place: string | null
  seenAt: Date
}

const SESSION = `select session_id as "sessionId", program_id as "programId", account_id as "accountId", membership_id as "membershipId",
  person_id as "personId", role, name, program_name as "programName", short_name as "shortName", time_zone as "timeZone", language,
  help_phone as "helpPhone", place, seen_at as "seenAt" from door_session($1, $2)`

/** The live session of a cookie: the one question that every page asks. */
export const sessionOf = async (db: Database, secretHash: string, at: Date): Promise<LiveSession | undefined> => {
  const [session] = await db.atTheDoor<LiveSession>('door_session', SESSION, [secretHash, at])
  return session
}

export const noteSeen = (db: Database, secretHash: string, at: Date): Promise<unknown> =>
  db.atTheDoor('door_seen', 'select door_seen($1, $2)', [secretHash, at])

/** Clears away what is of no use to anybody any more. */
export const tidy = async (db: Database, programId: string, at: Date): Promise<{ forms: number; sessions: number }> => {
  const [gone] = await db.atTheDoor<{ forms: number; sessions: number }>(
    'door_tidy',
    'select forms, sessions from door_tidy($1, $2)',
    [programId, at],
  )
  return gone ?? { forms: 0, sessions: 0 }
}

export const endSession = (db: Database, secretHash: string, at: Date): Promise<unknown> =>
  db.atTheDoor('door_end_session', 'select door_end_session($1, $2)', [secretHash, at])

/** Ends another session of the same account. */
export const endOther = async (db: Database, secretHash: string, sessionId: string, at: Date): Promise<boolean> => {
  const [row] = await db.atTheDoor<{ ended: boolean }>(
    'door_end_other',
    'select ended from door_end_other($1, $2, $3)',
    [secretHash, sessionId, at],
  )
  return row?.ended ?? false
}

export type OwnSession = {
  sessionId: string
  programName: string
  role: string
  startedAt: Date
  seenAt: Date
  isThis: boolean
}

export const ownSessions = (db: Database, secretHash: string, at: Date): Promise<OwnSession[]> =>
  db.atTheDoor(
    'door_sessions',
    `select session_id as "sessionId", program_name as "programName", role, started_at as "startedAt", seen_at as "seenAt",
      is_this as "isThis" from door_sessions($1, $2)`,
    [secretHash, at],
  )

type NewSession = {
  programId: string
  sessionId: string
  secretHash: string
  accountId: string
  membershipId: string
  idleMinutes: number
  endsAt: Date
}

/** False where the account is disabled or the role has ended. */
export const insertSession = async (db: Database, row: NewSession, at: Date): Promise<boolean> => {
  const { programId, sessionId, secretHash, accountId, membershipId, idleMinutes, endsAt } = row
  const [opened] = await db.atTheDoor<{ opened: boolean }>(
    'door_open_session',
    'select opened from door_open_session($1, $2, $3, $4, $5, $6, $7, $8)',
    [programId, sessionId, secretHash, accountId, membershipId, at, idleMinutes, endsAt],
  )
  return opened?.opened ?? false
}
