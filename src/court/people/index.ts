export { addPerson, changePerson, giveAccount, keepStrengths, type NewTie, recogniseAs, tiePeople } from './actions.ts'
export { openBirthDate, type PersonForm, personFields, strengthsField } from './forms.ts'
export {
  fullName,
  initials,
  type LanguageSpoken,
  languageOf,
  languagesSpoken,
  likenessOf,
  type NewPerson,
  type ReachWay,
  searchWords,
  shortName,
  type Tie,
  ties,
} from './person.ts'
export {
  guardiansOf,
  type Kinship,
  kinshipsAmong,
  likelyDuplicates,
  type Person,
  peopleWith,
  personOf,
  searchPeople,
  tiesOf,
} from './records.ts'
