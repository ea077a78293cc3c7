import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { cases } from '#tables/cases'
import { hearings, nights, rooms } from '../tables.ts'

export const hearingFields = {
  id: hearings.id,
  nightId: hearings.nightId,
  roomId: hearings.roomId,
  caseId: hearings.caseId,
  position: hearings.position,
  startsAt: hearings.startsAt,
  endsAt: hearings.endsAt,
  status: hearings.status,
  respondentCameAt: hearings.respondentCameAt,
  guardianCameAt: hearings.guardianCameAt,
  guardianExcused: hearings.guardianExcused,
  goOnAskedAt: hearings.goOnAskedAt,
  begunAt: hearings.begunAt,
  endedAt: hearings.endedAt,
  endReason: hearings.endReason,
  heldOn: nights.heldOn,
  place: nights.place,
  nightStatus: nights.status,
  room: rooms.name,
  facilitatorId: rooms.facilitatorId,
}

const placed = (tx: Tx) =>
  tx
    .select(hearingFields)
    .from(hearings)
    .innerJoin(nights, and(eq(nights.programId, hearings.programId), eq(nights.id, hearings.nightId)))
    .innerJoin(rooms, and(eq(rooms.programId, hearings.programId), eq(rooms.id, hearings.roomId)))
    .$dynamic()

/** A hearing with the night and the room it is held in. */
export type Hearing = Awaited<ReturnType<typeof placed>>[number]

const byId = statement('hearing_by_id', tx =>
  placed(tx).where(and(eq(hearings.programId, sql.placeholder('programId')), eq(hearings.id, sql.placeholder('id')))),
)

export const hearingById = async (tx: Tx, programId: string, id: string): Promise<Hearing> => {
  const [found] = await byId(tx, { programId, id })
  if (!found) throw new NotHere()
  return found
}

const latest = statement('hearing_of_case', tx =>
  placed(tx)
    .where(and(eq(hearings.programId, sql.placeholder('programId')), eq(hearings.caseId, sql.placeholder('caseId'))))
    .orderBy(sql`${hearings.status} in ('docketed', 'in_hearing') desc`, sql`${hearings.startsAt} desc`)
    .limit(1),
)

/** The hearing of a case that is on the docket or going on, or else its last one. */
export const hearingOfCase = async (tx: Tx, programId: string, caseId: string): Promise<Hearing | undefined> =>
  (await latest(tx, { programId, caseId }))[0]

const ofRespondent = statement('hearings_of_person', tx =>
  placed(tx)
    .innerJoin(cases, and(eq(cases.programId, hearings.programId), eq(cases.id, hearings.caseId)))
    .where(
      and(
        eq(hearings.programId, sql.placeholder('programId')),
        eq(cases.respondentId, sql.placeholder('personId')),
        ne(hearings.status, 'reset'),
      ),
    )
    .orderBy(asc(hearings.startsAt)),
)

/** The hearings of a young person's own case. */
export const hearingsOfPerson = (tx: Tx, programId: string, personId: string): Promise<Hearing[]> =>
  ofRespondent(tx, { programId, personId })

export const lockHearing = async (tx: Tx, programId: string, id: string): Promise<Hearing> => {
  const locked = await tx
    .select({ id: hearings.id })
    .from(hearings)
    .where(and(eq(hearings.programId, programId), eq(hearings.id, id)))
    .for('update')
  if (locked.length === 0) throw new NotHere()
  return hearingById(tx, programId, id)
}

type Slot = { startsAt: Date; endsAt: Date }

const during = (slot: Slot) =>
  sql`tstzrange(${slot.startsAt.toISOString()}::timestamptz, ${slot.endsAt.toISOString()}::timestamptz)`

export type NewHearing = Pick<Hearing, 'id' | 'nightId' | 'roomId' | 'caseId' | 'position'> & Slot

export const insertHearing = (tx: Tx, programId: string, row: NewHearing): Promise<unknown> =>
  tx.insert(hearings).values({ programId, ...row, status: 'docketed', during: during(row) })

type Changes = Partial<
  Pick<
    Hearing,
    | 'status'
    | 'position'
    | 'respondentCameAt'
    | 'guardianCameAt'
    | 'guardianExcused'
    | 'goOnAskedAt'
    | 'begunAt'
    | 'endedAt'
    | 'endReason'
  >
>

export const changeHearing = (tx: Tx, programId: string, id: string, changes: Changes): Promise<unknown> =>
  tx
    .update(hearings)
    .set({ ...changes, version: sql`${hearings.version} + 1` })
    .where(and(eq(hearings.programId, programId), eq(hearings.id, id)))

/** All change places in one statement, so that two cases can change places in one room. */
export const moveSlots = (tx: Tx, programId: string, moves: readonly (Slot & { id: string })[]): Promise<unknown> => {
  const to = sql.join(
    moves.map(
      move =>
        sql`(${move.id}::uuid, ${move.startsAt.toISOString()}::timestamptz, ${move.endsAt.toISOString()}::timestamptz)`,
    ),
    sql`, `,
  )
  return tx.execute(sql`update hearings h set starts_at = m.starts_at, ends_at = m.ends_at,
    during = tstzrange(m.starts_at, m.ends_at), version = h.version + 1
    from (values ${to}) as m (id, starts_at, ends_at) where h.program_id = ${programId} and h.id = m.id`)
}
