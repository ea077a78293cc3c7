/** Somebody who works in several courts has lost their password: they choose a new one themselves, and no desk ever learns it. */
import { type Actor, act, type Court, NotHere } from '#court'
import type { Enter } from '#court/programs'
import { deliver, type Mail, type Pen, type Post } from '#platform/mail'
import { hashSecret } from '#platform/passwords'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { issueSlip } from '../actions.ts'
import { newId } from '#platform/ids'
import { renewalMailPage } from '../pages/renewal.ts'
import { type Door, proveRenewal } from '../proof.ts'
import { emailElsewhere, setPasswordBySlip, type StaffMember, staffOf } from '../records.ts'
import { mayBePassword, type PasswordRefusal } from '../rules.ts'

/** What sending takes; `origin` is the address of the page that the letter names. */
export type Mailer = { post: Post; pen: Pen; origin: string }

type Hands = { enter: Enter; door: Door; mailer: Mailer | null }

export type MailRefusal = Refusal<'own-password' | 'mailed-often' | 'not-mailed'>

const VALID_MINUTES = 60

type Letter = { one: StaffMember; email: string; code: string; until: Date }

/** Mails a code to the address of the account itself; the password they have stays until they use it. Nothing is sent inside a transaction. */
export const mailRenewal = async (
  court: Court,
  { enter, door, mailer }: Hands,
  actor: Actor,
  membershipId: string,
): Promise<{ name: string } | MailRefusal> => {
  if (mailer === null) return refuse('not-mailed')
  if (!(await door.renewal.take(membershipId))) return refuse('mailed-often')
  const letter = await act(court, actor, async (tx): Promise<Letter | MailRefusal> => {
    const one = (await staffOf(tx, actor.programId)).find(member => member.membershipId === membershipId)
    if (one?.accountId === actor.accountId) return refuse('own-password')
    const email = one ? await emailElsewhere(tx, membershipId) : null
    if (!one || email === null) throw new NotHere()
    const until = new Date(court.now().getTime() + VALID_MINUTES * 60_000)
    const { code } = await issueSlip(court, tx, actor, { membershipId, from: court.now(), to: until, singleUse: true })
    const entry = { act: 'password-renewal-begun' as const, thing: 'membership', thingId: membershipId }
    await enter(court, tx, actor, { ...entry, particulars: {} })
    return { one, email, code, until }
  })
  if (isRefusal(letter)) return letter
  const fault = await deliver(mailer.post, () => mailOf(letter, actor, mailer))
  return fault ? refuse('not-mailed') : { name: letter.one.displayName }
}

const mailOf = ({ one, email, code, until }: Letter, actor: Actor, { pen, origin }: Mailer): Mail => {
  const page = renewalMailPage({
    name: one.displayName,
    program: actor.programName,
    by: actor.name,
    code,
    until,
    origin,
  })
  return { id: newId(), to: email, from: actor.programName, ...pen(page, 'en', actor.timeZone) }
}

export type RenewalWish = { code: string; next: string; network: string }

export type RenewalRefusal = PasswordRefusal | Refusal<'code-refused'>

/** Takes a new password from somebody who has the code. It works once; wherever the account was signed in, it is not any more. */
export const renewByCode = async (
  court: Court,
  { enter, door }: Pick<Hands, 'enter' | 'door'>,
  { code, next, network }: RenewalWish,
): Promise<{ renewed: true } | RenewalRefusal> => {
  const slip = await proveRenewal(court, door, { typed: code, network })
  if (!slip) return refuse('code-refused')
  const refusal = mayBePassword(next, slip.email)
  if (refusal) return refusal
  const hash = await hashSecret(next)
  const { programId, slipId, accountId, membershipId, role } = slip
  const nobody = { sessionId: null, personId: null, name: '', timeZone: 'UTC', programName: '', once: null }
  const actor = { programId, accountId, membershipId, role, ...nobody }
  return act(court, actor, async tx => {
    if (!(await setPasswordBySlip(tx, { programId, slipId, hash, at: court.now() }))) return refuse('code-refused')
    const entry = { act: 'password-renewed' as const, thing: 'account', thingId: accountId }
    await enter(court, tx, actor, { ...entry, particulars: {} })
    return { renewed: true as const }
  })
}
