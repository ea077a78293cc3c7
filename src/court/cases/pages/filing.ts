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
import { emptyForm, type Form } from '#platform/forms'
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

/** A referral as its source may see it: their own words for it, and a status. */
export type MineLine = {
  id: string
  initials: string
  reportNo: string | null
  on: Day
  status: PlainKey
  kind: TagKind
}

export type MineRow = {
  id: string
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
  questions: referralQuestions(form ?? emptyForm(START), book, null),
  problem: problemOf(inWords, refused),
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
  questions: referralQuestions(form ?? emptyForm(START), book, officers),
  problem: problemOf(inWords, refused),
  alike: alikeOf(alike),
})
