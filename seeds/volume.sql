-- Volumes for the bench, straight into the tables. Every name here is made up by counting.
-- Settings: volume.cases, volume.programs. Triggers rest meanwhile; the register is sealed at the end as the triggers would have done.
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '128MB';

create or replace function pg_temp.id7(at timestamptz) returns uuid language sql volatile as $$
  select encode(overlay(overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6)
    placing set_byte('\x00'::bytea, 0, 112 + floor(random() * 16)::int) from 7 for 1), 'hex')::uuid
$$;

create temp table v_program as
  select n, pg_temp.id7(now() - interval '900 days') as id, pg_temp.id7(now() - interval '900 days') as rulebook_id,
    pg_temp.id7(now() - interval '900 days') as account_id, pg_temp.id7(now() - interval '900 days') as membership_id
  from generate_series(1, current_setting('volume.programs')::int) n;
insert into programs (id, slug, name, short_name, time_zone, languages, help_phone, place, opened_at)
  select id, 'volume-' || n || '-' || substr(id::text, 25), 'Volume Court ' || n, 'Youth court', 'America/New_York', '{en,es,fr}', '555-0100', n || ' Maple Street', now() - interval '900 days' from v_program;
insert into rulebooks (program_id, id, edition, effective_from, rules, reason, made_at)
  select id, rulebook_id, 1, current_date - 900, current_setting('volume.rules')::jsonb, 'volume', now() - interval '900 days' from v_program;
insert into accounts (id, email, display_name, password_hash, made_at)
  select account_id, 'coordinator-' || n || '-' || substr(id::text, 25) || '@volume.test', 'Coordinator ' || n, current_setting('volume.password'), now() - interval '900 days' from v_program;
insert into memberships (program_id, id, account_id, role, since) select id, membership_id, account_id, 'coordinator', now() - interval '900 days' from v_program;

create temp table v_case as
  select c, p.id as program_id, p.rulebook_id, p.account_id, d.opened, pg_temp.id7(d.opened) as id, pg_temp.id7(d.opened) as referral_id,
    pg_temp.id7(d.opened) as person_id, pg_temp.id7(d.opened) as guardian_id, pg_temp.id7(d.opened) as disposition_id, pg_temp.id7(d.opened) as hearing_id,
    ((c - 1) / (select count(*) from v_program))::int as nth,
    (array['referred', 'contacting', 'awaiting_consent', 'ready', 'active', 'active', 'active', 'closed_success', 'closed_success', 'closed_success', 'closed_success', 'returned_to_source'])[1 + ((c - 1) / (select count(*) from v_program))::int % 12] as status
  from generate_series(1, current_setting('volume.cases')::int) c
    join v_program p on p.n = 1 + (c - 1) % (select count(*) from v_program)
    cross join lateral (select now() - make_interval(hours => 12 + (c * 7) % (700 * 24)) as opened) d;
create index on v_case (program_id, nth);
analyze v_case;

insert into people (program_id, id, called_name, last_name, legal_name, birth_date, school, grade, language, reach_by, strengths, search_name, made_at)
  select program_id, person_id, 'Given' || c % 400, 'Family' || c % 900, 'Given' || c % 400 || ' Family' || c % 900, current_date - (12 + c % 6) * 365 - (c % 360)::int, 'School ' || c % 12, (6 + c % 6)::text,
    (array['en', 'es', 'fr'])[1 + c % 3], 'paper', '{drawing,cooking}'::text[], 'given' || c % 400 || ' family' || c % 900, opened from v_case
  union all
  select program_id, guardian_id, 'Parent' || c % 400, 'Family' || c % 900, 'Parent' || c % 400 || ' Family' || c % 900, null::date, null, null, 'en', 'phone', '{}'::text[], 'parent' || c % 400 || ' family' || c % 900, opened from v_case;
insert into kinships (program_id, id, person_id, other_id, tie, same_household, made_at) select program_id, pg_temp.id7(opened), person_id, guardian_id, 'guardian', 'yes', opened from v_case;
insert into referrals (program_id, id, person_id, source_kind, agency, officer_name, offence_code, incident_on, narrative, custody, received_on, made_at)
  select program_id, referral_id, person_id, 'police', 'County Police', 'Officer ' || c % 40, current_setting('volume.offence'), opened::date - 5, 'A matter counted for the bench.', 'none', opened::date, opened from v_case;
insert into cases (program_id, id, no, referral_id, respondent_id, rulebook_id, offence_code, status, status_since, opened_on, accepted_on, due_on, closed_on, return_reason, coordinator_id)
  select program_id, id, to_char(opened, 'YY') || '-' || lpad((nth + 1)::text, 6, '0'), referral_id, person_id, rulebook_id, current_setting('volume.offence'), status, opened + interval '2 days', opened::date, opened::date + 10,
    opened::date + 120, case when status in ('closed_success', 'returned_to_source') then opened::date + 100 end, case when status = 'returned_to_source' then 'terms-not-met' end, account_id from v_case;

-- What a case leaves behind on its way to a hearing: calls, the first meeting, consents, letters.
insert into contacts (program_id, id, case_id, at, way, with_whom, note, by_account)
  select program_id, pg_temp.id7(opened), id, opened + make_interval(days => s), 'phone', (array['nobody', 'guardian', 'both'])[s], 'A call counted for the bench.', account_id
  from v_case cross join generate_series(1, 3) s where status <> 'referred';
insert into intakes (program_id, id, case_id, met_on, strengths, free_weekdays, harmed_reached, harmed_wishes, by_account)
  select program_id, pg_temp.id7(opened), id, opened::date + 8, '{drawing,cooking}', '{4}', 'tried', 'An honest letter.', account_id from v_case where status not in ('referred', 'contacting');
insert into consents (program_id, id, case_id, kind, person_id, wording, how, given_at, witnessed_by)
  select program_id, pg_temp.id7(opened), id, kind, case when kind = 'guardian' then guardian_id else person_id end, '2026-1', 'paper', opened + interval '8 days', account_id
  from v_case cross join unnest('{admission,participation,guardian,release}'::text[]) kind where status not in ('referred', 'contacting', 'awaiting_consent');
insert into outbox (program_id, id, kind, channel, to_person_id, case_id, facts, made_at, due_at, tries, sent_at)
  select program_id, pg_temp.id7(opened), (array['referral-received', 'first-meeting', 'hearing'])[s], 'print', guardian_id, id, '{}', opened + make_interval(days => s), opened + make_interval(days => s), 1, opened + make_interval(days => s)
  from v_case cross join generate_series(1, 3) s;

create temp table v_heard as select * from v_case where status in ('active', 'closed_success', 'returned_to_source');
create temp table v_night as
  select program_id, night, pg_temp.id7(min(opened)) as id, pg_temp.id7(min(opened)) as room_id, current_date - 2 * night as held_on
  from (select program_id, opened, nth / 4 as night from v_heard) x group by program_id, night;
insert into nights (program_id, id, held_on, starts_at, ends_at, place, juror_places, status)
  select program_id, id, held_on, held_on + time '22:00', held_on + time '24:00', '12 Maple Street', 40, case when held_on < current_date then 'reconciled' else 'published' end from v_night;
insert into rooms (program_id, id, night_id, name, capacity) select program_id, room_id, id, 'Room 1', 4 from v_night;
insert into hearings (program_id, id, night_id, room_id, case_id, position, starts_at, ends_at, during, status)
  select h.program_id, h.hearing_id, n.id, n.room_id, h.id, 1 + h.nth % 4, s.at, s.at + interval '30 minutes', tstzrange(s.at, s.at + interval '30 minutes'), 'heard'
  from v_heard h join v_night n on n.program_id = h.program_id and n.night = h.nth / 4 cross join lateral (select (n.held_on + time '22:00' + make_interval(mins => 30 * (h.nth % 4)))::timestamptz as at) s;

create temp table v_juror as select program_id, person_id, id as case_id, pg_temp.id7(opened) as id, row_number() over (partition by program_id order by nth) as k from v_case where nth % 2 = 0;
insert into jurors (program_id, id, person_id, stream, enrolled_on, trained_on, trained_minutes, oath_on, oath_wording, approved_on, away_weekdays, monthly_limit)
  select program_id, id, person_id, 'volunteer', current_date - 400, current_date - 390, 90, current_date - 390, 'oath-2026-1', current_date - 390, '{}', 4 from v_juror;
create index on v_juror (program_id, k);
create temp table v_count as select program_id, count(*) as jurors from v_juror group by program_id;
insert into assignments (program_id, id, night_id, juror_id, status, made_at)
  select n.program_id, pg_temp.id7(n.held_on::timestamptz), n.id, j.id, 'served', n.held_on
  from v_night n join v_count v on v.program_id = n.program_id cross join generate_series(0, 7) s join v_juror j on j.program_id = n.program_id and j.k = 1 + (n.night * 8 + s) % v.jurors
  on conflict do nothing;

insert into dispositions (program_id, id, case_id, hearing_id, rulebook_id, status, decided_how, proposed_at, in_effect_on)
  select program_id, disposition_id, id, hearing_id, rulebook_id, 'in_effect', 'unanimous', opened + interval '30 days', opened::date + 30 from v_heard;
insert into signatures (program_id, id, disposition_id, signer, person_id, typed_name, how, signed_at)
  select program_id, pg_temp.id7(opened), disposition_id, signer, case signer when 'guardian' then guardian_id else person_id end, 'Signed', 'paper', opened + interval '30 days'
  from v_heard cross join unnest('{respondent,guardian}'::text[]) signer;
create temp table v_term as
  select h.*, k.*, pg_temp.id7(h.opened) as term_id, pg_temp.id7(h.opened) as obligation_id from v_heard h cross join (values
    (1, 'young-person', 'jury-service', 4, 'session', 'attendance'), (2, 'young-person', 'community-service', 720, 'minute', 'timesheet'), (3, 'young-person', 'apology-letter', 1, 'piece', 'document'),
    (4, 'young-person', 'workshop', 2, 'session', 'attendance'), (5, 'young-person', 'other', 1, 'piece', 'attestation'), (6, 'court', 'mentoring', 2, 'session', 'attestation'), (7, 'court', 'other', 1, 'piece', 'attestation')
  ) k (position, owed_by, kind, amount, unit, proof);
insert into terms (program_id, id, disposition_id, case_id, position, owed_by, kind, title, amount, unit, due_on, proof)
  select program_id, term_id, disposition_id, id, position, owed_by, kind, 'Promise ' || position, amount, unit, opened::date + 100, proof from v_term;
insert into obligations (program_id, id, case_id, term_id, person_id, owed_by, kind, title, amount, unit, proof, due_on, status, status_since)
  select program_id, obligation_id, id, term_id, case when owed_by = 'young-person' then person_id end, owed_by, kind, 'Promise ' || position, amount, unit, proof, opened::date + 100,
    case when status = 'active' then case when position % 2 = 0 then 'submitted' else 'assigned' end else 'satisfied' end, opened + interval '40 days' from v_term;
insert into progress (program_id, id, obligation_id, amount, done_on, submitted_by, submitted_at, state, verified_by, verified_at)
  select program_id, pg_temp.id7(opened), obligation_id, greatest(1, amount / 2), opened::date + 50 + s, account_id, opened + interval '50 days', case when s = 0 then 'verified' else 'submitted' end,
    case when s = 0 then account_id end, case when s = 0 then opened + interval '51 days' end
  from v_term cross join generate_series(0, 1) s where kind <> 'jury-service';
insert into credit_entries (program_id, id, person_id, kind, minutes, earned_on, source, source_id, by_account, posted_at)
  select program_id, pg_temp.id7(opened), person_id, 'service', 360, opened::date + 51, 'progress', obligation_id, account_id, opened + interval '51 days' from v_term where kind = 'community-service';

-- One night under way in each program, with a full table at the door: for the check-in page and the docket.
create temp table v_tonight as
  select p.id as program_id, pg_temp.id7(now()) as id, pg_temp.id7(now()) as room_id, current_date + 400 as held_on from v_program p;
insert into nights (program_id, id, held_on, starts_at, ends_at, place, juror_places, status)
  select program_id, id, held_on, held_on + time '22:00', held_on + time '24:00', '12 Maple Street', 120, 'open' from v_tonight;
insert into rooms (program_id, id, night_id, name, capacity) select program_id, room_id, id, 'Room 1', 6 from v_tonight;
create temp table v_docket as
  select t.program_id, t.id as night_id, t.room_id, t.held_on, c.id as case_id, row_number() over (partition by t.program_id order by c.nth) as position
  from v_tonight t cross join lateral (select v.id, v.nth from v_case v where v.program_id = t.program_id and v.status = 'ready' order by v.nth limit 4) c;
update cases set status = 'docketed' from v_docket d where cases.program_id = d.program_id and cases.id = d.case_id;
insert into hearings (program_id, id, night_id, room_id, case_id, position, starts_at, ends_at, during, status)
  select d.program_id, pg_temp.id7(now()), d.night_id, d.room_id, d.case_id, d.position, s.at, s.at + interval '30 minutes', tstzrange(s.at, s.at + interval '30 minutes'), 'docketed'
  from v_docket d cross join lateral (select (d.held_on + time '22:00' + make_interval(mins => 30 * (d.position::int - 1)))::timestamptz as at) s;
insert into assignments (program_id, id, night_id, juror_id, status, checked_in_at, oath_at, made_at)
  select t.program_id, pg_temp.id7(now()), t.id, j.id, case when j.k % 2 = 0 then 'checked_in' else 'confirmed' end,
    case when j.k % 2 = 0 then now() end, case when j.k % 2 = 0 then now() end, now()
  from v_tonight t join v_juror j on j.program_id = t.program_id and j.k <= 100;

insert into register_entries (program_id, id, at, account_id, role, act, thing, thing_id, case_id, person_id, particulars)
  select program_id, pg_temp.id7(opened + make_interval(hours => s)), opened + make_interval(hours => s), account_id, 'coordinator',
    (array['referral-filed', 'case-screen', 'case-pass', 'contact-logged', 'case-reach', 'intake-recorded', 'case-interview', 'consent-given', 'case-consent', 'case-docket', 'jury-drawn', 'case-begin', 'disposition-proposed', 'case-dispose', 'signed', 'case-takeEffect', 'progress-submitted', 'progress-verified', 'looked-at', 'looked-at'])[1 + s],
    'case', id, id, null, '{}' from v_case cross join generate_series(0, 19) s;

create or replace procedure pg_temp.seal() language plpgsql as $$
declare p uuid; e register_entries; seq bigint; head bytea; made bytea;
begin
  for p in select id from v_program loop
    seq := 0; head := '';
    for e in select * from register_entries r where r.program_id = p order by r.at, r.id loop
      seq := seq + 1;
      made := entry_hash(seq, head, e);
      insert into register_chain values (p, seq, e.id, head, made);
      head := made;
    end loop;
    insert into register_heads values (p, seq, head);
  end loop;
end $$;
call pg_temp.seal();
set session_replication_role = default;
analyze;
