import type { ActName, Actor, Court } from '#court'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { insertEntry, type lookingAt, waitLess } from './records.ts'
import type { Particulars } from './tables.ts'

export type Entry = {
  act: ActName
  /** What it was done to: 'case', 'hearing', 'person'. */
  thing: string
  thingId?: string | null
  caseId?: string | null
  personId?: string | null
  /** Codes, counts, days and ids only; never a name, never anybody's words. */
  particulars?: Particulars
}

/** Enters an act, in the transaction of the act itself. */
export const enter = async (court: Court, tx: Tx, actor: Actor, entry: Entry): Promise<void> => {
  await insertEntry(tx, {
    programId: actor.programId,
    id: newId(),
    at: court.now(),
    accountId: actor.accountId,
    role: actor.role,
    sessionId: actor.sessionId,
    act: entry.act,
    thing: entry.thing,
    thingId: entry.thingId ?? null,
    caseId: entry.caseId ?? null,
    personId: entry.personId ?? null,
    particulars: entry.particulars ?? {},
  })
}

/** Enters that somebody looked. It goes out with the reads of the page: where it fails, the page is not shown (rule 47). */
export const enterLook = (court: Court, tx: Tx, actor: Actor, seen: Omit<Entry, 'act'>): Promise<unknown> =>
  Promise.all([waitLess(tx), enter(court, tx, actor, { ...seen, act: 'looked-at' })])

/** The same where what is looked at is found by the statement that enters the look, so that nothing has to wait for its id. */
export const enterLookAt = (
  court: Court,
  tx: Tx,
  actor: Actor,
  look: ReturnType<typeof lookingAt>,
  where: Record<string, unknown>,
): Promise<unknown> =>
  look(tx, {
    ...where,
    programId: actor.programId,
    entryId: newId(),
    at: court.now(),
    accountId: actor.accountId,
    role: actor.role,
    sessionId: actor.sessionId,
  })
