/** People and what each of them is to the court; one record, several hats. */
import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { lookingAt } from '#court/register'
import { searchWords } from '#court/people'
import { statement, type Tx } from '#platform/database'
import { cases } from '#tables/cases'
import { creditEntries } from '#tables/credits'
import { assignments, nights } from '#tables/hearings'
import { jurors } from '#tables/jurors'
import { kinships, people } from '#tables/people'
import { type Hat, PAGE } from '../casefile.ts'
import { nameHas } from './list.ts'

const programId = sql.placeholder('programId')
const id = sql.placeholder('id')

/** Used inside another piece of SQL: a query over one table leaves the tables' names off the columns that stand in its list directly. */
const hats: Record<Hat, SQL> = {
  'young-person': sql`exists (select from ${cases} where ${cases.programId} = ${people.programId} and ${cases.respondentId} = ${people.id})`,
  juror: sql`exists (select from ${jurors} where ${jurors.programId} = ${people.programId} and ${jurors.personId} = ${people.id} and ${jurors.endedOn} is null)`,
  guardian: sql`exists (select from ${kinships} where ${kinships.programId} = ${people.programId} and ${kinships.otherId} = ${people.id} and ${kinships.tie} = 'guardian')`,
}

const given = sql`select coalesce(sum(${creditEntries.minutes}), 0)::integer from ${creditEntries}
  where ${creditEntries.programId} = ${people.programId} and ${creditEntries.personId} = ${people.id}`

export type PeopleWanted = { hat: Hat | null; words: string; page: number }

const asked = ({ hat, words }: PeopleWanted) =>
  and(
    eq(people.programId, programId),
    isNull(people.sameAsId),
    hat ? hats[hat] : undefined,
    ...searchWords(words).map(nameHas),
  )

export const peopleWanted = (tx: Tx, of: { programId: string }, wanted: PeopleWanted) =>
  tx
    .select({
      id: people.id,
      calledName: people.calledName,
      lastName: people.lastName,
      birthDate: people.birthDate,
      school: people.school,
      isYoung: sql<boolean>`${hats['young-person']}`,
      isJuror: sql<boolean>`${hats.juror}`,
      isGuardian: sql<boolean>`${hats.guardian}`,
    })
    .from(people)
    .where(asked(wanted))
    .orderBy(asc(people.searchName), asc(people.id))
    .limit(PAGE)
    .offset((wanted.page - 1) * PAGE)
    .execute(of)

export const countPeople = async (tx: Tx, of: { programId: string }, wanted: PeopleWanted): Promise<number> => {
  const [row] = await tx.select({ count: sql<number>`count(*)::integer` }).from(people).where(asked(wanted)).execute(of)
  return row?.count ?? 0
}

/** One person, whole. */
export const personFile = statement('person_file', tx =>
  tx
    .select({
      id: people.id,
      calledName: people.calledName,
      lastName: people.lastName,
      pronouns: people.pronouns,
      birthDate: people.birthDate,
      school: people.school,
      grade: people.grade,
      language: people.language,
      reachBy: people.reachBy,
      phone: people.phone,
      email: people.email,
      strengths: people.strengths,
      jurorId: jurors.id,
      stream: jurors.stream,
      trainedOn: jurors.trainedOn,
      oathOn: jurors.oathOn,
      approvedOn: jurors.approvedOn,
      endedOn: jurors.endedOn,
      isGuardian: sql<boolean>`${hats.guardian}`,
      minutes: sql<number>`(${given})`,
    })
    .from(people)
    .leftJoin(jurors, and(eq(jurors.programId, people.programId), eq(jurors.personId, people.id)))
    .where(and(eq(people.programId, programId), eq(people.id, id))),
)

/** The cases in which somebody is the young person. */
export const casesOfPerson = statement('person_file_cases', tx =>
  tx
    .select({ no: cases.no, status: cases.status, openedOn: cases.openedOn, closedOn: cases.closedOn })
    .from(cases)
    .where(and(eq(cases.programId, programId), eq(cases.respondentId, id)))
    .orderBy(desc(cases.openedOn)),
)

/** The nights on which somebody is, or was, to sit. */
export const nightsOfPerson = statement('person_file_nights', tx =>
  tx
    .select({ heldOn: nights.heldOn, startsAt: nights.startsAt, status: assignments.status })
    .from(jurors)
    .innerJoin(assignments, and(eq(assignments.programId, jurors.programId), eq(assignments.jurorId, jurors.id)))
    .innerJoin(nights, and(eq(nights.programId, assignments.programId), eq(nights.id, assignments.nightId)))
    .where(and(eq(jurors.programId, programId), eq(jurors.personId, id)))
    .orderBy(desc(nights.heldOn))
    .limit(60),
)

/** Whom somebody is tied to, in both directions; with the open case of a young person in their care. */
export const tiesOfPerson = statement('person_file_ties', tx =>
  tx
    .select({
      id: people.id,
      calledName: people.calledName,
      lastName: people.lastName,
      tie: kinships.tie,
      isOther: sql<boolean>`${kinships.personId} = ${id}`,
      language: people.language,
      reachBy: people.reachBy,
      phone: people.phone,
      email: people.email,
    })
    .from(kinships)
    .innerJoin(
      people,
      and(
        eq(people.programId, kinships.programId),
        or(
          and(eq(kinships.personId, id), eq(people.id, kinships.otherId)),
          and(eq(kinships.otherId, id), eq(people.id, kinships.personId)),
        ),
      ),
    )
    .where(and(eq(kinships.programId, programId), or(eq(kinships.personId, id), eq(kinships.otherId, id))))
    .orderBy(asc(kinships.id)),
)

export const lookAtPerson = lookingAt(
  'person_file_look',
  'person',
  sql`select ${people.id} as thing_id, null::uuid as case_id, ${people.id} as person_id from ${people} where ${and(eq(people.programId, programId), eq(people.id, id))}`,
)

export type PersonRow = Awaited<ReturnType<typeof personFile>>[number]
export type PersonListRow = Awaited<ReturnType<typeof peopleWanted>>[number]
export type PersonCaseRow = Awaited<ReturnType<typeof casesOfPerson>>[number]
export type PersonNightRow = Awaited<ReturnType<typeof nightsOfPerson>>[number]
export type TieRow = Awaited<ReturnType<typeof tiesOfPerson>>[number]
