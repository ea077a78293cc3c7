/** Somebody has lost their password. */
import { type Actor, act, type Court, NotHere } from '#court'
import type { Enter } from '#court/programs'
import { hashSecret } from '#platform/passwords'
import { type Refusal, refuse } from '#platform/refusal'
import { renewPasswordOf, staffOf } from '../records.ts'
import { isStaffRole, type StaffRole } from '../roles.ts'
import { firstPassword } from '../slip.ts'

export type Renewed = { name: string; email: string; role: StaffRole; password: string }

export type RenewRefusal = Refusal<'own-password' | 'works-elsewhere'>

/** Gives somebody a new first password, known now and never again; wherever they are signed in, they are not any more. */
export const renewPassword = async (
  court: Court,
  enter: Enter,
  actor: Actor,
  membershipId: string,
): Promise<Renewed | RenewRefusal> => {
  const password = firstPassword()
  const hash = await hashSecret(password)
  return act(court, actor, async tx => {
    const one = (await staffOf(tx, actor.programId)).find(member => member.membershipId === membershipId)
    if (!one || !isStaffRole(one.role)) throw new NotHere()
    if (one.accountId === actor.accountId) return refuse('own-password')
    const email = await renewPasswordOf(tx, membershipId, hash, court.now())
    if (email === null) return refuse('works-elsewhere')
    await enter(court, tx, actor, {
      act: 'password-renewed',
      thing: 'membership',
      thingId: membershipId,
      particulars: {},
    })
    return { name: one.displayName, email, role: one.role, password }
  })
}
