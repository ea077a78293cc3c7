import type { DocketLine } from '#court/hearings'
import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { OpenRefusal } from '../actions/opening.ts'
import type { ProposeRefusal } from '../actions/proposing.ts'
import { type DecisionRule, type TermKind, termKinds } from '../disposition.ts'
import type { Ground } from '../ground.ts'
import type { Disposition, Term } from '../records.ts'
import { decisionsAllowed, faultNames, faultsIn, type TermRefusal } from '../rules.ts'
import { clockWords, kindWords } from '../wording.ts'
import { type Adding, type AddProps, addProps } from './add.ts'
import { type NightFrame, nightFrame } from './night.ts'
import { bothSides, faultWords, rangeOf, type TermsProps } from './terms.ts'

export type DecideRefusal = OpenRefusal | TermRefusal | ProposeRefusal

/** What the room has before it. */
export type DecideFacts = {
  day: Day
  line: DocketLine
  docket: readonly DocketLine[]
  drawn: boolean
  disposition: Disposition | undefined
  terms: readonly Term[]
  ground: Ground
  mayLetGo: boolean
}

export type MenuRow = { kind: TermKind; words: PlainKey; range: Said | null; href: string; current: boolean }

export type ProposeProps = {
  action: string
  form: Form
  decisions: readonly { value: DecisionRule; words: PlainKey }[]
  adultMayDecide: boolean
  letGo: boolean
  floor: boolean
  still: readonly Said[]
}

export type DecideView = NightFrame & {
  name: string
  strengths: readonly string[]
  problem: Said | null
  state: 'not-begun' | 'draft' | 'decided'
  lastDay: Said | null
  theirs: TermsProps
  ours: TermsProps
  menu: readonly MenuRow[]
  oursHref: string
  suggestions: readonly { words: Said; href: string }[]
  adding: AddProps | null
  proposal: ProposeProps
}
export type DecidePage = Page<'dispositions/decide', DecideView>

const draftOf = (terms: readonly Term[], form: Form) => ({
  terms,
  noJuryServiceReason:
    typeof form.values.noJuryServiceReason === 'string' ? form.values.noJuryServiceReason || null : null,
  belowFloorReason: typeof form.values.belowFloorReason === 'string' ? form.values.belowFloorReason || null : null,
})

export const decidePage = (
  facts: DecideFacts,
  adding: Adding | null,
  proposal: Form,
  refused: DecideRefusal | null,
): DecidePage => {
  const { line, ground, terms } = facts
  const frame = nightFrame(facts)
  const at = `${frame.base}/decide`
  return {
    view: 'dispositions/decide',
    layout: 'night',
    title: said('dispositions.tonight-case', { position: line.position }),
    ...frame,
    name: line.calledName,
    strengths: line.strengths,
    problem: refused ? problemWords(refused, ground, adding?.kind ?? null) : null,
    state: stateOf(facts),
    lastDay: lastDayWords(ground),
    ...bothSides(terms, line.calledName, `${at}/promises`),
    menu: termKinds.map(kind => ({
      kind,
      words: kindWords[kind],
      range: rangeOf(kind, ground.setting.limits),
      href: `${at}?add=${kind}#adding`,
      current: adding?.owedBy === 'young-person' && adding.kind === kind,
    })),
    oursHref: `${at}?add=other&by=court#adding`,
    suggestions: terms.some(term => term.owedBy === 'court') ? [] : suggestionsFor(at, line.calledName),
    adding: adding ? addProps(at, adding, ground) : null,
    proposal: proposeProps(at, facts, proposal),
  }
}

const stateOf = ({ disposition, line }: DecideFacts): DecideView['state'] => {
  if (disposition) return disposition.status === 'draft' ? 'draft' : 'decided'
  return line.status === 'in_hearing' ? 'draft' : 'not-begun'
}

const proposeProps = (action: string, { ground, terms, mayLetGo }: DecideFacts, form: Form): ProposeProps => {
  const faults = faultsIn(draftOf(terms, form), ground.setting)
  return {
    action,
    form,
    decisions: decisionsAllowed(ground.rules).map(value => ({ value, words: howWords[value] })),
    adultMayDecide: ground.rules.powers.decideDeadlock,
    letGo: mayLetGo && !terms.some(term => term.kind === 'jury-service'),
    floor: ground.setting.mayLeaveGrid && faults.some(one => one.fault === 'below-floor'),
    still: faults.map(one => faultWords(one, ground.setting)),
  }
}

const howWords: Record<DecisionRule, PlainKey> = {
  unanimous: 'dispositions.how.unanimous',
  consensus: 'dispositions.how.consensus',
  'adult-decided-item': 'dispositions.how.adult-decided-item',
}

const lastDayWords = ({ setting: { last, today } }: Ground): Said | null => {
  if (!last) return null
  const why = said(clockWords[last.clock])
  return last.day <= today
    ? said('dispositions.no-day-left', { why })
    : said('dispositions.last-day', { day: last.day, why })
}

const suggestionsFor = (at: string, name: string): { words: Said; href: string }[] => [
  { words: said('dispositions.suggest.mentor', { name }), href: `${at}?add=mentoring&by=court&idea=mentor#adding` },
  { words: said('dispositions.suggest.school'), href: `${at}?add=other&by=court&idea=school#adding` },
  { words: said('dispositions.suggest.ride'), href: `${at}?add=other&by=court&idea=ride#adding` },
]

type Worded = Exclude<DecideRefusal['refused'], (typeof faultNames)[number]>

const inWords: Record<Worded, PlainKey> = {
  'not-a-promise-of-the-court': 'dispositions.refused.not-a-promise-of-the-court',
  'not-in-hearing': 'dispositions.refused.not-in-hearing',
  'proposed-already': 'dispositions.refused.proposed-already',
  'below-quorum': 'dispositions.refused.below-quorum',
  'nobody-heard-it': 'dispositions.refused.nobody-heard-it',
  'item-unnamed': 'dispositions.refused.item-unnamed',
  'decided-otherwise': 'dispositions.refused.decided-otherwise',
  'coordinator-only': 'dispositions.refused.coordinator-only',
  'not-now': 'dispositions.refused.not-now',
}

const isWorded = (reason: DecideRefusal['refused']): reason is Worded => reason in inWords

const problemWords = (refusal: DecideRefusal, { setting }: Ground, adding: TermKind | null): Said => {
  if (isWorded(refusal.refused)) return said(inWords[refusal.refused])
  const kind = 'kind' in refusal && refusal.kind ? refusal.kind : adding
  return faultWords({ fault: refusal.refused, kind }, setting)
}
