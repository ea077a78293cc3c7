import { type Refusal, refuse } from '#platform/refusal'
import { type Day, daysBetween } from '#platform/time'
import type { CaseStatus, Reached } from '../case.ts'

type Clocks = { unreachedAttempts: number; unreachedDays: number }

export type Tries = { tries: number; triesWanted: number; days: number; daysWanted: number }

/** How often the family was tried in vain since the case was let in, and for how many days, beside what the rules want. */
export const triesOf = (
  contacts: readonly { withWhom: Reached; on: Day }[],
  since: Day,
  today: Day,
  clocks: Clocks,
): Tries => ({
  tries: contacts.filter(one => one.withWhom === 'nobody' && one.on >= since).length,
  triesWanted: clocks.unreachedAttempts,
  days: daysBetween(since, today),
  daysWanted: clocks.unreachedDays,
})

export type GiveUpRefusal = Refusal<'not-now' | 'too-few-tries' | 'too-early'>

/** A family is given up only after so many tries over so many days (move 6 of the case), also one that falls silent after it has signed. */
export const mayGiveUp = (status: CaseStatus, counted: Tries): GiveUpRefusal | null => {
  if (status !== 'contacting' && status !== 'ready') return refuse('not-now')
  if (counted.tries < counted.triesWanted) return refuse('too-few-tries')
  return counted.days < counted.daysWanted ? refuse('too-early') : null
}

export type ContactRefusal = Refusal<
  'day-to-come' | 'before-the-referral' | 'meeting-past' | 'nobody-reached' | 'not-now'
>

type Contacted = { on: Day; withWhom: Reached; agreed: boolean; meetsAt: Date | null }

/** A talk lies between the referral and today; a first meeting is agreed with somebody, and lies ahead. */
export const mayLog = (
  status: CaseStatus,
  contact: Contacted,
  { today, now, receivedOn }: { today: Day; now: Date; receivedOn: Day },
): ContactRefusal | null => {
  if (contact.on > today) return refuse('day-to-come')
  if (contact.on < receivedOn) return refuse('before-the-referral')
  if (!contact.agreed) return null
  if (contact.meetsAt !== null && contact.meetsAt <= now) return refuse('meeting-past')
  if (status !== 'contacting') return refuse('not-now')
  return ['respondent', 'guardian', 'both'].includes(contact.withWhom) ? null : refuse('nobody-reached')
}
