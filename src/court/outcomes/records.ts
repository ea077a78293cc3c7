import { and, eq, isNull, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
import { closures, terminations } from './tables.ts'

export type Closure = typeof closures.$inferSelect
export type Termination = typeof terminations.$inferSelect

export type TerminationAnswer = NonNullable<Termination['answer']>

export const insertClosure = (tx: Tx, closure: typeof closures.$inferInsert) => tx.insert(closures).values(closure)

const closureOfCase = statement('closure_of_case', tx =>
  tx
    .select()
    .from(closures)
    .where(and(eq(closures.programId, sql.placeholder('programId')), eq(closures.caseId, sql.placeholder('caseId')))),
)

export const findClosure = async (tx: Tx, programId: string, caseId: string): Promise<Closure | undefined> =>
  (await closureOfCase(tx, { programId, caseId }))[0]

export const insertTermination = (tx: Tx, asked: typeof terminations.$inferInsert) =>
  tx.insert(terminations).values(asked)

/** The open question whether a case ends; the row is locked until the act is done. */
export const lockTermination = async (tx: Tx, programId: string, caseId: string): Promise<Termination | undefined> => {
  const [found] = await tx
    .select()
    .from(terminations)
    .where(and(eq(terminations.programId, programId), eq(terminations.caseId, caseId), isNull(terminations.answer)))
    .for('update')
  return found
}

export const answerTermination = (
  tx: Tx,
  asked: Termination,
  answer: { answer: TerminationAnswer; answeredBy: string; answeredAt: Date },
) =>
  tx
    .update(terminations)
    .set(answer)
    .where(and(eq(terminations.programId, asked.programId), eq(terminations.id, asked.id)))

/** The newest question of a case, open or answered, with who asked it. */
export const findTermination = async (tx: Tx, programId: string, caseId: string) => {
  const [found] = await tx
    .select({
      id: terminations.id,
      reason: terminations.reason,
      words: terminations.words,
      familyHeard: terminations.familyHeard,
      askedBy: terminations.askedBy,
      askedByName: accounts.displayName,
      askedAt: terminations.askedAt,
      answer: terminations.answer,
      answeredBy: terminations.answeredBy,
    })
    .from(terminations)
    .leftJoin(accounts, eq(accounts.id, terminations.askedBy))
    .where(and(eq(terminations.programId, programId), eq(terminations.caseId, caseId)))
    .orderBy(sql`${terminations.askedAt} desc`)
    .limit(1)
  return found
}
