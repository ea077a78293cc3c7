/** The jury of one case: drawn, seated, stepping back. */
import type { DocketLine } from '#court/hearings'
import { type NightSteps, stepsAt, type Tonight, tonight } from '#court/hearings'
import { initials, shortName } from '#court/people'
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { ExclusionReason } from '../jury.ts'
import type { Jury } from '../records.ts'
import type { DrawnLine } from '../records/draws.ts'
import { problemOf, type Refused, reasonWords } from './refusals.ts'

/** What the tablet shows around every step of a case. */
export type NightFrame = {
  day: Day
  position: number
  base: string
  name: string
  tonight: Tonight
  steps: NightSteps
}

export const frameOf = (docket: readonly DocketLine[], line: DocketLine, drawn: boolean): NightFrame => ({
  day: line.heldOn,
  position: line.position,
  base: `/nights/${line.heldOn}/${line.position}`,
  name: line.calledName,
  tonight: tonight(line.heldOn, docket, line.position),
  steps: stepsAt(line, { drawn, decision: 'none' }),
})

type SeatRow = { jurorId: string; initials: string; name: string; role: PlainKey; tied: boolean }

/** Somebody who is not in the lot, by name and with all that stands against it. */
export type Excluded = { calledName: string; lastName: string; reasons: readonly ExclusionReason[] }

export type JuryPage = Page<
  'jury/show',
  NightFrame & {
    drawn: {
      at: Date
      from: number
      number: number
      seed: string
      method: string
      by: string | null
      reason: string | null
    } | null
    seats: readonly SeatRow[]
    openSeats: number
    next: string | null
    steppedBack: readonly string[]
    alternates: readonly string[]
    excluded: readonly { name: string; reasons: readonly PlainKey[] }[]
    eligible: number
    quorum: number
    enough: boolean
    road: Road | null
    mayDraw: boolean
    mayStepBack: boolean
    mayLetSchoolIn: boolean
    form: Form
    problem: Said | null
  }
>

/** What can still be done where there are too few for a jury (rule 17). */
export type Road = {
  sit: number
  /** Drawing again would give a jury now. */
  again: boolean
  next: string | null
  /** They said yes, or were asked, and are not here. */
  callable: readonly string[]
  /** Some are kept out by their school alone: the coordinator may let them in (rule 12). */
  school: 'let-in' | 'ask' | null
}

export type RoadProps = { road: Road; day: Day; base: string; eligible: number; quorum: number }

export type JuryCard = Omit<JuryPage, 'view' | 'title' | 'layout'>

export type JuryFacts = {
  docket: readonly DocketLine[]
  line: DocketLine
  jury: Jury
  /** Who could be drawn now and who could not; asked only while there is no jury, or one that is too small. */
  prospects: { eligible: number; excluded: readonly (Excluded & { gone: boolean })[] }
  /** Who sits, and must step back before it begins. */
  tied: readonly string[]
  size: number
  quorum: number
  /** So many of those who follow are named as alternates. */
  alternates: number
  underWay: boolean
  coordinator: boolean
}

/** The question that a refusal is about, where it is about one. */
const fieldOf: Partial<Record<Refused, string>> = {
  'reason-needed': 'reason',
  'coordinator-decides': 'sameSchool',
}

export const juryPage = (facts: JuryFacts, form: Form = emptyForm(), refused?: Refused): JuryPage => {
  const { line, jury, prospects } = facts
  const { draw } = jury
  const open = line.status === 'docketed' && facts.underWay
  return {
    view: 'jury/show',
    layout: 'night',
    title: said('jury.page-title', { position: line.position }),
    ...frameOf(facts.docket, line, jury.seats.length > 0),
    drawn: draw && {
      at: draw.drawnAt,
      from: placesIn(jury),
      number: draw.number,
      seed: draw.seed,
      method: draw.method,
      by: draw.drawnBy,
      reason: draw.reason,
    },
    seats: jury.seats.map(seat => seatRow(seat, facts.tied)),
    openSeats: draw ? Math.max(0, Math.min(facts.size, placesIn(jury)) - jury.seats.length) : 0,
    next: open && jury.next ? shortName(jury.next) : null,
    steppedBack: jury.steppedBack.map(shortName),
    alternates: jury.alternates.slice(0, Math.max(1, facts.alternates)).map(shortName),
    excluded: excludedFrom(draw ? jury.excluded : prospects.excluded),
    eligible: prospects.eligible,
    quorum: facts.quorum,
    enough: draw ? jury.seats.length >= facts.quorum : prospects.eligible >= facts.quorum,
    road: open ? roadOf(facts) : null,
    mayDraw: open,
    mayStepBack: facts.underWay && (line.status === 'docketed' || line.status === 'in_hearing'),
    mayLetSchoolIn: open && facts.coordinator,
    ...pointed(form, problemOf(refused), refused && fieldOf[refused]),
  }
}

const roadOf = ({ jury, prospects, quorum, coordinator }: JuryFacts): Road | null => {
  const sit = jury.seats.length
  if (sit >= quorum || (!jury.draw && prospects.eligible >= quorum)) return null
  const only = (reason: ExclusionReason) =>
    prospects.excluded.filter(one => one.reasons.length === 1 && one.reasons[0] === reason)
  return {
    sit,
    again: jury.draw !== null && prospects.eligible >= quorum,
    next: jury.next ? shortName(jury.next) : null,
    callable: only('not-here')
      .filter(one => !one.gone)
      .map(shortName),
    school: only('same-school').length === 0 ? null : coordinator ? 'let-in' : 'ask',
  }
}

const excludedFrom = (them: readonly Excluded[]) =>
  them.map(one => ({ name: shortName(one), reasons: one.reasons.map(reasonWords) }))

/** How many the lot gave a place; chairs beyond that were never to be filled. */
const placesIn = (jury: Jury): number =>
  jury.seats.length + jury.alternates.length + jury.steppedBack.filter(line => line.place !== null).length

const seatRow = (line: DrawnLine, tied: readonly string[]): SeatRow => ({
  jurorId: line.jurorId,
  initials: initials(line),
  name: shortName(line),
  role: line.foreperson ? 'jury.foreperson' : 'jury.juror',
  tied: tied.includes(line.jurorId),
})
