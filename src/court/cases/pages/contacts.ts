import { fullName, type LanguageSpoken, languageOf, type Person, type ReachWay } from '#court/people'
import { emptyForm, type Form, pointed } from '#platform/forms'
import { movesFrom } from '#platform/lifecycle'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { lifecycle, type Reached, reached, type WayOfContact, waysOfContact } from '../case.ts'
import type { CaseHead } from '../records/heads.ts'
import type { Contact } from '../records/steps.ts'
import { type ContactRefusal, type GiveUpRefusal, mayGiveUp, type Tries } from '../rules/reaching.ts'
import { type Of, ofCase, problemOf } from './parts.ts'

type Refused = (ContactRefusal | GiveUpRefusal)['refused']

const inWords: Record<Refused, PlainKey> = {
  'not-now': 'cases.refused-not-now',
  'day-to-come': 'cases.refused-day-to-come',
  'before-the-referral': 'cases.refused-before-the-referral',
  'meeting-past': 'cases.refused-meeting-past',
  'nobody-reached': 'cases.refused-nobody-reached',
  'too-few-tries': 'cases.refused-too-few-tries',
  'too-early': 'cases.refused-too-early',
}

/** The question that a refusal is about, where it is about one. */
const fieldOf: Partial<Record<Refused, string>> = {
  'day-to-come': 'on',
  'before-the-referral': 'on',
  'nobody-reached': 'withWhom',
  'meeting-past': 'meetOn',
}

const wayWords: Record<WayOfContact, PlainKey> = {
  phone: 'cases.way-phone',
  text: 'cases.way-text',
  letter: 'cases.way-letter',
  email: 'cases.way-email',
  visit: 'cases.way-visit',
  meeting: 'cases.way-meeting',
}

const reachedWords: Record<Reached, PlainKey> = {
  respondent: 'cases.with-respondent',
  guardian: 'cases.with-guardian',
  both: 'cases.with-both',
  harmed: 'cases.with-harmed',
  nobody: 'cases.with-nobody',
}

const reachWords: Record<ReachWay, PlainKey> = {
  email: 'cases.reach-email',
  text: 'cases.reach-text',
  phone: 'cases.reach-phone',
  paper: 'cases.reach-paper',
}

/** Somebody to call, and how they wish to be reached. */
export type CallLine = {
  name: string
  role: PlainKey
  phone: string | null
  email: string | null
  language: LanguageSpoken
  by: PlainKey
}
export type ContactLine = {
  way: PlainKey
  withWhom: PlainKey
  inVain: boolean
  note: string | null
  next: string | null
  by: string | null
  at: Date
}

export type ContactProps = {
  of: Of
  form: Form
  ways: { value: WayOfContact; label: PlainKey }[]
  whom: { value: Reached; label: PlainKey }[]
  /** A first meeting may be agreed on. */
  mayAgree: boolean
}
export type GiveUpProps = { no: string; tries: Tries & { enough: boolean } }
export type RefuseProps = { no: string }

export type ContactsPage = Page<
  'cases/contacts',
  ContactProps & {
    problem: Said | null
    call: CallLine[]
    contacts: ContactLine[]
    /** How the tries stand, while the family is being reached. */
    tries: GiveUpProps['tries'] | null
    mayRefuse: boolean
  }
>

export type ContactFacts = {
  head: CaseHead
  respondent: Person
  guardians: readonly Person[]
  contacts: readonly (Contact & { by: string | null })[]
  tries: Tries
  today: Day
}

export const contactsPage = (facts: ContactFacts, form: Form | null, refused?: Refused): ContactsPage => {
  const { head, respondent, guardians, contacts, tries, today } = facts
  const moves = movesFrom(lifecycle, head.status)
  return {
    view: 'cases/contacts',
    title: said('cases.contacts-title', { no: head.no }),
    of: ofCase(head, respondent),
    ...pointed(
      form ?? emptyForm({ on: today, way: 'phone' }),
      problemOf(inWords, refused),
      refused && fieldOf[refused],
    ),
    call: [...guardians.map(one => callLine(one, 'cases.guardian')), callLine(respondent, 'cases.young-person')],
    contacts: contacts.map(contactLine),
    ways: waysOfContact.map(value => ({ value, label: wayWords[value] })),
    whom: reached.map(value => ({ value, label: reachedWords[value] })),
    mayAgree: moves.includes('reach'),
    tries: moves.includes('giveUp') ? { ...tries, enough: mayGiveUp(head.status, tries) === null } : null,
    mayRefuse: moves.includes('refuse'),
  }
}

const callLine = (person: Person, role: PlainKey): CallLine => ({
  name: fullName(person),
  role,
  phone: person.phone,
  email: person.email,
  language: languageOf(person),
  by: reachWords[person.reachBy],
})

const contactLine = ({ way, withWhom, note, nextStep, by, at }: Contact & { by: string | null }): ContactLine => ({
  way: wayWords[way],
  withWhom: reachedWords[withWhom],
  inVain: withWhom === 'nobody',
  note,
  next: nextStep,
  by,
  at,
})
