/** Steps of acts, done at the desk: giving accounts, roles and slips, and taking them back. Who calls them enters the act. */
import type { Actor, Court } from '#court'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { hashSecret } from '#platform/passwords'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { insertSession } from './door.ts'
import {
  accountWithEmail,
  endHolding,
  endSessionsOf,
  holdRole,
  insertAccount,
  insertSlip,
  voidSlips,
} from './records.ts'
import { endOneNight } from './records/one-night.ts'
import type { Role } from './roles.ts'
import { mayBePassword, type PasswordRefusal } from './rules.ts'
import { hashOfSecret, lengths, newSecret, type Who } from './session.ts'
import { newCode, printed } from './slip.ts'

export type NewAccount = {
  /** An account that is there already and is to hold a further role. */
  accountId?: string | null
  email: string | null
  displayName: string
  password: string | null
  role: Role
  agency?: string | null
}

/** `isNew`: the account was opened for this, with the password of the wish. */
export type Added = { accountId: string; membershipId: string; isNew: boolean }

/** Only a password can be refused. */
type Answer<Wish extends NewAccount> = Wish extends { password: null } ? Added : Added | PasswordRefusal

/** Gives somebody a role here. Whoever has an account with this e-mail, in whichever program, keeps it and its password. */
export const addAccount = async <const Wish extends NewAccount>(
  court: Court,
  tx: Tx,
  actor: Actor,
  wish: Wish,
): Promise<Answer<Wish>> => {
  const account = await accountFor(court, tx, wish)
  if (isRefusal(account)) return account as Answer<Wish>
  const { programId } = actor
  const { accountId } = account
  const role = { programId, id: newId(), accountId, role: wish.role, agency: wish.agency ?? null, since: court.now() }
  const [held] = await holdRole(tx, role)
  return { ...account, membershipId: held?.membershipId ?? role.id } as Answer<Wish>
}

type Account = Pick<Added, 'accountId' | 'isNew'>

const accountFor = async (court: Court, tx: Tx, wish: NewAccount): Promise<Account | PasswordRefusal> => {
  const known = wish.accountId ?? (wish.email === null ? null : await accountWithEmail(tx, wish.email))
  return known === null ? openAccount(court, tx, wish) : { accountId: known, isNew: false }
}

const openAccount = async (
  court: Court,
  tx: Tx,
  { email, displayName, password }: NewAccount,
): Promise<Account | PasswordRefusal> => {
  const refusal = password === null ? null : mayBePassword(password, email ?? '')
  if (refusal) return refusal
  const id = newId()
  const passwordHash = password === null ? null : await hashSecret(password)
  const isNew = await insertAccount(tx, { id, email, displayName, passwordHash, madeAt: court.now() })
  if (isNew) return { accountId: id, isNew }
  /** Somebody else was quicker with this e-mail. */
  const accountId = await accountWithEmail(tx, email ?? '')
  if (accountId === null) throw new Error('an account is neither there nor to be made')
  return { accountId, isNew }
}

/** Ends a role: sessions that wear it are over at once, and for good should the role be given again; its slips are void. */
export const endMembership = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  membershipId: string,
): Promise<Refusal<'not-held'> | null> => {
  const [ended] = await endHolding(tx, actor.programId, membershipId, court.now())
  if (!ended) return refuse('not-held')
  await endSessionsOf(tx, actor.programId, membershipId, court.now())
  await voidSlips(tx, actor.programId, membershipId, court.now())
  return null
}

export type SlipWish = { membershipId: string; from: Date; to: Date; singleUse: boolean }

const DRAWS_MOST = 5

/** Makes a slip; the ones made before for the same person are void. The code is known now and never again. */
export const issueSlip = async (court: Court, tx: Tx, actor: Actor, wish: SlipWish): Promise<{ code: string }> => {
  await revokeSlips(court, tx, actor, wish.membershipId)
  for (let draws = 0; draws < DRAWS_MOST; draws += 1) {
    const code = newCode()
    const secretHash = await hashSecret(code.secret)
    if (await insertSlip(tx, rowOf(court, actor, wish, code.selector, secretHash))) return { code: printed(code) }
  }
  throw new Error('no free selector for a slip was found')
}

const rowOf = (court: Court, actor: Actor, wish: SlipWish, selector: string, secretHash: string) => ({
  programId: actor.programId,
  id: newId(),
  membershipId: wish.membershipId,
  selector,
  secretHash,
  validFrom: wish.from,
  validTo: wish.to,
  singleUse: wish.singleUse,
  madeBy: actor.accountId,
  madeAt: court.now(),
})

/** Voids the slips of somebody; says how many there were. */
export const revokeSlips = async (court: Court, tx: Tx, actor: Actor, membershipId: string): Promise<number> =>
  (await voidSlips(tx, actor.programId, membershipId, court.now())).length

/** The night is over, and with it what its one-night slips had opened; a phone that was passed around shows nothing more. */
export const endOneNightSessions = (
  court: Court,
  tx: Tx,
  actor: Actor,
  accountIds: readonly string[],
): Promise<number> => endOneNight(tx, actor.programId, accountIds, court.now())

const AN_HOUR = 3_600_000

/** Opens a session for somebody who has shown who they are. `value` is what the cookie holds; the books keep its hash. */
export const openSession = async (
  court: Court,
  who: Who,
): Promise<{ value: string; sessionId: string } | Refusal<'shut-out'>> => {
  const { idleMinutes, hours } = lengths[who.role as Role]
  const at = court.now()
  const value = newSecret()
  const sessionId = newId()
  const opened = await insertSession(
    court.db,
    {
      programId: who.programId,
      sessionId,
      secretHash: hashOfSecret(value),
      accountId: who.accountId,
      membershipId: who.membershipId ?? '',
      idleMinutes,
      endsAt: new Date(Math.min(at.getTime() + hours * AN_HOUR, who.until?.getTime() ?? Number.POSITIVE_INFINITY)),
    },
    at,
  )
  return opened ? { value, sessionId } : refuse('shut-out')
}
