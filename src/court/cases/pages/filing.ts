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
import { initials, type Person } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { TagKind } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
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
  const status = sourceStatusOf(row.status)
  return {
    id: row.id,
    initials: initials(row),
    reportNo: row.reportNo,
    on: row.receivedOn,
    status: statusWords[status],
    kind: kinds[status],
  }
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
