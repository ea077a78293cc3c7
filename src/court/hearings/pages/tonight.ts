/** The night on one tablet: tonight's list and the five steps of a case. */
import type { Page } from '#platform/page'
import type { TagKind } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, said } from '#words'
import type { NightStatus } from '../night.ts'
import type { DocketLine } from '../records/docket.ts'

/** Tonight's list: numbers and times, and nobody's name. */
export type Tonight = {
  day: Day
  cases: readonly {
    position: number
    startsAt: Date
    href: string
    current: boolean
    tag: { kind: TagKind; text: PlainKey }
  }[]
}

export const tonight = (day: Day, docket: readonly DocketLine[], current: number | null = null): Tonight => ({
  day,
  cases: docket.map(line => ({
    position: line.position,
    startsAt: line.startsAt,
    href: `/nights/${day}/${line.position}`,
    current: line.position === current,
    tag: stateOf(line),
  })),
})

const stateOf = (line: DocketLine): { kind: TagKind; text: PlainKey } => {
  if (line.status === 'in_hearing') return { kind: 'jury', text: 'hearings.state.in_hearing' }
  if (line.status === 'heard')
    return line.caseStatus === 'disposed'
      ? { kind: 'you', text: 'hearings.state.to-sign' }
      : { kind: 'done', text: 'hearings.state.heard' }
  if (line.status === 'stopped') return { kind: 'late', text: 'hearings.state.stopped' }
  if (line.status === 'missed') return { kind: 'late', text: 'hearings.state.missed' }
  if (line.caseStatus !== 'docketed') return { kind: 'late', text: 'hearings.state.withdrawn' }
  return line.respondentCameAt
    ? { kind: 'go', text: 'hearings.state.here' }
    : { kind: 'plain', text: 'hearings.state.expected' }
}

export const nightSteps = ['here', 'jury', 'talk', 'decide', 'sign'] as const
export type NightStep = (typeof nightSteps)[number]
export type NightSteps = readonly { label: PlainKey; state: 'done' | 'now' | 'todo' }[]

/** The five steps of a case, as far as the one that is shown. */
export const stepsAt = (now: NightStep): NightSteps =>
  nightSteps.map((step, at) => {
    const place = nightSteps.indexOf(now)
    return { label: `hearings.step.${step}`, state: at < place ? 'done' : at === place ? 'now' : 'todo' }
  })

/** Where a case of tonight stands, and so which of its pages comes next. */
export const pageOf = (day: Day, line: Pick<DocketLine, 'position' | 'status' | 'caseStatus'>): string => {
  const page = line.status === 'in_hearing' ? 'decide' : line.status === 'heard' ? 'sign' : 'jury'
  return `/nights/${day}/${line.position}/${page}`
}

export type NoNightPage = Page<'hearings/no-night', { next: { day: Day; startsAt: Date; place: string } | null }>

export const noNightPage = (next: { heldOn: Day; startsAt: Date; place: string } | undefined): NoNightPage => ({
  view: 'hearings/no-night',
  title: said('hearings.no-night'),
  next: next ? { day: next.heldOn, startsAt: next.startsAt, place: next.place } : null,
})

/** A facilitator sees a night from the day it is published until it is locked. One that is called off is nobody's to run. */
export const showsTonight = (role: string, status: NightStatus): boolean =>
  status !== 'called_off' && (role === 'coordinator' || (status !== 'draft' && status !== 'locked'))
