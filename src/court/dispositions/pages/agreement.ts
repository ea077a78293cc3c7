import type { CaseHead } from '#court/cases'
import type { Hearing } from '#court/hearings'
import type { Page } from '#platform/page'
import type { TagKind } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { isOnPaper, measureOf } from '../disposition.ts'
import type { Amendment, Disposition, Signature, Term } from '../records.ts'
import { type Signer, signersMissing } from '../signing.ts'
import { amountWords, signerWords } from '../wording.ts'
import type { Signed } from './sign.ts'
import { bothSides, type TermsProps } from './terms.ts'

/** A later change, and why. */
export type ChangeRow = { words: Said; reason: string; by: string; at: Date }

export type AgreementFacts = {
  head: CaseHead
  name: string
  hearing: Hearing | undefined
  disposition: Disposition | undefined
  terms: readonly Term[]
  signatures: readonly Signature[]
  needed: readonly Signer[]
  amendments: readonly Amendment[]
  jurors: number
}

type Shown = {
  no: string
  name: string
  heardOn: Day | null
  jurors: number
  theirs: TermsProps
  ours: TermsProps
  signed: readonly Signed[]
  missing: readonly PlainKey[]
  changes: readonly ChangeRow[]
  juryWords: string | null
}

export type AgreementView = Shown & {
  state: { words: PlainKey; tag: TagKind } | null
  since: Day | null
  notes: readonly Said[]
  steps: readonly { words: PlainKey; href: string }[]
  mayPrint: boolean
}
export type AgreementPage = Page<'dispositions/show', AgreementView>

export type AgreementPrint = Page<'dispositions/print', Shown & { program: string; phone: string }>

const states: Record<Disposition['status'], { words: PlainKey; tag: TagKind }> = {
  draft: { words: 'dispositions.state.draft', tag: 'you' },
  proposed: { words: 'dispositions.state.proposed', tag: 'you' },
  in_effect: { words: 'dispositions.state.in_effect', tag: 'go' },
  refused: { words: 'dispositions.state.refused', tag: 'plain' },
}

export const agreementPage = (facts: AgreementFacts): AgreementPage => ({
  view: 'dispositions/show',
  title: said('dispositions.agreement-title', { no: facts.head.no }),
  ...shown(facts, 'dispositions.change.waived'),
  state: facts.disposition ? states[facts.disposition.status] : null,
  since: facts.disposition?.inEffectOn ?? null,
  notes: notesOf(facts),
  steps: stepsOf(facts),
  mayPrint: facts.disposition !== undefined && isOnPaper(facts.disposition.status),
})

export const agreementPrint = (facts: AgreementFacts, program: string, phone: string): AgreementPrint => ({
  view: 'dispositions/print',
  layout: 'print',
  title: said('dispositions.agreement-of'),
  ...shown(facts, 'dispositions.change.waived.of'),
  program,
  phone,
})

/** What the desk calls waived is, to the family, not asked for any more. */
type WaivedWords = 'dispositions.change.waived' | 'dispositions.change.waived.of'

const shown = (facts: AgreementFacts, waived: WaivedWords): Shown => ({
  no: facts.head.no,
  name: facts.name,
  heardOn: facts.hearing?.heldOn ?? null,
  jurors: facts.jurors,
  ...bothSides(facts.terms, facts.name, null),
  signed: facts.signatures.map(one => ({ words: signerWords[one.signer], name: one.typedName, at: one.signedAt })),
  missing:
    facts.disposition?.status === 'proposed'
      ? signersMissing(facts.needed, facts.signatures).map(signer => signerWords[signer])
      : [],
  changes: facts.amendments.map(one => changeRow(one, facts.terms, waived)),
  juryWords: facts.disposition?.reasons ?? null,
})

const changeRow = (change: Amendment, terms: readonly Term[], waived: WaivedWords): ChangeRow => {
  const term = terms.find(one => one.id === change.termId)
  const title = term?.title ?? ''
  const words = change.field === 'waived' ? said(waived, { title }) : changeWords(change, title, term)
  return { words, reason: change.reason, by: change.by ?? '', at: change.madeAt }
}

const changeWords = ({ field, before, after }: Amendment, title: string, term: Term | undefined): Said => {
  if (field === 'due-on')
    return said('dispositions.change.due-on', { title, before: String(before) as Day, after: String(after) as Day })
  if (field === 'title' || !term) return said('dispositions.change.title', { title })
  const amount = (value: typeof before) =>
    amountWords(term.kind, measureOf[term.kind].unit, Number(value)) ?? String(value)
  return said('dispositions.change.amount', { title, before: amount(before), after: amount(after) })
}

/** What is out of the ordinary in it, said openly. */
const notesOf = ({ disposition, name }: AgreementFacts): Said[] =>
  [
    disposition?.noJuryServiceReason
      ? said('dispositions.without-jury', { reason: disposition.noJuryServiceReason })
      : null,
    disposition?.belowFloorReason ? said('dispositions.without-floor', { reason: disposition.belowFloorReason }) : null,
    disposition?.adultDecided ? said('dispositions.adult-item', { item: disposition.adultDecided }) : null,
    disposition?.wouldChange ? said('dispositions.said-change', { name, words: disposition.wouldChange }) : null,
  ].filter(note => note !== null)

/** Where the next thing is done: on the pages of the night, which stay open to the desk. */
const stepsOf = ({ disposition, hearing, signatures, needed }: AgreementFacts): { words: PlainKey; href: string }[] => {
  if (!disposition || !hearing) return []
  const base = `/nights/${hearing.heldOn}/${hearing.position}`
  if (disposition.status === 'draft') return [{ words: 'dispositions.open-decide', href: `${base}/decide` }]
  if (disposition.status !== 'proposed') return []
  const missing = signersMissing(needed, signatures)
  return missing.length > 0
    ? [{ words: 'dispositions.open-sign', href: `${base}/sign` }]
    : [{ words: 'dispositions.choose-nights', href: `${base}/book` }]
}
