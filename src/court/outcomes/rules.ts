import type { CaseStatus, ReturnReason } from '#court/cases'
import { type Refusal, refuse } from '#platform/refusal'
import { addDays, type Day } from '#platform/time'

export type Promised = { owedBy: 'young-person' | 'court'; status: string; dueOn: Day }

const isSettled = (one: Promised): boolean => ['satisfied', 'waived'].includes(one.status)

/** A case is closed as completed only when each promise of the young person is kept, or waived with a reason (rule 42). */
export const mayClose = (
  status: CaseStatus,
  promises: readonly Promised[],
): Refusal<'not-active' | 'promises-open'> | null => {
  if (status !== 'active' && status !== 'completed') return refuse('not-active')
  const theirs = promises.filter(one => one.owedBy === 'young-person')
  return theirs.length > 0 && theirs.every(isSettled) ? null : refuse('promises-open')
}

/** The court's own promises do not hold a young person back; they stay on the court's list until they are kept. */
export const courtStillOwes = (promises: readonly Promised[]): number =>
  promises.filter(one => one.owedBy === 'court' && !isSettled(one)).length

/** Why a case goes back, where its own state already says so. */
export const reasonFromStatus: Partial<Record<CaseStatus, readonly ReturnReason[]>> = {
  declined_ineligible: ['not-eligible'],
  declined_by_family: ['family-declined'],
  unreachable: ['not-reached'],
  withdrawn: ['withdrew', 'terms-refused'],
  terminated: ['terms-not-met', 'did-not-come', 'new-offence'],
}

/**
 * Why a case may go back: its own state says so. One that waits for a night goes back only when the last day on which it could be
 * heard lies behind it; before that the court finds it a night (rule 32).
 */
export const reasonsToReturn = (status: CaseStatus, lastDay: Day | null, today: Day): readonly ReturnReason[] =>
  status === 'ready' && lastDay !== null && lastDay < today ? ['deadline-passed'] : (reasonFromStatus[status] ?? [])

/** The reason must be one that fits how the case ended. */
export const mayReturn = (
  status: CaseStatus,
  reasons: readonly ReturnReason[],
  reason: ReturnReason,
): Refusal<'not-now' | 'deadline-to-come' | 'other-reason'> | null => {
  if (reasons.includes(reason)) return null
  if (reasons.length > 0) return refuse('other-reason')
  return refuse(status === 'ready' ? 'deadline-to-come' : 'not-now')
}

export type Termination = { askedBy: string; answer: 'approved' | 'refused' | 'withdrawn' | null }

/** One adult asks, another decides, where the court's rules want a second pair of eyes. */
export const mayAnswer = (
  asked: Termination | undefined,
  byAccount: string,
  secondApprover: boolean,
): Refusal<'nothing-asked' | 'same-person'> | null => {
  if (!asked || asked.answer !== null) return refuse('nothing-asked')
  return secondApprover && asked.askedBy === byAccount ? refuse('same-person') : null
}

/** Who asked for the end of a case may take that back, as long as nobody has answered. */
export const mayTakeBack = (
  asked: Termination | undefined,
  byAccount: string,
): Refusal<'nothing-asked' | 'another-asked'> | null => {
  if (!asked || asked.answer !== null) return refuse('nothing-asked')
  return asked.askedBy === byAccount ? null : refuse('another-asked')
}

/** Where things are right again nobody waits for an answer any more: what was asked is taken back by whoever asked it, or refused. */
export const answerOnCure = ({ askedBy }: Termination, byAccount: string): 'withdrawn' | 'refused' =>
  askedBy === byAccount ? 'withdrawn' : 'refused'

/** The day until which a warned family can put things right. */
export const cureBy = (today: Day, cureDays: number): Day => addDays(today, cureDays)
