/** All that the tablet at the door shows, asked for by the day of the night, so that nothing waits for an id. */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { lookingAt } from '#court/register'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { cases } from '#tables/cases'
import { kinships, people } from '#tables/people'
import { hearings, nights } from '../tables.ts'
import { namedAssignments } from './assignments.ts'
import { arrivalsAt, docketLines } from './docket.ts'
import { findNight, nightByDay, nightOn } from './nights.ts'
import { roomsThatDay } from './rooms.ts'

const docketThatDay = statement('docket_that_day', tx =>
  docketLines(tx)
    .where(
      and(
        eq(hearings.programId, sql.placeholder('programId')),
        sql`${hearings.nightId} = ${nightOn}`,
        ne(hearings.status, 'reset'),
      ),
    )
    .orderBy(asc(hearings.position), asc(hearings.startsAt)),
)

const placesThatDay = statement('places_that_day', tx => namedAssignments(tx, nightOn))

const arrivalsThatDay = statement('arrivals_that_day', tx => arrivalsAt(tx, nightOn))

const guardiansThatDay = statement('guardians_that_day', tx =>
  tx
    .select({
      hearingId: hearings.id,
      personId: people.id,
      calledName: people.calledName,
      lastName: people.lastName,
    })
    .from(hearings)
    .innerJoin(cases, and(eq(cases.programId, hearings.programId), eq(cases.id, hearings.caseId)))
    .innerJoin(
      kinships,
      and(
        eq(kinships.programId, hearings.programId),
        eq(kinships.personId, cases.respondentId),
        eq(kinships.tie, 'guardian'),
      ),
    )
    .innerJoin(people, and(eq(people.programId, hearings.programId), eq(people.id, kinships.otherId)))
    .where(
      and(
        eq(hearings.programId, sql.placeholder('programId')),
        sql`${hearings.nightId} = ${nightOn}`,
        ne(hearings.status, 'reset'),
      ),
    )
    .orderBy(asc(kinships.madeAt), asc(kinships.id)),
)

/** The look itself, entered in the same trip. */
export const lookThatDay = lookingAt(
  'night_look',
  'night',
  sql`select ${nights.id} as thing_id, null::uuid as case_id, null::uuid as person_id from ${nights}
    where ${nights.programId} = ${sql.placeholder('programId')} and ${nights.heldOn} = ${sql.placeholder('day')}`,
)

export type Guardian = Awaited<ReturnType<typeof guardiansThatDay>>[number]

/** Each statement is started before the first is awaited. */
export const tonightOf = (tx: Tx, programId: string, day: Day) =>
  Promise.all([
    findNight(tx, programId, day),
    docketThatDay(tx, { programId, day }),
    placesThatDay(tx, { programId, day }),
    arrivalsThatDay(tx, { programId, day }),
    guardiansThatDay(tx, { programId, day }),
  ])

/** What the desk reads of a night; it asks for nobody at the door. */
export const atTheDesk = (tx: Tx, programId: string, day: Day) =>
  Promise.all([
    nightByDay(tx, programId, day),
    docketThatDay(tx, { programId, day }),
    placesThatDay(tx, { programId, day }),
    roomsThatDay(tx, programId, day),
  ])
