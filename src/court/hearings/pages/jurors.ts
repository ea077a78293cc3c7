/** Jurors as the desk lists them: who is ready, who has sat, where each has been. */
import type { NamedJuror, Stream, UnreadyReason } from '#court/jurors'
import { fullName } from '#court/people'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { NightOfJuror } from '../records/assignments.ts'
import { problemOf, type Refused } from './refusals.ts'
import { placeStates, type State } from './states.ts'

export const listViews = ['all', 'ready', 'not-ready', 'ended'] as const
export type ListView = (typeof listViews)[number]

export const isListView = (word: unknown): word is ListView => listViews.some(view => view === word)

type JurorRow = {
  id: string
  name: string
  stream: PlainKey
  missing: readonly PlainKey[]
  ended: boolean
  sittings: number
  since: Day
}

export type JurorsPage = Page<
  'hearings/jurors',
  { rows: readonly JurorRow[]; tabs: readonly { view: ListView; label: PlainKey; count: number; current: boolean }[] }
>

export type JurorInList = { juror: NamedJuror; missing: readonly UnreadyReason[]; sittings: number }

const streamWords: Record<Stream, PlainKey> = {
  mandated: 'hearings.juror.mandated',
  volunteer: 'hearings.juror.volunteer',
}

const missingWords: Record<UnreadyReason, PlainKey> = {
  'not-trained': 'hearings.juror.missing.training',
  'no-oath': 'hearings.juror.missing.oath',
  'no-guardian-approval': 'hearings.juror.missing.approval',
  'not-active': 'hearings.juror.missing.active',
}

const belongs: Record<ListView, (one: JurorInList) => boolean> = {
  all: one => one.juror.endedOn === null,
  ready: one => one.missing.length === 0,
  'not-ready': one => one.juror.endedOn === null && one.missing.length > 0,
  ended: one => one.juror.endedOn !== null,
}

export const jurorsPage = (jurors: readonly JurorInList[], wanted: ListView): JurorsPage => {
  const count = (view: ListView) => jurors.filter(belongs[view]).length
  return {
    view: 'hearings/jurors',
    title: said('hearings.jurors.title'),
    rows: jurors.filter(belongs[wanted]).map(rowOf),
    tabs: listViews.map(view => ({
      view,
      label: `hearings.jurors.view.${view}` as const,
      count: count(view),
      current: view === wanted,
    })),
  }
}

const rowOf = ({ juror, missing, sittings }: JurorInList): JurorRow => ({
  id: juror.id,
  name: fullName(juror),
  stream: streamWords[juror.stream],
  missing: missing.map(reason => missingWords[reason]),
  ended: juror.endedOn !== null,
  sittings,
  since: juror.enrolledOn,
})

export type JurorNightsPage = Page<
  'hearings/juror-nights',
  {
    id: string
    name: string
    sittings: number
    nights: readonly { day: Day; place: string; state: State; mandated: boolean }[]
  }
>

export const jurorNightsPage = (juror: NamedJuror, places: readonly NightOfJuror[]): JurorNightsPage => ({
  view: 'hearings/juror-nights',
  title: said('hearings.juror-nights.page'),
  id: juror.id,
  name: fullName(juror),
  sittings: places.filter(place => ['served', 'standby', 'excused_conflict'].includes(place.status)).length,
  nights: places.map(place => ({
    day: place.heldOn,
    place: place.place,
    state: placeStates[place.status],
    mandated: place.mandated,
  })),
})

export type EndJurorPage = Page<
  'hearings/juror-end',
  { id: string; name: string; booked: number; problem: Said | null }
>

export const endJurorPage = (juror: NamedJuror, booked: number, refused?: Refused): EndJurorPage => ({
  view: 'hearings/juror-end',
  title: said('hearings.juror-end.page'),
  id: juror.id,
  name: fullName(juror),
  booked,
  problem: problemOf(refused),
})
