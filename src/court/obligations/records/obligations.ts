import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { dispositions, terms } from '#tables/dispositions'
import { hearings, nights } from '#tables/hearings'
import { settled } from '../obligation.ts'
import { extensions, obligations, progress } from '../tables.ts'

/** An instant as the driver hands it over; a missing one stays null. */
const instant = (value: string): Date | null => new Date(value)

/** What has been done of a promise, added up. */
const doneOf = (tx: Tx) =>
  tx
    .select({
      verified:
        sql<number>`coalesce(sum(${progress.amount}) filter (where ${progress.state} = 'verified'), 0)::integer`.as(
          'verified',
        ),
      waiting:
        sql<number>`coalesce(sum(${progress.amount}) filter (where ${progress.state} = 'submitted'), 0)::integer`.as(
          'waiting',
        ),
      waitingSince: sql`min(${progress.submittedAt}) filter (where ${progress.state} = 'submitted')`
        .mapWith(instant)
        .as('waiting_since'),
      confirmedAt: sql`max(${progress.verifiedAt})`.mapWith(instant).as('confirmed_at'),
    })
    .from(progress)
    .where(and(eq(progress.programId, obligations.programId), eq(progress.obligationId, obligations.id)))
    .as('done')

const asksOf = (tx: Tx) =>
  tx
    .select({
      askedAt: sql`max(${extensions.askedAt}) filter (where ${extensions.answer} is null)`
        .mapWith(instant)
        .as('asked_at'),
      granted: sql<number>`(count(*) filter (where ${extensions.answer} = 'granted'))::integer`.as('granted'),
    })
    .from(extensions)
    .where(and(eq(extensions.programId, obligations.programId), eq(extensions.obligationId, obligations.id)))
    .as('asks')

const facts = {
  id: obligations.id,
  caseId: obligations.caseId,
  termId: obligations.termId,
  personId: obligations.personId,
  owedBy: obligations.owedBy,
  kind: obligations.kind,
  title: obligations.title,
  amount: obligations.amount,
  unit: obligations.unit,
  proof: obligations.proof,
  dueOn: obligations.dueOn,
  status: obligations.status,
  statusSince: obligations.statusSince,
  endReason: obligations.endReason,
  version: obligations.version,
}

const summed = (tx: Tx) => {
  const done = doneOf(tx)
  const asks = asksOf(tx)
  return tx
    .select({
      ...facts,
      verified: done.verified,
      waiting: done.waiting,
      waitingSince: done.waitingSince,
      confirmedAt: done.confirmedAt,
      askedAt: asks.askedAt,
      granted: asks.granted,
    })
    .from(obligations)
    .innerJoinLateral(done, sql`true`)
    .innerJoinLateral(asks, sql`true`)
    .$dynamic()
}

/** A promise of an agreement in effect, with what has been done of it. */
export type Obligation = Awaited<ReturnType<typeof summed>>[number]

const ofCase = statement('obligations_of_case', tx =>
  summed(tx)
    .where(
      and(eq(obligations.programId, sql.placeholder('programId')), eq(obligations.caseId, sql.placeholder('caseId'))),
    )
    .orderBy(asc(obligations.id)),
)

/** Both sides' promises of a case, in the order in which they were written down. */
export const obligationsOfCase = (tx: Tx, programId: string, caseId: string): Promise<Obligation[]> =>
  ofCase(tx, { programId, caseId })

const ofPerson = statement('obligations_of_person', tx =>
  summed(tx)
    .where(
      and(
        eq(obligations.programId, sql.placeholder('programId')),
        eq(obligations.personId, sql.placeholder('personId')),
      ),
    )
    .orderBy(asc(obligations.id)),
)

/** What one young person has promised, in every agreement of theirs, the oldest first. */
export const obligationsOfPerson = (tx: Tx, programId: string, personId: string): Promise<Obligation[]> =>
  ofPerson(tx, { programId, personId })

const byId = statement('obligation_by_id', tx =>
  summed(tx).where(
    and(eq(obligations.programId, sql.placeholder('programId')), eq(obligations.id, sql.placeholder('id'))),
  ),
)

const theOne = <Row>([found]: Row[]): Row => {
  if (!found) throw new NotHere()
  return found
}

export const obligationById = async (tx: Tx, programId: string, id: string): Promise<Obligation> =>
  theOne(await byId(tx, { programId, id }))

const wording = statement('term_of_obligation', tx =>
  tx
    .select({
      topic: terms.topic,
      length: terms.length,
      tiesTo: terms.tiesTo,
      inEffectOn: dispositions.inEffectOn,
      juryWords: dispositions.reasons,
      rulebookId: dispositions.rulebookId,
      heardOn: nights.heldOn,
    })
    .from(obligations)
    .innerJoin(terms, and(eq(terms.programId, obligations.programId), eq(terms.id, obligations.termId)))
    .innerJoin(dispositions, and(eq(dispositions.programId, terms.programId), eq(dispositions.id, terms.dispositionId)))
    .innerJoin(hearings, and(eq(hearings.programId, dispositions.programId), eq(hearings.id, dispositions.hearingId)))
    .innerJoin(nights, and(eq(nights.programId, hearings.programId), eq(nights.id, hearings.nightId)))
    .where(and(eq(obligations.programId, sql.placeholder('programId')), eq(obligations.id, sql.placeholder('id')))),
)

/** What was signed about a promise, when it was heard and since when it counts. */
export const originOf = async (tx: Tx, programId: string, id: string) => theOne(await wording(tx, { programId, id }))

export type Origin = Awaited<ReturnType<typeof originOf>>

/** One promise with what has been done of it; the row is locked until the act is done. */
export const lockObligation = async (tx: Tx, programId: string, id: string): Promise<Obligation> => {
  theOne(
    await tx
      .select({ id: obligations.id })
      .from(obligations)
      .where(and(eq(obligations.programId, programId), eq(obligations.id, id)))
      .for('update'),
  )
  return obligationById(tx, programId, id)
}

export const openObligationsOf = (tx: Tx, programId: string, caseId: string) =>
  tx
    .select()
    .from(obligations)
    .where(
      and(
        eq(obligations.programId, programId),
        eq(obligations.caseId, caseId),
        notInArray(obligations.status, [...settled]),
      ),
    )
    .for('update')

export const insertObligations = (tx: Tx, rows: (typeof obligations.$inferInsert)[]) =>
  tx.insert(obligations).values(rows)

type Change = Partial<
  Pick<typeof obligations.$inferInsert, 'status' | 'statusSince' | 'dueOn' | 'amount' | 'endReason'>
>

export const changeObligation = (tx: Tx, programId: string, id: string, change: Change) =>
  tx
    .update(obligations)
    .set({ ...change, version: sql`${obligations.version} + 1` })
    .where(and(eq(obligations.programId, programId), eq(obligations.id, id)))
