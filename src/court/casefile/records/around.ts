/** What stands around a case: the family, the register, the letters, and the look that is entered. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Signer } from '#court/dispositions'
import { lookingAt } from '#court/register'
import { statement, type Tx } from '#platform/database'
import { cases } from '#tables/cases'
import { outbox } from '#tables/notices'
import { kinships, people } from '#tables/people'
import { registerEntries } from '#tables/register'
import { caseId, found, nameOf, programId } from './case.ts'

/** The guardians, and how each of them wishes to be reached. */
export const guardiansOfCase = statement('case_file_guardians', tx =>
  tx
    .select({
      id: people.id,
      calledName: people.calledName,
      lastName: people.lastName,
      language: people.language,
      reachBy: people.reachBy,
      phone: people.phone,
      email: people.email,
    })
    .from(kinships)
    .innerJoin(people, and(eq(people.programId, kinships.programId), eq(people.id, kinships.otherId)))
    .where(
      and(
        eq(kinships.programId, programId),
        eq(kinships.personId, sql`(select ${cases.respondentId} from ${cases} where ${found})`),
        eq(kinships.tie, 'guardian'),
      ),
    )
    .orderBy(asc(kinships.id)),
)

/** The newest of one sort. The word stands in the statement itself, since an index holds for that word only. */
const newest = (tx: Tx, sort: SQL, limit: 'acts' | 'looks') =>
  tx
    .select({
      at: registerEntries.at,
      act: registerEntries.act,
      thing: registerEntries.thing,
      role: registerEntries.role,
      by: nameOf(registerEntries.accountId),
      signers: sql<readonly Signer[] | null>`${registerEntries.particulars} -> 'signers'`,
    })
    .from(registerEntries)
    .where(and(eq(registerEntries.programId, programId), eq(registerEntries.caseId, caseId), sort))
    .orderBy(desc(registerEntries.at), desc(registerEntries.id))
    .limit(sql.placeholder(limit))

/** What was done, and apart from it who looked, each newest first. */
export const registerOf = statement('case_file_register', tx =>
  unionAll(
    newest(tx, sql`${registerEntries.act} <> 'looked-at'`, 'acts'),
    newest(tx, sql`${registerEntries.act} = 'looked-at'`, 'looks'),
  ),
)

/** The letters about a case, newest first. */
export const lettersOf = statement('case_file_letters', tx =>
  tx
    .select({
      kind: outbox.kind,
      channel: outbox.channel,
      dueAt: outbox.dueAt,
      sentAt: outbox.sentAt,
      lastFault: outbox.lastFault,
      calledName: people.calledName,
    })
    .from(outbox)
    .leftJoin(people, and(eq(people.programId, outbox.programId), eq(people.id, outbox.toPersonId)))
    .where(and(eq(outbox.programId, programId), eq(outbox.caseId, caseId), sql`${outbox.voidedAt} is null`))
    .orderBy(desc(outbox.madeAt))
    .limit(12),
)

/** The look itself, entered in the same trip (rule 47). */
export const lookAtCase = lookingAt(
  'case_file_look',
  'case',
  sql`select ${cases.id} as thing_id, ${cases.id} as case_id, ${cases.respondentId} as person_id from ${cases} where ${found}`,
)

export type GuardianRow = Awaited<ReturnType<typeof guardiansOfCase>>[number]
export type EntryRow = Awaited<ReturnType<typeof registerOf>>[number]
export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number]
