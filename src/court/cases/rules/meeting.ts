import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { CaseStatus } from '../case.ts'

const BEFORE_THE_HEARING: readonly CaseStatus[] = ['intake', 'awaiting_consent', 'ready', 'docketed']

export type IntakeRefusal = Refusal<
  | 'not-now'
  | 'day-to-come'
  | 'before-the-referral'
  | 'harmed-half-named'
  | 'no-strengths'
  | 'no-guardian'
  | 'wishes-of-nobody'
  | 'alike-unanswered'
  | 'harmed-is-respondent'
  | 'changed-meanwhile'
>

export type Meeting = {
  metOn: Day
  strengths: readonly string[]
  harmedReached: 'yes' | 'tried' | 'nobody-harmed'
  harmedWishes: 'attend' | 'write' | 'decline' | 'unknown' | 'none'
  harmedCalledName: string | null
  harmedLastName: string | null
}

/** What was learnt at the first meeting can be written down and corrected until the hearing. */
export const mayWrite = (status: CaseStatus): boolean => BEFORE_THE_HEARING.includes(status)

/**
 * The family met the court after the referral, and strengths come first. Whoever was harmed is known by both names, or is not
 * recorded as a person: half a name would keep nobody off the jury (rule 10).
 */
export const mayRecord = (
  status: CaseStatus,
  meeting: Meeting,
  { today, receivedOn }: { today: Day; receivedOn: Day },
): IntakeRefusal | null => {
  if (!mayWrite(status)) return refuse('not-now')
  if (meeting.metOn > today) return refuse('day-to-come')
  if (meeting.metOn < receivedOn) return refuse('before-the-referral')
  if ((meeting.harmedCalledName === null) !== (meeting.harmedLastName === null)) return refuse('harmed-half-named')
  if (meeting.strengths.length === 0) return refuse('no-strengths')
  return meeting.harmedReached === 'nobody-harmed' && !['none', 'unknown'].includes(meeting.harmedWishes)
    ? refuse('wishes-of-nobody')
    : null
}

/** The meeting is over when somebody stands beside a young person who is under age (rule 2). */
export const mayFinish = (adult: boolean, guardians: number): Refusal<'no-guardian'> | null =>
  adult || guardians > 0 ? null : refuse('no-guardian')
