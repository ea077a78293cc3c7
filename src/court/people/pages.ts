import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
import type { GuardianRefusal } from './actions/guardians.ts'
import { fullName } from './person.ts'
import type { Person } from './records.ts'

/** What the questions about a person need. */
export type PersonQuestions = { form: Form }

export type ChangePage = Page<
  'people/change',
  {
    id: string
    name: string
    form: Form
    version: number
    problem: Said | null
    /** What is stored now, where somebody else was quicker. */
    stored: { label: PlainKey; value: string }[] | null
  }
>

export const changePage = (person: Person, typed: Form | null, refused?: 'changed-meanwhile'): ChangePage => ({
  view: 'people/change',
  title: said('people.change-page'),
  id: person.id,
  name: fullName(person),
  form: typed ?? emptyForm(asTyped(person)),
  version: person.version,
  problem: refused ? said('platform.changed.why') : null,
  stored: refused ? storedNow(person) : null,
})

const asTyped = (person: Person): Form['values'] => {
  const [year = '', month = '', day = ''] = (person.birthDate ?? '').split('-')
  return {
    calledName: person.calledName,
    lastName: person.lastName,
    legalName: person.legalName,
    birthMonth: month,
    birthDay: day,
    birthYear: year,
    pronouns: person.pronouns ?? '',
    school: person.school ?? '',
    grade: person.grade ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    address: person.address ?? '',
    language: person.language,
    reachBy: person.reachBy,
    strengths: person.strengths.join('\n'),
  }
}

const storedNow = (person: Person): { label: PlainKey; value: string }[] => {
  const told: [PlainKey, string | null][] = [
    ['people.called-name', person.calledName],
    ['people.last-name', person.lastName],
    ['people.legal-name', person.legalName],
    ['people.birth', person.birthDate],
    ['people.school', person.school],
    ['people.phone', person.phone],
    ['people.email', person.email],
    ['people.address', person.address],
    ['people.strengths', person.strengths.join(', ')],
  ]
  return told.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** Somebody who may be meant: enough to tell two people of one name apart. */
export type Alike = { id: string; name: string; hint: Said }
export type AlikeProps = { form: Form; name: string; alike: readonly Alike[] }

export const alikeOf = (people: readonly Person[]): Alike[] =>
  people.map(one => ({ id: one.id, name: fullName(one), hint: hintOf(one) }))

const hintOf = ({ birthDate, phone, email }: Person): Said => {
  if (birthDate !== null) return said('people.alike-born', { on: birthDate })
  const reached = phone ?? email
  return reached === null ? said('people.alike-unknown') : said('people.alike-reached', { at: reached })
}

const inWords: Record<GuardianRefusal['refused'], PlainKey> = {
  'guardian-unanswered': 'people.refused.guardian-unanswered',
  'same-entry': 'people.refused.same-entry',
  'guardian-already': 'people.refused.guardian-already',
  'ward-of-theirs': 'people.refused.ward-of-theirs',
}

export type GuardianPage = Page<
  'people/guardian',
  {
    id: string
    name: string
    guardians: readonly { id: string; name: string }[]
    form: Form
    alike: readonly Alike[]
    problem: Said | null
  }
>

export type GuardianFacts = { person: Person; guardians: readonly Person[]; alike: readonly Person[] }

export const guardianPage = (
  { person, guardians, alike }: GuardianFacts,
  typed: Form | null,
  refused?: GuardianRefusal['refused'],
): GuardianPage => ({
  view: 'people/guardian',
  title: said('people.guardian-page'),
  id: person.id,
  name: fullName(person),
  guardians: guardians.map(one => ({ id: one.id, name: fullName(one) })),
  ...pointed(
    typed ?? emptyForm({ language: person.language, reachBy: 'phone' }),
    refused ? said(inWords[refused]) : null,
    alike.length > 0 ? 'known' : 'calledName',
  ),
  alike: alikeOf(alike),
})
