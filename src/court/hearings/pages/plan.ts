/** What a night was planned as, to be changed. */
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import { type Day, wallAt } from '#platform/time'
import { type Said, said } from '#words'
import type { Night } from '../records/nights.ts'
import { pointedAt, type Refused } from './refusals.ts'

export type PlanPage = Page<
  'hearings/plan',
  {
    day: Day
    startsAt: Date
    endsAt: Date
    form: Form
    version: string
    /** Cases hold their times on this night. */
    timesStand: boolean
    problem: Said | null
  }
>

export type PlanFacts = { night: Night; cases: number; timeZone: string }

export const planPage = ({ night, cases, timeZone }: PlanFacts, typed?: Form, refused?: Refused): PlanPage => {
  const form = typed ?? formOf(night, timeZone)
  return {
    view: 'hearings/plan',
    title: said('hearings.plan.title', { on: night.heldOn }),
    day: night.heldOn,
    startsAt: night.startsAt,
    endsAt: night.endsAt,
    ...pointedAt(form, refused),
    version: String(form.values['version'] ?? night.version),
    timesStand: cases > 0,
  }
}

const formOf = (night: Night, timeZone: string): Form =>
  emptyForm({
    starts: clockAt(timeZone, night.startsAt),
    ends: clockAt(timeZone, night.endsAt),
    place: night.place,
    jurorPlaces: String(night.jurorPlaces),
    version: String(night.version),
  })

/** As a time input wants it: '17:30'. */
const clockAt = (timeZone: string, at: Date): string => {
  const { minute } = wallAt(timeZone, at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
