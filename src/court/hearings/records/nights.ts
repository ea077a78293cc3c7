import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { toCome } from '../night.ts'
import { nights } from '../tables.ts'

/** The night of a day, inside another statement: so that nothing waits for an id. */
export const nightOn = sql`(select n.id from nights n where n.program_id = ${sql.placeholder('programId')} and n.held_on = ${sql.placeholder('day')})`

export type Night = typeof nights.$inferSelect

const theDay = statement('night_by_day', tx =>
  tx
    .select()
    .from(nights)
    .where(and(eq(nights.programId, sql.placeholder('programId')), eq(nights.heldOn, sql.placeholder('day')))),
)

export const findNight = async (tx: Tx, programId: string, day: Day): Promise<Night | undefined> =>
  (await theDay(tx, { programId, day }))[0]

export const nightByDay = async (tx: Tx, programId: string, day: Day): Promise<Night> => {
  const found = await findNight(tx, programId, day)
  if (!found) throw new NotHere()
  return found
}

const theNight = statement('night_by_id', tx =>
  tx
    .select()
    .from(nights)
    .where(and(eq(nights.programId, sql.placeholder('programId')), eq(nights.id, sql.placeholder('id')))),
)

export const nightById = async (tx: Tx, programId: string, id: string): Promise<Night> => {
  const [found] = await theNight(tx, { programId, id })
  if (!found) throw new NotHere()
  return found
}

/** Whatever is done about a night waits its turn here, so that chairs, slots and juries are counted by one at a time. */
export const lockNight = async (tx: Tx, programId: string, id: string): Promise<Night> => {
  const [found] = await tx
    .select()
    .from(nights)
    .where(and(eq(nights.programId, programId), eq(nights.id, id)))
    .for('update')
  if (!found) throw new NotHere()
  return found
}

export const insertNight = (tx: Tx, row: typeof nights.$inferInsert): Promise<unknown> => tx.insert(nights).values(row)

export const changeNight = (
  tx: Tx,
  night: Night,
  changes: Partial<Pick<Night, 'status' | 'offReason' | 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'jurorPlaces'>>,
): Promise<unknown> =>
  tx
    .update(nights)
    .set({ ...changes, version: night.version + 1 })
    .where(and(eq(nights.programId, night.programId), eq(nights.id, night.id)))

/** Counted by the database, which sees all who come even where the one who asks may not. */
const placesLeft = sql<number>`places_left(${nights.id})`

const between = statement('nights_between', tx =>
  tx
    .select({
      id: nights.id,
      heldOn: nights.heldOn,
      startsAt: nights.startsAt,
      endsAt: nights.endsAt,
      place: nights.place,
      status: nights.status,
      jurorPlaces: nights.jurorPlaces,
      placesLeft,
    })
    .from(nights)
    .where(
      and(
        eq(nights.programId, sql.placeholder('programId')),
        sql`${nights.heldOn} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .orderBy(asc(nights.heldOn)),
)

export type NightInList = Awaited<ReturnType<typeof between>>[number]

export const nightsBetween = (tx: Tx, programId: string, from: Day, to: Day): Promise<NightInList[]> =>
  between(tx, { programId, from, to })

const FAR = '2199-12-31'

/** The nights from a day on that take jurors and cases, with the chairs that are left. */
export const openNights = async (tx: Tx, programId: string, from: Day): Promise<NightInList[]> =>
  (await nightsBetween(tx, programId, from, FAR)).filter(night => toCome.some(status => status === night.status))

const left = statement('places_left', tx =>
  tx
    .select({ places: placesLeft })
    .from(nights)
    .where(and(eq(nights.programId, sql.placeholder('programId')), eq(nights.id, sql.placeholder('id')))),
)

export const placesLeftAt = async (tx: Tx, programId: string, id: string): Promise<number> =>
  (await left(tx, { programId, id }))[0]?.places ?? 0

const lastPlace = statement('last_night_place', tx =>
  tx
    .select({ place: nights.place, startsAt: nights.startsAt, endsAt: nights.endsAt, jurorPlaces: nights.jurorPlaces })
    .from(nights)
    .where(eq(nights.programId, sql.placeholder('programId')))
    .orderBy(desc(nights.heldOn))
    .limit(1),
)

/** The night before the next is the best guess at it. */
export const latestNight = async (tx: Tx, programId: string) => (await lastPlace(tx, { programId }))[0]
