/** What goes on at this moment, whatever was planned (rule 18). */
import { and, count, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '#platform/database'
import { hearings } from '#tables/hearings'
import { seats } from '../tables.ts'

const some = async (counted: PromiseLike<{ number: number }[]>): Promise<boolean> =>
  ((await counted)[0]?.number ?? 0) > 0

/** Whether another case is being heard in the room of this hearing. */
export const isRoomBusy = (tx: Tx, programId: string, hearing: { id: string; roomId: string }): Promise<boolean> =>
  some(
    tx
      .select({ number: count() })
      .from(hearings)
      .where(
        and(
          eq(hearings.programId, programId),
          eq(hearings.roomId, hearing.roomId),
          ne(hearings.id, hearing.id),
          eq(hearings.status, 'in_hearing'),
        ),
      ),
  )

const chairs = (tx: Tx) =>
  tx
    .select({ number: count() })
    .from(seats)
    .innerJoin(hearings, and(eq(hearings.programId, seats.programId), eq(hearings.id, seats.hearingId)))

/** Whether one of these jurors sits on another case that is being heard. */
export const isJuryElsewhere = (
  tx: Tx,
  programId: string,
  hearingId: string,
  jurorIds: readonly string[],
): Promise<boolean> =>
  some(
    chairs(tx).where(
      and(
        eq(seats.programId, programId),
        eq(seats.status, 'seated'),
        inArray(seats.jurorId, [...jurorIds]),
        ne(seats.hearingId, hearingId),
        eq(hearings.status, 'in_hearing'),
      ),
    ),
  )

/** Whether a juror holds a chair that night on a jury that has not decided. */
export const hasChair = (tx: Tx, programId: string, jurorId: string, nightId: string): Promise<boolean> =>
  some(
    chairs(tx).where(
      and(
        eq(seats.programId, programId),
        eq(seats.status, 'seated'),
        eq(seats.jurorId, jurorId),
        eq(hearings.nightId, nightId),
        inArray(hearings.status, ['docketed', 'in_hearing']),
      ),
    ),
  )
