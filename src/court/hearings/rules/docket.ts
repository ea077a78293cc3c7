import type { CaseStatus, ConsentKind } from '#court/cases'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import { isToCome, type NightStatus } from '../night.ts'

export type Consented = { kind: ConsentKind; personId: string; withdrawnAt: Date | null }

export type Docketing = {
  status: CaseStatus
  respondentId: string
  harmedId: string | null
  /** The last day on which a hearing leads anywhere; null where neither the law nor the source names one (rule 32). */
  lastDay: Day | null
  adult: boolean
  consents: readonly Consented[]
}

export type DocketRefusal = Refusal<
  | 'case-not-ready'
  | 'no-admission'
  | 'no-consent'
  | 'no-guardian-consent'
  | 'night-not-published'
  | 'after-deadline'
  | 'juror-that-night'
  | 'facilitator-tied'
  | 'room-full'
>

/** Nobody comes before a jury without their own admission, their own yes and, under age, a guardian's (rules 1 and 2). */
export const consented = (matter: Docketing): DocketRefusal | null => {
  const given = (kind: ConsentKind) => matter.consents.filter(one => one.kind === kind && one.withdrawnAt === null)
  const own = (kind: ConsentKind) => given(kind).some(one => one.personId === matter.respondentId)
  if (!own('admission')) return refuse('no-admission')
  if (!own('participation')) return refuse('no-consent')
  return matter.adult || given('guardian').length > 0 ? null : refuse('no-guardian-consent')
}

export type Tie = { personId: string; otherId: string }

/** The adult in the room is neither side's family (rule 20). */
export const isTied = (personId: string | null, sides: readonly (string | null)[], ties: readonly Tie[]): boolean =>
  personId !== null &&
  (sides.includes(personId) ||
    ties.some(
      tie =>
        (tie.personId === personId && sides.includes(tie.otherId)) ||
        (tie.otherId === personId && sides.includes(tie.personId)),
    ))

export type Where = {
  nightStatus: NightStatus
  heldOn: Day
  hasSlot: boolean
  /** The respondent has a place as a juror at the same night. */
  jurorThatNight: boolean
  facilitatorTied: boolean
}

/** Whether a case may be put on the docket of a night. */
export const mayDocket = (matter: Docketing, where: Where): DocketRefusal | null => {
  if (matter.status !== 'ready') return refuse('case-not-ready')
  const refusal = consented(matter)
  if (refusal) return refusal
  if (!isToCome(where.nightStatus)) return refuse('night-not-published')
  if (matter.lastDay !== null && where.heldOn > matter.lastDay) return refuse('after-deadline')
  if (where.jurorThatNight) return refuse('juror-that-night')
  if (where.facilitatorTied) return refuse('facilitator-tied')
  return where.hasSlot ? null : refuse('room-full')
}

type Placed = { id: string; startsAt: Date; room: string }

/** The docket's numbers: by time, then by room. */
export const inOrder = <Line extends Placed>(docket: readonly Line[]): Line[] =>
  docket.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.room < b.room ? -1 : 1))

/** What becomes of a case whose young person did not come: another date, or, when it has happened too often, a talk about whether to go on. */
export const afterMissing = (missedBefore: number, allowed: number): 'reset' | 'review' =>
  missedBefore + 1 >= allowed ? 'review' : 'reset'
