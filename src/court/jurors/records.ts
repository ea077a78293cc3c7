import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { cases } from '#tables/cases'
import { people } from '#tables/people'
import type { ConflictOrigin } from './juror.ts'
import { absences, conflicts, jurors } from './tables.ts'

export type Juror = typeof jurors.$inferSelect

const withName = {
  id: jurors.id,
  personId: jurors.personId,
  stream: jurors.stream,
  enrolledOn: jurors.enrolledOn,
  trainedOn: jurors.trainedOn,
  trainedMinutes: jurors.trainedMinutes,
  oathOn: jurors.oathOn,
  oathWording: jurors.oathWording,
  approvedOn: jurors.approvedOn,
  approvedBy: jurors.approvedBy,
  awayWeekdays: jurors.awayWeekdays,
  monthlyLimit: jurors.monthlyLimit,
  endedOn: jurors.endedOn,
  version: jurors.version,
  calledName: people.calledName,
  lastName: people.lastName,
  birthDate: people.birthDate,
  school: people.school,
  accountId: people.accountId,
  language: people.language,
}

const namedJurors = (tx: Tx) =>
  tx
    .select(withName)
    .from(jurors)
    .innerJoin(people, and(eq(people.programId, jurors.programId), eq(people.id, jurors.personId)))
    .$dynamic()

/** A juror with the name that the court knows them by. */
export type NamedJuror = Awaited<ReturnType<typeof namedJurors>>[number]

const named = statement('juror_named', tx =>
  namedJurors(tx).where(and(eq(jurors.programId, sql.placeholder('programId')), eq(jurors.id, sql.placeholder('id')))),
)

export const jurorById = async (tx: Tx, programId: string, id: string): Promise<NamedJuror> => {
  const [found] = await named(tx, { programId, id })
  if (!found) throw new NotHere()
  return found
}

const ofPerson = statement('juror_of_person', tx =>
  tx
    .select()
    .from(jurors)
    .where(and(eq(jurors.programId, sql.placeholder('programId')), eq(jurors.personId, sql.placeholder('personId')))),
)

export const jurorOfPerson = async (tx: Tx, programId: string, personId: string): Promise<Juror | undefined> =>
  (await ofPerson(tx, { programId, personId }))[0]

const everyone = statement('jurors_named', tx =>
  namedJurors(tx)
    .where(eq(jurors.programId, sql.placeholder('programId')))
    .orderBy(asc(people.searchName), asc(jurors.id)),
)

export const jurorsOf = (tx: Tx, programId: string): Promise<NamedJuror[]> => everyone(tx, { programId })

export const lockJuror = async (tx: Tx, programId: string, id: string): Promise<Juror> => {
  const [found] = await tx
    .select()
    .from(jurors)
    .where(and(eq(jurors.programId, programId), eq(jurors.id, id)))
    .for('update')
  if (!found) throw new NotHere()
  return found
}

export const insertJuror = (tx: Tx, row: typeof jurors.$inferInsert): Promise<unknown> => tx.insert(jurors).values(row)

type Changes = Partial<Omit<Juror, 'programId' | 'id' | 'personId' | 'version'>>

export const changeJuror = (tx: Tx, juror: Juror, changes: Changes): Promise<unknown> =>
  tx
    .update(jurors)
    .set({ ...changes, version: juror.version + 1 })
    .where(and(eq(jurors.programId, juror.programId), eq(jurors.id, juror.id)))

export type Absence = { jurorId: string; fromDay: Day; toDay: Day }

const awayFrom = statement('absences_from', tx =>
  tx
    .select({ jurorId: absences.jurorId, fromDay: absences.fromDay, toDay: absences.toDay })
    .from(absences)
    .where(
      and(
        eq(absences.programId, sql.placeholder('programId')),
        eq(absences.jurorId, sql.placeholder('jurorId')),
        gte(absences.toDay, sql.placeholder('from')),
      ),
    )
    .orderBy(asc(absences.fromDay)),
)

/** The stretches, from a day on, on which a juror cannot come. */
export const absencesOf = (tx: Tx, programId: string, jurorId: string, from: Day): Promise<Absence[]> =>
  awayFrom(tx, { programId, jurorId, from })

const awayThatDay = statement('away_that_day', tx =>
  tx
    .select({ jurorId: absences.jurorId })
    .from(absences)
    .where(
      and(
        eq(absences.programId, sql.placeholder('programId')),
        sql`${sql.placeholder('day')}::date between ${absences.fromDay} and ${absences.toDay}`,
      ),
    ),
)

export const awayOn = async (tx: Tx, programId: string, day: Day): Promise<Set<string>> =>
  new Set((await awayThatDay(tx, { programId, day })).map(row => row.jurorId))

/** What was said before about the time from that day on is replaced; what is past stays as it was. */
export const replaceAbsences = async (
  tx: Tx,
  programId: string,
  jurorId: string,
  from: Day,
  rows: (typeof absences.$inferInsert)[],
) => {
  await tx
    .delete(absences)
    .where(and(eq(absences.programId, programId), eq(absences.jurorId, jurorId), gte(absences.toDay, from)))
  if (rows.length > 0) await tx.insert(absences).values(rows)
}

/** Written once for each origin, however often it is said. */
export const insertConflict = (tx: Tx, row: typeof conflicts.$inferInsert): Promise<unknown> =>
  tx.insert(conflicts).values(row).onConflictDoNothing()

const ofCase = statement('conflicts_of_case', tx =>
  tx
    .select({ jurorId: conflicts.jurorId, origin: conflicts.origin })
    .from(conflicts)
    .where(and(eq(conflicts.programId, sql.placeholder('programId')), eq(conflicts.caseId, sql.placeholder('caseId')))),
)

export const conflictsOfCase = (
  tx: Tx,
  programId: string,
  caseId: string,
): Promise<{ jurorId: string; origin: ConflictOrigin }[]> => ofCase(tx, { programId, caseId })

const caseNumbered = statement('juror_case_numbered', tx =>
  tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.programId, sql.placeholder('programId')), eq(cases.no, sql.placeholder('no')))),
)

/** The case with a number that was typed; a number is easily mistyped, and then there is none. */
export const caseIdOf = async (tx: Tx, programId: string, no: string): Promise<string | null> =>
  (await caseNumbered(tx, { programId, no }))[0]?.id ?? null
