import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
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
