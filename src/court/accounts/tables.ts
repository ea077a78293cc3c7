/** Who may sign in, and as what. */
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, key, keyed, oneOf, within } from '#platform/columns'
import { programs } from '#tables/programs'
import { roles } from './roles.ts'

/** Somebody who can sign in, in whichever programs. Young people have no e-mail and no password here. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    email: text('email'),
    displayName: text('display_name').notNull(),
    passwordHash: text('password_hash'),
    disabledAt: instant('disabled_at'),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    uniqueIndex('accounts_email').on(sql`lower(${t.email})`),
    check('accounts_password_with_email', sql`${t.passwordHash} is null or ${t.email} is not null`),
  ],
)

/** A role that an account holds in a program. */
export const memberships = pgTable(
  'memberships',
  {
    ...key(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    role: text('role', { enum: roles }).notNull(),
    agency: text('agency'),
    since: instant('since').notNull(),
    endedAt: instant('ended_at'),
  },
  t => [
    keyed('memberships', t),
    foreignKey({ name: 'memberships_program', columns: [t.programId], foreignColumns: [programs.id] }),
    unique('memberships_role').on(t.programId, t.accountId, t.role),
    oneOf('memberships_role_known', t.role, roles),
    index('memberships_account').on(t.accountId),
  ],
)

/** A signed-in browser. Only a hash of what the cookie holds is kept. */
export const sessions = pgTable(
  'sessions',
  {
    ...key(),
    secretHash: text('secret_hash').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    membershipId: uuid('membership_id').notNull(),
    startedAt: instant('started_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    idleMinutes: integer('idle_minutes').notNull(),
    endsAt: instant('ends_at').notNull(),
    endedAt: instant('ended_at'),
  },
  t => [
    keyed('sessions', t),
    within('sessions_membership', t, t.membershipId, memberships),
    index('sessions_secret').on(t.secretHash),
    index('sessions_account').on(t.programId, t.accountId),
  ],
)

/** A printed code for one young person or guardian: a selector to find it by and a secret that is only kept hashed. */
export const slips = pgTable(
  'slips',
  {
    ...key(),
    membershipId: uuid('membership_id').notNull(),
    selector: text('selector').notNull(),
    secretHash: text('secret_hash').notNull(),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to').notNull(),
    singleUse: boolean('single_use').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
    madeBy: uuid('made_by'),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('slips', t),
    within('slips_membership', t, t.membershipId, memberships),
    unique('slips_selector').on(t.programId, t.selector),
    check('slips_window', sql`${t.validFrom} < ${t.validTo}`),
  ],
)

/** How often somebody has tried; the keys are hashes. */
export const attempts = pgTable('attempts', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint('expire', { mode: 'number' }),
})

/** The forms that were already acted on, so that a second post of one form changes nothing. */
export const formPosts = pgTable(
  'form_posts',
  { ...key(), accountId: uuid('account_id').notNull(), madeAt: instant('made_at').notNull() },
  t => [keyed('form_posts', t), index('form_posts_age').on(t.programId, t.madeAt)],
)
