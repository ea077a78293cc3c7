/** A case chooses its night. */
import type { CaseHead } from '#court/cases'
import { type Person, shortName } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import { addDays, type Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { placeOf, type ResetReason, resetReasons } from '../night.ts'
import type { TimeTaken } from '../records/docket.ts'
import type { Hearing } from '../records/hearings.ts'
import type { NightInList } from '../records/nights.ts'
import type { Room } from '../records/rooms.ts'
import { freeSlot } from '../rules/nights.ts'
import { pointedAt, type Refused } from './refusals.ts'

type Choice = { value: string; day: Day; startsAt: Date; where: string; left: number; suits: boolean }

type Placed = { day: Day; startsAt: Date; where: string; position: number }

export type DocketPage = Page<
  'hearings/docket',
  {
    no: string
    name: string
    placed: Placed | null
    mayChoose: boolean
    choices: readonly Choice[]
    /** A day of each weekday on which the family is free in the evening, to name it by; none where all suit. */
    evenings: readonly Day[]
    /** The last day on which a hearing leads anywhere (rule 32). */
    lastDay: Day | null
    form: Form
    resetForm: Form
    reasons: readonly { value: ResetReason; label: PlainKey }[]
    problem: Said | null
  }
>

export type NightToChoose = { night: NightInList; rooms: readonly Room[]; taken: readonly TimeTaken[] }

export type DocketFacts = {
  head: CaseHead
  person: Pick<Person, 'calledName' | 'lastName'>
  hearing: Hearing | undefined
  nights: readonly NightToChoose[]
  /** The days of the week that suit the family; none said means that all do. */
  freeWeekdays: readonly number[]
  lastDay: Day | null
  weekdayOf: (day: Day) => number
}

export type DocketForms = { form?: Form; resetForm?: Form; refused?: Refused }

export const docketPage = (facts: DocketFacts, { form, resetForm, refused }: DocketForms = {}): DocketPage => {
  const { head, person, hearing } = facts
  return {
    view: 'hearings/docket',
    title: said('hearings.docket.title', { no: head.no }),
    no: head.no,
    name: shortName(person),
    placed: hearing?.status === 'docketed' ? placedAt(hearing) : null,
    mayChoose: head.status === 'ready',
    choices: facts.nights
      .filter(({ night }) => isInTime(night.heldOn, facts.lastDay))
      .flatMap(one => choicesAt(one, facts)),
    evenings: eveningsOf(facts),
    lastDay: facts.lastDay,
    ...pointedAt(form ?? emptyForm(), refused),
    resetForm: resetForm ?? emptyForm(),
    reasons: resetReasons
      .filter(reason => reason !== 'family-withdrew')
      .map(value => ({ value, label: `hearings.reset.${value}` as const })),
  }
}

const isInTime = (heldOn: Day, lastDay: Day | null): boolean => lastDay === null || heldOn <= lastDay

/** The first of January 2024 was a Monday. */
const eveningsOf = ({ freeWeekdays, weekdayOf }: DocketFacts): Day[] =>
  [0, 1, 2, 3, 4, 5, 6].map(days => addDays('2024-01-01', days)).filter(day => freeWeekdays.includes(weekdayOf(day)))

const placedAt = (hearing: Hearing): Placed => ({
  day: hearing.heldOn,
  startsAt: hearing.startsAt,
  where: placeOf(hearing.place, hearing.room),
  position: hearing.position,
})

const choicesAt = ({ night, rooms, taken: held }: NightToChoose, { freeWeekdays, weekdayOf }: DocketFacts): Choice[] =>
  rooms.flatMap(room => {
    const taken = held
      .filter(line => line.roomId === room.id && (line.status === 'docketed' || line.status === 'in_hearing'))
      .map(line => line.startsAt)
    const slot = freeSlot(night, room.capacity, taken)
    if (!slot) return []
    const suits = freeWeekdays.length === 0 || freeWeekdays.includes(weekdayOf(night.heldOn))
    const left = room.capacity - taken.length
    return [
      {
        value: `${night.id}.${room.id}`,
        day: night.heldOn,
        startsAt: slot.startsAt,
        where: placeOf(night.place, room.name),
        left,
        suits,
      },
    ]
  })
