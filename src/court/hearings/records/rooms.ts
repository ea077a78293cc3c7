/** The rooms of a night, and the adult in each. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { accounts, memberships } from '#tables/accounts'
import { people } from '#tables/people'
import { nights, rooms } from '../tables.ts'
import { nightOn } from './nights.ts'

const roomsAt = (tx: Tx, night: SQL) =>
  tx
    .select({
      id: rooms.id,
      nightId: rooms.nightId,
      name: rooms.name,
      capacity: rooms.capacity,
      facilitatorId: rooms.facilitatorId,
      facilitator: accounts.displayName,
      facilitatorPersonId: people.id,
    })
    .from(rooms)
    .leftJoin(memberships, and(eq(memberships.programId, rooms.programId), eq(memberships.id, rooms.facilitatorId)))
    .leftJoin(accounts, eq(accounts.id, memberships.accountId))
    .leftJoin(people, and(eq(people.programId, rooms.programId), eq(people.accountId, memberships.accountId)))
    .where(and(eq(rooms.programId, sql.placeholder('programId')), sql`${rooms.nightId} = ${night}`))
    .orderBy(asc(rooms.name))

const ofNight = statement('rooms_of_night', tx => roomsAt(tx, sql`${sql.placeholder('nightId')}`))

export type Room = Awaited<ReturnType<typeof ofNight>>[number]

export const roomsOf = (tx: Tx, programId: string, nightId: string): Promise<Room[]> =>
  ofNight(tx, { programId, nightId })

const ofNights = statement('rooms_of_nights', tx => roomsAt(tx, sql`any(${sql.placeholder('nightIds')})`))

/** The rooms of several nights, in one statement. */
export const roomsOfNights = (tx: Tx, programId: string, nightIds: readonly string[]): Promise<Room[]> =>
  ofNights(tx, { programId, nightIds })

const thatDay = statement('rooms_that_day', tx => roomsAt(tx, nightOn))

export const roomsThatDay = (tx: Tx, programId: string, day: Day): Promise<Room[]> => thatDay(tx, { programId, day })

export const insertRoom = (tx: Tx, row: typeof rooms.$inferInsert): Promise<unknown> => tx.insert(rooms).values(row)

export const setFacilitator = (tx: Tx, programId: string, id: string, facilitatorId: string | null): Promise<unknown> =>
  tx
    .update(rooms)
    .set({ facilitatorId })
    .where(and(eq(rooms.programId, programId), eq(rooms.id, id)))

const member = statement('person_of_membership', tx =>
  tx
    .select({ personId: people.id })
    .from(memberships)
    .innerJoin(people, and(eq(people.programId, memberships.programId), eq(people.accountId, memberships.accountId)))
    .where(and(eq(memberships.programId, sql.placeholder('programId')), eq(memberships.id, sql.placeholder('id')))),
)

/** The person that a member of staff also is to this court, if they are one. */
export const personOfMembership = async (tx: Tx, programId: string, id: string): Promise<string | null> =>
  (await member(tx, { programId, id }))[0]?.personId ?? null

const between = statement('rooms_between', tx =>
  tx
    .select({ nightId: rooms.nightId, capacity: rooms.capacity, facilitatorId: rooms.facilitatorId })
    .from(rooms)
    .innerJoin(nights, and(eq(nights.programId, rooms.programId), eq(nights.id, rooms.nightId)))
    .where(
      and(
        eq(rooms.programId, sql.placeholder('programId')),
        sql`${nights.heldOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    ),
)

export const roomsBetween = (tx: Tx, programId: string, from: Day, to: Day) => between(tx, { programId, from, to })
