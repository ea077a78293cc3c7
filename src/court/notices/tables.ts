/** The outbox: what is to be sent, written with the act that causes it and composed only when it is sent. */
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, key, keyed, oneOf, within } from '#platform/columns'
import { people } from '#tables/people'
import { memberships } from '#tables/accounts'
import { channels, noticeKinds } from './notice.ts'

export const outbox = pgTable(
  'outbox',
  {
    ...key(),
    kind: text('kind', { enum: noticeKinds }).notNull(),
    channel: text('channel', { enum: channels }).notNull(),
    toPersonId: uuid('to_person_id'),
    toMembershipId: uuid('to_membership_id'),
    toEmail: text('to_email'),
    caseId: uuid('case_id'),
    facts: jsonb('facts').$type<Record<string, string | number | string[]>>().notNull(),
    madeAt: instant('made_at').notNull(),
    dueAt: instant('due_at').notNull(),
    tries: integer('tries').notNull().default(0),
    lastFault: text('last_fault'),
    sentAt: instant('sent_at'),
    voidedAt: instant('voided_at'),
    /** Until then somebody is sending it; whoever died over it has lost it by then. */
    takenUntil: instant('taken_until'),
  },
  t => [
    keyed('outbox', t),
    within('outbox_person', t, t.toPersonId, people),
    within('outbox_membership', t, t.toMembershipId, memberships),
    index('outbox_due').on(t.programId, t.dueAt).where(sql`${t.sentAt} is null and ${t.voidedAt} is null`),
    index('outbox_case').on(t.programId, t.caseId),
    oneOf('outbox_kind_known', t.kind, noticeKinds),
    oneOf('outbox_channel_known', t.channel, channels),
    check('outbox_one_addressee', sql`num_nonnulls(${t.toPersonId}, ${t.toMembershipId}, ${t.toEmail}) = 1`),
  ],
)
