/** Words of a person's record: names, how to reach them, what they bring. */
import type { EnglishOf } from '#platform/texts'

export const people = {
  'people.change-page': 'Correct a record',
  'people.change-title': 'Correct the record of {name}',
  'people.changed': 'Saved.',
  'people.called-name': 'First name',
  'people.called-name-hint': 'What we should call them',
  'people.last-name': 'Last name',
  'people.legal-name': 'Legal name',
  'people.legal-name-hint': 'For documents, if it is another',
  'people.pronouns': 'Pronouns',
  'people.birth': 'Date of birth',
  'people.school': 'School',
  'people.grade': 'Grade',
  'people.language': 'Language',
  'people.phone': 'Phone',
  'people.email': 'E-mail',
  'people.address': 'Address',
  'people.home': 'Home',
  'people.reach-by': 'How to reach them',
  'people.reach-phone': 'Call',
  'people.reach-text': 'Text message',
  'people.reach-email': 'E-mail',
  'people.reach-paper': 'Letter on paper',
  'people.strengths': 'Good at, cares about',
  'people.strengths-hint': 'One on each line',
} as const satisfies EnglishOf<'people'>
