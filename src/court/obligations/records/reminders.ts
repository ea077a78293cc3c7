import { and, eq, lte, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { cases } from '#tables/cases'
import { outbox } from '#tables/notices'
import { settled } from '../obligation.ts'
import { obligations } from '../tables.ts'

/** Promises of young people that come due soon and of which nobody has been reminded at this step yet; locked, so that two servers do not both write. */
export const unreminded = (tx: Tx, programId: string, span: { from: Day; to: Day }, step: string) =>
  tx
    .select({
      id: obligations.id,
      caseId: obligations.caseId,
      personId: sql<string>`${obligations.personId}`,
      dueOn: obligations.dueOn,
    })
    .from(obligations)
    .innerJoin(
      cases,
      and(eq(cases.programId, obligations.programId), eq(cases.id, obligations.caseId), eq(cases.status, 'active')),
    )
    .where(
      and(
        eq(obligations.programId, programId),
        eq(obligations.owedBy, 'young-person'),
        notInArray(obligations.status, [...settled, 'submitted']),
        sql`${obligations.dueOn} >= ${span.from}`,
        lte(obligations.dueOn, span.to),
        sql`not exists (${tx
          .select({ one: sql`1` })
          .from(outbox)
          .where(
            and(
              eq(outbox.programId, programId),
              eq(outbox.caseId, obligations.caseId),
              eq(outbox.kind, 'promise-due'),
              sql`${outbox.facts} ->> 'promiseId' = ${obligations.id}::text`,
              sql`${outbox.facts} ->> 'dueOn' = ${obligations.dueOn}::text`,
              sql`${outbox.facts} ->> 'step' = ${step}`,
            ),
          )})`,
      ),
    )
    .for('update', { of: obligations, skipLocked: true })
