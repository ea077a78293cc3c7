/** The nights of a month, and a new one. */
import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Option } from '#platform/parts'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import { type AssignmentStatus, answerOf } from '../assignment.ts'
import type { NightInList } from '../records/nights.ts'
import { pointedAt, type Refused } from './refusals.ts'
import { gapsOf, type State, states } from './states.ts'

type NightRow = {
  day: Day
  startsAt: Date
  place: string
  state: State
  cases: number
  capacity: number
  yes: number
  no: number
  silent: number
  gaps: readonly Said[]
}

export type NightsPage = Page<
  'hearings/list',
  { from: Day; to: Day; earlier: string; later: string; nights: readonly NightRow[] }
>

export type ListFacts = {
  nights: readonly NightInList[]
  hearings: readonly { nightId: string }[]
  rooms: readonly { nightId: string; capacity: number; facilitatorId: string | null }[]
  answers: readonly { nightId: string; status: AssignmentStatus; count: number }[]
  jurySize: number
}

type Month = { from: Day; to: Day; earlier: string; later: string }

export const nightsPage = (facts: ListFacts, month: Month): NightsPage => ({
  view: 'hearings/list',
  title: said('hearings.title'),
  ...month,
  nights: facts.nights.map(night => rowOf(night, facts)),
})

const rowOf = (night: NightInList, { hearings, rooms, answers, jurySize }: ListFacts): NightRow => {
  const cases = hearings.filter(one => one.nightId === night.id).length
  const theirs = rooms.filter(one => one.nightId === night.id)
  const capacity = theirs.reduce((sum, room) => sum + room.capacity, 0)
  const count = (answer: 'yes' | 'no' | 'silent') =>
    answers
      .filter(one => one.nightId === night.id && answerOf(one.status) === answer)
      .reduce((sum, one) => sum + one.count, 0)
  const withoutAdult = theirs.filter(room => room.facilitatorId === null).length
  return {
    day: night.heldOn,
    startsAt: night.startsAt,
    place: night.place,
    state: states[night.status],
    cases,
    capacity,
    yes: count('yes'),
    no: count('no'),
    silent: count('silent'),
    gaps: gapsOf(night.status, { cases, yes: count('yes'), size: jurySize, withoutAdult }),
  }
}

export type NewNightPage = Page<'hearings/new', { form: Form; facilitators: readonly Option[]; problem: Said | null }>

export const newNightPage = (form: Form, facilitators: readonly Option[], refused?: Refused): NewNightPage => ({
  view: 'hearings/new',
  title: said('hearings.new'),
  ...pointedAt(form, refused),
  facilitators,
})
