import type { DocketLine } from '#court/hearings'
import type { Person } from '#court/people'
import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { SignRefusal } from '../actions/signing.ts'
import type { Disposition, Signature, Term } from '../records.ts'
import { type Signer, signersMissing } from '../signing.ts'
import { signerWords } from '../wording.ts'
import { type NightFrame, nightFrame } from './night.ts'
import { bothSides, type TermsProps } from './terms.ts'

export type Signed = { words: PlainKey; name: string; at: Date }

export type NamesProps = {
  action: string
  form: Form
  name: string
  asks: readonly { field: string; words: PlainKey }[]
  askYoungPerson: boolean
  /** The one guardian that we know; if there are several, one is chosen. */
  guardian: string | null
  guardians: readonly { value: string; label: string }[]
}

export type SignView = NightFrame & {
  name: string
  state: 'nothing' | 'to-sign' | 'all-signed' | 'counts'
  since: Day | null
  problem: Said | null
  theirs: TermsProps
  ours: TermsProps
  signed: readonly Signed[]
  names: NamesProps | null
  book: string
  wouldChange: string | null
  juryWords: string | null
}
export type SignPage = Page<'dispositions/sign', SignView>

export type SignFacts = {
  day: Day
  line: DocketLine
  docket: readonly DocketLine[]
  drawn: boolean
  disposition: Disposition | undefined
  terms: readonly Term[]
  signatures: readonly Signature[]
  needed: readonly Signer[]
  guardians: readonly Pick<Person, 'id' | 'calledName' | 'lastName'>[]
}

type Refused = SignRefusal['refused'] | 'in-effect' | 'not-now'

const inWords: Record<Refused, PlainKey> = {
  'not-proposed': 'dispositions.refused.not-proposed',
  'not-asked': 'dispositions.refused.not-asked',
  'not-sure': 'dispositions.refused.not-sure',
  'nobody-signed': 'dispositions.refused.nobody-signed',
  'signed-already': 'dispositions.refused.signed-already',
  'not-a-guardian': 'dispositions.refused.not-a-guardian',
  'in-effect': 'dispositions.refused.in-effect',
  'not-now': 'dispositions.refused.not-now',
}

const fieldOf: Record<Signer, string> = {
  respondent: 'respondentName',
  guardian: 'guardianName',
  facilitator: 'facilitatorName',
  judge: 'judgeName',
}

export const signPage = (facts: SignFacts, form: Form, refused: Refused | null): SignPage => {
  const { line, disposition, needed, signatures } = facts
  const frame = nightFrame(facts)
  const missing = disposition?.status === 'proposed' ? signersMissing(needed, signatures) : []
  const { theirs, ours } = bothSides(facts.terms, line.calledName, null)
  return {
    view: 'dispositions/sign',
    layout: 'night',
    title: said('dispositions.tonight-case', { position: line.position }),
    ...frame,
    name: line.calledName,
    state: stateOf(disposition, missing),
    since: disposition?.inEffectOn ?? null,
    problem: refused ? said(inWords[refused]) : null,
    theirs,
    ours,
    signed: signatures.map(one => ({ words: signerWords[one.signer], name: one.typedName, at: one.signedAt })),
    names: missing.length > 0 ? namesProps(frame.base, facts, missing, form) : null,
    book: `${frame.base}/book`,
    wouldChange: disposition?.wouldChange ?? null,
    juryWords: disposition?.reasons ?? null,
  }
}

const stateOf = (disposition: Disposition | undefined, missing: readonly Signer[]): SignView['state'] => {
  if (disposition?.status === 'in_effect') return 'counts'
  if (disposition?.status !== 'proposed') return 'nothing'
  return missing.length === 0 ? 'all-signed' : 'to-sign'
}

const namesProps = (
  base: string,
  { line, guardians }: SignFacts,
  missing: readonly Signer[],
  form: Form,
): NamesProps => ({
  action: `${base}/sign`,
  form,
  name: line.calledName,
  asks: missing.map(signer => ({ field: fieldOf[signer], words: signerWords[signer] })),
  askYoungPerson: missing.includes('respondent'),
  guardian: guardians.length === 1 ? (guardians[0]?.id ?? null) : null,
  guardians: missing.includes('guardian')
    ? guardians.map(one => ({ value: one.id, label: `${one.calledName} ${one.lastName}`.trim() }))
    : [],
})
