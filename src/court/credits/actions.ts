import { type Actor, act, byClockwork, type Court, todayFor } from '#court'
import {
  type Assignment,
  assignmentsOf,
  docketOf,
  lockNight,
  moveAssignment,
  moveNight,
  type Night,
} from '#court/hearings'
import { countAttendance, verify } from '#court/obligations'
import { rulebookOn } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { balanceOf, type CreditEntry, findCredit, insertCredit, isReversed } from './records.ts'
import { maySettle, minutesGiven, settlement } from './rules.ts'

export type Settled = { served: number; missed: number }
export type SettleRefusal = Refusal<'night-not-open' | 'cases-unsettled' | 'not-now'>

/**
 * Settles a night: everyone's place gets its outcome, jury service that was owed is counted from attendance, and each hour
 * given becomes a credit. Done by the court's own hand, because it touches the promises of young people whose cases the one
 * who closes the night may not see.
 */
export const settleNight = (court: Court, actor: Actor, nightId: string): Promise<Settled | SettleRefusal> =>
  act(court, byClockwork(actor), async tx => {
    const hand = byClockwork(actor)
    const night = await lockNight(tx, actor.programId, nightId)
    const docket = await docketOf(tx, actor.programId, nightId)
    const refusal = maySettle(
      night.status,
      docket.map(hearing => hearing.status),
    )
    if (refusal) return refusal
    const places = await assignmentsOf(tx, actor.programId, nightId)
    const { rules } = await rulebookOn(tx, actor.programId, night.heldOn)
    let served = 0
    for (const place of places)
      if (await settlePlace(court, tx, hand, night, place, rules.creditsForMandated)) served += 1
    const closed = await moveNight(court, tx, hand, night, 'reconcile')
    if (isRefusal(closed)) return closed
    return { served, missed: places.filter(place => settlement(place.status) === 'miss').length }
  })

/** Whether they came. */
const settlePlace = async (
  court: Court,
  tx: Tx,
  hand: Actor,
  night: Night,
  place: Assignment,
  creditsForMandated: boolean,
): Promise<boolean> => {
  const move = settlement(place.status)
  if (move) await moveAssignment(court, tx, hand, place, move)
  const came = move === 'serve' || move === 'standBy' || place.status === 'excused_conflict'
  if (!came || !place.checkedInAt) return false
  await countAttendance(court, tx, hand, place)
  if (place.mandated && !creditsForMandated) return true
  await post(court, tx, hand, {
    personId: place.personId,
    kind: 'jury',
    minutes: minutesGiven(night, place.checkedInAt, place.checkedOutAt),
    earnedOn: night.heldOn,
    mandated: place.mandated,
    source: 'assignment',
    sourceId: place.id,
  })
  return true
}

type Earned = Pick<CreditEntry, 'personId' | 'kind' | 'minutes' | 'earnedOn' | 'mandated' | 'source' | 'sourceId'>

const post = async (court: Court, tx: Tx, actor: Actor, earned: Earned): Promise<void> => {
  const id = newId()
  await insertCredit(tx, {
    programId: actor.programId,
    id,
    ...earned,
    byAccount: actor.accountId,
    postedAt: court.now(),
  })
  await enter(court, tx, actor, {
    act: 'credit-posted',
    thing: 'credit',
    thingId: id,
    personId: earned.personId,
    particulars: { minutes: earned.minutes, kind: earned.kind },
  })
}

/** Confirms work that was handed in; hours of help become credits, at par for everyone (rules 33, 34 and 36). */
export const confirmProgress = (court: Court, actor: Actor, progressId: string) =>
  act(court, actor, async tx => {
    const verified = await verify(court, tx, actor, progressId)
    if (isRefusal(verified)) return verified
    if (verified.unit === 'minute' && verified.personId !== null)
      await post(court, tx, actor, {
        personId: verified.personId,
        kind: 'service',
        minutes: verified.amount,
        earnedOn: verified.doneOn,
        mandated: true,
        source: 'progress',
        sourceId: progressId,
      })
    return verified
  })

export type ReverseRefusal = Refusal<'not-here' | 'reversed-already' | 'is-reversal' | 'spent'>

/** Takes an entry back with a reason. The entry stays; a second line undoes it. A balance never falls below zero. */
export const reverseCredit = (
  court: Court,
  actor: Actor,
  entryId: string,
  reason: string,
): Promise<{ reversed: true } | ReverseRefusal> =>
  act(court, actor, async tx => {
    const entry = await findCredit(tx, actor.programId, entryId)
    if (!entry) return refuse('not-here')
    if (entry.kind === 'reversal') return refuse('is-reversal')
    if (await isReversed(tx, actor.programId, entryId)) return refuse('reversed-already')
    const [held] = await balanceOf(tx, { programId: actor.programId, personId: entry.personId })
    if ((held?.minutes ?? 0) < entry.minutes) return refuse('spent')
    const id = newId()
    await insertCredit(tx, {
      programId: actor.programId,
      id,
      personId: entry.personId,
      kind: 'reversal',
      minutes: -entry.minutes,
      earnedOn: todayFor(court, actor),
      mandated: entry.mandated,
      source: 'credit',
      sourceId: entry.id,
      reversesId: entry.id,
      reason,
      byAccount: actor.accountId,
      postedAt: court.now(),
    })
    await enter(court, tx, actor, {
      act: 'credit-reversed',
      thing: 'credit',
      thingId: id,
      personId: entry.personId,
      particulars: { minutes: entry.minutes },
    })
    return { reversed: true as const }
  })
