import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Tx } from '#platform/database'
import { dispositions, terms } from '#tables/dispositions'
import { settled } from '../obligation.ts'
import { obligations } from '../tables.ts'

/** The jury service that a person still owes, and since when. */
export const openDutiesOf = (tx: Tx, programId: string, personId: string) =>
  tx
    .select({ id: obligations.id, dueOn: obligations.dueOn, inEffectOn: dispositions.inEffectOn })
    .from(obligations)
    .innerJoin(terms, and(eq(terms.programId, obligations.programId), eq(terms.id, obligations.termId)))
    .innerJoin(dispositions, and(eq(dispositions.programId, terms.programId), eq(dispositions.id, terms.dispositionId)))
    .where(
      and(
        eq(obligations.programId, programId),
        eq(obligations.personId, personId),
        eq(obligations.kind, 'jury-service'),
        notInArray(obligations.status, [...settled]),
      ),
    )

/** Who of these people still owes jury service. */
export const owingJuryService = async (tx: Tx, programId: string, people: string[]): Promise<ReadonlySet<string>> => {
  const found = await tx
    .selectDistinct({ personId: obligations.personId })
    .from(obligations)
    .where(
      and(
        eq(obligations.programId, programId),
        inArray(obligations.personId, people),
        eq(obligations.kind, 'jury-service'),
        notInArray(obligations.status, [...settled]),
      ),
    )
  return new Set(found.flatMap(one => one.personId ?? []))
}
