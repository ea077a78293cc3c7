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
} as const satisfies Lifecycle

export type NightMove = keyof typeof lifecycle
export type NightStatus = 'draft' | (typeof lifecycle)[NightMove]['to']

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
