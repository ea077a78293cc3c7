/** The pages of this room, for its routes and its views. */
export {
  type AgreementView,
  type NextCard,
  type OneAgreement,
  type Own,
  type OwnAgreementPage,
  type OwnFacts,
  ownAgreementPage,
} from './pages/agreement.ts'
export { type BookFacts, type BookPage, type BookView, bookPage } from './pages/book.ts'
export type { PieceFields } from './pages/fields.ts'
export type { LineProps, PromiseLine, Reader } from './pages/line.ts'
export { type NightsProps, nextNightOf } from './pages/nights.ts'
export type { AskedRow, PieceRow } from './pages/pieces.ts'
export {
  type EndingProps,
  type ExtensionAsked,
  type FixAsked,
  type FixProps,
  type KeepProps,
  type PromiseFacts,
  type PromiseForms,
  type PromisePage,
  type PromiseView,
  promisePage,
  type RecordProps,
} from './pages/promise.ts'
export type { Refused } from './pages/refusals.ts'
export { type SendPage, sendPage, type TimePage, timePage } from './pages/send.ts'
