/** The lot. */
import { type Actor, act, byClockwork, type Court } from '#court'
import { caseById } from '#court/cases'
import { type Hearing, hearingById, isUnderWay, lockHearing, lockNight } from '#court/hearings'
import { rulebookOf } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { orRefused } from '#platform/last-line'
import { LOT_METHOD } from '#platform/lot'
import type { Line } from '../jury.ts'
import { drawsBefore, insertDraw, insertLines } from '../records/draws.ts'
import { type DrawRefusal, drawLines, isEnough, mayDraw, seating } from '../rules/draw.ts'
import { lastLine, releaseChairs, type SeatRefusal, seat } from './chairs.ts'
import { poolFor } from './pool.ts'

export type DrawWish = { reason?: string | null; sameSchoolToo?: boolean }
export type Drawn = { drawId: string; number: number; seated: string[]; alternates: string[] }

/** Draws a jury by lot from those who are here and may hear the case; every one of the others is kept with the reasons why not. */
export const drawJury = async (
  court: Court,
  actor: Actor,
  hearingId: string,
  wish: DrawWish = {},
): Promise<Drawn | DrawRefusal | SeatRefusal> => {
  const seen = await court.db.withProgram(actor, tx => hearingById(tx, actor.programId, hearingId))
  return orRefused(
    act(court, byClockwork(actor), tx => drawIn(court, tx, actor, seen, wish)),
    lastLine,
  )
}

const drawIn = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  seen: Hearing,
  wish: DrawWish,
): Promise<Drawn | DrawRefusal> => {
  const { programId } = actor
  const night = await lockNight(tx, programId, seen.nightId)
  const hearing = await lockHearing(tx, programId, seen.id)
  const before = await drawsBefore(tx, programId, hearing.id)
  const asked = { reason: wish.reason ?? null, sameSchoolToo: wish.sameSchoolToo ?? false }
  const refusal = mayDraw(hearing.status === 'docketed', isUnderWay(night.status), before, {
    ...asked,
    byCoordinator: actor.role === 'coordinator',
  })
  if (refusal) return refusal
  const head = await caseById(tx, programId, hearing.caseId)
  const { rules } = await rulebookOf(tx, programId, head.rulebookId)
  const { candidates, matter, pairs } = await poolFor(tx, hearing, head, rules)
  const seed = court.seed()
  const lines = drawLines(candidates, asked.sameSchoolToo ? { ...matter, sameSchool: 'allow' } : matter, pairs, seed)
  return (
    isEnough(lines, rules.jury.quorum) ??
    seatAll(court, tx, actor, hearing, rules.jury.size, { number: before + 1, seed, lines, ...asked })
  )
}

type Kept = { number: number; seed: string; reason: string | null; sameSchoolToo: boolean; lines: readonly Line[] }

const seatAll = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  hearing: Hearing,
  size: number,
  kept: Kept,
): Promise<Drawn> => {
  const { number, seed, lines, sameSchoolToo } = kept
  const drawId = await keepDraw(court, tx, actor, hearing, kept)
  await releaseChairs(court, tx, actor, hearing)
  const chairs = seating(lines, size)
  for (const chair of chairs) await seat(court, tx, actor, { hearing, drawId, ...chair })
  await enter(court, tx, actor, {
    act: 'jury-drawn',
    thing: 'hearing',
    thingId: hearing.id,
    caseId: hearing.caseId,
    particulars: { draw: drawId, number, seed, method: LOT_METHOD, pool: lines.length, sameSchoolToo },
  })
  const alternates = lines.filter(line => (line.place ?? 0) > size).map(line => line.jurorId)
  return { drawId, number, seated: chairs.map(chair => chair.jurorId), alternates }
}

const keepDraw = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  hearing: Hearing,
  { number, seed, reason, lines }: Kept,
): Promise<string> => {
  const id = newId()
  const { programId } = actor
  await insertDraw(tx, {
    programId,
    id,
    hearingId: hearing.id,
    number,
    seed,
    method: LOT_METHOD,
    poolSize: lines.length,
    reason,
    drawnBy: actor.accountId,
    drawnAt: court.now(),
  })
  await insertLines(
    tx,
    lines.map(line => ({ programId, id: newId(), drawId: id, ...line, reasons: [...line.reasons] })),
  )
  return id
}
