/** What the pages of this room show; enrolling has its own file. */
import { wayIn } from '#court/accounts'
import { languageOf, type Person } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Option, WayInProps } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { SPANS, weekdays } from './forms.ts'
import type { Stream, UnreadyReason } from './juror.ts'
import type { Absence, NamedJuror } from './records.ts'
import type { ApprovalRefusal, PreparationRefusal } from './rules.ts'

export {
  type GuardianProps,
  type KnownJurorPage,
  knownJurorPage,
  type NewJurorPage,
  newJurorPage,
} from './pages/enrolling.ts'

type Refused = (PreparationRefusal | ApprovalRefusal)['refused'] | 'guardian-first' | 'no-such-case'

export const inWords: Record<Refused, PlainKey> = {
  'not-active': 'jurors.refused.not-active',
  'still-to-come': 'jurors.refused.still-to-come',
  'of-age': 'jurors.refused.of-age',
  'not-the-guardian': 'jurors.refused.not-the-guardian',
  'guardian-first': 'jurors.refused.guardian-first',
  'no-such-case': 'jurors.conflict.unknown',
}

export const unreadyWords: Record<UnreadyReason, PlainKey> = {
  'not-trained': 'jurors.unready.not-trained',
  'no-oath': 'jurors.unready.no-oath',
  'no-guardian-approval': 'jurors.unready.no-guardian-approval',
  'not-active': 'jurors.unready.not-active',
}

export const streamWords: Record<Stream, PlainKey> = {
  mandated: 'jurors.stream.mandated',
  volunteer: 'jurors.stream.volunteer',
}

/** The forms of a juror's page; one of them may hold what was typed. */
export type JurorForms = { training: Form; oath: Form; approval: Form; slip: Form; conflict: Form; away: Form }

export type JurorFacts = {
  juror: NamedJuror
  age: number | null
  adult: boolean
  missing: readonly UnreadyReason[]
  guardians: readonly Pick<Person, 'id' | 'calledName' | 'lastName'>[]
  absences: readonly Absence[]
  today: Day
}

export type AwayForm = {
  action: string
  heading: PlainKey
  form: Form
  version: number
  spans: readonly number[]
  days: readonly { value: string; label: PlainKey }[]
}

export type JurorPage = Page<
  'jurors/show',
  {
    id: string
    personId: string
    name: string
    active: boolean
    age: number | null
    adult: boolean
    school: string | null
    stream: PlainKey
    enrolledOn: Day
    limit: number
    missing: readonly PlainKey[]
    trained: { on: Day; minutes: number } | null
    oathOn: Day | null
    approved: { on: Day; by: string } | null
    guardians: readonly Option[]
    forms: JurorForms
    away: AwayForm
    problem: Said | null
  }
>

/** What the cards of the page show. */
export type JurorCard = Omit<JurorPage, 'view' | 'title' | 'layout'>

const nameOf = (person: { calledName: string; lastName: string }): string =>
  `${person.calledName} ${person.lastName}`.trim()

/** What is recorded has most often happened today. */
export const emptyForms = ({ juror, absences, guardians, today }: JurorFacts): JurorForms => ({
  training: emptyForm({ on: today }),
  oath: emptyForm({ on: today }),
  approval: emptyForm({ on: today, ...(guardians.length === 1 ? { guardian: guardians[0]?.id ?? '' } : {}) }),
  slip: emptyForm({ term: 'month' }),
  conflict: emptyForm(),
  away: emptyForm(awayValues(juror, absences)),
})

/** What has been said about the days ahead, as the form asks it. */
export const awayValues = (
  juror: Pick<NamedJuror, 'awayWeekdays' | 'monthlyLimit'>,
  absences: readonly Absence[],
): Form['values'] => ({
  weekdays: juror.awayWeekdays.map(String),
  monthlyLimit: String(juror.monthlyLimit),
  ...Object.fromEntries(
    absences.slice(0, SPANS).flatMap((span, at) => [
      [`from${at + 1}`, span.fromDay],
      [`to${at + 1}`, span.toDay],
    ]),
  ),
})

const awayOf = (action: string, heading: PlainKey, version: number, form: Form): AwayForm => ({
  action,
  heading,
  form,
  version,
  spans: Array.from({ length: SPANS }, (_, at) => at + 1),
  days: weekdays.map(value => ({ value, label: `jurors.away.weekday.${value}` as const })),
})

export const jurorPage = (
  facts: JurorFacts,
  { forms = emptyForms(facts), refused }: { forms?: JurorForms; refused?: Refused } = {},
): JurorPage => {
  const { juror, guardians } = facts
  const approver = guardians.find(one => one.id === juror.approvedBy)
  return {
    view: 'jurors/show',
    title: said('jurors.one'),
    id: juror.id,
    personId: juror.personId,
    name: nameOf(juror),
    active: juror.endedOn === null,
    age: facts.age,
    adult: facts.adult,
    school: juror.school,
    stream: streamWords[juror.stream],
    enrolledOn: juror.enrolledOn,
    limit: juror.monthlyLimit,
    missing: facts.missing.map(reason => unreadyWords[reason]),
    trained: juror.trainedOn && { on: juror.trainedOn, minutes: juror.trainedMinutes ?? 0 },
    oathOn: facts.missing.includes('no-oath') ? null : juror.oathOn,
    approved: juror.approvedOn && approver ? { on: juror.approvedOn, by: nameOf(approver) } : null,
    guardians: guardians.map(one => ({ value: one.id, label: nameOf(one) })),
    forms,
    away: awayOf(`/people/jurors/${juror.id}/availability`, 'jurors.away', juror.version, forms.away),
    problem: refused ? said(inWords[refused]) : null,
  }
}

export type AwayPage = Page<'jurors/away', { away: AwayForm; problem: Said | null }>

export const awayPage = (juror: Pick<NamedJuror, 'version'>, form: Form, refused?: Refused): AwayPage => ({
  view: 'jurors/away',
  title: said('jurors.away.mine'),
  away: awayOf('/dates/away', 'jurors.away.mine.days', juror.version, form),
  problem: refused ? said(inWords[refused]) : null,
})

export type SlipPage = Page<'jurors/slip', { name: string; way: WayInProps }>

export const slipPage = (juror: NamedJuror, code: string, address: string, until: Day): SlipPage => ({
  view: 'jurors/slip',
  layout: 'print',
  title: said('jurors.slip.page'),
  name: juror.calledName,
  wayBack: { href: `/people/jurors/${juror.id}`, label: said('jurors.slip.back') },
  way: wayIn(languageOf(juror), { address, code, until }),
})
