import { and, asc, desc, eq, ne, notInArray, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { ended } from '../case.ts'
import { cases, furtherMatters } from '../tables.ts'

/** What a case is, in one row; what hangs on it is asked for by itself. */
export type CaseHead = typeof cases.$inferSelect
export type NewCase = typeof cases.$inferInsert

const headByNo = statement('case_by_no', tx =>
  tx
    .select()
    .from(cases)
    .where(and(eq(cases.programId, sql.placeholder('programId')), eq(cases.no, sql.placeholder('no')))),
)

const headById = statement('case_by_id', tx =>
  tx
    .select()
    .from(cases)
    .where(and(eq(cases.programId, sql.placeholder('programId')), eq(cases.id, sql.placeholder('id')))),
)

const theOne = ([head]: CaseHead[]): CaseHead => {
  if (!head) throw new NotHere()
  return head
}

/** The case with this number; not here where there is none, or none that this actor may see. */
export const caseByNo = async (tx: Tx, programId: string, no: string): Promise<CaseHead> =>
  theOne(await headByNo(tx, { programId, no }))

/** The same where a number is asked for that may be of no case here. */
export const findCaseByNo = async (tx: Tx, programId: string, no: string): Promise<CaseHead | undefined> =>
  (await headByNo(tx, { programId, no }))[0]

export const caseById = async (tx: Tx, programId: string, id: string): Promise<CaseHead> =>
  theOne(await headById(tx, { programId, id }))

/** The case, and nobody else moves it until the act is done. */
export const lockCase = async (tx: Tx, programId: string, id: string): Promise<CaseHead> =>
  theOne(
    await tx
      .select()
      .from(cases)
      .where(and(eq(cases.programId, programId), eq(cases.id, id)))
      .for('update'),
  )

/** The open case of a young person, if there is one (rule 7). */
export const findOpenCase = async (tx: Tx, programId: string, personId: string): Promise<CaseHead | undefined> => {
  const [head] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.programId, programId), eq(cases.respondentId, personId), notInArray(cases.status, [...ended])))
  return head
}

/** The same, and nobody else moves it until the act is done. */
export const lockOpenCase = async (tx: Tx, programId: string, personId: string): Promise<CaseHead | undefined> => {
  const open = await findOpenCase(tx, programId, personId)
  const head = open && (await lockCase(tx, programId, open.id))
  return head && ended.every(status => status !== head.status) ? head : undefined
}

/** From here to the end of the act nobody else opens, joins or recognises a case of this young person; who asks waits in turn. */
export const oneAtATime = (tx: Tx, programId: string, personId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${programId}/${personId}`}, 0))`)

/** Earlier cases of the same young person that this court had accepted, newest first (rule 4). */
export const acceptedBefore = (tx: Tx, programId: string, personId: string, exceptId: string) =>
  tx
    .select({ no: cases.no, acceptedOn: sql<Day>`${cases.acceptedOn}`, closedOn: cases.closedOn })
    .from(cases)
    .where(
      and(
        eq(cases.programId, programId),
        eq(cases.respondentId, personId),
        ne(cases.id, exceptId),
        sql`${cases.acceptedOn} is not null`,
      ),
    )
    .orderBy(desc(cases.acceptedOn))

export const insertCase = (tx: Tx, row: NewCase) => tx.insert(cases).values(row)

/** Writes a move; gives false where the case is no longer where it was thought to be. */
export const writeMove = async (tx: Tx, head: CaseHead, set: Partial<NewCase>): Promise<boolean> => {
  const moved = await tx
    .update(cases)
    .set({ ...set, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.programId, head.programId), eq(cases.id, head.id), eq(cases.status, head.status)))
  return (moved.rowCount ?? 0) === 1
}

/** Changes a fact of a case that is no move. */
export const writeFact = (
  tx: Tx,
  head: CaseHead,
  set: Partial<Pick<NewCase, 'respondentId' | 'harmedId' | 'offenceCode' | 'coordinatorId' | 'dueOn'>>,
) =>
  tx
    .update(cases)
    .set({ ...set, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.programId, head.programId), eq(cases.id, head.id)))

export const insertFurtherMatter = (tx: Tx, row: typeof furtherMatters.$inferInsert) =>
  tx.insert(furtherMatters).values(row)

/** Referrals that were added to this case instead of opening one of their own (rule 7). */
export const furtherMattersOf = statement('further_matters_of', tx =>
  tx
    .select({ referralId: furtherMatters.referralId, addedOn: furtherMatters.addedOn })
    .from(furtherMatters)
    .where(
      and(
        eq(furtherMatters.programId, sql.placeholder('programId')),
        eq(furtherMatters.caseId, sql.placeholder('caseId')),
      ),
    )
    .orderBy(asc(furtherMatters.addedOn), asc(furtherMatters.id)),
)
