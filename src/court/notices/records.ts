import { and, asc, desc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { accounts, memberships } from '#tables/accounts'
import { people } from '#tables/people'
import { programs } from '#tables/programs'
import type { Channel, NoticeKind } from './notice.ts'
import { outbox } from './tables.ts'

export const insertNotice = (tx: Tx, row: typeof outbox.$inferInsert): Promise<unknown> => tx.insert(outbox).values(row)

/** How somebody can be reached, as far as the one who acts may know it. */
export const reachOf = async (tx: Tx, programId: string, personId: string) => {
  const [found] = await tx
    .select({ email: people.email, reachBy: people.reachBy })
    .from(people)
    .where(and(eq(people.programId, programId), eq(people.id, personId)))
  return found
}

/** A notice with all that is needed to write and address it. */
const envelopes = (tx: Tx) =>
  tx
    .select({
      id: outbox.id,
      programId: outbox.programId,
      kind: outbox.kind,
      channel: outbox.channel,
      caseId: outbox.caseId,
      personId: outbox.toPersonId,
      facts: outbox.facts,
      madeAt: outbox.madeAt,
      dueAt: outbox.dueAt,
      tries: outbox.tries,
      lastFault: outbox.lastFault,
      sentAt: outbox.sentAt,
      calledName: people.calledName,
      lastName: people.lastName,
      address: people.address,
      reachBy: people.reachBy,
      personEmail: people.email,
      personLanguage: people.language,
      staffName: accounts.displayName,
      staffEmail: sql<string | null>`email_of_membership(${outbox.toMembershipId})`,
      writtenEmail: outbox.toEmail,
      program: programs.name,
      programShort: programs.shortName,
      programPlace: programs.place,
      languages: programs.languages,
      phone: programs.helpPhone,
      timeZone: programs.timeZone,
    })
    .from(outbox)
    .innerJoin(programs, eq(programs.id, outbox.programId))
    .leftJoin(people, and(eq(people.programId, outbox.programId), eq(people.id, outbox.toPersonId)))
    .leftJoin(memberships, and(eq(memberships.programId, outbox.programId), eq(memberships.id, outbox.toMembershipId)))
    .leftJoin(accounts, eq(accounts.id, memberships.accountId))
    .$dynamic()

export type Envelope = Awaited<ReturnType<typeof envelopes>>[number]

const waiting = (programId: string, channel: Channel, now: Date): SQL | undefined =>
  and(
    eq(outbox.programId, programId),
    eq(outbox.channel, channel),
    lte(outbox.dueAt, now),
    isNull(outbox.sentAt),
    isNull(outbox.voidedAt),
  )

/** The next letter to send, locked; one that another server is just taking, or has taken, is passed over. Row security hides those of sealed cases. */
export const lockNextDue = async (tx: Tx, programId: string, now: Date): Promise<Envelope | undefined> => {
  const [next] = await envelopes(tx)
    .where(and(waiting(programId, 'mail', now), or(isNull(outbox.takenUntil), lte(outbox.takenUntil, now))))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(1)
    .for('update', { of: outbox, skipLocked: true })
  return next
}

export const lettersToPrint = (tx: Tx, programId: string, now: Date): Promise<Envelope[]> =>
  envelopes(tx)
    .where(waiting(programId, 'print', now))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(200)

const one = (programId: string, id: string): SQL | undefined =>
  and(eq(outbox.programId, programId), eq(outbox.id, id), eq(outbox.channel, 'print'), isNull(outbox.voidedAt))

export const letterById = async (tx: Tx, programId: string, id: string): Promise<Envelope | undefined> => {
  const [found] = await envelopes(tx).where(one(programId, id))
  return found
}

export const lockLetter = async (tx: Tx, programId: string, id: string): Promise<Envelope | undefined> => {
  const [found] = await envelopes(tx).where(one(programId, id)).for('update', { of: outbox })
  return found
}

type Progress = Partial<
  Pick<typeof outbox.$inferInsert, 'channel' | 'dueAt' | 'tries' | 'lastFault' | 'sentAt' | 'takenUntil'>
>

export const markNotice = (
  tx: Tx,
  { programId, id }: { programId: string; id: string },
  progress: Progress,
): Promise<unknown> =>
  tx
    .update(outbox)
    .set(progress)
    .where(and(eq(outbox.programId, programId), eq(outbox.id, id)))

/** A letter that has gone out was sent, even if somebody took it back in the same moment. */
export const markSent = (
  tx: Tx,
  { programId, id }: { programId: string; id: string },
  progress: { sentAt: Date; tries: number },
): Promise<unknown> =>
  tx
    .update(outbox)
    .set({ ...progress, lastFault: null, takenUntil: null, voidedAt: null })
    .where(and(eq(outbox.programId, programId), eq(outbox.id, id), isNull(outbox.sentAt)))

/** A letter that did not go out; whoever has taken it meanwhile knows better. */
export const markUnsent = (
  tx: Tx,
  { programId, id, takenUntil }: { programId: string; id: string; takenUntil: Date },
  progress: Progress,
): Promise<unknown> =>
  tx
    .update(outbox)
    .set({ ...progress, takenUntil: null })
    .where(and(eq(outbox.programId, programId), eq(outbox.id, id), eq(outbox.takenUntil, takenUntil)))

export type AboutCase = { caseId: string }
/** Those asked to come at an instant; their letters name it, and no case. */
export type AboutDate = { personIds: readonly string[]; startsAt: Date }

const about = (which: AboutCase | AboutDate): SQL | undefined =>
  'caseId' in which
    ? eq(outbox.caseId, which.caseId)
    : and(
        inArray(outbox.toPersonId, [...which.personIds]),
        sql`${outbox.facts} ->> 'startsAt' = ${which.startsAt.toISOString()}`,
      )

export const voidUnsent = (
  tx: Tx,
  programId: string,
  which: AboutCase | AboutDate,
  kinds: readonly NoticeKind[],
  now: Date,
): Promise<unknown> =>
  tx
    .update(outbox)
    .set({ voidedAt: now })
    .where(
      and(
        eq(outbox.programId, programId),
        about(which),
        inArray(outbox.kind, [...kinds]),
        isNull(outbox.sentAt),
        isNull(outbox.voidedAt),
      ),
    )

/** What was written about a case, newest first: never to whom by name, so that a list of letters names nobody. */
export const noticesOfCase = statement('notices_of_case', tx =>
  tx
    .select({
      id: outbox.id,
      kind: outbox.kind,
      channel: outbox.channel,
      personId: outbox.toPersonId,
      madeAt: outbox.madeAt,
      dueAt: outbox.dueAt,
      sentAt: outbox.sentAt,
      voidedAt: outbox.voidedAt,
      lastFault: outbox.lastFault,
    })
    .from(outbox)
    .where(and(eq(outbox.programId, sql.placeholder('programId')), eq(outbox.caseId, sql.placeholder('caseId'))))
    .orderBy(desc(outbox.madeAt)),
)
