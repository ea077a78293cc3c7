import { fullName, type LanguageSpoken, languageOf, type Person, type Tie, ties } from '#court/people'
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
import type { RelationRefusal } from '../actions/meeting.ts'
import type { CaseHead } from '../records/heads.ts'
import { type Alike, alikeOf, type Of, ofCase, problemOf } from './parts.ts'

const inWords: Record<RelationRefusal['refused'], PlainKey> = {
  'alike-unanswered': 'cases.refused-known-unanswered',
  'same-entry': 'cases.refused-same-entry',
}

export const tieWords: Record<Tie, PlainKey> = {
  guardian: 'cases.tie-guardian',
  relative: 'cases.tie-relative',
  acquaintance: 'cases.tie-acquaintance',
}

export type FamilyLine = {
  id: string
  name: string
  tie: PlainKey
  together: boolean
  phone: string | null
  email: string | null
  language: LanguageSpoken
}

export type RelationProps = { of: Of; form: Form; alike: Alike[]; ties: { value: Tie; label: PlainKey }[] }
export type FamilyPage = Page<
  'cases/family',
  RelationProps & { respondent: { id: string; name: string }; problem: Said | null; family: FamilyLine[] }
>

export type Tied = { person: Person; tie: Tie; sameHousehold: 'yes' | 'no' }

export const familyPage = (
  head: CaseHead,
  respondent: Person,
  tied: readonly Tied[],
  form: Form | null,
  refused?: RelationRefusal['refused'],
  alike: readonly Person[] = [],
): FamilyPage => ({
  view: 'cases/family',
  title: said('cases.family-title', { no: head.no }),
  of: ofCase(head, respondent),
  respondent: { id: respondent.id, name: fullName(respondent) },
  ...pointed(
    form ?? emptyForm({ language: 'en', reachBy: 'phone', tie: 'guardian' }),
    problemOf(inWords, refused),
    'known',
  ),
  family: tied.map(({ person, tie, sameHousehold }) => ({
    id: person.id,
    name: fullName(person),
    tie: tieWords[tie],
    together: sameHousehold === 'yes',
    phone: person.phone,
    email: person.email,
    language: languageOf(person),
  })),
  alike: alikeOf(alike),
  ties: ties.map(value => ({ value, label: tieWords[value] })),
})
