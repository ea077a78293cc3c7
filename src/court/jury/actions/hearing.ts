/** One case before its jury: it begins, it is broken off, it does not take place. */
import { type Actor, act, byClockwork, type Court } from '#court'
import { type CaseHead, caseById, lockCase, moveCase } from '#court/cases'
import {
  afterMissing,
  type Hearing,
  hearingById,
  hearingOfCase,
  isUnderWay,
  lockHearing,
  lockNight,
  moveHearing,
  moveNight,
  type Night,
  type ResetReason,
  takeBackLetters,
} from '#court/hearings'
import { rulebookOf } from '#court/programs'
import type { Tx } from '#platform/database'
import { orRefused } from '#platform/last-line'
import { type Refusal, refuse } from '#platform/refusal'
import type { StopReason } from '../jury.ts'
import { type BeginRefusal, mayBegin } from '../rules/hearing.ts'
import { beginning } from './beginning.ts'
import { releaseChairs } from './chairs.ts'

type Locked = { night: Night; head: CaseHead; hearing: Hearing }

/** In this order everywhere, so that no two acts wait for each other: the night, the case, the hearing. */
export const lockAll = async (tx: Tx, programId: string, hearingId: string): Promise<Locked> => {
  const seen = await hearingById(tx, programId, hearingId)
  const night = await lockNight(tx, programId, seen.nightId)
  const head = await lockCase(tx, programId, seen.caseId)
  return { night, head, hearing: await lockHearing(tx, programId, hearingId) }
}

type NotNow = Refusal<'not-now'>

/** What the database itself refuses at a beginning, in words of its own. */
const beginLine = {
  begins_with_quorum: 'no-quorum',
  begins_sworn: 'not-sworn',
  begins_with_family: 'guardian-missing',
  begins_without_conflict: 'juror-conflict',
  begins_with_strangers: 'juror-conflict',
  begins_with_free_jurors: 'jury-elsewhere',
  hearings_one_going_on_in_a_room: 'room-busy',
} as const

/** Begins a case: from here on the jury is closed. */
export const beginHearing = async (
  court: Court,
  actor: Actor,
  hearingId: string,
  { asked }: { asked: boolean },
): Promise<Hearing | BeginRefusal | NotNow> => {
  await court.db.withProgram(actor, tx => hearingById(tx, actor.programId, hearingId))
  return orRefused(
    act(court, byClockwork(actor), async tx => {
      const locked = await lockAll(tx, actor.programId, hearingId)
      const facts = await beginning(tx, actor.programId, locked, asked)
      return mayBegin(facts) ?? (await begin(court, tx, actor, locked, facts.seated)) ?? locked.hearing
    }),
    beginLine,
  )
}

const begin = async (court: Court, tx: Tx, actor: Actor, { night, head, hearing }: Locked, jurors: number) => {
  const now = court.now()
  return (
    (night.status === 'open' ? await moveNight(court, tx, actor, night, 'begin') : null) ??
    (await moveHearing(court, tx, actor, hearing, 'begin', { begunAt: now, goOnAskedAt: now })) ??
    (await moveCase(court, tx, actor, head, 'begin', { particulars: { hearing: hearing.id, jurors } }))
  )
}

/** Breaks a hearing off. The jury is let go, and the evening counts for them; the case is given another date. */
export const stopHearing = (
  court: Court,
  actor: Actor,
  hearingId: string,
  reason: StopReason,
): Promise<Hearing | NotNow> =>
  act(court, actor, async tx => {
    const { head, hearing } = await lockAll(tx, actor.programId, hearingId)
    const stopped =
      (await moveHearing(court, tx, actor, hearing, 'stop', { endReason: reason, endedAt: court.now() })) ??
      (await moveCase(court, tx, actor, head, 'stop', { particulars: { hearing: hearingId, reason } }))
    if (stopped) return stopped
    await releaseChairs(court, tx, actor, hearing)
    return hearing
  })

/** The family does not want to go on, before or during the hearing. The jury is told nothing more. */
export const withdrawInHearing = (
  court: Court,
  actor: Actor,
  hearingId: string,
): Promise<Hearing | NotNow | Refusal<'doors-closed'>> =>
  act(court, actor, async tx => {
    const { night, head, hearing } = await lockAll(tx, actor.programId, hearingId)
    if (!isUnderWay(night.status)) return refuse('doors-closed')
    const move = hearing.status === 'in_hearing' ? 'stop' : 'reset'
    const withdrawn =
      (await moveHearing(court, tx, actor, hearing, move, { endReason: 'family-withdrew', endedAt: court.now() })) ??
      (await moveCase(court, tx, actor, head, 'withdraw', {
        set: { returnReason: 'withdrew' },
        particulars: { hearing: hearingId },
      }))
    if (withdrawn) return withdrawn
    await releaseChairs(court, tx, actor, hearing)
    return hearing
  })

/**
 * The young person did not come. The case is given another date or, when that has happened too often, is talked over;
 * where it has left the program by another road, its place becomes free.
 */
export const missHearing = (
  court: Court,
  actor: Actor,
  hearingId: string,
): Promise<{ next: 'reset' | 'review' | 'left' } | NotNow | Refusal<'doors-closed' | 'they-came'>> =>
  act(court, actor, async tx => {
    const { night, head, hearing } = await lockAll(tx, actor.programId, hearingId)
    if (!isUnderWay(night.status)) return refuse('doors-closed')
    if (hearing.respondentCameAt !== null) return refuse('they-came')
    if (head.status !== 'docketed')
      return (await takeOff(court, tx, actor, head, hearing, 'family-withdrew')) ?? { next: 'left' as const }
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const next = afterMissing(head.missedHearings, rules.missedHearings)
    const missed =
      (await moveHearing(court, tx, actor, hearing, 'miss', { endedAt: court.now() })) ??
      (await moveCase(court, tx, actor, head, next, {
        set: { missedHearings: head.missedHearings + 1 },
        particulars: { hearing: hearingId },
      }))
    if (missed) return missed
    await releaseChairs(court, tx, actor, hearing)
    return { next }
  })

/** Takes a case off the docket before it begins, with the reason; it waits for another date. */
export const resetHearing = (
  court: Court,
  actor: Actor,
  hearingId: string,
  reason: ResetReason,
): Promise<Hearing | NotNow> =>
  act(court, actor, async tx => {
    const { head, hearing } = await lockAll(tx, actor.programId, hearingId)
    return (await takeOff(court, tx, actor, head, hearing, reason)) ?? hearing
  })

/** A case that has left the docket by another road leaves its place on the night free. */
export const takeOff = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  hearing: Hearing,
  reason: ResetReason,
): Promise<NotNow | null> => {
  const off =
    (await moveHearing(court, tx, actor, hearing, 'reset', { endReason: reason, endedAt: court.now() })) ??
    (head.status === 'docketed'
      ? await moveCase(court, tx, actor, head, 'reset', { particulars: { hearing: hearing.id, reason } })
      : null)
  if (off) return off
  await takeBackLetters(court, tx, actor, hearing.caseId)
  await releaseChairs(court, tx, actor, hearing)
  return null
}

/** Frees the place of a case that ends while it is on a docket; a step of the act that ends it. */
export const leaveDocket = async (court: Court, tx: Tx, actor: Actor, caseId: string): Promise<void> => {
  const hearing = await hearingOfCase(tx, actor.programId, caseId)
  if (hearing?.status === 'docketed')
    await takeOff(court, tx, actor, await caseById(tx, actor.programId, caseId), hearing, 'family-withdrew')
}
