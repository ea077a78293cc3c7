/** The letters of the court. A name says what happened, not what is in it. */
export const noticeKinds = [
  'referral-received',
  'referral-accepted',
  'referral-declined',
  'first-meeting',
  'could-not-reach',
  'hearing',
  'jury-invitation',
  'agreement',
  'promise-due',
  'warning',
  'completed-family',
  'completed-source',
  'returned-family',
  'returned-source',
  'thanks',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const channels = ['mail', 'print'] as const
export type Channel = (typeof channels)[number]
