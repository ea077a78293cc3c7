/** What a source may see: its own referrals, each with the state of the case that it led to. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { statement } from '#platform/database'
import type { Day } from '#platform/time'
import { people } from '#tables/people'
import { referrals } from '#tables/referrals'
import { alias } from 'drizzle-orm/pg-core'
import type { CaseStatus } from '../case.ts'
import { cases, furtherMatters } from '../tables.ts'

const own = alias(cases, 'own_case')
const joined = alias(cases, 'joined_case')

/** The newest first. A matter that was added to an open case follows that case; one whose case is sealed is gone from here too (rule 45). */
export const referralsBy = statement('referrals_by', tx =>
  tx
    .select({
      id: referrals.id,
      no: sql<string>`coalesce(${joined.no}, ${own.no})`,
      calledName: people.calledName,
      lastName: people.lastName,
      reportNo: referrals.reportNo,
      receivedOn: referrals.receivedOn,
      status: sql<CaseStatus>`coalesce(${joined.status}, ${own.status})`,
      acceptedOn: sql<Day | null>`case when ${joined.id} is null then ${own.acceptedOn} else ${joined.acceptedOn} end`,
    })
    .from(referrals)
    .innerJoin(people, and(eq(people.programId, referrals.programId), eq(people.id, referrals.personId)))
    .leftJoin(own, and(eq(own.programId, referrals.programId), eq(own.referralId, referrals.id)))
    .leftJoin(
      furtherMatters,
      and(eq(furtherMatters.programId, referrals.programId), eq(furtherMatters.referralId, referrals.id)),
    )
    .leftJoin(joined, and(eq(joined.programId, furtherMatters.programId), eq(joined.id, furtherMatters.caseId)))
    .where(
      and(
        eq(referrals.programId, sql.placeholder('programId')),
        eq(referrals.officerMembershipId, sql.placeholder('membershipId')),
        sql`coalesce(${joined.status}, ${own.status}) is not null`,
      ),
    )
    .orderBy(desc(referrals.receivedOn), desc(referrals.id))
    .limit(200),
)
