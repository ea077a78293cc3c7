/** What the pages of this room show; each kind of page has its own file. */
export {
  type ConsentsPage,
  consentsPage,
  consentWords,
  type PaperPage,
  paperPage,
  type SignProps,
  wordings,
} from './pages/consents.ts'
export {
  type ContactProps,
  type ContactsPage,
  contactsPage,
  type GiveUpProps,
  type RefuseProps,
} from './pages/contacts.ts'
export { type FamilyPage, familyPage, type RelationProps } from './pages/family.ts'
export { type NewCasePage, newCasePage, type ReferPage, referPage } from './pages/filing.ts'
export { type IntakePage, type IntakeProps, intakePage } from './pages/intake.ts'
export { type CoRespondentsPage, coRespondentsPage, type LinkedProps, type LinkProps } from './pages/links.ts'
export type { AlikeProps, NotNowProps, Of } from './pages/parts.ts'
export {
  type AnsweredProps,
  type RulesProps,
  ruleWords,
  type SameProps,
  type ScreeningPage,
  screeningPage,
} from './pages/screening.ts'
export { type SheetPage, type SlipsPage, sheetPage, slipsPage } from './pages/slips.ts'
