import { fullName, type Person } from '#court/people'
import type { Referral } from '#court/referrals'
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import { addDays, type Day, weekdayOf } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { CaseHead } from '../records/heads.ts'
import type { Intake } from '../records/steps.ts'
import { type IntakeRefusal, mayWrite } from '../rules/meeting.ts'
import { type Alike, alikeOf, type Of, ofCase, problemOf } from './parts.ts'

type Refused = IntakeRefusal['refused']

const inWords: Record<Refused, PlainKey> = {
  'not-now': 'cases.refused-not-now',
  'day-to-come': 'cases.refused-day-to-come',
  'before-the-referral': 'cases.refused-before-the-referral',
  'harmed-half-named': 'cases.field-harmed-both',
  'no-strengths': 'cases.refused-no-strengths',
  'no-guardian': 'cases.refused-no-guardian',
  'wishes-of-nobody': 'cases.refused-wishes-of-nobody',
  'alike-unanswered': 'cases.refused-known-unanswered',
  'harmed-is-respondent': 'cases.refused-harmed-is-respondent',
  'changed-meanwhile': 'platform.changed.why',
}

/** The question that a refusal is about, where it is about one. */
const fieldOf: Partial<Record<Refused, string>> = {
  'day-to-come': 'metOn',
  'before-the-referral': 'metOn',
  'no-strengths': 'strengths',
  'wishes-of-nobody': 'harmedWishes',
  'alike-unanswered': 'known',
  'harmed-half-named': 'harmedCalledName',
}

export type IntakeProps = {
  of: Of
  form: Form
  version: number
  /** The meeting can be ended here, and the consents come next. */
  mayFinish: boolean
  harmed: { named: string | null; known: boolean }
  /** People of whom one may be the one who was harmed. */
  alike: Alike[]
  /** A day of each weekday, Monday first, to name it by. */
  weekdays: { value: string; day: Day }[]
}

export type IntakePage = Page<
  'cases/intake',
  IntakeProps & {
    problem: Said | null
    mayWrite: boolean
    mayRefuse: boolean
    family: { name: string; guardian: boolean }[]
    needsGuardian: boolean
    /** What is stored now, where somebody else was quicker. */
    stored: { label: PlainKey; value: string }[] | null
  }
>

export type IntakeFacts = {
  head: CaseHead
  respondent: Person
  referral: Referral
  intake: Intake | undefined
  family: readonly { person: Person; tie: string }[]
  adult: boolean
  today: Day
}

export const intakePage = (
  facts: IntakeFacts,
  form: Form | null,
  refused?: Refused,
  alike: readonly Person[] = [],
): IntakePage => {
  const { head, respondent, referral, intake, family, adult, today } = facts
  return {
    view: 'cases/intake',
    title: said('cases.intake-title', { no: head.no }),
    of: ofCase(head, respondent),
    ...pointed(
      form ?? emptyForm(intake ? asTyped(intake) : { metOn: today, strengths: respondent.strengths.join('\n') }),
      problemOf(inWords, refused),
      refused && fieldOf[refused],
    ),
    version: intake?.version ?? 0,
    mayWrite: mayWrite(head.status),
    mayFinish: head.status === 'intake',
    mayRefuse: head.status === 'intake' || head.status === 'awaiting_consent',
    family: family.map(({ person, tie }) => ({ name: fullName(person), guardian: tie === 'guardian' })),
    needsGuardian: !adult && !family.some(one => one.tie === 'guardian'),
    harmed: { named: referral.harmedName, known: head.harmedId !== null },
    alike: alikeOf(alike),
    weekdays: weekdaysFrom('2024-01-01'),
    stored: refused === 'changed-meanwhile' && intake ? storedNow(intake) : null,
  }
}

/** The first of January 2024 was a Monday. */
const weekdaysFrom = (monday: Day): IntakeProps['weekdays'] =>
  [0, 1, 2, 3, 4, 5, 6].map(days => addDays(monday, days)).map(day => ({ value: String(weekdayOf(day)), day }))

const asTyped = (intake: Intake): Form['values'] => ({
  metOn: intake.metOn,
  strengths: intake.strengths.join('\n'),
  statement: intake.statement ?? '',
  needs: intake.needs ?? '',
  freeWeekdays: intake.freeWeekdays.map(String),
  interpreter: intake.interpreter ?? '',
  adjustments: intake.adjustments ?? '',
  harmedReached: intake.harmedReached,
  harmedWishes: intake.harmedWishes,
  harmedStatement: intake.harmedStatement ?? '',
})

const storedNow = (intake: Intake): { label: PlainKey; value: string }[] => {
  const told: [PlainKey, string | null][] = [
    ['cases.strengths', intake.strengths.join(', ')],
    ['cases.statement', intake.statement],
    ['cases.needs', intake.needs],
    ['cases.interpreter', intake.interpreter],
    ['cases.adjustments', intake.adjustments],
    ['cases.harmed-statement', intake.harmedStatement],
  ]
  return told.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
