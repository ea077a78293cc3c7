/** One date of a young person: an open night, or one that they have to do with. In plain words, and without anybody else's name. */
import type { Page } from '#platform/page'
import { addDays, type Day, daysBetween } from '#platform/time'
import { type Said, said } from '#words'
import { isHere } from '../assignment.ts'
import { isToCome, isUnderWay, placeOf } from '../night.ts'
import type { NightOfJuror } from '../records/assignments.ts'
import type { Hearing } from '../records/hearings.ts'
import type { NightInList } from '../records/nights.ts'
import { gone, isOver } from './dates.ts'
import { problemOf, type Refused } from './refusals.ts'

export type DatePage = Page<
  'hearings/date',
  {
    id: string
    day: Day
    startsAt: Date
    endsAt: Date
    place: string
    soon: Said
    state: DateState
    answerBy: Day | null
    mayYes: boolean
    mayNo: boolean
    own: { startsAt: Date } | null
    onJury: boolean
    problem: Said | null
  }
>

export type DateState =
  | 'asked'
  | 'yes'
  | 'no'
  | 'open'
  | 'full'
  | 'here'
  | 'came'
  | 'missed'
  | 'off'
  | 'called-off'
  | 'own'

/** Until then it is easy to ask somebody else. */
const ANSWER_DAYS = 7

export type OneDate = {
  night: NightInList
  place: NightOfJuror | undefined
  hearing: Hearing | undefined
  isJuror: boolean
}

export const datePage = (facts: OneDate, today: Day, refused?: Refused): DatePage => {
  const { night, hearing } = facts
  const state = stateOf(facts, today)
  const answerBy = addDays(night.heldOn, -ANSWER_DAYS)
  return {
    view: 'hearings/date',
    title: said(hearing ? 'hearings.dates.hearing' : 'hearings.dates.one'),
    id: night.id,
    day: night.heldOn,
    startsAt: night.startsAt,
    endsAt: night.endsAt,
    place: hearing ? placeOf(night.place, hearing.room) : night.place,
    soon: soonOf(night.heldOn, today),
    state,
    answerBy: answerBy > today ? answerBy : null,
    mayYes: state === 'asked' || state === 'open' || (state === 'no' && night.placesLeft > 0),
    mayNo: state === 'asked' || state === 'yes',
    own: hearing ? { startsAt: hearing.startsAt } : null,
    onJury: facts.place?.status === 'seated' && isUnderWay(night.status),
    problem: problemOf(refused),
  }
}

const soonOf = (day: Day, today: Day): Said => {
  const days = daysBetween(today, day)
  if (days < 0) return said('hearings.dates.past')
  return days === 0 ? said('hearings.dates.today') : said('hearings.dates.in', { count: days })
}

const stateOf = ({ night, place, hearing, isJuror }: OneDate, today: Day): DateState => {
  if (hearing) return 'own'
  if (night.status === 'called_off') return 'called-off'
  const status = place?.status
  const toCome = isToCome(night.status) && night.heldOn >= today
  if (status === undefined) return openState(night, toCome, isJuror)
  if (isHere(status) || status === 'served') return night.heldOn < today || isOver(night.status) ? 'came' : 'here'
  if (status === 'no_show') return 'missed'
  if (!toCome || gone.includes(status)) return 'off'
  return status === 'confirmed' ? 'yes' : status === 'declined' ? 'no' : 'asked'
}

const openState = (night: NightInList, toCome: boolean, isJuror: boolean): DateState => {
  if (!toCome || !isJuror) return 'off'
  return night.placesLeft > 0 ? 'open' : 'full'
}
