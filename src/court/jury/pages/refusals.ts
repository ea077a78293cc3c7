import { type PlainKey, type Said, said } from '#words'
import type { SeatRefusal } from '../actions/chairs.ts'
import type { DrawRefusal } from '../rules/draw.ts'
import type { BeginRefusal } from '../rules/hearing.ts'
import type { ExclusionReason } from '../jury.ts'

export type Refused =
  | (DrawRefusal | SeatRefusal | BeginRefusal)['refused']
  | 'case-over'
  | 'nobody-next'
  | 'no-chair'
  | 'not-now'
  | 'they-came'
  | 'enough-jurors'

export const inWords: Record<Refused, PlainKey> = {
  'doors-closed': 'jury.refused.doors-closed',
  'case-begun': 'jury.refused.case-begun',
  'case-over': 'jury.refused.case-over',
  'reason-needed': 'jury.refused.reason-needed',
  'too-few': 'jury.refused.too-few',
  'coordinator-decides': 'jury.refused.coordinator-decides',
  'in-another-room': 'jury.refused.in-another-room',
  'not-eligible': 'jury.refused.not-eligible',
  'nobody-next': 'jury.refused.nobody-next',
  'no-chair': 'jury.refused.no-chair',
  'young-person-missing': 'jury.refused.young-person-missing',
  'guardian-missing': 'jury.refused.guardian-missing',
  'room-busy': 'jury.refused.room-busy',
  'jury-elsewhere': 'jury.refused.jury-elsewhere',
  'juror-conflict': 'jury.refused.juror-conflict',
  'no-quorum': 'jury.refused.no-quorum',
  'too-many': 'jury.refused.too-many',
  'not-sworn': 'jury.refused.not-sworn',
  'family-not-asked': 'jury.refused.family-not-asked',
  'not-now': 'jury.refused.not-now',
  'they-came': 'jury.refused.they-came',
  'enough-jurors': 'jury.refused.enough-jurors',
}

/** What a page says when an act was refused; nothing on a first visit. */
export const problemOf = (refused?: Refused): Said | null => (refused ? said(inWords[refused]) : null)

export const reasonWords = (reason: ExclusionReason): PlainKey => `jury.reason.${reason}`
