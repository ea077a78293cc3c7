import type { Rulebook } from '#court/programs'
import type { Form } from '#platform/forms'
import { type PlainKey, type Said, said } from '#words'
import { type Custody, type SourceKind, type SourceStatus, sourceKinds } from './referral.ts'
import type { ReferralRefusal } from './rules.ts'

export const referralInWords: Record<ReferralRefusal['refused'], PlainKey> = {
  'incident-to-come': 'referrals.refused-incident-to-come',
  'born-after-incident': 'referrals.refused-born-after-incident',
  'age-implausible': 'referrals.refused-age-implausible',
  'return-by-past': 'referrals.refused-return-by-past',
  'source-unnamed': 'referrals.refused-source-unnamed',
  'nowhere-to-answer': 'referrals.refused-nowhere-to-answer',
  'guardian-half-named': 'referrals.refused-guardian-half-named',
}

export const statusWords: Record<SourceStatus, PlainKey> = {
  received: 'referrals.status-received',
  accepted: 'referrals.status-accepted',
  declined: 'referrals.status-declined',
  'hearing-held': 'referrals.status-hearing-held',
  completed: 'referrals.status-completed',
  returned: 'referrals.status-returned',
}

export const sourceWords: Record<SourceKind, PlainKey> = {
  police: 'referrals.source-police',
  school: 'referrals.source-school',
  probation: 'referrals.source-probation',
  prosecutor: 'referrals.source-prosecutor',
  court: 'referrals.source-court',
  other: 'referrals.source-other',
}

export const custodyWords: Record<Custody, PlainKey> = {
  none: 'referrals.custody-none',
  'court-jurisdiction': 'referrals.custody-court',
}

type Option = { value: string; label: string }

/** What the questions of a referral need to know; a desk also says who sent it. */
export type ReferralQuestions = {
  form: Form
  offences: Option[]
  sources: { value: SourceKind; label: Said }[]
  /** Officers with an account, who can be chosen instead of being named; none where an officer writes. */
  officers: Option[] | null
}

export type Officer = { membershipId: string; displayName: string; agency: string | null }

export const referralQuestions = (
  form: Form,
  book: Rulebook,
  officers: readonly Officer[] | null,
): ReferralQuestions => ({
  form,
  offences: book.offences
    .map(one => ({ value: one.code, label: one.title }))
    .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
  sources: sourceKinds.map(value => ({ value, label: said(sourceWords[value]) })),
  officers:
    officers?.map(one => ({
      value: one.membershipId,
      label: one.agency ? `${one.displayName}, ${one.agency}` : one.displayName,
    })) ?? null,
})
