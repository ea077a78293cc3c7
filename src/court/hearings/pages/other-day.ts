/** Asks once more before a night moves to another day, and says what that would mean. */
import { fullName } from '#court/people'
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import { leftOut, mayMoveToDay, type OtherDay, thinCases, type MovedPlace } from '../rules/other-day.ts'
import type { Night } from '../records/nights.ts'
import type { NamedAssignment } from '../records/assignments.ts'
import { problemOf, type Refused } from './refusals.ts'

export type LetGo = { name: string; why: Said }

export type OtherDayPage = Page<
  'hearings/other-day',
  {
    day: Day
    startsAt: Date
    form: Form
    version: number
    problem: Said | null
    /** What would happen; null until a day is named that will do. */
    asked: { to: Day; cases: number; stay: number } | null
    hindering: readonly Said[]
    letGo: readonly LetGo[]
    thin: readonly Said[]
  }
>

export type OtherDaySeen = OtherDay & { places: readonly (NamedAssignment & MovedPlace)[] }

export const otherDayPage = (
  night: Night,
  seen: OtherDaySeen | null,
  typed: Form = emptyForm(),
  refused?: Refused,
): OtherDayPage => {
  const problem = refused ?? (seen ? mayMoveToDay(seen)?.refused : undefined)
  const released = seen ? seen.places.filter(place => leftOut(place, seen) !== null) : []
  return {
    view: 'hearings/other-day',
    title: said('hearings.other-day.title', { on: night.heldOn }),
    day: night.heldOn,
    startsAt: night.startsAt,
    ...pointed(typed, problemOf(problem), problem === 'not-now' ? undefined : 'to'),
    version: night.version,
    asked: seen && !problem ? askedOf(seen, released.length) : null,
    hindering: seen ? seen.cases.flatMap(hindering) : [],
    letGo: seen && !problem ? released.map(place => letGo(place, leftOut(place, seen))) : [],
    thin:
      seen && !problem
        ? thinCases(seen.places, seen).map(one => said('hearings.other-day.thin', { no: one.no, count: one.peers }))
        : [],
  }
}

const askedOf = ({ to, cases, places }: OtherDaySeen, released: number) => ({
  to,
  cases: cases.length,
  stay: places.length - released,
})

const hindering = ({ no, tooLate, needsYes }: OtherDay['cases'][number]): Said[] => [
  ...(tooLate ? [said('hearings.other-day.too-late', { no })] : []),
  ...(needsYes ? [said('hearings.other-day.needs-yes', { no })] : []),
]

const letGo = (place: NamedAssignment, why: ReturnType<typeof leftOut>): LetGo => ({
  name: fullName(place),
  why: said(why === 'away' ? 'hearings.other-day.away' : 'hearings.other-day.other-age'),
})
