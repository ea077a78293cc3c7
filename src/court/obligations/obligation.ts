import type { Lifecycle } from '#platform/lifecycle'

/** One promise of an agreement, from the day it takes effect until it is kept, waived or fallen away. */
export const lifecycle = {
  schedule: { from: ['assigned', 'missed'], to: 'scheduled' },
  submit: { from: ['assigned', 'scheduled', 'missed', 'returned_for_fix', 'verified'], to: 'submitted' },
  takeBack: { from: ['submitted'], to: 'assigned' },
  sendBack: { from: ['submitted'], to: 'returned_for_fix' },
  verify: { from: ['assigned', 'scheduled', 'submitted', 'missed', 'returned_for_fix'], to: 'verified' },
  satisfy: { from: ['verified'], to: 'satisfied' },
  miss: { from: ['assigned', 'scheduled'], to: 'missed' },
  waive: { from: ['assigned', 'scheduled', 'submitted', 'returned_for_fix', 'verified', 'missed'], to: 'waived' },
  cancel: { from: ['assigned', 'scheduled', 'submitted', 'returned_for_fix', 'verified', 'missed'], to: 'cancelled' },
} as const satisfies Lifecycle

export type ObligationMove = keyof typeof lifecycle
export type ObligationStatus = 'assigned' | (typeof lifecycle)[ObligationMove]['to']

/** Nothing more is owed on these. */
export const settled = ['satisfied', 'waived', 'cancelled'] as const satisfies ObligationStatus[]
