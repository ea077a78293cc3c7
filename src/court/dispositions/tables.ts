/** What the jury ordered, who decided, who signed, and what was changed later. */
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { day, instant, key, keyed, oneOf, within } from '#platform/columns'
import { statusesOf } from '#platform/lifecycle'
import { cases } from '#tables/cases'
import { hearings } from '#tables/hearings'
import { seats } from '#tables/jury'
import { people } from '#tables/people'
import { rulebooks } from '#tables/programs'
import { decisionRules, type DispositionStatus, lifecycle, owers, proofs, termKinds, units } from './disposition.ts'

/** An obligation is kept in the same words as the term that it comes from. */
export { owers, proofs, termKinds, units }

export const dispositions = pgTable(
  'dispositions',
  {
    ...key(),
    caseId: uuid('case_id').notNull(),
    hearingId: uuid('hearing_id').notNull(),
    rulebookId: uuid('rulebook_id').notNull(),
    status: text('status').$type<DispositionStatus>().notNull(),
    decidedHow: text('decided_how', { enum: decisionRules }),
    adultDecided: text('adult_decided'),
    reasons: text('reasons'),
    noJuryServiceReason: text('no_jury_service_reason'),
    noJuryServiceBy: uuid('no_jury_service_by'),
    belowFloorReason: text('below_floor_reason'),
    belowFloorBy: uuid('below_floor_by'),
    wouldChange: text('would_change'),
    proposedAt: instant('proposed_at'),
    proposedBy: uuid('proposed_by'),
    inEffectOn: day('in_effect_on'),
    version: integer('version').notNull().default(1),
  },
  t => [
    keyed('dispositions', t),
    within('dispositions_case', t, t.caseId, cases),
    within('dispositions_hearing', t, t.hearingId, hearings),
    within('dispositions_rulebook', t, t.rulebookId, rulebooks),
    uniqueIndex('dispositions_one_live').on(t.programId, t.caseId).where(sql`status <> 'refused'`),
    oneOf('dispositions_status_known', t.status, statusesOf(lifecycle)),
    check(
      'dispositions_decided',
      sql`${t.status} in ('draft', 'refused') or (${t.decidedHow} is not null and ${t.proposedAt} is not null)`,
    ),
    check('dispositions_in_effect', sql`(${t.status} = 'in_effect') = (${t.inEffectOn} is not null)`),
    check('dispositions_override_reasoned', sql`(${t.noJuryServiceReason} is null) = (${t.noJuryServiceBy} is null)`),
    check('dispositions_floor_reasoned', sql`(${t.belowFloorReason} is null) = (${t.belowFloorBy} is null)`),
  ],
)

/** One promise. An amount counts sessions, minutes, pieces, cents or days, always whole. */
export const terms = pgTable(
  'terms',
  {
    ...key(),
    dispositionId: uuid('disposition_id').notNull(),
    caseId: uuid('case_id').notNull(),
    position: smallint('position').notNull(),
    owedBy: text('owed_by', { enum: owers }).notNull(),
    kind: text('kind', { enum: termKinds }).notNull(),
    title: text('title').notNull(),
    amount: integer('amount').notNull(),
    unit: text('unit', { enum: units }).notNull(),
    dueOn: day('due_on').notNull(),
    proof: text('proof', { enum: proofs }).notNull(),
    topic: text('topic'),
    length: text('length'),
    tiesTo: text('ties_to'),
    outOfRangeReason: text('out_of_range_reason'),
    outOfRangeBy: uuid('out_of_range_by'),
  },
  t => [
    keyed('terms', t),
    within('terms_disposition', t, t.dispositionId, dispositions),
    within('terms_case', t, t.caseId, cases),
    index('terms_of_disposition').on(t.programId, t.dispositionId),
    oneOf('terms_kind_known', t.kind, termKinds),
    oneOf('terms_unit_known', t.unit, units),
    oneOf('terms_proof_known', t.proof, proofs),
    oneOf('terms_owed_by_known', t.owedBy, owers),
    check('terms_amount', sql`${t.amount} > 0`),
    check('terms_essay_worded', sql`${t.kind} <> 'essay' or (${t.topic} is not null and ${t.length} is not null)`),
    check(
      'terms_jury_service_counted',
      sql`${t.kind} <> 'jury-service' or (${t.unit} = 'session' and ${t.owedBy} = 'young-person')`,
    ),
    check('terms_exception_signed', sql`(${t.outOfRangeReason} is null) = (${t.outOfRangeBy} is null)`),
  ],
)

/** The jurors who heard the case and decided; nobody else can stand here (rule 28). */
export const deciders = pgTable(
  'deciders',
  {
    ...key(),
    dispositionId: uuid('disposition_id').notNull(),
    hearingId: uuid('hearing_id').notNull(),
    jurorId: uuid('juror_id').notNull(),
  },
  t => [
    keyed('deciders', t),
    within('deciders_disposition', t, t.dispositionId, dispositions),
    foreignKey({
      name: 'deciders_seat',
      columns: [t.programId, t.hearingId, t.jurorId],
      foreignColumns: [seats.programId, seats.hearingId, seats.jurorId],
    }),
    unique('deciders_once').on(t.programId, t.dispositionId, t.jurorId),
  ],
)

export const signatures = pgTable(
  'signatures',
  {
    ...key(),
    dispositionId: uuid('disposition_id').notNull(),
    signer: text('signer', { enum: ['respondent', 'guardian', 'facilitator', 'judge'] }).notNull(),
    personId: uuid('person_id'),
    accountId: uuid('account_id'),
    typedName: text('typed_name').notNull(),
    how: text('how', { enum: ['screen', 'paper'] }).notNull(),
    signedAt: instant('signed_at').notNull(),
  },
  t => [
    keyed('signatures', t),
    within('signatures_disposition', t, t.dispositionId, dispositions),
    within('signatures_person', t, t.personId, people),
    unique('signatures_once').on(t.programId, t.dispositionId, t.signer),
  ],
)

/** A later change to one term. The term itself stays as it was signed (rule 31). */
export const amendments = pgTable(
  'amendments',
  {
    ...key(),
    dispositionId: uuid('disposition_id').notNull(),
    termId: uuid('term_id').notNull(),
    field: text('field', { enum: ['due-on', 'amount', 'waived', 'title'] }).notNull(),
    before: jsonb('before').$type<string | number | null>().notNull(),
    after: jsonb('after').$type<string | number | null>().notNull(),
    reason: text('reason').notNull(),
    byAccount: uuid('by_account').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [
    keyed('amendments', t),
    within('amendments_disposition', t, t.dispositionId, dispositions),
    within('amendments_term', t, t.termId, terms),
  ],
)
