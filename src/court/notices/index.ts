export {
  type Addressee,
  type Mailroom,
  type Notice,
  postPrinted,
  type Sent,
  send,
  sendDue,
  voidNotices,
} from './actions.ts'
export type { Facts, NoticeKind } from './notice.ts'
export { nameOfNotice } from './pages.ts'
export { lettersToPrint, noticesOfCase } from './records.ts'
