import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { type Role, staffRoles } from './roles.ts'
import { accounts, memberships, sessions, slips } from './tables.ts'

/** Those who hold a role in this program now, by name. */
const holders = statement('members_with', tx =>
  tx
    .select({
      membershipId: memberships.id,
      accountId: accounts.id,
      displayName: accounts.displayName,
      agency: memberships.agency,
    })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        eq(memberships.programId, sql.placeholder('programId')),
        eq(memberships.role, sql.placeholder('role')),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(accounts.displayName)),
)

export const membersWith = (tx: Tx, programId: string, role: Role) => holders(tx, { programId, role })

const atWork = statement('staff_of', tx =>
  tx
    .select({
      membershipId: memberships.id,
      accountId: accounts.id,
      displayName: accounts.displayName,
      role: memberships.role,
      agency: memberships.agency,
      endedAt: memberships.endedAt,
    })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        eq(memberships.programId, sql.placeholder('programId')),
        inArray(memberships.role, [...staffRoles]),
        isNull(memberships.endedAt),
      ),
    )
    .orderBy(asc(accounts.displayName), asc(memberships.since)),
)

export type StaffMember = Awaited<ReturnType<typeof atWork>>[number]

/** Those who work in this program now, by name; somebody with two roles stands there twice. */
export const staffOf = (tx: Tx, programId: string): Promise<StaffMember[]> => atWork(tx, { programId })

const nameOfMember = statement('account_name', tx =>
  tx
    .select({ displayName: accounts.displayName })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        eq(memberships.programId, sql.placeholder('programId')),
        eq(memberships.accountId, sql.placeholder('accountId')),
      ),
    )
    .limit(1),
)

/** The name of somebody who works or worked in this program; null if nobody here is called so. */
export const accountName = async (tx: Tx, programId: string, accountId: string): Promise<string | null> =>
  (await nameOfMember(tx, { programId, accountId }))[0]?.displayName ?? null

const heldNow = statement('membership_of', tx =>
  tx
    .select({ membershipId: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.programId, sql.placeholder('programId')),
        eq(memberships.accountId, sql.placeholder('accountId')),
        eq(memberships.role, sql.placeholder('role')),
        isNull(memberships.endedAt),
      ),
    ),
)

/** The membership by which an account holds a role here now, if it does. */
export const membershipOf = async (tx: Tx, programId: string, accountId: string, role: Role) =>
  (await heldNow(tx, { programId, accountId, role }))[0]

/** False where an account with this e-mail was there first. */
export const insertAccount = async (tx: Tx, row: typeof accounts.$inferInsert): Promise<boolean> =>
  (await tx.insert(accounts).values(row).onConflictDoNothing().returning({ id: accounts.id })).length === 1

/** A role held before is held again; one held now stays as it is. */
export const holdRole = (tx: Tx, row: typeof memberships.$inferInsert) =>
  tx
    .insert(memberships)
    .values(row)
    .onConflictDoUpdate({
      target: [memberships.programId, memberships.accountId, memberships.role],
      set: { endedAt: null, agency: sql`coalesce(excluded.agency, ${memberships.agency})` },
    })
    .returning({ membershipId: memberships.id })

export const endHolding = (tx: Tx, programId: string, id: string, at: Date) =>
  tx
    .update(memberships)
    .set({ endedAt: at })
    .where(and(eq(memberships.programId, programId), eq(memberships.id, id), isNull(memberships.endedAt)))
    .returning({ accountId: memberships.accountId, role: memberships.role })

/** Locks a role that somebody holds or held, and all coordinators of today, so that no two of them end each other at once. */
export const lockHoldings = (tx: Tx, programId: string, id: string) =>
  tx
    .select({ membershipId: memberships.id, role: memberships.role, endedAt: memberships.endedAt })
    .from(memberships)
    .where(
      and(
        eq(memberships.programId, programId),
        or(eq(memberships.id, id), and(eq(memberships.role, 'coordinator'), isNull(memberships.endedAt))),
      ),
    )
    .orderBy(asc(memberships.id))
    .for('update')

export const endSessionsOf = (tx: Tx, programId: string, membershipId: string, at: Date) =>
  tx
    .update(sessions)
    .set({ endedAt: at })
    .where(and(eq(sessions.programId, programId), eq(sessions.membershipId, membershipId), isNull(sessions.endedAt)))

/** False where another slip of this program has these four signs. */
export const insertSlip = async (tx: Tx, row: typeof slips.$inferInsert): Promise<boolean> =>
  (await tx.insert(slips).values(row).onConflictDoNothing().returning({ id: slips.id })).length === 1

export const voidSlips = (tx: Tx, programId: string, membershipId: string, at: Date) =>
  tx
    .update(slips)
    .set({ revokedAt: at })
    .where(and(eq(slips.programId, programId), eq(slips.membershipId, membershipId), isNull(slips.revokedAt)))
    .returning({ id: slips.id })

/** The account that signs in with an e-mail, asked inside an act. */
export const accountWithEmail = async (tx: Tx, email: string): Promise<string | null> => {
  const { rows } = await tx.$client.query<{ account_id: string }>({
    name: 'account_with_email',
    text: 'select account_id from door_account($1)',
    values: [email],
  })
  return rows[0]?.account_id ?? null
}

type NewPassword = { sessionHash: string; was: string; next: string; at: Date }

/** Gives the account of a live session another password, and ends its other sessions. False where either is not as it was. */
export const setOwnPassword = async (tx: Tx, { sessionHash, was, next, at }: NewPassword): Promise<boolean> => {
  const { rows } = await tx.$client.query<{ changed: boolean }>({
    name: 'set_own_password',
    text: 'select changed from door_set_password($1, $2, $3, $4)',
    values: [sessionHash, was, next, at],
  })
  return rows[0]?.changed ?? false
}

/** Gives a member of staff another password and ends their sessions; gives their e-mail. Null for somebody who works in another court too. */
export const renewPasswordOf = async (tx: Tx, membershipId: string, hash: string, at: Date): Promise<string | null> => {
  const { rows } = await tx.$client.query<{ email: string }>({
    name: 'renew_password',
    text: 'select email from renew_password($1, $2, $3)',
    values: [membershipId, hash, at],
  })
  return rows[0]?.email ?? null
}

/** Where a colleague's letters go, if they work in another court too; null if they work here alone. */
export const emailElsewhere = async (tx: Tx, membershipId: string): Promise<string | null> => {
  const { rows } = await tx.$client.query<{ email: string | null }>({
    name: 'email_elsewhere',
    text: 'select email_of_membership($1) as email from works_elsewhere($1) where elsewhere',
    values: [membershipId],
  })
  return rows[0]?.email ?? null
}

/** Uses up the slip of a member of staff and sets their password. False where the slip has been used meanwhile. */
export const setPasswordBySlip = async (
  tx: Tx,
  { programId, slipId, hash, at }: { programId: string; slipId: string; hash: string; at: Date },
): Promise<boolean> => {
  const { rows } = await tx.$client.query<{ changed: boolean }>({
    name: 'set_password_by_slip',
    text: 'select changed from door_renew($1, $2, $3, $4)',
    values: [programId, slipId, hash, at],
  })
  return rows[0]?.changed ?? false
}
