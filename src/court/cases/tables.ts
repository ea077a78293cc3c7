/** One young person, one matter. */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, smallint, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { statusesOf } from '#platform/lifecycle'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { people } from '#tables/people'
import { rulebooks } from '#tables/programs'
import { referrals } from '#tables/referrals'
import { type CaseStatus, consentKinds, ended, lifecycle, reached, returnReasons, waysOfContact } from './case.ts'
import { screeningRules } from './screening.ts'

/** For the tables of later rooms. */
export { returnReasons }

const isOpen = sql.raw(`status not in (${ended.map(status => `'${status}'`).join(', ')})`)

export const cases = pgTable(
  'cases',
  {
    ...key(),
    no: text('no').notNull(),
    referralId: uuid('referral_id').notNull(),
    respondentId: uuid('respondent_id').notNull(),
    harmedId: uuid('harmed_id'),
    rulebookId: uuid('rulebook_id').notNull(),
    offenceCode: text('offence_code').notNull(),
    status: text('status').$type<CaseStatus>().notNull(),
    statusSince: instant('status_since').notNull(),
    openedOn: day('opened_on').notNull(),
    acceptedOn: day('accepted_on'),
    dueOn: day('due_on'),
    closedOn: day('closed_on'),
    returnReason: text('return_reason', { enum: returnReasons }),
    coordinatorId: uuid('coordinator_id'),
    missedHearings: smallint('missed_hearings').notNull().default(0),
    sealedAt: instant('sealed_at'),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('cases', t),
    within('cases_referral', t, t.referralId, referrals),
    within('cases_respondent', t, t.respondentId, people),
    within('cases_harmed', t, t.harmedId, people),
    within('cases_rulebook', t, t.rulebookId, rulebooks),
    unique('cases_no').on(t.programId, t.no),
    unique('cases_one_a_referral').on(t.programId, t.referralId),
    /** One open case a young person; a second incident is linked (rule 7). */
    uniqueIndex('cases_one_open').on(t.programId, t.respondentId).where(isOpen),
    index('cases_by_status').on(t.programId, t.status, t.statusSince),
    index('cases_by_day').on(t.programId, t.openedOn),
    index('cases_of_person').on(t.programId, t.respondentId),
    oneOf('cases_status_known', t.status, statusesOf(lifecycle)),
    oneOf('cases_return_known', t.returnReason, returnReasons),
    check('cases_returned_with_reason', sql`${t.status} <> 'returned_to_source' or ${t.returnReason} is not null`),
    check(
      'cases_closed_on_a_day',
      sql`(${t.status} in ('closed_success', 'returned_to_source')) <= (${t.closedOn} is not null)`,
    ),
    check('cases_sealed', sql`(${t.status} in ('sealed', 'purged')) = (${t.sealedAt} is not null)`),
  ],
)

/** One rule of admission asked of one case, with its answer and, where it failed, who let it pass and why (rules 4–6). */
export const screenings = pgTable(
  'screenings',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    rule: text('rule', { enum: screeningRules }).notNull(),
    result: text('result', { enum: ['pass', 'fail', 'override'] }).notNull(),
    note: text('note'),
    byAccount: uuid('by_account').notNull(),
    approver: text('approver'),
    at: instant('at').notNull(),
  },
  t => [
    keyed('screenings', t),
    within('screenings_case', t, t.caseId, cases),
    unique('screenings_once').on(t.programId, t.caseId, t.rule),
    oneOf('screenings_rule_known', t.rule, screeningRules),
    check(
      'screenings_override_reasoned',
      sql`${t.result} <> 'override' or (${t.note} is not null and ${t.approver} is not null)`,
    ),
  ],
)

/** Each try to reach the family, and each talk afterwards. */
export const contacts = pgTable(
  'contacts',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    at: instant('at').notNull(),
    way: text('way', { enum: waysOfContact }).notNull(),
    withWhom: text('with_whom', { enum: reached }).notNull(),
    note: text('note'),
    nextStep: text('next_step'),
    /** When the family will come to its first meeting, where that was agreed with a day and a time. */
    meetsAt: instant('meets_at'),
    byAccount: uuid('by_account').notNull(),
  },
  t => [
    keyed('contacts', t),
    within('contacts_case', t, t.caseId, cases),
    index('contacts_of_case').on(t.programId, t.caseId, t.at),
  ],
)

/** The first meeting: strengths first, then the young person's own words, then what the night needs. */
export const intakes = pgTable(
  'intakes',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    metOn: day('met_on').notNull(),
    strengths: text('strengths').array().notNull(),
    statement: text('statement'),
    needs: text('needs'),
    freeWeekdays: smallint('free_weekdays').array().notNull(),
    interpreter: text('interpreter'),
    adjustments: text('adjustments'),
    harmedReached: text('harmed_reached', { enum: ['yes', 'tried', 'nobody-harmed'] }).notNull(),
    harmedWishes: text('harmed_wishes', { enum: ['attend', 'write', 'decline', 'unknown', 'none'] }).notNull(),
    harmedStatement: text('harmed_statement'),
    byAccount: uuid('by_account').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('intakes', t),
    within('intakes_case', t, t.caseId, cases),
    unique('intakes_once').on(t.programId, t.caseId),
  ],
)

/** Who agreed to what, in which wording, when and how; revocable until the disposition is accepted (rules 1–3). */
export const consents = pgTable(
  'consents',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind', { enum: consentKinds }).notNull(),
    personId: uuid('person_id').notNull(),
    wording: text('wording').notNull(),
    how: text('how', { enum: ['paper', 'screen', 'spoken'] }).notNull(),
    givenAt: instant('given_at').notNull(),
    witnessedBy: uuid('witnessed_by').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  t => [
    keyed('consents', t),
    within('consents_case', t, t.caseId, cases),
    within('consents_person', t, t.personId, people),
    uniqueIndex('consents_in_force').on(t.programId, t.caseId, t.kind, t.personId).where(sql`${t.withdrawnAt} is null`),
    oneOf('consents_kind_known', t.kind, consentKinds),
  ],
)

/** Co-respondents and further matters of the same young person. */
export const caseLinks = pgTable(
  'case_links',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    otherCaseId: uuid('other_case_id').notNull(),
    link: text('link', { enum: ['co-respondent', 'further-matter'] }).notNull(),
  },
  t => [
    keyed('case_links', t),
    within('case_links_case', t, t.caseId, cases),
    within('case_links_other', t, t.otherCaseId, cases),
    unique('case_links_once').on(t.programId, t.caseId, t.otherCaseId),
  ],
)

/** A referral of a young person who has an open case already: it joins that case instead of opening one (rule 7). */
export const furtherMatters = pgTable(
  'further_matters',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    referralId: uuid('referral_id').notNull(),
    addedOn: day('added_on').notNull(),
  },
  t => [
    keyed('further_matters', t),
    within('further_matters_case', t, t.caseId, cases),
    within('further_matters_referral', t, t.referralId, referrals),
    unique('further_matters_once').on(t.programId, t.referralId),
    index('further_matters_of_case').on(t.programId, t.caseId),
  ],
)
