import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { jurors } from '#tables/jurors'
import { people } from '#tables/people'
import { type AssignmentStatus, hereStatuses } from '../assignment.ts'
import { assignments, nights } from '../tables.ts'

const fields = {
  id: assignments.id,
  nightId: assignments.nightId,
  jurorId: assignments.jurorId,
  personId: jurors.personId,
  status: assignments.status,
  mandated: assignments.mandated,
  answeredAt: assignments.answeredAt,
  checkedInAt: assignments.checkedInAt,
  checkedOutAt: assignments.checkedOutAt,
  oathAt: assignments.oathAt,
}

const ofJurors = (tx: Tx) =>
  tx
    .select(fields)
    .from(assignments)
    .innerJoin(jurors, and(eq(jurors.programId, assignments.programId), eq(jurors.id, assignments.jurorId)))
    .$dynamic()

/** A juror's place at one night. */
export type Assignment = Awaited<ReturnType<typeof ofJurors>>[number]

const byId = statement('assignment_by_id', tx =>
  ofJurors(tx).where(
    and(eq(assignments.programId, sql.placeholder('programId')), eq(assignments.id, sql.placeholder('id'))),
  ),
)

export const assignmentById = async (tx: Tx, programId: string, id: string): Promise<Assignment> => {
  const [found] = await byId(tx, { programId, id })
  if (!found) throw new NotHere()
  return found
}

const atNight = statement('assignment_at_night', tx =>
  ofJurors(tx).where(
    and(
      eq(assignments.programId, sql.placeholder('programId')),
      eq(assignments.nightId, sql.placeholder('nightId')),
      eq(assignments.jurorId, sql.placeholder('jurorId')),
    ),
  ),
)

export const assignmentAt = async (
  tx: Tx,
  programId: string,
  nightId: string,
  jurorId: string,
): Promise<Assignment | undefined> => (await atNight(tx, { programId, nightId, jurorId }))[0]

const preparedFields = {
  ...fields,
  calledName: people.calledName,
  lastName: people.lastName,
  birthDate: people.birthDate,
  school: people.school,
  trainedOn: jurors.trainedOn,
  oathOn: jurors.oathOn,
  oathWording: jurors.oathWording,
  approvedOn: jurors.approvedOn,
  endedOn: jurors.endedOn,
}

export const namedAssignments = (tx: Tx, night: SQL) =>
  tx
    .select(preparedFields)
    .from(assignments)
    .innerJoin(jurors, and(eq(jurors.programId, assignments.programId), eq(jurors.id, assignments.jurorId)))
    .innerJoin(people, and(eq(people.programId, jurors.programId), eq(people.id, jurors.personId)))
    .where(and(eq(assignments.programId, sql.placeholder('programId')), sql`${assignments.nightId} = ${night}`))
    .orderBy(asc(people.searchName), asc(assignments.id))

const ofNight = statement('assignments_of_night', tx => namedAssignments(tx, sql`${sql.placeholder('nightId')}`))

/** A place at a night with the juror's name and preparation. */
export type NamedAssignment = Awaited<ReturnType<typeof ofNight>>[number]

export const assignmentsOf = (tx: Tx, programId: string, nightId: string): Promise<NamedAssignment[]> =>
  ofNight(tx, { programId, nightId })

const ofPerson = statement('assignments_of_person', tx =>
  tx
    .select({
      ...fields,
      heldOn: nights.heldOn,
      startsAt: nights.startsAt,
      endsAt: nights.endsAt,
      place: nights.place,
      nightStatus: nights.status,
    })
    .from(assignments)
    .innerJoin(jurors, and(eq(jurors.programId, assignments.programId), eq(jurors.id, assignments.jurorId)))
    .innerJoin(nights, and(eq(nights.programId, assignments.programId), eq(nights.id, assignments.nightId)))
    .where(
      and(eq(assignments.programId, sql.placeholder('programId')), eq(jurors.personId, sql.placeholder('personId'))),
    )
    .orderBy(desc(nights.heldOn)),
)

export type NightOfJuror = Awaited<ReturnType<typeof ofPerson>>[number]

/** All nights that somebody was asked to or came to, the latest first. */
export const nightsOfPerson = (tx: Tx, programId: string, personId: string): Promise<NightOfJuror[]> =>
  ofPerson(tx, { programId, personId })

export const insertAssignment = (tx: Tx, row: typeof assignments.$inferInsert): Promise<unknown> =>
  tx.insert(assignments).values(row)

type Changes = Partial<Pick<Assignment, 'answeredAt' | 'checkedInAt' | 'checkedOutAt' | 'oathAt'>> & {
  status?: AssignmentStatus
}

/** Gives whether the place still stood as it was when the act read it. */
export const changeAssignment = async (
  tx: Tx,
  programId: string,
  place: Pick<Assignment, 'id' | 'status'>,
  changes: Changes,
): Promise<boolean> => {
  const changed = await tx
    .update(assignments)
    .set({ ...changes, version: sql`${assignments.version} + 1` })
    .where(
      and(eq(assignments.programId, programId), eq(assignments.id, place.id), eq(assignments.status, place.status)),
    )
  return changed.rowCount === 1
}

/** All who are in the building and have not promised yet that night; gives how many they are. */
export const noteOath = async (tx: Tx, programId: string, nightId: string, at: Date): Promise<number> => {
  const noted = await tx
    .update(assignments)
    .set({ oathAt: at, version: sql`${assignments.version} + 1` })
    .where(
      and(
        eq(assignments.programId, programId),
        eq(assignments.nightId, nightId),
        inArray(assignments.status, hereStatuses),
        isNull(assignments.oathAt),
        isNull(assignments.checkedOutAt),
      ),
    )
  return noted.rowCount ?? 0
}
