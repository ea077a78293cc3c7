import type { Tx } from '#platform/database'
import { type Draw, type DrawnLine, drawOf, isFree, linesOf } from './records/draws.ts'

/** A jury as it stands: the draw behind it, who sits, who follows, who was not in the lot and why. */
export type Jury = {
  draw: Draw | null
  seats: DrawnLine[]
  steppedBack: DrawnLine[]
  alternates: DrawnLine[]
  /** The first of the alternates who could take a chair now. */
  next: DrawnLine | null
  excluded: DrawnLine[]
}

export const juryOf = async (tx: Tx, programId: string, hearingId: string): Promise<Jury> => {
  const [draw, lines] = await Promise.all([drawOf(tx, programId, hearingId), linesOf(tx, programId, hearingId)])
  const waiting = lines.filter(
    line => line.place !== null && line.seatStatus !== 'seated' && line.seatStatus !== 'stepped_back',
  )
  return {
    draw: draw ?? null,
    seats: lines.filter(line => line.seatStatus === 'seated').toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    steppedBack: lines.filter(line => line.seatStatus === 'stepped_back'),
    alternates: waiting,
    next: waiting.find(isFree) ?? null,
    excluded: lines.filter(line => line.place === null),
  }
}
