import type { AssignmentStatus } from '#court/hearings'
import type { ConflictOrigin, UnreadyReason } from '#court/jurors'
import { byLot } from '#platform/lot'
import { type Refusal, refuse } from '#platform/refusal'
import { ageOn, type Day } from '#platform/time'
import type { ExclusionReason, Line } from '../jury.ts'

/** Somebody who has, or had, a place at the night. */
export type Candidate = {
  jurorId: string
  personId: string
  birthDate: Day | null
  school: string | null
  status: AssignmentStatus
  /** In the building now. */
  here: boolean
  unready: readonly UnreadyReason[]
  conflicts: readonly ConflictOrigin[]
  /** What they are to the respondent or to the one who was harmed. */
  ties: readonly FamilyTie[]
  coRespondent: boolean
  /** On a jury that sits at the same time. */
  busy: boolean
}

export type FamilyTie = 'household' | 'relative' | 'acquaintance'

/** The case, as far as the lot needs it. */
export type Matter = {
  heldOn: Day
  respondentId: string
  harmedId: string | null
  birthDate: Day | null
  school: string | null
  /** Same age means: at most so many whole years apart on the day of the hearing. */
  bandYears: number
  sameSchool: 'exclude' | 'allow'
}

/** What ties somebody to the case itself (rules 9 to 11, 13 and 14). It counts until the case begins, also after the draw. */
const tiesToCase = (one: Candidate, matter: Pick<Matter, 'respondentId' | 'harmedId'>): ExclusionReason[] => [
  ...oneOf(one.personId === matter.respondentId, 'own-case'),
  ...oneOf(one.personId === matter.harmedId, 'harmed-party'),
  ...oneOf(one.ties.includes('household'), 'household'),
  ...oneOf(one.ties.includes('relative'), 'relative'),
  ...oneOf(one.ties.includes('acquaintance') || one.conflicts.some(origin => origin !== 'family'), 'knows-someone'),
  ...oneOf(one.conflicts.includes('family'), 'family-objects'),
  ...oneOf(one.coRespondent, 'co-respondent'),
]

/** All that keeps somebody off a jury, not only the first thing (rules 9 to 16 and 18). Nobody left over is a stranger to no rule. */
export const reasonsAgainst = (one: Candidate, matter: Matter): ExclusionReason[] => [
  ...tiesToCase(one, matter),
  ...oneOf(matter.sameSchool === 'exclude' && isSameSchool(one.school, matter.school), 'same-school'),
  ...ageAgainst(one.birthDate, matter),
  ...one.unready,
  ...oneOf(one.busy, 'in-another-room'),
  ...oneOf(!one.here, isOut(one.status) ? 'not-coming' : 'not-here'),
]

const oneOf = (holds: boolean, reason: ExclusionReason): ExclusionReason[] => (holds ? [reason] : [])

const out: readonly AssignmentStatus[] = ['declined', 'released', 'cancelled_by_program']
const isOut = (status: AssignmentStatus): boolean => out.includes(status)

/** Peers are of one age on the day of the hearing, not on the day of the draw. Where a day of birth is not known, nobody can say that they are. */
const ageAgainst = (birthDate: Day | null, matter: Matter): ExclusionReason[] => {
  if (birthDate === null || matter.birthDate === null) return ['age-unknown']
  const apart = Math.abs(ageOn(birthDate, matter.heldOn) - ageOn(matter.birthDate, matter.heldOn))
  return oneOf(apart > matter.bandYears, 'out-of-age-band')
}

const isSameSchool = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && plain(one) !== '' && plain(one) === plain(other)

const plain = (school: string): string =>
  school
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Two jurors who answered for one matter together do not sit together (rule 13). */
export type Pair = readonly [string, string]

/** Puts everyone who may hear the case into the order of the lot, and keeps for all others why not. */
export const drawLines = (
  candidates: readonly Candidate[],
  matter: Matter,
  pairs: readonly Pair[],
  seed: string,
): Line[] => {
  const reasons = new Map(candidates.map(one => [one.jurorId, reasonsAgainst(one, matter)]))
  const lot = byLot(
    [...reasons].filter(([, against]) => against.length === 0).map(([jurorId]) => jurorId),
    seed,
  )
  const apart = withoutPairs(lot, pairs)
  const places = apart.map((jurorId, at): Line => ({ jurorId, place: at + 1, reasons: [] }))
  const passed = lot
    .filter(jurorId => !apart.includes(jurorId))
    .map((jurorId): Line => ({ jurorId, place: null, reasons: ['co-respondent'] }))
  const others = [...reasons]
    .filter(([, against]) => against.length > 0)
    .map(([jurorId, against]): Line => ({ jurorId, place: null, reasons: against }))
  return [...places, ...passed, ...others]
}

/** Of two who may not sit together, the lot decides which stays in it. */
const withoutPairs = (lot: readonly string[], pairs: readonly Pair[]): string[] => {
  const kept: string[] = []
  for (const jurorId of lot) {
    const foes = pairs.filter(pair => pair.includes(jurorId)).flat()
    if (!kept.some(one => foes.includes(one))) kept.push(jurorId)
  }
  return kept
}

/** Those in the chairs of whom it has come out since the draw that they may not hear the case: they step back before it begins. */
export const mustStepBack = (
  seated: readonly string[],
  candidates: readonly Candidate[],
  matter: Pick<Matter, 'respondentId' | 'harmedId'>,
  pairs: readonly Pair[],
): string[] => {
  const tied = candidates.filter(one => tiesToCase(one, matter).length > 0).map(one => one.jurorId)
  const together = pairs.filter(pair => pair.every(one => seated.includes(one))).flat()
  return seated.filter(jurorId => tied.includes(jurorId) || together.includes(jurorId))
}

export type Seating = { jurorId: string; number: number; foreperson: boolean }

/** The first in the lot take the chairs, and the very first leads the questions; those who follow are the alternates. */
export const seating = (lines: readonly Line[], size: number): Seating[] =>
  lines
    .filter(line => line.place !== null && line.place <= size)
    .map(line => ({ jurorId: line.jurorId, number: line.place ?? 0, foreperson: line.place === 1 }))

export type DrawRefusal = Refusal<'doors-closed' | 'case-begun' | 'reason-needed' | 'too-few' | 'coordinator-decides'>

export type Asked = { reason: string | null; sameSchoolToo: boolean; byCoordinator: boolean }

/**
 * A jury is drawn while the doors are open and before its case begins; a second draw, and one that lets in the respondent's
 * own school (rule 12), needs a reason.
 */
export const mayDraw = (
  docketed: boolean,
  underWay: boolean,
  drawsBefore: number,
  asked: Asked,
): DrawRefusal | null => {
  if (!underWay) return refuse('doors-closed')
  if (!docketed) return refuse('case-begun')
  if (asked.sameSchoolToo && !asked.byCoordinator) return refuse('coordinator-decides')
  const needsReason = drawsBefore > 0 || asked.sameSchoolToo
  return needsReason && !asked.reason ? refuse('reason-needed') : null
}

/** Fewer than a quorum is no jury (rule 17): the case is given another date, or more jurors are called in. */
export const isEnough = (lines: readonly Line[], quorum: number): DrawRefusal | null =>
  lines.filter(line => line.place !== null).length < quorum ? refuse('too-few') : null
