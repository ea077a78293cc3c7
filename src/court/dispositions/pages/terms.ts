import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { measureOf, type TermKind } from '../disposition.ts'
import type { Term } from '../records.ts'
import type { Fault, Limits, Setting } from '../rules.ts'
import { amountWords, kindWords, proofWords, rangeWords } from '../wording.ts'

/** One promise as it is read back. */
export type TermRow = {
  id: string
  title: string
  amount: Said | null
  dueOn: Day
  proof: PlainKey
  about: Said | null
  tiesTo: string | null
  outside: string | null
}

export const termRow = (term: Term): TermRow => ({
  id: term.id,
  title: term.title,
  amount: amountWords(term.kind, term.unit, term.amount),
  dueOn: term.dueOn,
  proof: proofWords[term.proof],
  about:
    term.topic !== null && term.length !== null
      ? said('dispositions.about', { topic: term.topic, length: term.length })
      : null,
  tiesTo: term.tiesTo,
  outside: term.outOfRangeReason,
})

/** The promises of one side, under a title; `remove` is where one of them is taken off again. */
export type TermsProps = { id: string; title: Said; rows: readonly TermRow[]; remove: string | null }

export const bothSides = (
  terms: readonly Term[],
  name: string,
  remove: string | null,
): { theirs: TermsProps; ours: TermsProps } => {
  const side = (owedBy: Term['owedBy']) => terms.filter(term => term.owedBy === owedBy).map(termRow)
  return {
    theirs: { id: 'theirs', title: said('dispositions.theirs', { name }), rows: side('young-person'), remove },
    ours: { id: 'ours', title: said('dispositions.ours', { name }), rows: side('court'), remove },
  }
}

/** What the jury itself wants to say with its decision. */
export type WordsProps = { words: string }

/** What the grid allows for a kind, as a sentence has it; nothing where it says nothing. */
export const rangeOf = (kind: TermKind, limits: Limits): Said | null =>
  rangeWords(kind, measureOf[kind].unit, limits[kind])

const mostOf = (kind: TermKind, amount: number | null | undefined): Said | string =>
  amountWords(kind, measureOf[kind].unit, amount ?? 0) ?? ''

/** What is wrong with a draft, in words that say what would be right. */
export const faultWords = ({ fault, kind }: Fault, { limits, last }: Pick<Setting, 'limits' | 'last'>): Said => {
  if (kind === null || fault === 'nothing-promised') return said('dispositions.refused.nothing-promised')
  const named = { kind: said(kindWords[kind]), range: rangeOf(kind, limits) ?? '' }
  if (fault === 'above-cap')
    return said('dispositions.refused.above-cap', { kind: named.kind, most: mostOf(kind, limits[kind]?.cap) })
  if (fault === 'above-range' && kind === 'restitution')
    return said('dispositions.refused.above-loss', { most: mostOf(kind, limits[kind]?.most) })
  if (fault === 'above-range') return said('dispositions.refused.above-range', named)
  if (fault === 'below-range') return said('dispositions.refused.below-range', named)
  if (fault === 'grid-is-fixed') return said('dispositions.refused.grid-is-fixed', named)
  if (fault === 'below-floor') return said('dispositions.refused.below-floor', { range: named.range })
  if (fault === 'too-late' && last) return said('dispositions.refused.too-late', { kind: named.kind, day: last.day })
  if (fault === 'too-soon') return said('dispositions.refused.too-soon', { kind: named.kind })
  return said(
    fault === 'essay-unworded' ? 'dispositions.refused.essay-unworded' : 'dispositions.refused.no-jury-service',
  )
}
