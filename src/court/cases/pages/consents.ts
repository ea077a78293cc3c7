import { fullName, type Person } from '#court/people'
import { emptyForm, type Form, pointed } from '#platform/forms'
import { movesFrom } from '#platform/lifecycle'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
import type { ConsentRefusal } from '../actions/consenting.ts'
import { type CaseStatus, type ConsentKind, CONSENT_WORDING, lifecycle } from '../case.ts'
import type { CaseHead } from '../records/heads.ts'
import type { Consent } from '../records/steps.ts'
import { carrying, mayWithdraw, missingConsents, type Required, type WithdrawRefusal } from '../rules/consenting.ts'
import { type Of, ofCase, problemOf } from './parts.ts'

type Refused = (ConsentRefusal | WithdrawRefusal)['refused']

const inWords: Record<Refused, PlainKey> = {
  'not-now': 'cases.refused-not-now',
  'nothing-signed': 'cases.refused-nothing-signed',
  'not-their-guardian': 'cases.refused-not-their-guardian',
  'on-the-docket': 'cases.refused-on-the-docket',
  'at-the-hearing': 'cases.refused-at-the-hearing',
  'agreed-already': 'cases.refused-agreed-already',
  'nothing-to-take-back': 'cases.refused-nothing-to-take-back',
}

/** The question that a refusal is about, where it is about one. */
const fieldOf: Partial<Record<Refused, string>> = {
  'not-their-guardian': 'guardianId',
}

export const consentWords: Record<ConsentKind, PlainKey> = {
  admission: 'cases.consent-admission',
  participation: 'cases.consent-participation',
  guardian: 'cases.consent-guardian',
  release: 'cases.consent-release',
  survey: 'cases.consent-survey',
  messages: 'cases.consent-messages',
}

/** What each sentence says that somebody signs. */
export const wordings: Record<ConsentKind, PlainKey> = {
  admission: 'cases.wording-admission',
  participation: 'cases.wording-participation',
  guardian: 'cases.wording-guardian',
  release: 'cases.wording-release',
  survey: 'cases.wording-survey',
  messages: 'cases.wording-messages',
}

export type GivenLine = {
  kind: ConsentKind
  title: PlainKey
  personId: string
  who: string
  wording: string
  at: Date
  withdrawnAt: Date | null
  /** To take it back would end the case. */
  carries: boolean
}

type Question = { value: ConsentKind; label: PlainKey; words: PlainKey }

export type SignProps = {
  of: Of
  form: Form
  respondent: Question[]
  guardian: Question[]
  guardians: { value: string; label: string }[]
  given: GivenLine[]
  /** A consent that carries the case can still be taken back here. */
  mayTakeBack: boolean
  /** On a docket the way back is another page, which takes the case off it. */
  onDocket: boolean
}

export type ConsentsPage = Page<
  'cases/consents',
  SignProps & {
    problem: Said | null
    adult: boolean
    missing: { kind: Required; title: PlainKey }[]
    maySign: boolean
    ready: boolean
    mayRefuse: boolean
    /** Still to come before anybody can sign; or over, with nothing signed that could be shown. */
    tooEarly: boolean
    tooLate: boolean
    /** All is signed, and a night comes next. */
    chooseNight: boolean
  }
>

export type ConsentFacts = {
  head: CaseHead
  respondent: Person
  guardians: readonly Person[]
  given: readonly Consent[]
  adult: boolean
}

export const consentsPage = (facts: ConsentFacts, form: Form | null, refused?: Refused): ConsentsPage => {
  const { head, respondent, guardians, given, adult } = facts
  const moves = movesFrom(lifecycle, head.status)
  const names = new Map([respondent, ...guardians].map(one => [one.id, fullName(one)]))
  const missing = missingConsents(given, head.respondentId, adult)
  return {
    view: 'cases/consents',
    title: said('cases.consents-title', { no: head.no }),
    of: ofCase(head, respondent),
    ...pointed(
      form ?? emptyForm({ language: 'en', how: 'paper', guardianId: guardians[0]?.id ?? '' }),
      problemOf(inWords, refused),
      refused && fieldOf[refused],
    ),
    adult,
    missing: missing.map(kind => ({ kind, title: consentWords[kind] })),
    maySign: head.status === 'awaiting_consent' || head.status === 'ready',
    ready: head.acceptedOn !== null,
    given: given.map(one => givenLine(one, names)),
    mayTakeBack: mayWithdraw(head.status, true) === null,
    onDocket: head.status === 'docketed',
    mayRefuse: moves.includes('refuse'),
    respondent: asked(respondentKinds(adult).filter(kind => !stands(given, kind, respondent.id))),
    guardian: asked(['guardian', 'release', 'messages']),
    guardians: guardians.map(one => ({ value: one.id, label: fullName(one) })),
    ...whenIn(head.status, given.length),
  }
}

const BEFORE_SIGNING: readonly CaseStatus[] = ['referred', 'screening', 'contacting', 'intake']

const whenIn = (status: CaseStatus, given: number) => {
  const tooEarly = BEFORE_SIGNING.includes(status)
  const tooLate = !tooEarly && given === 0 && status !== 'awaiting_consent'
  return { tooEarly, tooLate, chooseNight: status === 'ready' }
}

const stands = (given: readonly Consent[], kind: ConsentKind, personId: string): boolean =>
  given.some(one => one.kind === kind && one.personId === personId && one.withdrawnAt === null)

/** An adult also decides alone what may be told to whom. */
const respondentKinds = (adult: boolean): ConsentKind[] =>
  adult
    ? ['admission', 'participation', 'release', 'survey', 'messages']
    : ['admission', 'participation', 'survey', 'messages']

const asked = (kinds: readonly ConsentKind[]): Question[] =>
  kinds.map(value => ({ value, label: consentWords[value], words: wordings[value] }))

const givenLine = (one: Consent, names: ReadonlyMap<string, string>): GivenLine => ({
  kind: one.kind,
  title: consentWords[one.kind],
  personId: one.personId,
  who: names.get(one.personId) ?? '',
  wording: one.wording,
  at: one.givenAt,
  withdrawnAt: one.withdrawnAt,
  carries: carrying.some(kind => kind === one.kind),
})

export type PaperPart = { who: PlainKey; name: string; lines: PlainKey[] }
export type PaperPage = Page<'cases/paper', { of: Of; program: string; wording: string; parts: PaperPart[] }>

/** The sheet that the family reads and signs, in the language that is chosen for the page. */
export const paperPage = ({ head, respondent, guardians, adult }: ConsentFacts, program: string): PaperPage => ({
  view: 'cases/paper',
  layout: 'print',
  title: said('cases.paper-title'),
  wayBack: { href: `/cases/${head.no}/consents`, label: said('platform.back') },
  of: ofCase(head, respondent),
  program,
  wording: CONSENT_WORDING,
  parts: [
    { who: 'cases.paper-young', name: fullName(respondent), lines: respondentKinds(adult).map(kind => wordings[kind]) },
    ...(adult ? [] : [guardianPart(guardians[0])]),
  ],
})

const guardianPart = (guardian: Person | undefined): PaperPart => ({
  who: 'cases.paper-guardian',
  name: guardian ? fullName(guardian) : '',
  lines: (['guardian', 'release', 'messages'] as const).map(kind => wordings[kind]),
})
