/** A matter arrives: what the referring officer or the school wrote down. */
import { foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { memberships } from '#tables/accounts'
import { people } from '#tables/people'
import { programs } from '#tables/programs'
import { custodies, sourceKinds } from './referral.ts'

export const referrals = pgTable(
  'referrals',
  {
    ...key(),
    personId: uuid('person_id').notNull(),
    sourceKind: text('source_kind', { enum: sourceKinds }).notNull(),
    agency: text('agency').notNull(),
    officerName: text('officer_name').notNull(),
    officerEmail: text('officer_email'),
    officerMembershipId: uuid('officer_membership_id'),
    reportNo: text('report_no'),
    offenceCode: text('offence_code').notNull(),
    incidentOn: day('incident_on').notNull(),
    incidentPlace: text('incident_place'),
    narrative: text('narrative').notNull(),
    reason: text('reason'),
    harmedName: text('harmed_name'),
    harmedContact: text('harmed_contact'),
    lossCents: integer('loss_cents'),
    custody: text('custody', { enum: custodies }).notNull(),
    returnBy: day('return_by'),
    receivedOn: day('received_on').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('referrals', t),
    foreignKey({ name: 'referrals_program', columns: [t.programId], foreignColumns: [programs.id] }),
    within('referrals_person', t, t.personId, people),
    within('referrals_officer', t, t.officerMembershipId, memberships),
    index('referrals_of_officer').on(t.programId, t.officerMembershipId),
    oneOf('referrals_source_known', t.sourceKind, sourceKinds),
  ],
)
