/** Promises in words: the kinds, how much, what is allowed, what proves them, which clock stops first. */
import { type PlainKey, type Said, said } from '#words'
import type { Proof, TermKind, Unit } from './disposition.ts'
import type { Limit } from './rules.ts'
import type { ClockName } from './rules/clocks.ts'
import type { Signer } from './signing.ts'

export const kindWords: Record<TermKind, PlainKey> = {
  'jury-service': 'dispositions.kind.jury-service',
  'community-service': 'dispositions.kind.community-service',
  'apology-letter': 'dispositions.kind.apology-letter',
  essay: 'dispositions.kind.essay',
  restitution: 'dispositions.kind.restitution',
  workshop: 'dispositions.kind.workshop',
  mentoring: 'dispositions.kind.mentoring',
  curfew: 'dispositions.kind.curfew',
  'no-contact': 'dispositions.kind.no-contact',
  other: 'dispositions.kind.other',
}

export const proofWords: Record<Proof, PlainKey> = {
  attendance: 'dispositions.proof.attendance',
  timesheet: 'dispositions.proof.timesheet',
  document: 'dispositions.proof.document',
  receipt: 'dispositions.proof.receipt',
  attestation: 'dispositions.proof.attestation',
}

export const clockWords: Record<ClockName, PlainKey> = {
  program: 'dispositions.clock.program',
  'statute-referral': 'dispositions.clock.statute-referral',
  'statute-hearing': 'dispositions.clock.statute-hearing',
  source: 'dispositions.clock.source',
}

export const signerWords: Record<Signer, PlainKey> = {
  respondent: 'dispositions.signer.respondent',
  guardian: 'dispositions.signer.guardian',
  facilitator: 'dispositions.signer.facilitator',
  judge: 'dispositions.signer.judge',
}

const AN_HOUR = 60

/** How much was promised; a single letter or essay needs no number. */
export const amountWords = (kind: TermKind, unit: Unit, amount: number): Said | null => {
  if (unit === 'minute') return said('dispositions.amount.hours', { count: amount <= AN_HOUR ? 1 : 2, minutes: amount })
  if (unit === 'cent') return said('dispositions.amount.money', { cents: amount })
  if (unit === 'day') return said('dispositions.amount.days', { count: amount })
  if (unit === 'piece') return amount === 1 ? null : said('dispositions.amount.pieces', { count: amount })
  return kind === 'jury-service'
    ? said('dispositions.amount.nights', { count: amount })
    : said('dispositions.amount.sessions', { count: amount })
}

/** What the grid allows, where it says something. */
export const rangeWords = (kind: TermKind, unit: Unit, limit: Limit | undefined): Said | null => {
  if (!limit || limit.most === null) return null
  const most = amountWords(kind, unit, limit.most)
  if (most === null || limit.most === limit.least) return most
  if (limit.least === 0 || (unit !== 'minute' && unit !== 'session')) return said('dispositions.range.up-to', { most })
  const range = { least: limit.least, most: limit.most }
  if (unit === 'minute') return said('dispositions.range.hours', range)
  return said(kind === 'jury-service' ? 'dispositions.range.nights' : 'dispositions.range.sessions', range)
}
