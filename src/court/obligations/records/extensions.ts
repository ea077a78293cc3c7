import { and, asc, eq, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
import { extensions } from '../tables.ts'

export type Extension = typeof extensions.$inferSelect

export const insertExtension = (tx: Tx, row: typeof extensions.$inferInsert) => tx.insert(extensions).values(row)

const oneExtension = (tx: Tx, programId: string, id: string) =>
  tx
    .select()
    .from(extensions)
    .where(and(eq(extensions.programId, programId), eq(extensions.id, id)))
    .$dynamic()

const theOne = ([found]: Extension[]): Extension => {
  if (!found) throw new NotHere()
  return found
}

export const extensionById = async (tx: Tx, programId: string, id: string): Promise<Extension> =>
  theOne(await oneExtension(tx, programId, id))

/** A question for more time; locked until it is answered. */
export const lockExtension = async (tx: Tx, programId: string, id: string): Promise<Extension> =>
  theOne(await oneExtension(tx, programId, id).for('update'))

export const answerExtension = (tx: Tx, { programId, id }: Extension, answer: Partial<Extension>) =>
  tx
    .update(extensions)
    .set(answer)
    .where(and(eq(extensions.programId, programId), eq(extensions.id, id)))

const asked = statement('extensions_of_obligation', tx =>
  tx
    .select({
      id: extensions.id,
      oldDueOn: extensions.oldDueOn,
      newDueOn: extensions.newDueOn,
      asked: extensions.asked,
      askedAt: extensions.askedAt,
      askedBy: accounts.displayName,
      answer: extensions.answer,
      answerReason: extensions.answerReason,
      answeredAt: extensions.answeredAt,
    })
    .from(extensions)
    .leftJoin(accounts, eq(accounts.id, extensions.askedBy))
    .where(
      and(
        eq(extensions.programId, sql.placeholder('programId')),
        eq(extensions.obligationId, sql.placeholder('obligationId')),
      ),
    )
    .orderBy(asc(extensions.askedAt)),
)

/** Each question for more time about one promise, and its answer. */
export const extensionsOf = (tx: Tx, programId: string, obligationId: string) => asked(tx, { programId, obligationId })

export type Asked = Awaited<ReturnType<typeof extensionsOf>>[number]
