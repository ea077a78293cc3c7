import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import { cases } from '#tables/cases'
import { kinships, people } from '#tables/people'
import type { Matter } from './home.ts'

const programId = sql.placeholder('programId')
const personId = sql.placeholder('personId')

const matter = {
  id: cases.id,
  no: cases.no,
  status: cases.status,
  closedOn: cases.closedOn,
  missed: cases.missedHearings,
  rulebookId: cases.rulebookId,
  statusSince: cases.statusSince,
}

const newest = statement('home_matter', tx =>
  tx
    .select(matter)
    .from(cases)
    .where(and(eq(cases.programId, programId), eq(cases.respondentId, personId)))
    .orderBy(desc(cases.openedOn), desc(cases.id))
    .limit(1),
)

const byNo = statement('home_matter_by_no', tx =>
  tx
    .select(matter)
    .from(cases)
    .where(and(eq(cases.programId, programId), eq(cases.no, sql.placeholder('no')))),
)

/** The case with this number, if they may see it. */
export const matterByNo = async (tx: Tx, program: string, no: string): Promise<Matter | null> =>
  (await byNo(tx, { programId: program, no }))[0] ?? null

/** A young person's own case, the newest one. */
export const matterOf = async (tx: Tx, program: string, person: string): Promise<Matter | null> =>
  (await newest(tx, { programId: program, personId: person }))[0] ?? null

const child = { id: people.id, calledName: people.calledName, birthDate: people.birthDate }

/** Somebody as their own page names them: by the name they are called. */
export type Child = { id: string; calledName: string; birthDate: (typeof people.$inferSelect)['birthDate'] }

const wards = statement('home_children', tx =>
  tx
    .select(child)
    .from(kinships)
    .innerJoin(people, and(eq(people.programId, kinships.programId), eq(people.id, kinships.personId)))
    .where(and(eq(kinships.programId, programId), eq(kinships.otherId, personId), eq(kinships.tie, 'guardian')))
    .orderBy(asc(people.calledName), asc(people.id)),
)

/** The young people in somebody's care. */
export const childrenOf = (tx: Tx, program: string, guardian: string): Promise<Child[]> =>
  wards(tx, { programId: program, personId: guardian })

const oneself = statement('home_self', tx =>
  tx
    .select(child)
    .from(people)
    .where(and(eq(people.programId, programId), eq(people.id, personId))),
)

export const selfOf = async (tx: Tx, program: string, person: string): Promise<Child | undefined> =>
  (await oneself(tx, { programId: program, personId: person }))[0]
