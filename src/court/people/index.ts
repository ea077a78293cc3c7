export {
  addPerson,
  changePerson,
  type Detail,
  fillPerson,
  giveAccount,
  keepStrengths,
  learnBirth,
  type NewTie,
  recogniseAs,
  tiePeople,
} from './actions.ts'
export { type GuardianRefusal, type NewGuardian, tieGuardian } from './actions/guardians.ts'
export { knownField, openBirthDate, type PersonForm, personFields, strengthsField } from './forms.ts'
export { type Alike, alikeOf } from './pages.ts'
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
export { seeAlike } from './reading.ts'
export {
  guardiansOf,
  type Kinship,
  kinshipsAmong,
  likelyDuplicates,
  lockPerson,
  type Person,
  peopleWith,
  personOf,
  searchPeople,
  tiesOf,
} from './records.ts'
