import { and, desc, eq, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
import type { Day } from '#platform/time'
import { obligations, progress } from '../tables.ts'

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

const verifiers = alias(accounts, 'verifiers')

const pieces = statement('progress_of_obligation', tx =>
  tx
    .select({
      id: progress.id,
      obligationId: progress.obligationId,
      amount: progress.amount,
      doneOn: progress.doneOn,
      words: progress.words,
      place: progress.place,
      supervisor: progress.supervisor,
      submittedAt: progress.submittedAt,
      submittedBy: accounts.displayName,
      submittedById: progress.submittedBy,
      state: progress.state,
      verifiedAt: progress.verifiedAt,
      verifiedBy: verifiers.displayName,
      answer: progress.answer,
    })
    .from(progress)
    .leftJoin(accounts, eq(accounts.id, progress.submittedBy))
    .leftJoin(verifiers, eq(verifiers.id, progress.verifiedBy))
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

/** The minutes of help that are written down for one person and day, in every promise of theirs; what went back does not count. */
export const minutesOn = async (tx: Tx, programId: string, personId: string | null, doneOn: Day): Promise<number> => {
  if (personId === null) return 0
  const [found] = await tx
    .select({ minutes: sql<number>`coalesce(sum(${progress.amount}), 0)::integer` })
    .from(progress)
    .innerJoin(
      obligations,
      and(eq(obligations.programId, progress.programId), eq(obligations.id, progress.obligationId)),
    )
    .where(
      and(
        eq(progress.programId, programId),
        eq(obligations.personId, personId),
        eq(obligations.unit, 'minute'),
        eq(progress.doneOn, doneOn),
        notInArray(progress.state, ['returned', 'taken_back']),
      ),
    )
  return found?.minutes ?? 0
}

/** Whether a piece of this promise was ever sent back for a change. */
export const wasSentBack = async (tx: Tx, programId: string, obligationId: string): Promise<boolean> => {
  const found = await tx
    .select({ id: progress.id })
    .from(progress)
    .where(
      and(eq(progress.programId, programId), eq(progress.obligationId, obligationId), eq(progress.state, 'returned')),
    )
    .limit(1)
  return found.length > 0
}

/** Whether a juror's place at a night was counted already. */
export const isCounted = async (tx: Tx, programId: string, assignmentId: string): Promise<boolean> => {
  const found = await tx
    .select({ id: progress.id })
    .from(progress)
    .where(and(eq(progress.programId, programId), eq(progress.assignmentId, assignmentId)))
  return found.length > 0
}
