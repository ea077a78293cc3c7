import { type Refusal, refuse } from '#platform/refusal'
import { ageOn, type Day } from '#platform/time'
import type { CaseStatus, ConsentKind } from '../case.ts'

/** Whether somebody signs alone (rule 2). */
export const isAdult = (birthDate: Day | null, adultAt: number, today: Day): boolean =>
  birthDate !== null && ageOn(birthDate, today) >= adultAt

export type Standing = { kind: ConsentKind; personId: string; withdrawnAt: Date | null }

export type Required = Extract<ConsentKind, 'admission' | 'participation' | 'guardian'>

/** What is still to be signed before a case can be put before a jury: admission and consent, and a guardian's, under age (rules 1 and 2). */
export const missingConsents = (given: readonly Standing[], respondentId: string, adult: boolean): Required[] => {
  const stands = (kind: Required, by?: string) =>
    given.some(one => one.kind === kind && one.withdrawnAt === null && (by === undefined || one.personId === by))
  return [
    ...(['admission', 'participation'] as const).filter(kind => !stands(kind, respondentId)),
    ...(adult || stands('guardian') ? [] : (['guardian'] as const)),
  ]
}

/** Consents without which there is no case; to take one of them back ends it (rule 3). */
export const carrying = ['admission', 'participation', 'guardian'] as const satisfies ConsentKind[]

export type WithdrawRefusal = Refusal<
  'not-now' | 'on-the-docket' | 'at-the-hearing' | 'agreed-already' | 'nothing-to-take-back'
>

/**
 * A consent can be taken back until the agreement is accepted; from then on the agreement itself is the way (rule 3). A case with
 * a night leaves its docket in the same act, so that is done where the docket is known.
 */
export const mayWithdraw = (status: CaseStatus, stands: boolean, fromDocket = false): WithdrawRefusal | null => {
  if (['active', 'completed'].includes(status)) return refuse('agreed-already')
  if (status === 'docketed' && !fromDocket) return refuse('on-the-docket')
  if (status === 'in_hearing' || status === 'disposed') return refuse('at-the-hearing')
  if (!['awaiting_consent', 'ready', 'docketed'].includes(status)) return refuse('not-now')
  return stands ? null : refuse('nothing-to-take-back')
}
