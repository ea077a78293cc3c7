/** What the steps of a case leave behind: the screening, the tries, the meeting, the consents. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { consents, contacts, intakes, screenings } from '../tables.ts'

export type Intake = typeof intakes.$inferSelect
export type Consent = typeof consents.$inferSelect
export type Contact = typeof contacts.$inferSelect
export type Screening = typeof screenings.$inferSelect

export const insertScreenings = (tx: Tx, rows: (typeof screenings.$inferInsert)[]) => tx.insert(screenings).values(rows)

export const screeningsOf = statement('screenings_of', tx =>
  tx
    .select()
    .from(screenings)
    .where(
      and(eq(screenings.programId, sql.placeholder('programId')), eq(screenings.caseId, sql.placeholder('caseId'))),
    )
    .orderBy(asc(screenings.at), asc(screenings.id)),
)

export const insertContact = (tx: Tx, row: typeof contacts.$inferInsert) => tx.insert(contacts).values(row)

export const contactsOf = statement('contacts_of', tx =>
  tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.programId, sql.placeholder('programId')), eq(contacts.caseId, sql.placeholder('caseId'))))
    .orderBy(desc(contacts.at), desc(contacts.id)),
)

const intakeByCase = statement('intake_of', tx =>
  tx
    .select()
    .from(intakes)
    .where(and(eq(intakes.programId, sql.placeholder('programId')), eq(intakes.caseId, sql.placeholder('caseId')))),
)

export const intakeOf = async (tx: Tx, programId: string, caseId: string): Promise<Intake | undefined> =>
  (await intakeByCase(tx, { programId, caseId }))[0]

export const insertIntake = (tx: Tx, row: typeof intakes.$inferInsert) => tx.insert(intakes).values(row)

export const updateIntake = (tx: Tx, programId: string, id: string, set: Partial<typeof intakes.$inferInsert>) =>
  tx
    .update(intakes)
    .set({ ...set, version: sql`${intakes.version} + 1` })
    .where(and(eq(intakes.programId, programId), eq(intakes.id, id)))

/** Every consent of a case, withdrawn ones too, in the order in which they were given. */
export const consentsOf = statement('consents_of', tx =>
  tx
    .select()
    .from(consents)
    .where(and(eq(consents.programId, sql.placeholder('programId')), eq(consents.caseId, sql.placeholder('caseId'))))
    .orderBy(asc(consents.givenAt), asc(consents.id)),
)

export const insertConsents = (tx: Tx, rows: (typeof consents.$inferInsert)[]) =>
  rows.length === 0 ? Promise.resolve() : tx.insert(consents).values(rows).onConflictDoNothing()

/** Takes back consents that still stand; of one kind only if it is named. */
export const endConsents = (
  tx: Tx,
  programId: string,
  caseId: string,
  which: { personId?: string; kind?: Consent['kind'] },
  at: Date,
) =>
  tx
    .update(consents)
    .set({ withdrawnAt: at })
    .where(
      and(
        eq(consents.programId, programId),
        eq(consents.caseId, caseId),
        isNull(consents.withdrawnAt),
        which.personId ? eq(consents.personId, which.personId) : undefined,
        which.kind ? eq(consents.kind, which.kind) : undefined,
      ),
    )
