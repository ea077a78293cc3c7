/** A case chooses its night. */
import type { CaseHead } from '#court/cases'
import { type Person, shortName } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { type ResetReason, resetReasons } from '../night.ts'
import type { TimeTaken } from '../records/docket.ts'
import type { Hearing } from '../records/hearings.ts'
import type { NightInList } from '../records/nights.ts'
import type { Room } from '../records/rooms.ts'
import { freeSlot } from '../rules/nights.ts'
import { problemOf, type Refused } from './refusals.ts'

type Choice = { value: string; day: Day; startsAt: Date; place: string; room: string; left: number; suits: boolean }

type Placed = { day: Day; startsAt: Date; place: string; room: string; position: number }

export type DocketPage = Page<
  'hearings/docket',
  {
    no: string
    name: string
    placed: Placed | null
    mayChoose: boolean
    choices: readonly Choice[]
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
    choices: facts.nights.flatMap(one => choicesAt(one, facts)),
    form: form ?? emptyForm(),
    resetForm: resetForm ?? emptyForm(),
    reasons: resetReasons
      .filter(reason => reason !== 'family-withdrew')
      .map(value => ({ value, label: `hearings.reset.${value}` as const })),
    problem: problemOf(refused),
  }
}

const placedAt = (hearing: Hearing): Placed => ({
  day: hearing.heldOn,
  startsAt: hearing.startsAt,
  place: hearing.place,
  room: hearing.room,
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
        place: night.place,
        room: room.name,
        left,
        suits,
      },
    ]
  })
