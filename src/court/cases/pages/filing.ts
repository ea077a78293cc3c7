import {
  type Officer,
  type ReferralQuestions,
  type ReferralRefusal,
  referralInWords,
  referralQuestions,
  type SourceStatus,
  statusWords,
} from '#court/referrals'
import type { Rulebook } from '#court/programs'
import { type Detail, initials, type Person } from '#court/people'
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import type { TagKind } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { Filed } from '../actions/filing.ts'
import { type CaseStatus, sourceStatusOf } from '../case.ts'
import { type Alike, alikeOf, problemOf } from './parts.ts'

type Refused = ReferralRefusal['refused'] | 'offence-unknown' | 'alike-unanswered'

const inWords: Record<Refused, PlainKey> = {
  ...referralInWords,
  'offence-unknown': 'referrals.refused-offence-unknown',
  'alike-unanswered': 'referrals.refused-alike-unanswered',
}

/** The question that a refusal is about, where it is about one. */
const fieldOf: Partial<Record<Refused, string>> = {
  'incident-to-come': 'incidentOn',
  'born-after-incident': 'birth',
  'age-implausible': 'birth',
  'return-by-past': 'returnBy',
  'nowhere-to-answer': 'officerEmail',
  'source-unnamed': 'agency',
  'guardian-half-named': 'guardianCalledName',
  'offence-unknown': 'offenceCode',
  'alike-unanswered': 'known',
}

/** A referral as its source may see it: their own words for it, and a status. */
export type MineLine = {
  id: string
  /** The number that the court's letters name. */
  no: string
  initials: string
  reportNo: string | null
  on: Day
  status: PlainKey
  kind: TagKind
}

export type MineRow = {
  id: string
  no: string
  calledName: string
  lastName: string
  reportNo: string | null
  receivedOn: Day
  status: CaseStatus
  acceptedOn: Day | null
}

const kinds: Record<SourceStatus, TagKind> = {
  received: 'plain',
  accepted: 'go',
  declined: 'plain',
  'hearing-held': 'go',
  completed: 'done',
  returned: 'plain',
}

const mineLine = (row: MineRow): MineLine => {
  const status = sourceStatusOf(row)
  return {
    id: row.id,
    no: row.no,
    initials: initials(row),
    reportNo: row.reportNo,
    on: row.receivedOn,
    status: statusWords[status],
    kind: kinds[status],
  }
}

const detailWords: Record<Detail, PlainKey> = {
  school: 'referrals.detail-school',
  grade: 'referrals.detail-grade',
  phone: 'referrals.detail-phone',
  email: 'referrals.detail-email',
  address: 'referrals.detail-address',
}

/** What the desk is told when a referral is filed. */
export const filedWords = ({ no, joined, differs }: Filed): Said =>
  withDiffering(joined ? said('referrals.joined', { no }) : said('referrals.saved', { no }), differs)

/** What was said of somebody and not taken is named. */
export const withDiffering = (filed: Said, differs: readonly Detail[]): Said => {
  const [first, ...rest] = differs.map(one => said(detailWords[one]))
  if (!first) return filed
  const what = rest.reduce((one, other) => said('referrals.differs-and', { one, other }), first)
  return said('referrals.differs', { filed, what })
}

/** The questions, with what was typed; a refusal stands beside the question that it is about. */
const asked = (form: Form | null, refused: Refused | undefined, ask: (form: Form) => ReferralQuestions) => {
  const at = pointed(form ?? emptyForm(START), problemOf(inWords, refused), refused && fieldOf[refused])
  return { questions: ask(at.form), problem: at.problem }
}

/** What a first visit finds filled in. */
const START = { language: 'en', guardianLanguage: 'en', custody: 'none', sourceKind: 'police' }

export type ReferPage = Page<'cases/refer', { questions: ReferralQuestions; problem: Said | null; mine: MineLine[] }>

export const referPage = (
  book: Rulebook,
  mine: readonly MineRow[],
  form: Form | null,
  refused?: Refused,
): ReferPage => ({
  view: 'cases/refer',
  title: said('referrals.title'),
  ...asked(form, refused, typed => referralQuestions(typed, book, null)),
  mine: mine.map(mineLine),
})

export type NewCasePage = Page<'cases/new', { questions: ReferralQuestions; problem: Said | null; alike: Alike[] }>

export const newCasePage = (
  book: Rulebook,
  officers: readonly Officer[],
  form: Form | null,
  refused?: Refused,
  alike: readonly Person[] = [],
): NewCasePage => ({
  view: 'cases/new',
  title: said('referrals.title-desk'),
  ...asked(form, refused, typed => referralQuestions(typed, book, officers)),
  alike: alikeOf(alike),
})
