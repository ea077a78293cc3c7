/** Cases of several young people who answer for one incident. A link is kept once, from the one id to the other. */
import { and, eq, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { statement, type Tx } from '#platform/database'
import { people } from '#tables/people'
import { referrals } from '#tables/referrals'
import { caseLinks, cases, furtherMatters } from '../tables.ts'

const shown = {
  caseId: cases.id,
  no: cases.no,
  status: cases.status,
  calledName: people.calledName,
  lastName: people.lastName,
  respondentId: cases.respondentId,
  incidentOn: referrals.incidentOn,
}

const withPeople = (tx: Tx) =>
  tx
    .select(shown)
    .from(cases)
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .innerJoin(referrals, and(eq(referrals.programId, cases.programId), eq(referrals.id, cases.referralId)))
    .$dynamic()

/** A case that is, or may be, of the same incident. */
export type LinkedCase = Awaited<ReturnType<typeof withPeople>>[number]

const linkedTo = sql`exists (select from ${caseLinks} l where l.program_id = ${cases.programId} and l.link = 'co-respondent'
  and ((l.case_id = ${cases.id} and l.other_case_id = ${sql.placeholder('caseId')}) or (l.other_case_id = ${cases.id} and l.case_id = ${sql.placeholder('caseId')})))`

/** The cases of those who answer for the same incident. */
export const linkedCases = statement('linked_cases', tx =>
  withPeople(tx)
    .where(and(eq(cases.programId, sql.placeholder('programId')), linkedTo))
    .orderBy(cases.no),
)

const mine = alias(referrals, 'mine')
const theirs = alias(referrals, 'theirs')

/** Which matters are of which case: the one that opened it, and those that joined it later. */
const isMatterOf = (referral: typeof mine | typeof theirs, caseId: unknown, openedBy: unknown) =>
  sql`(${referral.id} = ${openedBy} or exists (select from ${furtherMatters} f where f.program_id = ${referral.programId} and f.referral_id = ${referral.id} and f.case_id = ${caseId}))`

/** Other young people's cases that came with the same report number and are not linked yet: most likely one incident. */
export const sameReport = statement('cases_of_same_report', tx =>
  withPeople(tx)
    .where(
      and(
        eq(cases.programId, sql.placeholder('programId')),
        ne(cases.id, sql.placeholder('caseId')),
        ne(cases.respondentId, sql.placeholder('respondentId')),
        sql`not ${linkedTo}`,
        sql`exists (select from ${referrals} mine join ${referrals} theirs on theirs.program_id = mine.program_id
            and lower(btrim(theirs.report_no)) = lower(btrim(mine.report_no))
          where mine.program_id = ${cases.programId} and btrim(mine.report_no) <> ''
            and ${isMatterOf(mine, sql.placeholder('caseId'), sql.placeholder('referralId'))}
            and ${isMatterOf(theirs, cases.id, cases.referralId)})`,
      ),
    )
    .orderBy(cases.no)
    .limit(20),
)

/** In one order, so that the same two are never linked twice. */
const inOrder = (one: string, other: string) =>
  one < other ? { caseId: one, otherCaseId: other } : { caseId: other, otherCaseId: one }

export const insertLink = (tx: Tx, row: { programId: string; id: string }, one: string, other: string) =>
  tx.insert(caseLinks).values({ ...row, ...inOrder(one, other), link: 'co-respondent' })

/** Gives whether the two were linked. */
export const removeLink = async (tx: Tx, programId: string, one: string, other: string): Promise<boolean> => {
  const removed = await tx
    .delete(caseLinks)
    .where(
      and(
        eq(caseLinks.programId, programId),
        eq(caseLinks.link, 'co-respondent'),
        or(
          and(eq(caseLinks.caseId, one), eq(caseLinks.otherCaseId, other)),
          and(eq(caseLinks.caseId, other), eq(caseLinks.otherCaseId, one)),
        ),
      ),
    )
  return (removed.rowCount ?? 0) > 0
}
