import type { Day } from '#platform/time'

/** The rules of admission, in the order in which a coordinator reads them (domain, sections 1.4 and rules 4–7). */
export const screeningRules = [
  'age',
  'offence-known',
  'non-violent',
  'offence-allowed',
  'first-time',
  'jurisdiction',
  'one-open-case',
] as const
export type ScreeningRule = (typeof screeningRules)[number]

/** Where a named authority may let a case pass all the same, with a reason (rules 4–6). The others stand. */
export const overridable = [
  'age',
  'non-violent',
  'offence-allowed',
  'first-time',
  'jurisdiction',
] as const satisfies ScreeningRule[]
export type Overridable = (typeof overridable)[number]

export const isOverridable = (rule: ScreeningRule): rule is Overridable => overridable.some(one => one === rule)

/** Why a rule is met, or is not. */
export type Because =
  | { why: 'age-within' | 'too-young' | 'too-old'; age: number; youngest: number; oldest: number }
  | {
      why:
        | 'age-unknown'
        | 'offence-not-in-catalogue'
        | 'no-other-court'
        | 'other-court'
        | 'never-before'
        | 'no-open-case'
    }
  | { why: 'offence-in-catalogue' | 'not-violent' | 'violent' | 'offence-taken' | 'offence-shut-out'; offence: string }
  | { why: 'before' | 'long-ago'; no: string; on: Day }
  | { why: 'open-case'; no: string }

/** One rule asked of one case. */
export type Finding = { rule: ScreeningRule; passes: boolean; because: Because }

export type Override = { approver: string; note: string }
export type Overrides = Partial<Record<Overridable, Override>>
