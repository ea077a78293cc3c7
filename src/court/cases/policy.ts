import type { Actor } from '#court'

type Who = Pick<Actor, 'role'>

/** Who may bring a matter to the court. */
export const mayFile = (actor: Who): boolean => actor.role === 'coordinator' || actor.role === 'officer'

/** Who prepares a case for its hearing, from the screening to the consents. */
export const mayPrepare = (actor: Who): boolean => actor.role === 'coordinator'

/** A young person or a guardian may take back their own word, and the desk may write down that they did (rule 3). */
export const mayTakeBack = (actor: Pick<Actor, 'role' | 'personId'>, personId: string): boolean =>
  mayPrepare(actor) || (['youth', 'family'].includes(actor.role) && actor.personId === personId)
