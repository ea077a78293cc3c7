/** Somebody comes to the desk and wants to serve. */
import { type Alike, alikeOf, fullName, type Person } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, said } from '#words'
import type { EnrolRefusal } from '../actions/enrolling.ts'

type Refused = EnrolRefusal['refused']

/** Each no is answered in the form: the question that it comes back to, and what it says there. */
const inWords: Record<Refused, { field: string; words: PlainKey }> = {
  'person-unanswered': { field: 'who', words: 'jurors.new.same.choose' },
  'guardian-unanswered': { field: 'guardianWho', words: 'jurors.new.guardian.choose' },
  'guardian-needed': { field: 'guardianCalledName', words: 'jurors.new.guardian.needed' },
  'same-entry': { field: 'guardianCalledName', words: 'jurors.new.guardian.self' },
  'ward-of-theirs': { field: 'guardianCalledName', words: 'jurors.new.guardian.ward' },
}

const withNo = (form: Form, refused?: Refused): Form => {
  if (!refused) return form
  const { field, words } = inWords[refused]
  return { ...form, errors: { ...form.errors, [field]: said(words) } }
}

export type GuardianProps = { form: Form; guardiansAlike: readonly Alike[] }

export type NewJurorPage = Page<
  'jurors/new',
  GuardianProps & { known: readonly { id: string; name: string; bornOn: Day | null }[] }
>

/** Of whom one may be meant by what was typed. */
export type AlikeFacts = { people: readonly Person[]; guardians: readonly Person[] }

const FIRST: Form = emptyForm({ language: 'en', guardianLanguage: 'en' })

export const newJurorPage = (
  form: Form = FIRST,
  alike: AlikeFacts = { people: [], guardians: [] },
  refused?: Refused,
): NewJurorPage => ({
  view: 'jurors/new',
  title: said('jurors.new'),
  form: withNo(form, refused),
  known: alike.people.map(person => ({ id: person.id, name: fullName(person), bornOn: person.birthDate })),
  guardiansAlike: alikeOf(alike.guardians),
})

export type KnownJurorPage = Page<
  'jurors/known',
  GuardianProps & { personId: string; name: string; asksGuardian: boolean; unborn: boolean }
>

export type KnownFacts = { person: Person; asksGuardian: boolean; guardiansAlike: readonly Person[] }

export const knownJurorPage = (facts: KnownFacts, form: Form | null, refused?: Refused): KnownJurorPage => ({
  view: 'jurors/known',
  title: said('jurors.known.page'),
  personId: facts.person.id,
  name: fullName(facts.person),
  asksGuardian: facts.asksGuardian,
  unborn: facts.person.birthDate === null,
  form: withNo(form ?? emptyForm({ guardianLanguage: facts.person.language }), refused),
  guardiansAlike: alikeOf(facts.guardiansAlike),
})
