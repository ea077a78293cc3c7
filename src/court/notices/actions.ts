import { type Actor, act, type Court, NotHere } from '#court'
import { enter } from '#court/register'
import type { Context, Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { deliver, type Mail, type Pen, type Post } from '#platform/mail'
import { type Refusal, refuse } from '#platform/refusal'
import { dayIn } from '#platform/time'
import { type Channel, type Facts, type NoticeKind, noticeKinds } from './notice.ts'
import { languageOf, letterPage } from './pages.ts'
import {
  type AboutCase,
  type AboutDate,
  type Envelope,
  insertNotice,
  lockLetter,
  lockNextDue,
  markNotice,
  markSent,
  markUnsent,
  reachOf,
  voidUnsent,
} from './records.ts'
import { channelFor, emailOf, missingFacts, nextTry } from './rules.ts'

export type Addressee = { personId: string } | { membershipId: string } | { email: string }

export type Notice = {
  kind: NoticeKind
  to: Addressee
  caseId?: string | null
  facts: Facts
  /** Not before then; at once if it is left out. */
  dueAt?: Date
}

/** Puts a letter into the outbox, in the transaction of the act that causes it. Nothing is written or sent yet. */
export const send = async (court: Court, tx: Tx, actor: Actor, notice: Notice): Promise<void> => {
  const missing = missingFacts(notice.kind, notice.facts)
  if (missing.length > 0) throw new Error(`the letter ${notice.kind} needs ${missing.join(', ')}`)
  await insertNotice(tx, {
    programId: actor.programId,
    id: newId(),
    kind: notice.kind,
    channel: await firstChannel(tx, actor.programId, notice.to),
    toPersonId: 'personId' in notice.to ? notice.to.personId : null,
    toMembershipId: 'membershipId' in notice.to ? notice.to.membershipId : null,
    toEmail: 'email' in notice.to ? notice.to.email : null,
    caseId: notice.caseId ?? null,
    facts: notice.facts,
    madeAt: court.now(),
    dueAt: notice.dueAt ?? court.now(),
  })
}

/** An officer does not see how a family is reached; then the way is found when the letter is due. */
const firstChannel = async (tx: Tx, programId: string, to: Addressee): Promise<Channel> => {
  if ('email' in to) return to.email === '' ? 'print' : 'mail'
  const known = 'personId' in to ? await reachOf(tx, programId, to.personId) : undefined
  return known ? channelFor(known) : 'mail'
}

/** Takes back what has not been sent yet about a case, or about a date to those asked to come; the desk's business alone. */
export const voidNotices = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  which: (AboutCase | AboutDate) & { kinds?: readonly NoticeKind[] },
): Promise<void> => {
  if (actor.role !== 'coordinator' && actor.role !== 'clockwork')
    throw new Error('letters are taken back by the desk; act byClockwork')
  await voidUnsent(tx, actor.programId, which, which.kinds ?? noticeKinds, court.now())
}

/** What sending takes beside the court; `origin` is the address of the pages that letters name. */
export type Mailroom = { post: Post; pen: Pen; origin: string }

export type Sent = { sent: number; printed: number; failed: number }

const AT_ONCE = 200

/** Longer than any mail server is waited for; after that, whoever took a letter has died over it. */
const TAKEN_MINUTES = 5

/** Sends what is due in one program, one letter at a time, and gives how many went out, are to be printed, or are tried again later. */
export const sendDue = async (court: Court, programId: string, mailroom: Mailroom): Promise<Sent> => {
  const clockwork: Context = { programId, accountId: null, personId: null, role: 'clockwork' }
  const count: Sent = { sent: 0, printed: 0, failed: 0 }
  for (let n = 0; n < AT_ONCE; n += 1) {
    const outcome = await sendNext(court, clockwork, mailroom)
    if (!outcome) return count
    count[outcome] += 1
  }
  return count
}

/**
 * Taken in one transaction, sent in none, marked in another: a slow mail server holds no lock. Whoever dies between sending and
 * marking leaves the letter taken for a while: then it is sent again, with the same Message-ID.
 */
const sendNext = async (court: Court, clockwork: Context, mailroom: Mailroom): Promise<keyof Sent | null> => {
  const taken = await court.db.withProgram(clockwork, tx => takeNext(court, tx, clockwork.programId))
  if (taken === null || taken === 'printed') return taken
  const { letter, to } = taken
  const fault = await deliver(mailroom.post, () => written(court, letter, to, mailroom))
  return court.db.withProgram(clockwork, tx => (fault ? tryLater(court, tx, taken, fault) : sent(court, tx, taken)))
}

type Taken = { letter: Envelope; to: string; takenUntil: Date }

const takeNext = async (court: Court, tx: Tx, programId: string): Promise<Taken | 'printed' | null> => {
  const letter = await lockNextDue(tx, programId, court.now())
  if (!letter) return null
  const to = emailOf(letter)
  if (!to || channelFor({ email: to, reachBy: letter.reachBy }) === 'print') return print(tx, letter)
  const takenUntil = new Date(court.now().getTime() + TAKEN_MINUTES * 60_000)
  await markNotice(tx, letter, { takenUntil })
  return { letter, to, takenUntil }
}

const written = (court: Court, letter: Envelope, to: string, { pen, origin }: Mailroom): Mail => {
  const today = dayIn(letter.timeZone, court.now())
  const page = letterPage(letter, { origin, today }, 'mail')
  return { id: letter.id, to, from: letter.programShort, ...pen(page, languageOf(letter), letter.timeZone) }
}

const print = async (tx: Tx, letter: Envelope): Promise<'printed'> => {
  await markNotice(tx, letter, { channel: 'print' })
  return 'printed'
}

const sent = async (court: Court, tx: Tx, { letter }: Taken): Promise<'sent'> => {
  await markSent(tx, letter, { sentAt: court.now(), tries: letter.tries + 1 })
  return 'sent'
}

const tryLater = async (court: Court, tx: Tx, taken: Taken, lastFault: string): Promise<'failed' | 'printed'> => {
  const { letter, takenUntil } = taken
  const tries = letter.tries + 1
  const again = nextTry(tries, court.now())
  const progress = { tries, lastFault, ...(again ? { dueAt: again } : { channel: 'print' as const }) }
  await markUnsent(tx, { programId: letter.programId, id: letter.id, takenUntil }, progress)
  return again ? 'failed' : 'printed'
}

/** Somebody has printed a letter and put it into the post. */
export const postPrinted = (
  court: Court,
  actor: Actor,
  id: string,
): Promise<{ posted: true } | Refusal<'posted-already'>> =>
  act(court, actor, async tx => {
    const letter = await lockLetter(tx, actor.programId, id)
    if (!letter) throw new NotHere()
    if (letter.sentAt) return refuse('posted-already')
    await markNotice(tx, letter, { sentAt: court.now() })
    await enter(court, tx, actor, {
      act: 'letter-printed',
      thing: 'notice',
      thingId: id,
      caseId: letter.caseId,
      personId: letter.personId,
      particulars: { kind: letter.kind },
    })
    return { posted: true as const }
  })
