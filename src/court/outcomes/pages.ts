import type { CaseHead, ReturnReason } from '#court/cases'
import { type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { CloseRefusal } from './actions/closing.ts'
import type { ReturnRefusal } from './actions/returning.ts'
import type { AnswerRefusal } from './actions/terminating.ts'
import { courtStillOwes, mayClose, type Promised, reasonFromStatus } from './rules.ts'

type Refused = (CloseRefusal | AnswerRefusal | ReturnRefusal)['refused'] | 'asked-already' | 'another-asked'

const inWords: Record<Refused, PlainKey> = {
  'not-active': 'outcomes.refused-not-active',
  'promises-open': 'outcomes.refused-promises-open',
  'not-now': 'outcomes.refused-not-now',
  'asked-already': 'outcomes.refused-asked-already',
  'another-asked': 'outcomes.refused-another-asked',
  'nothing-asked': 'outcomes.refused-nothing-asked',
  'same-person': 'outcomes.refused-same-person',
  'other-reason': 'outcomes.refused-other-reason',
  'deadline-to-come': 'outcomes.refused-deadline-to-come',
}

export const reasonWords: Record<ReturnReason, PlainKey> = {
  'not-eligible': 'outcomes.reason-not-eligible',
  'family-declined': 'outcomes.reason-family-declined',
  'not-reached': 'outcomes.reason-not-reached',
  'deadline-passed': 'outcomes.reason-deadline-passed',
  withdrew: 'outcomes.reason-withdrew',
  'terms-refused': 'outcomes.reason-terms-refused',
  'terms-not-met': 'outcomes.reason-terms-not-met',
  'did-not-come': 'outcomes.reason-did-not-come',
  'new-offence': 'outcomes.reason-new-offence',
}

type Reasons = readonly { value: ReturnReason; words: PlainKey }[]

const worded = (reasons: readonly ReturnReason[]): Reasons =>
  reasons.map(value => ({ value, words: reasonWords[value] }))

/** What a page says when an act was refused; nothing on a first visit. */
export const problemOf = (refused?: Refused): Said | null => (refused ? said(inWords[refused]) : null)

export type ClosePage = Page<
  'outcomes/close',
  { no: string; form: Form; problem: Said | null; ready: boolean; open: number; courtOwes: number }
>

export const closePage = (head: CaseHead, promises: readonly Promised[], form: Form, refused?: Refused): ClosePage => ({
  view: 'outcomes/close',
  title: said('outcomes.close-title', { no: head.no }),
  no: head.no,
  form,
  problem: problemOf(refused),
  ready: mayClose(head.status, promises) === null,
  open: promises.filter(one => one.owedBy === 'young-person' && !['satisfied', 'waived'].includes(one.status)).length,
  courtOwes: courtStillOwes(promises),
})

export type Asked = {
  by: string
  reason: PlainKey
  words: string
  familyHeard: string
  mayAnswer: boolean
  own: boolean
}

export type ReviewPage = Page<
  'outcomes/review',
  {
    no: string
    form: Form
    problem: Said | null
    mayWarn: boolean
    mayAsk: boolean
    cureDays: number
    asked: Asked | null
    needsSecond: boolean
    reasons: Reasons
  }
>

type Question = {
  askedByName: string | null
  askedBy: string
  reason: ReturnReason
  words: string
  familyHeard: string
  answer: string | null
}

export const reviewPage = (
  head: CaseHead,
  rules: { cureDays: number; secondApprover: boolean },
  question: Question | undefined,
  me: string,
  form: Form,
  refused?: Refused,
): ReviewPage => {
  const open = question?.answer === null ? question : undefined
  return {
    view: 'outcomes/review',
    title: said('outcomes.review-title', { no: head.no }),
    no: head.no,
    form,
    problem: problemOf(refused),
    mayWarn: head.status === 'active' || head.status === 'docketed',
    mayAsk: head.status === 'noncompliance_review' && !open,
    cureDays: rules.cureDays,
    asked: open ? askedOf(open, me, rules.secondApprover) : null,
    needsSecond: rules.secondApprover,
    reasons: worded(reasonFromStatus.terminated ?? []),
  }
}

const askedOf = (open: Question, me: string, secondApprover: boolean): Asked => ({
  by: open.askedByName ?? '',
  reason: reasonWords[open.reason],
  words: open.words,
  familyHeard: open.familyHeard,
  mayAnswer: !secondApprover || open.askedBy !== me,
  own: open.askedBy === me,
})

export type ReturnPage = Page<'outcomes/return', { no: string; form: Form; problem: Said | null; reasons: Reasons }>

export const returnPage = (
  head: CaseHead,
  reasons: readonly ReturnReason[],
  form: Form,
  refused?: Refused,
): ReturnPage => ({
  view: 'outcomes/return',
  title: said('outcomes.return-title', { no: head.no }),
  no: head.no,
  ...pointed(form, problemOf(refused), refused === 'other-reason' ? 'reason' : undefined),
  reasons: worded(reasons.filter(one => head.returnReason === null || one === head.returnReason)),
})

export type CertificatePage = Page<
  'outcomes/certificate',
  { name: string; program: string; given: Day; deeds: readonly Said[] }
>

type Earned = {
  name: string
  program: string
  given: Day
  /** Whether all that was promised was kept; what was waived was not (rule 42). */
  keptAll: boolean
  /** The juries that they sat on. A night on which they only stood by is none. */
  sat: number
  minutes: number
}

export const certificatePage = ({ name, program, given, ...earned }: Earned): CertificatePage => ({
  view: 'outcomes/certificate',
  title: said('outcomes.certificate-title'),
  layout: 'print',
  name,
  program,
  given,
  deeds: deedsOf(earned),
})

const deedsOf = ({ keptAll, sat, minutes }: Pick<Earned, 'keptAll' | 'sat' | 'minutes'>): Said[] => [
  said(keptAll ? 'outcomes.certificate-kept' : 'outcomes.certificate-finished'),
  ...(sat > 0 ? [said('outcomes.certificate-sat', { count: sat })] : []),
  ...(minutes > 0 ? [said('outcomes.certificate-gave', { count: minutes === 60 ? 1 : 2, minutes })] : []),
]

export type AskedProps = { no: string; asked: Asked }
export type ReasonsProps = { form: Form; reasons: Reasons }
export type AskEndProps = Omit<ReviewPage, 'view'>
