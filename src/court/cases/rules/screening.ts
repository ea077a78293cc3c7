import type { Rulebook } from '#court/programs'
import { type Refusal, refuse } from '#platform/refusal'
import { addMonths, ageOn, type Day } from '#platform/time'
import { type Because, type Finding, isOverridable, type Overrides, type ScreeningRule } from '../screening.ts'

export type Matter = {
  birthDate: Day | null
  incidentOn: Day
  offenceCode: string
  underOtherCourt: boolean
  /** Cases of the same young person that were accepted before, newest first. */
  earlier: readonly { no: string; acceptedOn: Day; closedOn: Day | null }[]
  /** The number of another open case of theirs. */
  openElsewhere: string | null
}

/** Asks every rule of admission of one matter, each with its reason (rules 4–7). */
export const screen = (book: Rulebook, matter: Matter): Finding[] => {
  const offence = book.offences.find(one => one.code === matter.offenceCode)
  const known = (
    passes: boolean,
    good: Extract<Because, { offence: string }>['why'],
    bad: Extract<Because, { offence: string }>['why'],
  ) =>
    offence
      ? { passes, because: { why: passes ? good : bad, offence: offence.title } }
      : { passes: false, because: { why: 'offence-not-in-catalogue' as const } }
  return [
    { rule: 'age', ...ageRule(book, matter) },
    { rule: 'offence-known', ...known(true, 'offence-in-catalogue', 'offence-in-catalogue') },
    { rule: 'non-violent', ...known(offence?.violent === false, 'not-violent', 'violent') },
    { rule: 'offence-allowed', ...known(offence?.allowed === true, 'offence-taken', 'offence-shut-out') },
    { rule: 'first-time', ...firstTime(book, matter) },
    {
      rule: 'jurisdiction',
      passes: !matter.underOtherCourt,
      because: { why: matter.underOtherCourt ? 'other-court' : 'no-other-court' },
    },
    {
      rule: 'one-open-case',
      passes: matter.openElsewhere === null,
      because: matter.openElsewhere === null ? { why: 'no-open-case' } : { why: 'open-case', no: matter.openElsewhere },
    },
  ]
}

type Answer = Pick<Finding, 'passes' | 'because'>

/** The age that counts is the age on the day of the incident (rule 4). */
const ageRule = ({ ages: { youngest, oldest } }: Rulebook, { birthDate, incidentOn }: Matter): Answer => {
  if (birthDate === null) return { passes: false, because: { why: 'age-unknown' } }
  const age = ageOn(birthDate, incidentOn)
  const why = age < youngest ? 'too-young' : age > oldest ? 'too-old' : 'age-within'
  return { passes: why === 'age-within', because: { why, age, youngest, oldest } }
}

const MONTHS_A_YEAR = 12

/** Nobody is taken who has been here within so many years of the incident; where the rules name no number, ever (rule 4). */
const firstTime = ({ priorLookBackYears: years }: Rulebook, { earlier, incidentOn }: Matter): Answer => {
  const [last] = earlier
  if (!last) return { passes: true, because: { why: 'never-before' } }
  const on = last.closedOn ?? last.acceptedOn
  const longAgo = years !== null && addMonths(on, years * MONTHS_A_YEAR) <= incidentOn
  return { passes: longAgo, because: { why: longAgo ? 'long-ago' : 'before', no: last.no, on } }
}

export type PassRefusal = Refusal<'rule-not-met' | 'rule-stands' | 'override-unreasoned' | 'alike-unanswered'>

/** A case passes when every rule is met, or an authority with a name and a reason has let it pass where that is possible. */
export const mayPass = (findings: readonly Finding[], overrides: Overrides): PassRefusal | null => {
  const failed = findings.filter(one => !one.passes)
  if (failed.some(one => !isOverridable(one.rule))) return refuse('rule-stands')
  for (const { rule } of failed) {
    const override = isOverridable(rule) ? overrides[rule] : undefined
    if (!override) return refuse('rule-not-met')
    if (override.approver.trim() === '' || override.note.trim() === '') return refuse('override-unreasoned')
  }
  return null
}

/** A case is declined for a rule that it does not meet, and for nothing else. */
export const mayDecline = (findings: readonly Finding[], rule: ScreeningRule): Refusal<'rule-is-met'> | null =>
  findings.some(one => one.rule === rule && !one.passes) ? null : refuse('rule-is-met')
