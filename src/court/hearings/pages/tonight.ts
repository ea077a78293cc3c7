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
    room: string
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
    room: line.room,
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

const nightSteps = ['here', 'jury', 'talk', 'decide', 'sign'] as const
export type NightSteps = readonly { label: PlainKey; state: 'done' | 'now' | 'todo' }[]

/** What a line of the docket does not say: whether a jury sits, and how far it is with its decision. */
export type Beyond = { drawn: boolean; decision: 'none' | 'draft' | 'proposed' | 'in_effect' }

type Stand = Pick<DocketLine, 'status' | 'caseStatus' | 'respondentCameAt'>

/** The five steps of a case as it really stands, whichever of its pages is open. A case that ended before its end has none to show. */
export const stepsAt = (line: Stand, beyond: Beyond): NightSteps => {
  if (hasFallenOut(line)) return []
  const done = stepsDone(line, beyond)
  return nightSteps.map((step, at) => ({
    label: `hearings.step.${step}`,
    state: at < done ? 'done' : at === done ? 'now' : 'todo',
  }))
}

const hasFallenOut = ({ status, caseStatus }: Stand): boolean =>
  status === 'stopped' ||
  status === 'missed' ||
  status === 'reset' ||
  (status === 'docketed' && caseStatus !== 'docketed') ||
  (status === 'heard' && caseStatus === 'withdrawn')

/** How many of the steps lie behind a case. */
const stepsDone = (line: Stand, { drawn, decision }: Beyond): number => {
  if (decision === 'draft') return nightSteps.indexOf('decide')
  if (decision === 'proposed') return nightSteps.indexOf('sign')
  if (line.status === 'heard') return line.caseStatus === 'disposed' ? nightSteps.indexOf('sign') : nightSteps.length
  if (line.status === 'in_hearing') return nightSteps.indexOf('talk')
  if (line.respondentCameAt === null) return nightSteps.indexOf('here')
  return nightSteps.indexOf(drawn ? 'talk' : 'jury')
}

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
