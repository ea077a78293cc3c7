import { and, asc, eq, gte, isNull, ne, or, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
import { cases } from '#tables/cases'
import { assignments, hearings } from '#tables/hearings'
import { seats } from '#tables/jury'
import { amendments, deciders, dispositions, signatures, terms } from './tables.ts'

export type Disposition = typeof dispositions.$inferSelect
export type Term = typeof terms.$inferSelect
export type Signature = typeof signatures.$inferSelect

const live = statement('disposition_of_case', tx =>
  tx
    .select()
    .from(dispositions)
    .where(
      and(
        eq(dispositions.programId, sql.placeholder('programId')),
        eq(dispositions.caseId, sql.placeholder('caseId')),
        ne(dispositions.status, 'refused'),
      ),
    ),
)

/** What the jury ordered in a case; one that the family refused does not count. */
export const dispositionOfCase = async (tx: Tx, programId: string, caseId: string): Promise<Disposition | undefined> =>
  (await live(tx, { programId, caseId }))[0]

const proposed = statement('proposed_to', tx =>
  tx
    .select({
      id: dispositions.id,
      caseId: dispositions.caseId,
      rulebookId: dispositions.rulebookId,
      reasons: dispositions.reasons,
    })
    .from(dispositions)
    .innerJoin(cases, and(eq(cases.programId, dispositions.programId), eq(cases.id, dispositions.caseId)))
    .where(
      and(
        eq(dispositions.programId, sql.placeholder('programId')),
        eq(cases.respondentId, sql.placeholder('personId')),
        eq(dispositions.status, 'proposed'),
      ),
    ),
)

/** What a jury has proposed to somebody, and what does not count yet. */
export const proposedTo = (tx: Tx, programId: string, personId: string) => proposed(tx, { programId, personId })

const oneDisposition = (tx: Tx, programId: string, id: string) =>
  tx
    .select()
    .from(dispositions)
    .where(and(eq(dispositions.programId, programId), eq(dispositions.id, id)))
    .$dynamic()

const theOne = <Row>([found]: Row[]): Row => {
  if (!found) throw new NotHere()
  return found
}

export const dispositionById = async (tx: Tx, programId: string, id: string): Promise<Disposition> =>
  theOne(await oneDisposition(tx, programId, id))

/** One disposition, locked until the act is done. */
export const lockDisposition = async (tx: Tx, programId: string, id: string): Promise<Disposition> =>
  theOne(await oneDisposition(tx, programId, id).for('update'))

const termsInOrder = statement('terms_of_disposition', tx =>
  tx
    .select()
    .from(terms)
    .where(
      and(eq(terms.programId, sql.placeholder('programId')), eq(terms.dispositionId, sql.placeholder('dispositionId'))),
    )
    .orderBy(asc(terms.position)),
)

/** The promises of a disposition, both sides', in the order in which they were written down. */
export const termsOf = (tx: Tx, programId: string, dispositionId: string): Promise<Term[]> =>
  termsInOrder(tx, { programId, dispositionId })

const names = statement('signatures_of_disposition', tx =>
  tx
    .select()
    .from(signatures)
    .where(
      and(
        eq(signatures.programId, sql.placeholder('programId')),
        eq(signatures.dispositionId, sql.placeholder('dispositionId')),
      ),
    )
    .orderBy(asc(signatures.signedAt), asc(signatures.id)),
)

export const signaturesOf = (tx: Tx, programId: string, dispositionId: string): Promise<Signature[]> =>
  names(tx, { programId, dispositionId })

const changes = statement('amendments_of_disposition', tx =>
  tx
    .select({
      id: amendments.id,
      termId: amendments.termId,
      field: amendments.field,
      before: amendments.before,
      after: amendments.after,
      reason: amendments.reason,
      madeAt: amendments.madeAt,
      by: accounts.displayName,
    })
    .from(amendments)
    .leftJoin(accounts, eq(accounts.id, amendments.byAccount))
    .where(
      and(
        eq(amendments.programId, sql.placeholder('programId')),
        eq(amendments.dispositionId, sql.placeholder('dispositionId')),
      ),
    )
    .orderBy(asc(amendments.madeAt)),
)

/** What was changed after it was signed, oldest first (rule 31). */
export const amendmentsOf = (tx: Tx, programId: string, dispositionId: string) =>
  changes(tx, { programId, dispositionId })

export type Amendment = Awaited<ReturnType<typeof amendmentsOf>>[number]

/** Those who sit on the jury and did not go home before its end: they heard all of it (rule 28). */
export const seatedJurors = async (tx: Tx, programId: string, hearingId: string): Promise<string[]> => {
  const rows = await tx
    .select({ jurorId: seats.jurorId })
    .from(seats)
    .innerJoin(assignments, and(eq(assignments.programId, seats.programId), eq(assignments.id, seats.assignmentId)))
    .innerJoin(hearings, and(eq(hearings.programId, seats.programId), eq(hearings.id, seats.hearingId)))
    .where(
      and(
        eq(seats.programId, programId),
        eq(seats.hearingId, hearingId),
        eq(seats.status, 'seated'),
        or(isNull(assignments.checkedOutAt), gte(assignments.checkedOutAt, hearings.endedAt)),
      ),
    )
  return rows.map(row => row.jurorId)
}

/** How many jurors decided; their names stay in the jury record (rule 28). */
export const decidersOf = async (tx: Tx, programId: string, dispositionId: string): Promise<number> => {
  const rows = await tx
    .select({ id: deciders.id })
    .from(deciders)
    .where(and(eq(deciders.programId, programId), eq(deciders.dispositionId, dispositionId)))
  return rows.length
}

export const insertDisposition = (tx: Tx, row: typeof dispositions.$inferInsert) => tx.insert(dispositions).values(row)

export const insertTerms = (tx: Tx, rows: (typeof terms.$inferInsert)[]) => tx.insert(terms).values(rows)

export const insertSignatures = (tx: Tx, rows: (typeof signatures.$inferInsert)[]) => tx.insert(signatures).values(rows)

export const insertDeciders = (tx: Tx, rows: (typeof deciders.$inferInsert)[]) => tx.insert(deciders).values(rows)

export const insertAmendment = (tx: Tx, row: typeof amendments.$inferInsert) => tx.insert(amendments).values(row)

export const removeTermRow = (tx: Tx, programId: string, dispositionId: string, id: string) =>
  tx.delete(terms).where(and(eq(terms.programId, programId), eq(terms.dispositionId, dispositionId), eq(terms.id, id)))

export const forgetDeciders = (tx: Tx, programId: string, dispositionId: string) =>
  tx.delete(deciders).where(and(eq(deciders.programId, programId), eq(deciders.dispositionId, dispositionId)))

type Change = Partial<Omit<typeof dispositions.$inferInsert, 'programId' | 'id'>>

export const changeDisposition = (tx: Tx, { programId, id }: Pick<Disposition, 'programId' | 'id'>, change: Change) =>
  tx
    .update(dispositions)
    .set({ ...change, version: sql`${dispositions.version} + 1` })
    .where(and(eq(dispositions.programId, programId), eq(dispositions.id, id)))

/** The term that a later change is about. */
export const termById = async (tx: Tx, programId: string, id: string): Promise<Term> =>
  theOne(
    await tx
      .select()
      .from(terms)
      .where(and(eq(terms.programId, programId), eq(terms.id, id))),
  )
