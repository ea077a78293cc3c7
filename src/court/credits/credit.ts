import type { Lifecycle } from '#platform/lifecycle'

/** Time credits: one verified hour of helping is one credit, whoever gives it. Kept in minutes. */
export const lifecycle = {
  post: { from: ['pending'], to: 'posted' },
  reverse: { from: ['posted'], to: 'reversed' },
} as const satisfies Lifecycle

export const creditKinds = ['jury', 'training', 'service', 'gift', 'reversal'] as const
export type CreditKind = (typeof creditKinds)[number]
export type CreditStatus = 'pending' | (typeof lifecycle)[keyof typeof lifecycle]['to']
