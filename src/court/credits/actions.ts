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
import { countAttendance, owingJuryService, verify } from '#court/obligations'
import { rulebookOn } from '#court/programs'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { endSlipSessions } from './actions/slip-sessions.ts'
import { balanceOf, type CreditEntry, creditedPlaces, findCredit, insertCredits, isReversed } from './records.ts'
import { came, maySettle, minutesGiven, settlement } from './rules.ts'

export type Settled = { served: number; missed: number }
export type SettleRefusal = Refusal<'night-not-open' | 'cases-unsettled' | 'not-now'>

/**
 * Settles a night: everyone's place gets its outcome, jury service that was owed is counted from attendance, and each hour
 * given becomes a credit. A night that was opened again is settled again, and nobody is credited twice for it (rule 36).
 * Done by the court's own hand, because it touches the promises of young people whose cases the one who closes the night may
 * not see.
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
    const stuck = await endPlaces(court, tx, hand, places)
    if (stuck) return stuck
    const here = places.filter(hasCome)
    await countDuties(court, tx, hand, here)
    await postNight(court, tx, hand, night, here)
    const sessions = await endSlipSessions(court, tx, hand, places)
    const closed = await moveNight(court, tx, hand, night, 'reconcile', { sessions })
    if (closed) return closed
    return { served: here.length, missed: places.filter(place => settlement(place.status) === 'miss').length }
  })

export const endPlaces = async (court: Court, tx: Tx, hand: Actor, places: readonly Assignment[]) => {
  const ends = places.flatMap(place => {
    const move = settlement(place.status)
    return move ? [{ place, move }] : []
  })
  const refused = await Promise.all(ends.map(({ place, move }) => moveAssignment(court, tx, hand, place, move)))
  return refused.find(one => one !== null) ?? null
}

/** Jury service that somebody here still owes; a place that was counted before is not counted again (rule 35). */
export const countDuties = async (court: Court, tx: Tx, hand: Actor, here: readonly Here[]): Promise<void> => {
  const owing = await owingJuryService(
    tx,
    hand.programId,
    here.map(place => place.personId),
  )
  for (const place of here) if (owing.has(place.personId)) await countAttendance(court, tx, hand, place)
}

/** A credit for each place that has none yet; one that was taken back stays taken back (rule 36). */
export const postNight = async (
  court: Court,
  tx: Tx,
  hand: Actor,
  night: Night,
  here: readonly Here[],
): Promise<void> => {
  const { rules } = await rulebookOn(tx, hand.programId, night.heldOn)
  const credited = await creditedPlaces(
    tx,
    hand.programId,
    here.map(place => place.id),
  )
  const unpaid = rules.creditsForMandated ? new Set<string>() : await owedPlaces(tx, night)
  const earning = here.filter(place => !credited.has(place.id) && !unpaid.has(place.id))
  await post(
    court,
    tx,
    hand,
    earning.map(place => ({
      personId: place.personId,
      kind: 'jury',
      minutes: minutesGiven(night, place.checkedInAt, place.checkedOutAt),
      earnedOn: night.heldOn,
      source: 'assignment',
      sourceId: place.id,
    })),
  )
}

/** Read after the counting: which places of the night were owed. */
const owedPlaces = async (tx: Tx, night: Night): Promise<ReadonlySet<string>> => {
  const places = await assignmentsOf(tx, night.programId, night.id)
  return new Set(places.flatMap(place => (place.mandated ? [place.id] : [])))
}

export type Here = Assignment & { checkedInAt: Date }

export const hasCome = <Place extends Assignment>(place: Place): place is Place & Here =>
  came(place.status) && place.checkedInAt !== null

type Earned = Pick<CreditEntry, 'personId' | 'kind' | 'minutes' | 'earnedOn' | 'source' | 'sourceId'>

const post = async (court: Court, tx: Tx, actor: Actor, earned: readonly Earned[]): Promise<void> => {
  const { programId, accountId: byAccount } = actor
  const lines = earned.map(one => ({ programId, id: newId(), ...one, byAccount, postedAt: court.now() }))
  if (lines.length > 0) await insertCredits(tx, lines)
  await Promise.all(
    lines.map(({ id, personId, minutes, kind }) =>
      enter(court, tx, actor, {
        act: 'credit-posted',
        thing: 'credit',
        thingId: id,
        personId,
        particulars: { minutes, kind },
      }),
    ),
  )
}

/** Confirms work that was handed in; hours of help become credits, at par for everyone (rules 33, 34 and 36). */
export const confirmProgress = (court: Court, actor: Actor, progressId: string) =>
  act(court, actor, async tx => {
    const verified = await verify(court, tx, actor, progressId)
    if (isRefusal(verified)) return verified
    if (verified.unit === 'minute' && verified.personId !== null)
      await post(court, tx, actor, [
        {
          personId: verified.personId,
          kind: 'service',
          minutes: verified.amount,
          earnedOn: verified.doneOn,
          source: 'progress',
          sourceId: progressId,
        },
      ])
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
    await insertCredits(tx, [
      {
        programId: actor.programId,
        id,
        personId: entry.personId,
        kind: 'reversal',
        minutes: -entry.minutes,
        earnedOn: todayFor(court, actor),
        source: 'credit',
        sourceId: entry.id,
        reversesId: entry.id,
        reason,
        byAccount: actor.accountId,
        postedAt: court.now(),
      },
    ])
    await enter(court, tx, actor, {
      act: 'credit-reversed',
      thing: 'credit',
      thingId: id,
      personId: entry.personId,
      particulars: { minutes: entry.minutes },
    })
    return { reversed: true as const }
  })
