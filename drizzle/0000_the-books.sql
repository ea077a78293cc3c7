CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"display_name" text NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_password_with_email" CHECK ("accounts"."password_hash" is null or "accounts"."email" is not null)
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "form_posts" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_posts_key" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"agency" text,
	"since" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "memberships_role" UNIQUE("program_id","account_id","role"),
	CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('coordinator', 'facilitator', 'officer', 'evaluator', 'youth', 'family'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"secret_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"idle_minutes" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_key" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "slips" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"selector" text NOT NULL,
	"secret_hash" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	"single_use" boolean NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slips_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "slips_selector" UNIQUE("program_id","selector"),
	CONSTRAINT "slips_window" CHECK ("slips"."valid_from" < "slips"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "case_links" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"other_case_id" uuid NOT NULL,
	"link" text NOT NULL,
	CONSTRAINT "case_links_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "case_links_once" UNIQUE("program_id","case_id","other_case_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" text NOT NULL,
	"referral_id" uuid NOT NULL,
	"respondent_id" uuid NOT NULL,
	"harmed_id" uuid,
	"rulebook_id" uuid NOT NULL,
	"offence_code" text NOT NULL,
	"status" text NOT NULL,
	"status_since" timestamp with time zone NOT NULL,
	"opened_on" date NOT NULL,
	"accepted_on" date,
	"due_on" date,
	"closed_on" date,
	"return_reason" text,
	"coordinator_id" uuid,
	"missed_hearings" smallint DEFAULT 0 NOT NULL,
	"sealed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "cases_no" UNIQUE("program_id","no"),
	CONSTRAINT "cases_one_a_referral" UNIQUE("program_id","referral_id"),
	CONSTRAINT "cases_status_known" CHECK ("cases"."status" in ('referred', 'screening', 'contacting', 'declined_ineligible', 'intake', 'ready', 'unreachable', 'awaiting_consent', 'declined_by_family', 'docketed', 'in_hearing', 'disposed', 'withdrawn', 'active', 'noncompliance_review', 'terminated', 'completed', 'closed_success', 'returned_to_source', 'sealed', 'purged')),
	CONSTRAINT "cases_return_known" CHECK ("cases"."return_reason" in ('not-eligible', 'family-declined', 'not-reached', 'deadline-passed', 'withdrew', 'terms-refused', 'terms-not-met', 'did-not-come', 'new-offence')),
	CONSTRAINT "cases_returned_with_reason" CHECK ("cases"."status" <> 'returned_to_source' or "cases"."return_reason" is not null),
	CONSTRAINT "cases_closed_on_a_day" CHECK (("cases"."status" in ('closed_success', 'returned_to_source')) <= ("cases"."closed_on" is not null)),
	CONSTRAINT "cases_sealed" CHECK (("cases"."status" in ('sealed', 'purged')) = ("cases"."sealed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"wording" text NOT NULL,
	"how" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"witnessed_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "consents_kind_known" CHECK ("consents"."kind" in ('admission', 'participation', 'guardian', 'release', 'survey', 'messages'))
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"way" text NOT NULL,
	"with_whom" text NOT NULL,
	"note" text,
	"next_step" text,
	"meets_at" timestamp with time zone,
	"by_account" uuid NOT NULL,
	CONSTRAINT "contacts_key" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "further_matters" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"added_on" date NOT NULL,
	CONSTRAINT "further_matters_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "further_matters_once" UNIQUE("program_id","referral_id")
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"met_on" date NOT NULL,
	"strengths" text[] NOT NULL,
	"statement" text,
	"needs" text,
	"free_weekdays" smallint[] NOT NULL,
	"interpreter" text,
	"adjustments" text,
	"harmed_reached" text NOT NULL,
	"harmed_wishes" text NOT NULL,
	"harmed_statement" text,
	"by_account" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "intakes_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "intakes_once" UNIQUE("program_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "screenings" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"result" text NOT NULL,
	"note" text,
	"by_account" uuid NOT NULL,
	"approver" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "screenings_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "screenings_once" UNIQUE("program_id","case_id","rule"),
	CONSTRAINT "screenings_rule_known" CHECK ("screenings"."rule" in ('age', 'offence-known', 'non-violent', 'offence-allowed', 'first-time', 'jurisdiction', 'one-open-case')),
	CONSTRAINT "screenings_override_reasoned" CHECK ("screenings"."result" <> 'override' or ("screenings"."note" is not null and "screenings"."approver" is not null))
);
--> statement-breakpoint
CREATE TABLE "credit_entries" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"minutes" integer NOT NULL,
	"earned_on" date NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid NOT NULL,
	"reverses_id" uuid,
	"reason" text,
	"by_account" uuid NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credit_entries_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "credit_entries_once" UNIQUE("program_id","source","source_id","kind"),
	CONSTRAINT "credit_entries_reversed_once" UNIQUE("program_id","reverses_id"),
	CONSTRAINT "credit_entries_kind_known" CHECK ("credit_entries"."kind" in ('jury', 'training', 'service', 'gift', 'reversal')),
	CONSTRAINT "credit_entries_reversal" CHECK (("credit_entries"."kind" = 'reversal') = ("credit_entries"."reverses_id" is not null) and ("credit_entries"."kind" <> 'reversal' or "credit_entries"."reason" is not null)),
	CONSTRAINT "credit_entries_sign" CHECK (("credit_entries"."kind" = 'reversal') = ("credit_entries"."minutes" < 0) and "credit_entries"."minutes" <> 0)
);
--> statement-breakpoint
CREATE TABLE "amendments" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disposition_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by_account" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "amendments_key" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "deciders" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disposition_id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"juror_id" uuid NOT NULL,
	CONSTRAINT "deciders_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "deciders_once" UNIQUE("program_id","disposition_id","juror_id")
);
--> statement-breakpoint
CREATE TABLE "dispositions" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"rulebook_id" uuid NOT NULL,
	"status" text NOT NULL,
	"decided_how" text,
	"adult_decided" text,
	"reasons" text,
	"no_jury_service_reason" text,
	"no_jury_service_by" uuid,
	"below_floor_reason" text,
	"below_floor_by" uuid,
	"would_change" text,
	"proposed_at" timestamp with time zone,
	"proposed_by" uuid,
	"in_effect_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "dispositions_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "dispositions_status_known" CHECK ("dispositions"."status" in ('draft', 'proposed', 'refused', 'in_effect')),
	CONSTRAINT "dispositions_decided" CHECK ("dispositions"."status" in ('draft', 'refused') or ("dispositions"."decided_how" is not null and "dispositions"."proposed_at" is not null)),
	CONSTRAINT "dispositions_in_effect" CHECK (("dispositions"."status" = 'in_effect') = ("dispositions"."in_effect_on" is not null)),
	CONSTRAINT "dispositions_override_reasoned" CHECK (("dispositions"."no_jury_service_reason" is null) = ("dispositions"."no_jury_service_by" is null)),
	CONSTRAINT "dispositions_floor_reasoned" CHECK (("dispositions"."below_floor_reason" is null) = ("dispositions"."below_floor_by" is null))
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disposition_id" uuid NOT NULL,
	"signer" text NOT NULL,
	"person_id" uuid,
	"account_id" uuid,
	"typed_name" text NOT NULL,
	"how" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signatures_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "signatures_once" UNIQUE("program_id","disposition_id","signer")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"disposition_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"owed_by" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"due_on" date NOT NULL,
	"proof" text NOT NULL,
	"topic" text,
	"length" text,
	"ties_to" text,
	"out_of_range_reason" text,
	"out_of_range_by" uuid,
	CONSTRAINT "terms_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "terms_kind_known" CHECK ("terms"."kind" in ('jury-service', 'community-service', 'apology-letter', 'essay', 'restitution', 'workshop', 'mentoring', 'curfew', 'no-contact', 'other')),
	CONSTRAINT "terms_unit_known" CHECK ("terms"."unit" in ('session', 'minute', 'piece', 'cent', 'day')),
	CONSTRAINT "terms_proof_known" CHECK ("terms"."proof" in ('attendance', 'timesheet', 'document', 'receipt', 'attestation')),
	CONSTRAINT "terms_owed_by_known" CHECK ("terms"."owed_by" in ('young-person', 'court')),
	CONSTRAINT "terms_amount" CHECK ("terms"."amount" > 0),
	CONSTRAINT "terms_essay_worded" CHECK ("terms"."kind" <> 'essay' or ("terms"."topic" is not null and "terms"."length" is not null)),
	CONSTRAINT "terms_jury_service_counted" CHECK ("terms"."kind" <> 'jury-service' or ("terms"."unit" = 'session' and "terms"."owed_by" = 'young-person')),
	CONSTRAINT "terms_exception_signed" CHECK (("terms"."out_of_range_reason" is null) = ("terms"."out_of_range_by" is null))
);
--> statement-breakpoint
CREATE TABLE "arrivals" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "arrivals_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "arrivals_once" UNIQUE("program_id","hearing_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"night_id" uuid NOT NULL,
	"juror_id" uuid NOT NULL,
	"status" text NOT NULL,
	"mandated" boolean DEFAULT false NOT NULL,
	"answered_at" timestamp with time zone,
	"checked_in_at" timestamp with time zone,
	"checked_out_at" timestamp with time zone,
	"oath_at" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assignments_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "assignments_once" UNIQUE("program_id","night_id","juror_id"),
	CONSTRAINT "assignments_status_known" CHECK ("assignments"."status" in ('offered', 'declined', 'swap_requested', 'confirmed', 'released', 'no_show', 'checked_in', 'standby', 'excused_conflict', 'seated', 'served', 'cancelled_by_program'))
);
--> statement-breakpoint
CREATE TABLE "hearings" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"night_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"during" "tstzrange" NOT NULL,
	"status" text NOT NULL,
	"respondent_came_at" timestamp with time zone,
	"guardian_came_at" timestamp with time zone,
	"guardian_excused" text,
	"go_on_asked_at" timestamp with time zone,
	"begun_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "hearings_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "hearings_stretch" UNIQUE("program_id","id","during"),
	CONSTRAINT "hearings_status_known" CHECK ("hearings"."status" in ('docketed', 'in_hearing', 'heard', 'stopped', 'reset', 'missed'))
);
--> statement-breakpoint
CREATE TABLE "nights" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"juror_places" smallint NOT NULL,
	"status" text NOT NULL,
	"off_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "nights_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "nights_one_a_day" UNIQUE("program_id","held_on"),
	CONSTRAINT "nights_status_known" CHECK ("nights"."status" in ('draft', 'published', 'staffed', 'open', 'in_progress', 'reconciled', 'locked', 'called_off')),
	CONSTRAINT "nights_off_reason_known" CHECK ("nights"."off_reason" in ('weather', 'too-few-people', 'building', 'court', 'other')),
	CONSTRAINT "nights_span" CHECK ("nights"."starts_at" < "nights"."ends_at"),
	CONSTRAINT "nights_off_with_reason" CHECK (("nights"."status" = 'called_off') = ("nights"."off_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"night_id" uuid NOT NULL,
	"name" text NOT NULL,
	"facilitator_id" uuid,
	"capacity" smallint NOT NULL,
	CONSTRAINT "rooms_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "rooms_name" UNIQUE("program_id","night_id","name")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"juror_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	CONSTRAINT "absences_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "absences_span" CHECK ("absences"."from_day" <= "absences"."to_day")
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"juror_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflicts_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "conflicts_once" UNIQUE("program_id","juror_id","case_id","origin")
);
--> statement-breakpoint
CREATE TABLE "jurors" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"enrolled_on" date NOT NULL,
	"trained_on" date,
	"trained_minutes" integer,
	"oath_on" date,
	"oath_wording" text,
	"approved_on" date,
	"approved_by" uuid,
	"away_weekdays" smallint[] NOT NULL,
	"monthly_limit" smallint NOT NULL,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "jurors_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "jurors_once" UNIQUE("program_id","person_id"),
	CONSTRAINT "jurors_stream_known" CHECK ("jurors"."stream" in ('mandated', 'volunteer')),
	CONSTRAINT "jurors_oath_worded" CHECK (("jurors"."oath_on" is null) = ("jurors"."oath_wording" is null))
);
--> statement-breakpoint
CREATE TABLE "draw_lines" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"juror_id" uuid NOT NULL,
	"place" smallint,
	"reasons" text[] NOT NULL,
	CONSTRAINT "draw_lines_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "draw_lines_once" UNIQUE("program_id","draw_id","juror_id"),
	CONSTRAINT "draw_lines_either" CHECK (("draw_lines"."place" is null) = (cardinality("draw_lines"."reasons") > 0))
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"seed" text NOT NULL,
	"method" text NOT NULL,
	"pool_size" integer NOT NULL,
	"reason" text,
	"drawn_by" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draws_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "draws_number" UNIQUE("program_id","hearing_id","number"),
	CONSTRAINT "draws_again_with_reason" CHECK ("draws"."number" = 1 or "draws"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"juror_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"foreperson" boolean NOT NULL,
	"during" "tstzrange" NOT NULL,
	"status" text NOT NULL,
	"seated_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "seats_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "seats_once" UNIQUE("program_id","hearing_id","juror_id"),
	CONSTRAINT "seats_status_known" CHECK ("seats"."status" in ('seated', 'stepped_back', 'released'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"to_person_id" uuid,
	"to_membership_id" uuid,
	"to_email" text,
	"case_id" uuid,
	"facts" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_fault" text,
	"sent_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	"taken_until" timestamp with time zone,
	CONSTRAINT "outbox_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "outbox_kind_known" CHECK ("outbox"."kind" in ('referral-received', 'referral-accepted', 'referral-declined', 'first-meeting', 'could-not-reach', 'hearing', 'hearing-off', 'jury-invitation', 'date-changed', 'agreement', 'promise-due', 'warning', 'completed-family', 'completed-source', 'returned-family', 'returned-source', 'thanks')),
	CONSTRAINT "outbox_channel_known" CHECK ("outbox"."channel" in ('mail', 'print')),
	CONSTRAINT "outbox_one_addressee" CHECK (num_nonnulls("outbox"."to_person_id", "outbox"."to_membership_id", "outbox"."to_email") = 1)
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"old_due_on" date NOT NULL,
	"new_due_on" date NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked" text NOT NULL,
	"answer" text,
	"answer_reason" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "extensions_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "extensions_answered" CHECK (("extensions"."answer" is null) = ("extensions"."answered_by" is null) and ("extensions"."answer" is null) = ("extensions"."answer_reason" is null)),
	CONSTRAINT "extensions_later" CHECK ("extensions"."new_due_on" > "extensions"."old_due_on")
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	"person_id" uuid,
	"owed_by" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"proof" text NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"status_since" timestamp with time zone NOT NULL,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "obligations_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "obligations_one_a_term" UNIQUE("program_id","term_id"),
	CONSTRAINT "obligations_status_known" CHECK ("obligations"."status" in ('assigned', 'missed', 'scheduled', 'returned_for_fix', 'verified', 'submitted', 'satisfied', 'waived', 'cancelled')),
	CONSTRAINT "obligations_amount" CHECK ("obligations"."amount" > 0),
	CONSTRAINT "obligations_waived_with_reason" CHECK ("obligations"."status" <> 'waived' or "obligations"."end_reason" is not null),
	CONSTRAINT "obligations_owed_by" CHECK (("obligations"."owed_by" = 'young-person') = ("obligations"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"amount" integer NOT NULL,
	"done_on" date NOT NULL,
	"words" text,
	"place" text,
	"supervisor" text,
	"assignment_id" uuid,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"verified_by" uuid,
	"verified_at" timestamp with time zone,
	"answer" text,
	CONSTRAINT "progress_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "progress_amount" CHECK ("progress"."amount" > 0),
	CONSTRAINT "progress_verified" CHECK (("progress"."state" = 'verified') = ("progress"."verified_by" is not null and "progress"."verified_at" is not null)),
	CONSTRAINT "progress_returned_with_words" CHECK ("progress"."state" <> 'returned' or "progress"."answer" is not null)
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"return_reason" text,
	"words" text,
	"family_heard" text,
	"closed_on" date NOT NULL,
	"by_account" uuid NOT NULL,
	"approved_by" uuid,
	"certificate_name" text,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "closures_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "closures_once" UNIQUE("program_id","case_id"),
	CONSTRAINT "closures_reason_known" CHECK ("closures"."return_reason" in ('not-eligible', 'family-declined', 'not-reached', 'deadline-passed', 'withdrew', 'terms-refused', 'terms-not-met', 'did-not-come', 'new-offence')),
	CONSTRAINT "closures_returned_with_reason" CHECK (("closures"."outcome" = 'returned') = ("closures"."return_reason" is not null)),
	CONSTRAINT "closures_second_pair_of_eyes" CHECK ("closures"."approved_by" is null or "closures"."approved_by" <> "closures"."by_account")
);
--> statement-breakpoint
CREATE TABLE "terminations" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"family_heard" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "terminations_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "terminations_reason_known" CHECK ("terminations"."reason" in ('not-eligible', 'family-declined', 'not-reached', 'deadline-passed', 'withdrew', 'terms-refused', 'terms-not-met', 'did-not-come', 'new-offence')),
	CONSTRAINT "terminations_answered" CHECK (("terminations"."answer" is null) = ("terminations"."answered_by" is null))
);
--> statement-breakpoint
CREATE TABLE "kinships" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"tie" text NOT NULL,
	"same_household" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kinships_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "kinships_once" UNIQUE("program_id","person_id","other_id","tie"),
	CONSTRAINT "kinships_tie_known" CHECK ("kinships"."tie" in ('guardian', 'relative', 'acquaintance')),
	CONSTRAINT "kinships_not_self" CHECK ("kinships"."person_id" <> "kinships"."other_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid,
	"called_name" text NOT NULL,
	"last_name" text NOT NULL,
	"legal_name" text NOT NULL,
	"pronouns" text,
	"birth_date" date,
	"school" text,
	"grade" text,
	"language" text NOT NULL,
	"email" text,
	"phone" text,
	"address" text,
	"reach_by" text NOT NULL,
	"strengths" text[] NOT NULL,
	"search_name" text NOT NULL,
	"same_as_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "people_account" UNIQUE("program_id","account_id"),
	CONSTRAINT "people_reach_known" CHECK ("people"."reach_by" in ('email', 'text', 'phone', 'paper')),
	CONSTRAINT "people_born" CHECK ("people"."birth_date" is null or "people"."birth_date" between '1900-01-01' and '2199-12-31')
);
--> statement-breakpoint
CREATE TABLE "case_counters" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "case_counters_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "case_counters_year" UNIQUE("program_id","year")
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"time_zone" text NOT NULL,
	"languages" text[] NOT NULL,
	"help_phone" text NOT NULL,
	"place" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programs_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "rulebooks" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"effective_from" date NOT NULL,
	"rules" jsonb NOT NULL,
	"reason" text NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rulebooks_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "rulebooks_edition" UNIQUE("program_id","edition")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"source_kind" text NOT NULL,
	"agency" text NOT NULL,
	"officer_name" text NOT NULL,
	"officer_email" text,
	"officer_membership_id" uuid,
	"report_no" text,
	"offence_code" text NOT NULL,
	"incident_on" date NOT NULL,
	"incident_place" text,
	"narrative" text NOT NULL,
	"reason" text,
	"harmed_name" text,
	"harmed_contact" text,
	"loss_cents" integer,
	"custody" text NOT NULL,
	"return_by" date,
	"received_on" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referrals_key" PRIMARY KEY("program_id","id"),
	CONSTRAINT "referrals_source_known" CHECK ("referrals"."source_kind" in ('police', 'school', 'probation', 'prosecutor', 'court', 'other'))
);
--> statement-breakpoint
CREATE TABLE "register_chain" (
	"program_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "register_chain_key" PRIMARY KEY("program_id","seq"),
	CONSTRAINT "register_chain_entry" UNIQUE("program_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"role" text NOT NULL,
	"session_id" uuid,
	"act" text NOT NULL,
	"thing" text NOT NULL,
	"thing_id" uuid,
	"case_id" uuid,
	"person_id" uuid,
	"particulars" jsonb NOT NULL,
	CONSTRAINT "register_entries_key" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "register_heads" (
	"program_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_program" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership" FOREIGN KEY ("program_id","membership_id") REFERENCES "public"."memberships"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slips" ADD CONSTRAINT "slips_membership" FOREIGN KEY ("program_id","membership_id") REFERENCES "public"."memberships"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_other" FOREIGN KEY ("program_id","other_case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_referral" FOREIGN KEY ("program_id","referral_id") REFERENCES "public"."referrals"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_respondent" FOREIGN KEY ("program_id","respondent_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_harmed" FOREIGN KEY ("program_id","harmed_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_rulebook" FOREIGN KEY ("program_id","rulebook_id") REFERENCES "public"."rulebooks"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "further_matters" ADD CONSTRAINT "further_matters_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "further_matters" ADD CONSTRAINT "further_matters_referral" FOREIGN KEY ("program_id","referral_id") REFERENCES "public"."referrals"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intakes" ADD CONSTRAINT "intakes_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_reverses" FOREIGN KEY ("program_id","reverses_id") REFERENCES "public"."credit_entries"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_disposition" FOREIGN KEY ("program_id","disposition_id") REFERENCES "public"."dispositions"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_term" FOREIGN KEY ("program_id","term_id") REFERENCES "public"."terms"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deciders" ADD CONSTRAINT "deciders_disposition" FOREIGN KEY ("program_id","disposition_id") REFERENCES "public"."dispositions"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deciders" ADD CONSTRAINT "deciders_seat" FOREIGN KEY ("program_id","hearing_id","juror_id") REFERENCES "public"."seats"("program_id","hearing_id","juror_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispositions" ADD CONSTRAINT "dispositions_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispositions" ADD CONSTRAINT "dispositions_hearing" FOREIGN KEY ("program_id","hearing_id") REFERENCES "public"."hearings"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispositions" ADD CONSTRAINT "dispositions_rulebook" FOREIGN KEY ("program_id","rulebook_id") REFERENCES "public"."rulebooks"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_disposition" FOREIGN KEY ("program_id","disposition_id") REFERENCES "public"."dispositions"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_disposition" FOREIGN KEY ("program_id","disposition_id") REFERENCES "public"."dispositions"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_hearing" FOREIGN KEY ("program_id","hearing_id") REFERENCES "public"."hearings"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrivals" ADD CONSTRAINT "arrivals_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_night" FOREIGN KEY ("program_id","night_id") REFERENCES "public"."nights"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_juror" FOREIGN KEY ("program_id","juror_id") REFERENCES "public"."jurors"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_night" FOREIGN KEY ("program_id","night_id") REFERENCES "public"."nights"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_room" FOREIGN KEY ("program_id","room_id") REFERENCES "public"."rooms"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearings" ADD CONSTRAINT "hearings_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_night" FOREIGN KEY ("program_id","night_id") REFERENCES "public"."nights"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_facilitator" FOREIGN KEY ("program_id","facilitator_id") REFERENCES "public"."memberships"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_juror" FOREIGN KEY ("program_id","juror_id") REFERENCES "public"."jurors"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_juror" FOREIGN KEY ("program_id","juror_id") REFERENCES "public"."jurors"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_approved_by" FOREIGN KEY ("program_id","approved_by") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_lines" ADD CONSTRAINT "draw_lines_draw" FOREIGN KEY ("program_id","draw_id") REFERENCES "public"."draws"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_lines" ADD CONSTRAINT "draw_lines_juror" FOREIGN KEY ("program_id","juror_id") REFERENCES "public"."jurors"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_hearing" FOREIGN KEY ("program_id","hearing_id") REFERENCES "public"."hearings"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_hearing" FOREIGN KEY ("program_id","hearing_id","during") REFERENCES "public"."hearings"("program_id","id","during") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_draw" FOREIGN KEY ("program_id","draw_id") REFERENCES "public"."draws"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_juror" FOREIGN KEY ("program_id","juror_id") REFERENCES "public"."jurors"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_assignment" FOREIGN KEY ("program_id","assignment_id") REFERENCES "public"."assignments"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person" FOREIGN KEY ("program_id","to_person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_membership" FOREIGN KEY ("program_id","to_membership_id") REFERENCES "public"."memberships"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_obligation" FOREIGN KEY ("program_id","obligation_id") REFERENCES "public"."obligations"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_term" FOREIGN KEY ("program_id","term_id") REFERENCES "public"."terms"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_obligation" FOREIGN KEY ("program_id","obligation_id") REFERENCES "public"."obligations"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_assignment" FOREIGN KEY ("program_id","assignment_id") REFERENCES "public"."assignments"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terminations" ADD CONSTRAINT "terminations_case" FOREIGN KEY ("program_id","case_id") REFERENCES "public"."cases"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinships" ADD CONSTRAINT "kinships_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinships" ADD CONSTRAINT "kinships_other" FOREIGN KEY ("program_id","other_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_program" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_same_as" FOREIGN KEY ("program_id","same_as_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rulebooks" ADD CONSTRAINT "rulebooks_program" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_program" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_person" FOREIGN KEY ("program_id","person_id") REFERENCES "public"."people"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_officer" FOREIGN KEY ("program_id","officer_membership_id") REFERENCES "public"."memberships"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "form_posts_age" ON "form_posts" USING btree ("program_id","made_at");--> statement-breakpoint
CREATE INDEX "memberships_account" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_secret" ON "sessions" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("program_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_one_open" ON "cases" USING btree ("program_id","respondent_id") WHERE status not in ('closed_success', 'returned_to_source', 'sealed', 'purged');--> statement-breakpoint
CREATE INDEX "cases_by_status" ON "cases" USING btree ("program_id","status","status_since");--> statement-breakpoint
CREATE INDEX "cases_by_day" ON "cases" USING btree ("program_id","opened_on");--> statement-breakpoint
CREATE INDEX "cases_of_person" ON "cases" USING btree ("program_id","respondent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_in_force" ON "consents" USING btree ("program_id","case_id","kind","person_id") WHERE "consents"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "contacts_of_case" ON "contacts" USING btree ("program_id","case_id","at");--> statement-breakpoint
CREATE INDEX "further_matters_of_case" ON "further_matters" USING btree ("program_id","case_id");--> statement-breakpoint
CREATE INDEX "credit_entries_of_person" ON "credit_entries" USING btree ("program_id","person_id","posted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "dispositions_one_live" ON "dispositions" USING btree ("program_id","case_id") WHERE status <> 'refused';--> statement-breakpoint
CREATE INDEX "terms_of_disposition" ON "terms" USING btree ("program_id","disposition_id");--> statement-breakpoint
CREATE INDEX "assignments_of_juror" ON "assignments" USING btree ("program_id","juror_id");--> statement-breakpoint
CREATE INDEX "assignments_places" ON "assignments" USING btree ("program_id","night_id") WHERE status in ('offered', 'confirmed', 'swap_requested', 'checked_in', 'seated', 'served', 'standby', 'excused_conflict');--> statement-breakpoint
CREATE UNIQUE INDEX "hearings_one_live" ON "hearings" USING btree ("program_id","case_id") WHERE status in ('docketed', 'in_hearing');--> statement-breakpoint
CREATE INDEX "hearings_of_night" ON "hearings" USING btree ("program_id","night_id","starts_at");--> statement-breakpoint
CREATE INDEX "hearings_of_case" ON "hearings" USING btree ("program_id","case_id");--> statement-breakpoint
CREATE INDEX "absences_of_juror" ON "absences" USING btree ("program_id","juror_id","to_day");--> statement-breakpoint
CREATE INDEX "conflicts_of_case" ON "conflicts" USING btree ("program_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "draw_lines_place" ON "draw_lines" USING btree ("program_id","draw_id","place") WHERE "draw_lines"."place" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "seats_number" ON "seats" USING btree ("program_id","hearing_id","number") WHERE status = 'seated';--> statement-breakpoint
CREATE UNIQUE INDEX "seats_one_foreperson" ON "seats" USING btree ("program_id","hearing_id") WHERE status = 'seated' and foreperson;--> statement-breakpoint
CREATE INDEX "seats_of_juror" ON "seats" USING btree ("program_id","juror_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("program_id","due_at") WHERE "outbox"."sent_at" is null and "outbox"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_case" ON "outbox" USING btree ("program_id","case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "extensions_one_open" ON "extensions" USING btree ("program_id","obligation_id") WHERE answer is null;--> statement-breakpoint
CREATE INDEX "obligations_of_case" ON "obligations" USING btree ("program_id","case_id");--> statement-breakpoint
CREATE INDEX "obligations_of_person" ON "obligations" USING btree ("program_id","person_id");--> statement-breakpoint
CREATE INDEX "obligations_due" ON "obligations" USING btree ("program_id","due_on") WHERE status not in ('satisfied', 'waived', 'cancelled');--> statement-breakpoint
CREATE INDEX "progress_of_obligation" ON "progress" USING btree ("program_id","obligation_id","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "progress_one_a_night" ON "progress" USING btree ("program_id","assignment_id") WHERE "progress"."assignment_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "terminations_one_open" ON "terminations" USING btree ("program_id","case_id") WHERE answer is null;--> statement-breakpoint
CREATE INDEX "kinships_back" ON "kinships" USING btree ("program_id","other_id");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("program_id","search_name");--> statement-breakpoint
CREATE INDEX "people_born" ON "people" USING btree ("program_id","birth_date");--> statement-breakpoint
CREATE INDEX "rulebooks_in_force" ON "rulebooks" USING btree ("program_id","effective_from");--> statement-breakpoint
CREATE INDEX "referrals_of_officer" ON "referrals" USING btree ("program_id","officer_membership_id");--> statement-breakpoint
CREATE INDEX "register_entries_acts" ON "register_entries" USING btree ("program_id","case_id","at","id") WHERE act <> 'looked-at';--> statement-breakpoint
CREATE INDEX "register_entries_looks" ON "register_entries" USING btree ("program_id","case_id","at","id") WHERE act = 'looked-at';--> statement-breakpoint
CREATE INDEX "register_entries_time" ON "register_entries" USING btree ("program_id","at");