import type { Lifecycle } from '#platform/lifecycle'

/** What the jury ordered: written down in the room, signed by the family, then in effect. */
export const lifecycle = {
  propose: { from: ['draft'], to: 'proposed' },
  redraft: { from: ['proposed'], to: 'draft' },
  refuse: { from: ['draft', 'proposed'], to: 'refused' },
  takeEffect: { from: ['proposed'], to: 'in_effect' },
} as const satisfies Lifecycle

export type DispositionMove = keyof typeof lifecycle
export type DispositionStatus = 'draft' | (typeof lifecycle)[DispositionMove]['to']

/** What the jury is still writing is nobody's agreement: it is read and printed once it has been proposed. */
export const isOnPaper = (status: DispositionStatus): boolean => status === 'proposed' || status === 'in_effect'

/** The kinds of promise on the menu. */
export const termKinds = [
  'jury-service',
  'community-service',
  'apology-letter',
  'essay',
  'restitution',
  'workshop',
  'mentoring',
  'curfew',
  'no-contact',
  'other',
] as const
export type TermKind = (typeof termKinds)[number]

export const units = ['session', 'minute', 'piece', 'cent', 'day'] as const
export type Unit = (typeof units)[number]

/** How each kind is counted, and what proves it (domain, section 1.8). */
export const measureOf: Record<TermKind, { unit: Unit; proof: Proof }> = {
  'jury-service': { unit: 'session', proof: 'attendance' },
  'community-service': { unit: 'minute', proof: 'timesheet' },
  'apology-letter': { unit: 'piece', proof: 'document' },
  essay: { unit: 'piece', proof: 'document' },
  restitution: { unit: 'cent', proof: 'receipt' },
  workshop: { unit: 'session', proof: 'attendance' },
  mentoring: { unit: 'session', proof: 'attestation' },
  curfew: { unit: 'day', proof: 'attestation' },
  'no-contact': { unit: 'day', proof: 'attestation' },
  other: { unit: 'piece', proof: 'attestation' },
}

export const proofs = ['attendance', 'timesheet', 'document', 'receipt', 'attestation'] as const
export type Proof = (typeof proofs)[number]

/** Promises go both ways: the young person's, and the court's own. */
export const owers = ['young-person', 'court'] as const
export type Ower = (typeof owers)[number]

export const decisionRules = ['unanimous', 'consensus', 'adult-decided-item'] as const
export type DecisionRule = (typeof decisionRules)[number]
