/** A password of one's own. */
import { type Actor, act, type Court } from '#court'
import type { Enter } from '#court/programs'
import { hashSecret } from '#platform/passwords'
import { refuse } from '#platform/refusal'
import { ownAccount } from '../door.ts'
import type { EnterAtDoor } from '../passport.ts'
import { type Door, type ProofRefusal, proveOwn } from '../proof.ts'
import { setOwnPassword } from '../records.ts'
import { mayBecomePassword, type NewPasswordRefusal } from '../rules.ts'

/** What the act asks of the front hall: the limits at the door, and the two pens. */
type Hands = { door: Door; enter: Enter; enterAtDoor: EnterAtDoor }

export type PasswordWish = { sessionHash: string; network: string; current: string; next: string }

export type ChangeRefusal = NewPasswordRefusal | ProofRefusal

/** Takes a new password from somebody who shows the one they have. Wherever else they are signed in, they are not any more. */
export const changePassword = async (
  court: Court,
  { door, enter, enterAtDoor }: Hands,
  actor: Actor,
  { sessionHash, network, current, next }: PasswordWish,
): Promise<{ changed: true } | ChangeRefusal> => {
  const own = await ownAccount(court.db, sessionHash, court.now())
  if (!own) return refuse('wrong-password')
  const refusal = mayBecomePassword(next, current, own.email)
  if (refusal) return refusal
  const unproved = await proveOwn(door, own, { password: current, network })
  if (unproved?.refused === 'wrong-password') await enterAtDoor(actor, 'password-refused')
  if (unproved) return unproved
  const passwordHash = await hashSecret(next)
  return act(court, actor, async tx => {
    const change = { sessionHash, was: own.passwordHash, next: passwordHash, at: court.now() }
    if (!(await setOwnPassword(tx, change))) return refuse('wrong-password')
    const entry = { act: 'password-changed' as const, thing: 'account', thingId: actor.accountId }
    await enter(court, tx, actor, { ...entry, particulars: {} })
    return { changed: true as const }
  })
}
