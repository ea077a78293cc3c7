/** Stepping back, and who comes instead. */
import { type Actor, act, type Court, NotHere } from '#court'
import { caseById } from '#court/cases'
import { assignmentAt, hearingById, lockHearing, lockNight } from '#court/hearings'
import { recordConflict } from '#court/jurors'
import { rulebookOf } from '#court/programs'
import { enter } from '#court/register'
import { orRefused } from '#platform/last-line'
import { type Refusal, refuse } from '#platform/refusal'
import { leaveChair, seatedAt } from '../records/seats.ts'
import { excuse, fillChair, lastLine, passOn, type SeatRefusal } from './chairs.ts'

export type SteppedBack = { jurorId: string; seatedInstead: string | null }
export type StepBackRefusal = Refusal<'case-over'>

/**
 * Somebody steps back from a case, or the family objects. No reason is asked and none is kept. The next in the draw takes the
 * chair in the same act, unless the case has begun: whoever came later would not have heard all of it (rules 11, 14 and 18).
 */
export const stepBack = (
  court: Court,
  actor: Actor,
  hearingId: string,
  jurorId: string,
  origin: 'juror' | 'family' = 'juror',
): Promise<SteppedBack | StepBackRefusal | SeatRefusal> =>
  orRefused(
    act(court, actor, async tx => {
      const { nightId } = await hearingById(tx, actor.programId, hearingId)
      await lockNight(tx, actor.programId, nightId)
      const hearing = await lockHearing(tx, actor.programId, hearingId)
      if (hearing.status !== 'docketed' && hearing.status !== 'in_hearing') return refuse('case-over')
      const place = await assignmentAt(tx, actor.programId, nightId, jurorId)
      if (!place) throw new NotHere()
      const chair = (await seatedAt(tx, actor.programId, hearingId)).find(one => one.jurorId === jurorId)
      await recordConflict(court, tx, actor, { jurorId, caseId: hearing.caseId, origin })
      if (!chair) return { jurorId, seatedInstead: null }
      await leaveChair(tx, actor.programId, hearingId, jurorId, 'stepped_back', court.now())
      await excuse(court, tx, actor, hearing, place)
      const seatedInstead = await fillChair(court, tx, actor, hearing, chair.number)
      await passOn(tx, actor.programId, hearing.id)
      await enter(court, tx, actor, {
        act: 'juror-stepped-back',
        thing: 'hearing',
        thingId: hearingId,
        caseId: hearing.caseId,
        particulars: { juror: jurorId, instead: seatedInstead, origin },
      })
      return { jurorId, seatedInstead }
    }),
    lastLine,
  )

/** Gives an open chair to the next in the draw, once somebody who could not be called before is free. */
export const seatNext = (
  court: Court,
  actor: Actor,
  hearingId: string,
): Promise<{ seated: string } | Refusal<'nobody-next' | 'no-chair' | 'case-begun'> | SeatRefusal> =>
  orRefused(
    act(court, actor, async tx => {
      const { nightId } = await hearingById(tx, actor.programId, hearingId)
      await lockNight(tx, actor.programId, nightId)
      const hearing = await lockHearing(tx, actor.programId, hearingId)
      if (hearing.status !== 'docketed') return refuse('case-begun')
      const head = await caseById(tx, actor.programId, hearing.caseId)
      const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
      const taken = (await seatedAt(tx, actor.programId, hearingId)).map(chair => chair.number)
      const number = Array.from({ length: rules.jury.size }, (_, at) => at + 1).find(one => !taken.includes(one))
      if (number === undefined) return refuse('no-chair')
      const seated = await fillChair(court, tx, actor, hearing, number)
      if (seated === null) return refuse('nobody-next')
      await passOn(tx, actor.programId, hearingId)
      await enter(court, tx, actor, {
        act: 'juror-seated',
        thing: 'hearing',
        thingId: hearingId,
        caseId: hearing.caseId,
        particulars: { juror: seated },
      })
      return { seated }
    }),
    lastLine,
  )
