import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import type { Role } from './roles.ts'
import { accounts, memberships, slips } from './tables.ts'

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

export const insertAccount = (tx: Tx, row: typeof accounts.$inferInsert) => tx.insert(accounts).values(row)

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
