/** The letters of the court. A name says what happened, not what is in it. */
export const noticeKinds = [
  'referral-received',
  'referral-accepted',
  'referral-declined',
  'first-meeting',
  'could-not-reach',
  'hearing',
  'hearing-off',
  'jury-invitation',
  'date-changed',
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

/** Codes, counts, days ('2026-03-26'), instants (ISO, in UTC) and places. Never a name: that is looked up when the letter is written. */
export type Facts = Record<string, string | number | string[]>

/** What each letter must be told by the act that causes it. */
export const needs: Record<NoticeKind, readonly string[]> = {
  'referral-received': ['caseNo'],
  'referral-accepted': ['caseNo'],
  'referral-declined': ['caseNo'],
  'first-meeting': [],
  'could-not-reach': [],
  hearing: ['startsAt', 'place'],
  'hearing-off': ['startsAt', 'place'],
  'jury-invitation': ['startsAt', 'place'],
  'date-changed': ['startsAt', 'place'],
  agreement: [],
  'promise-due': ['dueOn'],
  warning: ['cureBy'],
  'completed-family': [],
  'completed-source': ['caseNo'],
  'returned-family': [],
  'returned-source': ['caseNo'],
  thanks: [],
}

export const channels = ['mail', 'print'] as const
export type Channel = (typeof channels)[number]
