/** Whom a case waits for and which day is next, asked of many cases at once. The same law as rules.ts, said in SQL; a test holds them together. */
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { cases } from '#tables/cases'
import { extensions, obligations, progress } from '#tables/obligations'
import { people } from '#tables/people'
import { rulebooks } from '#tables/programs'
import { referrals } from '#tables/referrals'
import type { Waits } from '../casefile.ts'
import type { besideCase } from './beside.ts'

const today = sql`${sql.placeholder('today')}::date`
const isOpen = sql`${obligations.status} not in ('satisfied', 'waived', 'cancelled')`
const isTheirs = sql`${obligations.owedBy} = 'young-person'`
const asks = sql`(exists (select from ${progress} where ${progress.programId} = ${obligations.programId}
    and ${progress.obligationId} = ${obligations.id} and ${progress.state} = 'submitted')
  or exists (select from ${extensions} where ${extensions.programId} = ${obligations.programId}
    and ${extensions.obligationId} = ${obligations.id} and ${extensions.answer} is null))`

/** The promises of a case in one row. Where there are none yet there is nothing to look up. */
const pledged = (tx: Tx) =>
  tx
    .select({
      nextDueOn: sql<Day | null>`min(${obligations.dueOn}) filter (where ${isTheirs} and ${isOpen})`
        .mapWith(obligations.dueOn)
        .as('next_due_on'),
      theirs: sql<number>`count(*) filter (where ${isTheirs})`.as('theirs'),
      open: sql<number>`count(*) filter (where ${isTheirs} and ${isOpen})`.as('open'),
      urgent:
        sql<boolean>`coalesce(bool_or(${isOpen} and case when ${isTheirs} then ${obligations.dueOn} < ${today} or ${asks}
        else ${obligations.dueOn} <= ${today} + 7 end), false)`.as('urgent'),
    })
    .from(obligations)
    .where(
      and(
        eq(obligations.programId, cases.programId),
        eq(obligations.caseId, cases.id),
        sql`${cases.status} in ('active', 'noncompliance_review', 'closed_success')`,
      ),
    )
    .as('pledged')

/** The clocks of each rulebook; the limit keeps them from being read anew for every case. */
const clocks = (tx: Tx) =>
  tx
    .select({
      id: rulebooks.id,
      adultAt: sql<number>`(${rulebooks.rules} ->> 'adultAt')::integer`.as('adult_at'),
      notice: sql<number>`(${rulebooks.rules} #>> '{clocks,noticeBusinessDays}')::integer`.as('notice'),
      holidays: sql<string[]>`${rulebooks.rules} -> 'holidays'`.as('holidays'),
      hearing: sql<number>`(${rulebooks.rules} #>> '{clocks,hearingDays}')::integer`.as('hearing'),
      statute: sql<number | null>`(${rulebooks.rules} #>> '{clocks,statuteDaysFromReferral}')::integer`.as('statute'),
      gap: sql<number>`(${rulebooks.rules} #>> '{clocks,contactGapDays}')::integer`.as('gap'),
      cure: sql<number>`(${rulebooks.rules} #>> '{clocks,cureDays}')::integer`.as('cure'),
    })
    .from(rulebooks)
    .where(eq(rulebooks.programId, sql.placeholder('programId')))
    .limit(10_000)
    .as('clocks')

export const ofMany = (tx: Tx) => ({ pledged: pledged(tx), clocks: clocks(tx) })

type Beside = ReturnType<typeof besideCase> & ReturnType<typeof ofMany>

const since = sql`(${cases.statusSince} at time zone ${sql.placeholder('timeZone')})::date`

export const waitsFor = ({ calls, heard, agreed, ending, pledged, clocks }: Beside) => sql<Waits>`case
  when ${cases.status} = 'closed_success' then case when ${pledged.urgent} then 'us' else 'nobody' end
  when ${cases.status} in ('returned_to_source', 'sealed', 'purged') then 'nobody'
  when ${cases.status} = 'awaiting_consent' then 'family'
  when ${cases.status} = 'docketed' then case when ${heard.heldOn} >= ${today} then 'night' else 'us' end
  when ${cases.status} = 'in_hearing' then case when ${heard.heldOn} < ${today} then 'us' else 'night' end
  when ${cases.status} = 'disposed' then case when ${agreed.agreementStatus} = 'proposed' and not (
    'respondent' = any(${agreed.signers}) and ('guardian' = any(${agreed.signers})
    or ${people.birthDate} + make_interval(years => ${clocks.adultAt}) <= ${today})) then 'family' else 'us' end
  when ${cases.status} = 'noncompliance_review' then case when ${ending.askedBy} = ${sql.placeholder('me')} then 'colleague' else 'us' end
  when ${cases.status} = 'active' then case when ${pledged.urgent} or ${pledged.open} = 0
    or coalesce((${calls.spokeAt} at time zone ${sql.placeholder('timeZone')})::date, ${since}) + ${clocks.gap} < ${today} then 'us' else 'young-person' end
  else 'us' end`

/** So many business days after the referral: no weekend, and no holiday of the rulebook. Looked for among so many days that they must be there. */
const answerBy = ({ clocks }: Pick<Beside, 'clocks'>) => sql`(select day::date
  from generate_series(${referrals.receivedOn} + 1, ${referrals.receivedOn} + (${clocks.notice} + jsonb_array_length(${clocks.holidays})) * 7 / 5 + 7, interval '1 day') as day
  where extract(isodow from day) < 6 and not jsonb_exists(${clocks.holidays}, to_char(day, 'YYYY-MM-DD'))
  order by day offset ${clocks.notice} - 1 limit 1)`

/** The day that counts next. */
export const nextDay = ({ heard, pledged, clocks }: Beside) =>
  sql<Day | null>`case
  when ${cases.status} in ('referred', 'screening', 'contacting', 'intake', 'awaiting_consent', 'declined_ineligible')
    then ${answerBy({ clocks })}
  when ${cases.status} = 'ready' then least(${cases.acceptedOn} + ${clocks.hearing}, ${cases.dueOn},
    ${referrals.receivedOn} + ${clocks.statute}, ${referrals.returnBy})
  when ${cases.status} in ('docketed', 'in_hearing') then ${heard.heldOn}
  when ${cases.status} = 'active' then ${pledged.nextDueOn}
  when ${cases.status} = 'noncompliance_review' then ${since} + ${clocks.cure} end`.mapWith(cases.dueOn)
