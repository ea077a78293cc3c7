import type { Lifecycle } from '#platform/lifecycle'

/** A court night: one date, one place, one or more rooms, a docket of cases and the jurors who come. */
export const lifecycle = {
  publish: { from: ['draft'], to: 'published' },
  staff: { from: ['published'], to: 'staffed' },
  open: { from: ['published', 'staffed'], to: 'open' },
  begin: { from: ['open'], to: 'in_progress' },
  reconcile: { from: ['open', 'in_progress'], to: 'reconciled' },
  lock: { from: ['reconciled'], to: 'locked' },
  reopen: { from: ['reconciled', 'locked'], to: 'open' },
  callOff: { from: ['draft', 'published', 'staffed', 'open'], to: 'called_off' },
} as const satisfies Lifecycle

export type NightMove = keyof typeof lifecycle
export type NightStatus = 'draft' | (typeof lifecycle)[NightMove]['to']

/** Cases are put on its docket, and jurors asked, while it is known and still to come. */
export const toCome = ['published', 'staffed'] as const satisfies NightStatus[]

/** The doors are open. */
export const underWay = ['open', 'in_progress'] as const satisfies NightStatus[]

/** The night is behind us, or never comes. */
const ended = ['reconciled', 'locked', 'called_off'] as const satisfies NightStatus[]

export const hasEnded = (status: NightStatus): boolean => ended.some(one => one === status)

export const isToCome = (status: NightStatus): boolean => toCome.some(one => one === status)

export const isUnderWay = (status: NightStatus): boolean => underWay.some(one => one === status)

/** Where a case is heard; a court whose address names its room already does not say it twice. */
export const placeOf = (place: string, room: string): string =>
  place.endsWith(`, ${room}`) ? place : `${place}, ${room}`

/** One case in one room at one time. */
export const hearingLifecycle = {
  begin: { from: ['docketed'], to: 'in_hearing' },
  dispose: { from: ['in_hearing'], to: 'heard' },
  stop: { from: ['in_hearing'], to: 'stopped' },
  reset: { from: ['docketed'], to: 'reset' },
  miss: { from: ['docketed'], to: 'missed' },
} as const satisfies Lifecycle

export type HearingMove = keyof typeof hearingLifecycle
export type HearingStatus = 'docketed' | (typeof hearingLifecycle)[HearingMove]['to']

/** What is put right when a night is opened again. */
export const reopenReasons = ['attendance', 'outcome', 'other'] as const
export type ReopenReason = (typeof reopenReasons)[number]

/** Why a night does not take place. */
export const offReasons = ['weather', 'too-few-people', 'building', 'court', 'other'] as const
export type OffReason = (typeof offReasons)[number]

/** Why a case is taken off the docket. The family's own story is kept with the contacts, not here. */
export const resetReasons = [
  'family-asked',
  'no-quorum',
  'no-facilitator',
  'interpreter',
  'court',
  'family-withdrew',
] as const
export type ResetReason = (typeof resetReasons)[number]
