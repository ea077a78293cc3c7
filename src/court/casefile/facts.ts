/** From the rows of the books to the facts that a next step is decided on. */
import type { Actor } from '#court'
import { lastHearingDay } from '#court/cases'
import { isSettled } from '#court/obligations'
import type { Rulebook } from '#court/programs'
import { addBusinessDays, addDays, ageOn, type Day, dayIn, daysBetween, earliest } from '#platform/time'
import type { CaseFacts, Missing, PromiseFacts } from './casefile.ts'
import type { factColumns, Papers } from './records/beside.ts'
import type { CaseRow, PromiseRow } from './records/case.ts'

/** What of a case decides what it waits for. */
export type FactRow = Pick<CaseRow, keyof ReturnType<typeof factColumns>> & Papers

/** What of a promise decides whether it waits. */
export type PromiseFactRow = Pick<
  PromiseRow,
  'id' | 'owedBy' | 'title' | 'dueOn' | 'status' | 'statusSince' | 'handedInAt' | 'requestedAt'
>

export type Standpoint = { actor: Pick<Actor, 'accountId' | 'timeZone'>; today: Day; book: Rulebook }

export const factsOf = (row: FactRow, promises: readonly PromiseFactRow[], at: Standpoint): CaseFacts => {
  const { actor, today, book } = at
  const on = (instant: Date | null): Day | null => instant && dayIn(actor.timeZone, instant)
  const since = dayIn(actor.timeZone, row.statusSince)
  const adult = row.birthDate !== null && ageOn(row.birthDate, today) >= book.adultAt
  return {
    no: row.no,
    status: row.status,
    since,
    receivedOn: row.receivedOn,
    answerBy:
      row.acceptedOn === null
        ? addBusinessDays(row.receivedOn, book.clocks.noticeBusinessDays, book.holidays as Day[])
        : null,
    hearBy: earliest(row.acceptedOn && addDays(row.acceptedOn, book.clocks.hearingDays), row.dueOn),
    lastDay: lastHearingDay(row, book.clocks),
    tries: row.tries,
    triesEnough: row.tries >= book.clocks.unreachedAttempts && daysBetween(since, today) >= book.clocks.unreachedDays,
    lastTryOn: on(row.lastTryAt),
    spokeOn: on(row.spokeAt),
    meetsAt: row.meetsAt,
    contactGapDays: book.clocks.contactGapDays,
    cureDays: book.clocks.cureDays,
    missing: missing(row.given ?? [], adult),
    hearing: row.heldOn && row.hearingStatus ? { on: row.heldOn, status: row.hearingStatus } : null,
    agreement: agreementFacts(row, adult, book),
    promises: promises.map(one => promiseFacts(one, on)),
    ending: row.endingAskedAt && {
      askedOn: dayIn(actor.timeZone, row.endingAskedAt),
      byMe: row.endingAskedBy === actor.accountId,
    },
  }
}

/** An admission and their own consent; under age, a guardian's too (rules 1 and 2). */
const missing = (given: readonly string[], adult: boolean): Missing[] =>
  (adult ? (['admission', 'participation'] as const) : (['admission', 'participation', 'guardian'] as const)).filter(
    kind => !given.includes(kind),
  )

const agreementFacts = (row: FactRow, adult: boolean, book: Rulebook): CaseFacts['agreement'] => {
  if (row.agreementStatus === null) return null
  const unsigned = (signers: readonly string[]): number => signers.filter(one => !row.signers?.includes(one)).length
  return {
    status: row.agreementStatus,
    family: unsigned(adult ? ['respondent'] : ['respondent', 'guardian']),
    adults: unsigned(book.powers.judgeConfirms ? ['facilitator', 'judge'] : ['facilitator']),
  }
}

const promiseFacts = (row: PromiseFactRow, on: (instant: Date | null) => Day | null): PromiseFacts => ({
  id: row.id,
  owedBy: row.owedBy,
  title: row.title,
  dueOn: row.dueOn,
  settledOn: isSettled(row) ? on(row.statusSince) : null,
  handedInOn: on(row.handedInAt),
  requestedOn: on(row.requestedAt),
})
