/** A signed-in browser. Its cookie holds a secret that the books keep only as a hash. */
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#court'
import type { Role } from './roles.ts'

/** Somebody who has shown who they are, and the hat that they will wear. */
export type Who = Pick<Actor, 'programId' | 'accountId' | 'membershipId' | 'role'> & {
  /** Until when the slip is good that they showed; what it opened is over by then too. */
  until?: Date
}

const staff = { idleMinutes: 30, hours: 12 }
const young = { idleMinutes: 15, hours: 4 }

/** How long a session may rest, and how long it may last. Phones of young people are passed around. */
export const lengths: Readonly<Record<Role, { idleMinutes: number; hours: number }>> = {
  coordinator: staff,
  facilitator: staff,
  officer: staff,
  evaluator: staff,
  youth: young,
  family: young,
}

const SECRET_BYTES = 32

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/** Whether a cookie could be one of ours at all. */
export const isSecret = (value: string | undefined): value is string => /^[\w-]{43}$/.test(value ?? '')

export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** A browser that came in with a slip remembers that, and nothing else: after a rest it is led to the door for slips. */
export const SLIP_MARK = 'door'

/** Browsers take a `__Host-` cookie only over https, and never from a neighbouring site. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-session' : 'session')
