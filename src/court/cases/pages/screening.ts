import type { Rulebook } from '#court/programs'
import { custodyWords, sourceWords } from '#court/referrals'
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
import type { DeclineRefusal, Screened, ScreenRefusal } from '../actions/screening.ts'
import type { CaseHead } from '../records/heads.ts'
import type { Screening } from '../records/steps.ts'
import { type Because, type Finding, isOverridable, type ScreeningRule } from '../screening.ts'
import { type Alike, alikeOf, type Of, ofCase, problemOf } from './parts.ts'

type Refused = (ScreenRefusal | DeclineRefusal)['refused'] | 'offence-unknown' | 'same-entry'

const inWords: Record<Refused, PlainKey> = {
  'not-now': 'cases.refused-not-now',
  'rule-not-met': 'cases.refused-rule-not-met',
  'rule-stands': 'cases.refused-rule-stands',
  'override-unreasoned': 'cases.refused-override-unreasoned',
  'alike-unanswered': 'cases.refused-alike-unanswered',
  'rule-is-met': 'cases.refused-rule-is-met',
  'offence-unknown': 'referrals.refused-offence-unknown',
  'same-entry': 'cases.refused-same-entry',
}

/** The question that a refusal is about, where it is about one. */
const fieldOf: Partial<Record<Refused, string>> = {
  'alike-unanswered': 'strangers',
  'rule-is-met': 'rule',
  'offence-unknown': 'offenceCode',
}

export const ruleWords: Record<ScreeningRule, PlainKey> = {
  age: 'cases.rule-age',
  'offence-known': 'cases.rule-offence-known',
  'non-violent': 'cases.rule-non-violent',
  'offence-allowed': 'cases.rule-offence-allowed',
  'first-time': 'cases.rule-first-time',
  jurisdiction: 'cases.rule-jurisdiction',
  'one-open-case': 'cases.rule-one-open-case',
}

const becauseWords = ({ why, ...facts }: Because): Said => ({ key: `cases.because-${why}`, with: facts })

export type RuleLine = {
  rule: ScreeningRule
  title: PlainKey
  passes: boolean
  because: Said
  mayOverride: boolean
  /** Somebody has begun to write down who lets it pass. */
  begun: boolean
}

const ruleLine = ({ rule, passes, because }: Finding, typed: Form['values']): RuleLine => ({
  rule,
  passes,
  title: ruleWords[rule],
  because: becauseWords(because),
  mayOverride: !passes && isOverridable(rule),
  begun: [typed[`approver-${rule}`], typed[`note-${rule}`]].some(words => words),
})

/** A rule as it was answered when the case was decided. */
export type Answered = {
  title: PlainKey
  result: 'pass' | 'fail' | 'override'
  note: string | null
  approver: string | null
  at: Date
}

export type Spoken = { label: PlainKey; value: Said | string }

type Failing = { value: ScreeningRule; label: PlainKey }

/** What the parts of the page are given. */
export type RulesProps = {
  of: Of
  form: Form
  rules: RuleLine[]
  /** No rule fails that nobody may let pass. */
  mayPass: boolean
  failing: Failing[]
  /** The one rule that is not met, where there is only one: then there is nothing to choose. */
  onlyFailing: Failing | null
  alike: Alike[]
}
export type SameProps = { no: string; alike: Alike[] }
export type AnsweredProps = { answered: Answered[] }

export type ScreeningPage = Page<
  'cases/screening',
  RulesProps &
    AnsweredProps & {
      problem: Said | null
      /** The case still waits for its decision. */
      open: boolean
      matter: Spoken[]
      /** What was referred since, and joined this case. */
      further: Spoken[][]
      offence: { code: string; options: { value: string; label: string }[] }
    }
>

export const screeningPage = (
  head: CaseHead,
  { findings, alike, respondent, referral, further, book }: Screened,
  answered: readonly Screening[],
  form: Form | null,
  refused?: Refused,
): ScreeningPage => ({
  view: 'cases/screening',
  title: said('cases.screening-title', { no: head.no }),
  of: ofCase(head, respondent),
  ...pointed(form ?? emptyForm(), problemOf(inWords, refused), refused && fieldOf[refused]),
  open: head.status === 'referred' || head.status === 'screening',
  rules: findings.map(one => ruleLine(one, form?.values ?? {})),
  mayPass: findings.every(one => one.passes || isOverridable(one.rule)),
  ...failingOf(findings),
  alike: alikeOf(alike),
  matter: matterOf(referral, book, head.offenceCode),
  further: further.map(one => matterOf(one, book, one.offenceCode)),
  offence: { code: head.offenceCode, options: book.offences.map(one => ({ value: one.code, label: one.title })) },
  answered: answered.map(({ rule, result, note, approver, at }) => ({
    title: ruleWords[rule],
    result,
    note,
    approver,
    at,
  })),
})

const failingOf = (findings: readonly Finding[]): Pick<RulesProps, 'failing' | 'onlyFailing'> => {
  const failing = findings.filter(one => !one.passes).map(one => ({ value: one.rule, label: ruleWords[one.rule] }))
  const [first] = failing
  return { failing, onlyFailing: failing.length === 1 && first ? first : null }
}

const matterOf = (referral: Screened['referral'], book: Rulebook, code: string): Spoken[] => {
  const title = book.offences.find(one => one.code === code)?.title
  const told: [PlainKey, Said | string | null][] = [
    ['referrals.offence', title ?? said('referrals.offence-other')],
    ['referrals.incident-on', said('cases.on-day', { on: referral.incidentOn })],
    ['referrals.incident-place', referral.incidentPlace],
    ['referrals.narrative', referral.narrative],
    ['referrals.reason', referral.reason],
    ['referrals.harmed', referral.harmedName],
    ['referrals.loss', referral.lossCents === null ? null : said('cases.money', { amount: referral.lossCents })],
    ['referrals.custody', said(custodyWords[referral.custody])],
    [
      'referrals.source',
      said('cases.source', {
        kind: said(sourceWords[referral.sourceKind]),
        agency: referral.agency,
        name: referral.officerName,
      }),
    ],
    ['referrals.report-no', referral.reportNo],
    ['referrals.return-by', referral.returnBy && said('cases.on-day', { on: referral.returnBy })],
  ]
  return told.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))
}
