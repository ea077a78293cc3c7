import { and, desc, eq, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
import { progress } from '../tables.ts'

export type Piece = typeof progress.$inferSelect

export const insertProgress = (tx: Tx, row: typeof progress.$inferInsert) => tx.insert(progress).values(row)

export const pieceById = async (tx: Tx, programId: string, id: string): Promise<Piece> => {
  const [found] = await tx
    .select()
    .from(progress)
    .where(and(eq(progress.programId, programId), eq(progress.id, id)))
  if (!found) throw new NotHere()
  return found
}

export const changeProgress = (tx: Tx, piece: Piece, change: Partial<Piece>) =>
  tx
    .update(progress)
    .set(change)
    .where(and(eq(progress.programId, piece.programId), eq(progress.id, piece.id)))

const pieces = statement('progress_of_obligation', tx =>
  tx
    .select({
      id: progress.id,
      amount: progress.amount,
      doneOn: progress.doneOn,
      words: progress.words,
      place: progress.place,
      supervisor: progress.supervisor,
      submittedAt: progress.submittedAt,
      submittedBy: accounts.displayName,
      state: progress.state,
      verifiedAt: progress.verifiedAt,
      answer: progress.answer,
    })
    .from(progress)
    .leftJoin(accounts, eq(accounts.id, progress.submittedBy))
    .where(
      and(
        eq(progress.programId, sql.placeholder('programId')),
        eq(progress.obligationId, sql.placeholder('obligationId')),
      ),
    )
    .orderBy(desc(progress.submittedAt), desc(progress.id)),
)

/** What was done of one promise, the newest first. */
export const progressOf = (tx: Tx, programId: string, obligationId: string) => pieces(tx, { programId, obligationId })

export type HandedIn = Awaited<ReturnType<typeof progressOf>>[number]

/** Whether a juror's place at a night was counted already. */
export const isCounted = async (tx: Tx, programId: string, assignmentId: string): Promise<boolean> => {
  const found = await tx
    .select({ id: progress.id })
    .from(progress)
    .where(and(eq(progress.programId, programId), eq(progress.assignmentId, assignmentId)))
  return found.length > 0
}
