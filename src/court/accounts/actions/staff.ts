/** Who works in a court: the coordinator gives a role and ends it. */
import { type Actor, act, type Court, NotHere } from '#court'
import type { Enter } from '#court/programs'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { addAccount, endMembership } from '../actions.ts'
import { accountName, accountWithEmail, lockHoldings, membershipOf } from '../records.ts'
import { isStaffRole, type StaffRole } from '../roles.ts'
import { type EndRefusal, mayEndRole } from '../rules.ts'
import { firstPassword } from '../slip.ts'

export type RoleWish = { name: string; email: string; role: StaffRole; agency: string | null }

/** The first password of a new account is known now and never again. Null: they keep the one they have, and the name. */
export type Given = { membershipId: string; name: string; password: string | null }

export type GiveRefusal = Refusal<'already-held'>

/** Gives somebody a role here, with an account if nobody signs in with this e-mail yet. */
export const giveRole = (court: Court, enter: Enter, actor: Actor, wish: RoleWish): Promise<Given | GiveRefusal> =>
  act(court, actor, async tx => {
    const { name, email, role, agency } = wish
    const known = await accountWithEmail(tx, email)
    if (known !== null && (await membershipOf(tx, actor.programId, known, role))) return refuse('already-held')
    const password = firstPassword()
    const added = await addAccount(court, tx, actor, { email, displayName: name, password, role, agency })
    if (isRefusal(added)) throw new Error('a password that was drawn is no good')
    const { accountId, membershipId, isNew } = added
    await enter(court, tx, actor, {
      act: 'account-given',
      thing: 'membership',
      thingId: membershipId,
      particulars: { role, password: isNew ? 'first' : 'kept' },
    })
    if (isNew) return { membershipId, name, password }
    return { membershipId, name: (await accountName(tx, actor.programId, accountId)) ?? name, password: null }
  })

/** Ends somebody's role here, and with it every session that wears it. */
export const endRole = (
  court: Court,
  enter: Enter,
  actor: Actor,
  membershipId: string,
): Promise<{ role: StaffRole } | EndRefusal> =>
  act(court, actor, async tx => {
    const held = await lockHoldings(tx, actor.programId, membershipId)
    const one = held.find(holding => holding.membershipId === membershipId)
    if (!one || !isStaffRole(one.role)) throw new NotHere()
    const coordinators = held.filter(({ role, endedAt }) => role === 'coordinator' && endedAt === null)
    const refusal = mayEndRole(one, coordinators.length) ?? (await endMembership(court, tx, actor, membershipId))
    if (refusal) return refusal
    await enter(court, tx, actor, {
      act: 'role-ended',
      thing: 'membership',
      thingId: membershipId,
      particulars: { role: one.role },
    })
    return { role: one.role }
  })
