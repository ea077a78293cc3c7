/** What waits at the coordinator's desk, read for all cases at once. */
import { and, asc, eq, gte, inArray, isNull, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm'
import { ended } from '#court/cases'
import { statement } from '#platform/database'
import { cases } from '#tables/cases'
import { assignments, hearings, nights } from '#tables/hearings'
import { outbox } from '#tables/notices'
import { extensions, obligations, progress } from '#tables/obligations'
import { people } from '#tables/people'
import { referrals } from '#tables/referrals'
import { besideCase, factColumns, paperColumns } from './beside.ts'
import { ofMany, waitsFor } from './waits.ts'

/** More than this nobody reads in a day; the list of cases has them all. */
const MOST = 300

const programId = sql.placeholder('programId')
const today = sql`${sql.placeholder('today')}::date`
const owed = sql`${obligations.status} not in ('satisfied', 'waived', 'cancelled')`

/** A closed case may still wait for what the court itself promised. */
const weOwe = sql`${cases.id} in (select ${obligations.caseId} from ${obligations} where ${obligations.programId} = ${programId}
  and ${obligations.owedBy} = 'court' and ${owed} and ${obligations.dueOn} <= ${today} + 7)`

/** Cases that wait for us, for a colleague or for a family, the longest first. */
export const waitingCases = statement('today_cases', tx => {
  const beside = { ...besideCase(tx), ...ofMany(tx) }
  return tx
    .select({
      ...factColumns(beside),
      ...paperColumns(beside),
      calledName: people.calledName,
      lastName: people.lastName,
    })
    .from(cases)
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .innerJoin(referrals, and(eq(referrals.programId, cases.programId), eq(referrals.id, cases.referralId)))
    .innerJoin(beside.clocks, eq(beside.clocks.id, cases.rulebookId))
    .innerJoinLateral(beside.calls, sql`true`)
    .leftJoinLateral(beside.heard, sql`true`)
    .leftJoinLateral(beside.agreed, sql`true`)
    .leftJoinLateral(beside.ending, sql`true`)
    .innerJoinLateral(beside.pledged, sql`true`)
    .where(
      and(
        eq(cases.programId, programId),
        or(notInArray(cases.status, [...ended]), weOwe),
        sql`${waitsFor(beside)} in ('us', 'colleague', 'family')`,
      ),
    )
    .orderBy(asc(cases.statusSince), asc(cases.id))
    .limit(MOST)
})

/** The promises of several cases, as far as they decide what waits. */
export const promisesOfMany = statement('today_promises', tx => {
  const handedIn = tx
    .select({
      handedInAt: sql<Date | null>`min(${progress.submittedAt})`.mapWith(progress.submittedAt).as('handed_in_at'),
    })
    .from(progress)
    .where(
      and(
        eq(progress.programId, obligations.programId),
        eq(progress.obligationId, obligations.id),
        eq(progress.state, 'submitted'),
      ),
    )
    .as('handed_in')
  return tx
    .select({
      id: obligations.id,
      caseId: obligations.caseId,
      owedBy: obligations.owedBy,
      title: obligations.title,
      dueOn: obligations.dueOn,
      status: obligations.status,
      statusSince: obligations.statusSince,
      handedInAt: handedIn.handedInAt,
      requestedAt: extensions.askedAt,
    })
    .from(obligations)
    .innerJoinLateral(handedIn, sql`true`)
    .leftJoin(
      extensions,
      and(
        eq(extensions.programId, obligations.programId),
        eq(extensions.obligationId, obligations.id),
        isNull(extensions.answer),
      ),
    )
    .where(and(eq(obligations.programId, programId), sql`${obligations.caseId} = any(${sql.placeholder('caseIds')})`))
    .orderBy(asc(obligations.id))
})

/** Asked inside another piece of SQL: a query over one table leaves the tables' names off the columns that stand in its list directly. */
const docketed = sql`select count(*)::integer from ${hearings} where ${hearings.programId} = ${nights.programId}
  and ${hearings.nightId} = ${nights.id} and ${hearings.status} in ('docketed', 'in_hearing', 'heard')`
const comes = sql`${assignments.status} in ('confirmed', 'checked_in', 'seated', 'served', 'standby')`
const invited = sql`${assignments.status} = 'offered'`
const places = sql`select count(*)::integer from ${assignments} where ${assignments.programId} = ${nights.programId} and ${assignments.nightId} = ${nights.id}`

const unsettled = inArray(nights.status, ['published', 'staffed', 'open', 'in_progress'])

/** The last day of the nights to come that a morning needs. */
const horizon = sql`(select max(ahead.held_on) from (select n.held_on from nights n where n.program_id = ${programId}
  and n.held_on >= ${today} and n.status <> 'called_off' order by n.held_on limit 20) as ahead)`

/** The next nights to come, and all that are over and not settled, however long ago: none of those may be forgotten. */
export const nightsAround = statement('today_nights', tx =>
  tx
    .select({
      heldOn: nights.heldOn,
      startsAt: nights.startsAt,
      place: nights.place,
      status: nights.status,
      cases: sql<number>`(${docketed})`,
      jurors: sql<number>`(${places} and ${comes})`,
      silent: sql<number>`(${places} and ${invited})`,
    })
    .from(nights)
    .where(
      and(
        eq(nights.programId, programId),
        ne(nights.status, 'called_off'),
        or(and(gte(nights.heldOn, today), lte(nights.heldOn, horizon)), and(lt(nights.heldOn, today), unsettled)),
      ),
    )
    .orderBy(asc(nights.heldOn)),
)

/** Letters that wait to be printed, and how many of them because an e-mail did not go through. */
export const lettersWaiting = statement('today_letters', tx =>
  tx
    .select({
      print: sql<number>`(count(*) filter (where ${outbox.channel} = 'print'))::integer`,
      failed: sql<number>`(count(*) filter (where ${outbox.lastFault} is not null))::integer`,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.programId, programId),
        isNull(outbox.sentAt),
        isNull(outbox.voidedAt),
        lte(outbox.dueAt, sql.placeholder('now')),
      ),
    ),
)

export type WaitingRow = Awaited<ReturnType<typeof waitingCases>>[number]
export type NightRow = Awaited<ReturnType<typeof nightsAround>>[number]
export type LettersRow = Awaited<ReturnType<typeof lettersWaiting>>[number]
