-- Each program sees only its own rows, and within it each person only what is theirs to see.
-- The settings come from the one door to the database; where none is set, nothing is seen.
create function app_program() returns uuid language sql stable as $$ select nullif(current_setting('app.program_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_account() returns uuid language sql stable as $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_person() returns uuid language sql stable as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
--> statement-breakpoint
create function app_role() returns text language sql stable as $$ select coalesce(current_setting('app.role', true), '') $$;
--> statement-breakpoint
-- The court's own desk: the coordinator, and the clockwork that carries out what an act has set going.
create function app_desk() returns boolean language sql stable as $$ select coalesce(current_setting('app.role', true), '') in ('coordinator', 'clockwork') $$;
--> statement-breakpoint
-- The day on the court's own calendar; the database's own clock may stand elsewhere.
create function app_today() returns date language sql stable as $$ select nullif(current_setting('app.today', true), '')::date $$;
--> statement-breakpoint

-- Oneself, or a young person whose guardian one is: until that person is of age by the rulebook in force, since then they sign and
-- answer for themselves (rules 2 and 16). While a case is open to which this guardian said yes when the young person was a minor,
-- the door stays open: the guardian put a name to that agreement and is held to it (rule 29).
create function is_mine(person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select app_role() in ('youth', 'family') and app_person() is not null and (
    person = app_person()
    or exists (select from kinships k join people p on p.program_id = k.program_id and p.id = k.person_id
      where k.program_id = app_program() and k.person_id = person and k.other_id = app_person() and k.tie = 'guardian' and (
        not coalesce(p.birth_date + make_interval(years => (
          select (r.rules ->> 'adultAt')::int from rulebooks r where r.program_id = app_program() and r.effective_from <= app_today()
          order by r.effective_from desc, r.edition desc limit 1)) <= app_today(), false)
        or exists (select from consents g join cases c on c.program_id = g.program_id and c.id = g.case_id
          where g.program_id = app_program() and g.person_id = app_person() and g.kind = 'guardian' and g.withdrawn_at is null
            and c.respondent_id = person and c.closed_on is null))))
$$;
--> statement-breakpoint
create function is_my_juror(juror uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from jurors j where j.program_id = app_program() and j.id = juror and is_mine(j.person_id))
$$;
--> statement-breakpoint
-- A facilitator's night: from the morning of its day until it is locked. Before that its families are nobody's business but the desk's.
create function is_on_my_night(night uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select app_role() = 'facilitator' and exists (
    select from nights n where n.program_id = app_program() and n.id = night and (
      n.status in ('open', 'in_progress', 'reconciled') or (n.status in ('published', 'staffed') and n.held_on = app_today())))
$$;
--> statement-breakpoint
create function sees_case(wanted uuid, respondent uuid, referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case app_role()
    when 'facilitator' then exists (select from hearings h where h.program_id = app_program() and h.case_id = wanted and is_on_my_night(h.night_id))
    when 'officer' then exists (
      select from referrals r join memberships m on m.program_id = r.program_id and m.id = r.officer_membership_id
      where r.program_id = app_program() and m.account_id = app_account() and (r.id = referral or exists (
        select from further_matters f where f.program_id = r.program_id and f.case_id = wanted and f.referral_id = r.id)))
    else is_mine(respondent) end
$$;
--> statement-breakpoint
create function sees_person(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case app_role()
    when 'facilitator' then
      exists (select from jurors j join assignments a on a.program_id = j.program_id and a.juror_id = j.id
              where j.program_id = app_program() and j.person_id = wanted and is_on_my_night(a.night_id))
      or exists (select from hearings h join cases c on c.program_id = h.program_id and c.id = h.case_id
                 where h.program_id = app_program() and is_on_my_night(h.night_id) and (
                   wanted in (c.respondent_id, c.harmed_id) or exists (
                     select from kinships k where k.program_id = c.program_id and k.person_id = c.respondent_id and k.other_id = wanted and k.tie = 'guardian')))
    when 'officer' then exists (
      select from referrals r join memberships m on m.program_id = r.program_id and m.id = r.officer_membership_id
      where r.program_id = app_program() and r.person_id = wanted and m.account_id = app_account())
    when 'youth' then is_mine(wanted) or exists (
      select from kinships k where k.program_id = app_program() and k.person_id = app_person() and k.other_id = wanted and k.tie = 'guardian')
    else is_mine(wanted) end
$$;
--> statement-breakpoint
create function sees_hearing(wanted uuid, of_case uuid, night uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case app_role() when 'facilitator' then is_on_my_night(night)
    else exists (select from cases c where c.program_id = app_program() and c.id = of_case and c.sealed_at is null and is_mine(c.respondent_id))
      or exists (select from seats s where s.program_id = app_program() and s.hearing_id = wanted and is_my_juror(s.juror_id)) end
$$;
--> statement-breakpoint
-- How many more jurors a night can take; asked by those who may not see who else comes.
create function places_left(night uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select n.juror_places - (
    select count(*)::integer from assignments a where a.program_id = n.program_id and a.night_id = n.id
      and a.status in ('offered', 'confirmed', 'swap_requested', 'checked_in', 'seated', 'served', 'standby', 'excused_conflict'))
  from nights n where n.program_id = app_program() and n.id = night
$$;
--> statement-breakpoint
-- When a case came, by when its source wants it back, and the loss that is known in all its matters (none where nobody knows one);
-- asked by those who see the case and may not read the referral.
create function case_matter(wanted uuid) returns table (received_on date, return_by date, loss_cents integer) language sql stable security definer set search_path = public, pg_temp as $$
  select r.received_on, r.return_by, (select sum(m.loss_cents)::integer from referrals m where m.program_id = c.program_id and (m.id = c.referral_id
      or exists (select from further_matters f where f.program_id = c.program_id and f.case_id = c.id and f.referral_id = m.id)))
    from cases c join referrals r on r.program_id = c.program_id and r.id = c.referral_id
    where c.program_id = app_program() and c.id = wanted and (app_desk() or sees_case(c.id, c.respondent_id, c.referral_id))
$$;
--> statement-breakpoint

do $$
declare t text;
begin
  for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'program_id' and not a.attisdropped
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy backup_reads on %I for select to peer_jury_backup using (true)', t);
    execute format('create policy keeper_reads on %I for select to peer_jury_keeper using (true)', t);
    execute format('create policy migrator_carries on %I to peer_jury_migrator using (true) with check (true)', t);
  end loop;
  foreach t in array array['sessions', 'slips', 'form_posts', 'register_chain', 'register_heads', 'nights'] loop
    execute format('create policy keeper_writes on %I to peer_jury_keeper using (true) with check (true)', t);
  end loop;

  -- Open to everyone at work in the program.
  foreach t in array array['nights', 'rooms', 'case_counters'] loop
    execute format('create policy of_the_program on %I to peer_jury_app using (program_id = app_program())', t);
  end loop;
  -- The desk only.
  foreach t in array array['slips', 'sessions', 'screenings', 'contacts'] loop
    execute format('create policy of_the_desk on %I to peer_jury_app using (program_id = app_program() and app_desk())', t);
  end loop;
  -- What belongs to a case is seen by those at the desk and on the night who see the case.
  foreach t in array array['intakes', 'consents', 'case_links', 'conflicts', 'terminations'] loop
    execute format('create policy with_the_case on %I to peer_jury_app using (program_id = app_program() and (app_desk() or app_role() = ''facilitator'')
      and exists (select from cases c where c.program_id = %I.program_id and c.id = %I.case_id))', t, t, t);
  end loop;
  -- What the family sees too; an officer never.
  foreach t in array array['dispositions', 'terms', 'obligations', 'closures'] loop
    execute format('create policy with_the_case on %I to peer_jury_app using (program_id = app_program() and app_role() <> ''officer''
      and exists (select from cases c where c.program_id = %I.program_id and c.id = %I.case_id))', t, t, t);
  end loop;
  foreach t in array array['signatures', 'amendments'] loop
    execute format('create policy with_the_disposition on %I to peer_jury_app using (program_id = app_program()
      and exists (select from dispositions d where d.program_id = %I.program_id and d.id = %I.disposition_id))', t, t, t);
  end loop;
  foreach t in array array['progress', 'extensions'] loop
    execute format('create policy with_the_obligation on %I to peer_jury_app using (program_id = app_program()
      and exists (select from obligations o where o.program_id = %I.program_id and o.id = %I.obligation_id))', t, t, t);
  end loop;
  -- The jury record stays with the court (rule 28).
  foreach t in array array['draws', 'draw_lines', 'deciders', 'arrivals'] loop
    execute format('create policy of_the_court on %I to peer_jury_app using (program_id = app_program() and (app_desk() or app_role() = ''facilitator''))', t);
  end loop;
  -- Jurors: the court, and each their own.
  foreach t in array array['assignments', 'absences', 'seats'] loop
    execute format('create policy of_the_juror on %I to peer_jury_app using (program_id = app_program()
      and case when app_desk() or app_role() = ''facilitator'' then true else is_my_juror(juror_id) end)', t);
  end loop;
end $$;
--> statement-breakpoint
alter table programs enable row level security;
--> statement-breakpoint
alter table programs force row level security;
--> statement-breakpoint
-- Everybody works by the rules; only the desk writes them.
create policy of_the_program on rulebooks for select to peer_jury_app using (program_id = app_program());
--> statement-breakpoint
create policy written_at_the_desk on rulebooks for insert to peer_jury_app with check (program_id = app_program() and app_desk());
--> statement-breakpoint
create policy own_program on programs to peer_jury_app using (id = app_program());
--> statement-breakpoint
create policy keeper_reads on programs for select to peer_jury_keeper using (true);
--> statement-breakpoint
create policy backup_reads on programs for select to peer_jury_backup using (true);
--> statement-breakpoint
create policy migrator_carries on programs to peer_jury_migrator using (true) with check (true);
--> statement-breakpoint
create policy seen on cases to peer_jury_app using (program_id = app_program() and sealed_at is null
  and case when app_desk() then true else sees_case(id, respondent_id, referral_id) end)
  with check (program_id = app_program());
--> statement-breakpoint
create policy seen on people to peer_jury_app using (program_id = app_program()
  and case when app_desk() then true else sees_person(id) end)
  with check (program_id = app_program());
--> statement-breakpoint
create policy seen on kinships to peer_jury_app using (program_id = app_program()
  and (app_desk() or app_role() = 'facilitator' or app_person() in (person_id, other_id)))
  with check (program_id = app_program() and app_role() in ('coordinator', 'clockwork', 'officer'));
--> statement-breakpoint
create policy seen on referrals to peer_jury_app using (program_id = app_program()
  and (app_desk() or (app_role() = 'officer' and exists (
    select from memberships m where m.program_id = referrals.program_id and m.id = referrals.officer_membership_id and m.account_id = app_account()))
  or (app_role() = 'facilitator' and exists (select from cases c where c.program_id = referrals.program_id and c.referral_id = referrals.id))));
--> statement-breakpoint
create policy seen on further_matters to peer_jury_app using (program_id = app_program()
  and (app_desk() or (app_role() in ('officer', 'facilitator') and exists (
    select from referrals r where r.program_id = further_matters.program_id and r.id = further_matters.referral_id))))
  with check (program_id = app_program() and app_desk());
--> statement-breakpoint
create policy seen on memberships to peer_jury_app using (program_id = app_program()
  and (app_desk() or app_role() = 'facilitator' or account_id = app_account()))
  with check (program_id = app_program() and app_desk());
--> statement-breakpoint
create policy seen on jurors to peer_jury_app using (program_id = app_program()
  and case when app_desk() or app_role() = 'facilitator' then true else is_mine(person_id) end);
--> statement-breakpoint
create policy seen on hearings to peer_jury_app using (program_id = app_program()
  and case when app_desk() then true else sees_hearing(id, case_id, night_id) end);
--> statement-breakpoint
create policy seen on credit_entries to peer_jury_app using (program_id = app_program()
  and case when app_desk() or app_role() = 'facilitator' then true else is_mine(person_id) end);
--> statement-breakpoint
create policy own on form_posts to peer_jury_app using (program_id = app_program() and account_id = app_account());
--> statement-breakpoint
-- Letters about a case go out of sight with the case: when it is sealed, none of them is sent or listed any more.
create policy read_at_the_desk on outbox for select to peer_jury_app using (program_id = app_program() and app_desk()
  and (case_id is null or exists (select from cases c where c.program_id = outbox.program_id and c.id = outbox.case_id)));
--> statement-breakpoint
create policy sent_from_the_desk on outbox for update to peer_jury_app using (program_id = app_program() and app_desk());
--> statement-breakpoint
create policy written_by_any_act on outbox for insert to peer_jury_app with check (program_id = app_program());
--> statement-breakpoint
create policy read_at_the_desk on register_entries for select to peer_jury_app using (program_id = app_program() and app_desk());
--> statement-breakpoint
create policy entered_by_any_act on register_entries for insert to peer_jury_app
  with check (program_id = app_program() and account_id is not distinct from app_account());
--> statement-breakpoint
create policy read_at_the_desk on register_chain for select to peer_jury_app using (program_id = app_program() and app_desk());
--> statement-breakpoint
create policy read_at_the_desk on register_heads for select to peer_jury_app using (program_id = app_program() and app_desk());
--> statement-breakpoint
-- Which cases are of one incident is said at the desk.
create policy linked_at_the_desk on case_links as restrictive for insert to peer_jury_app with check (app_desk());
--> statement-breakpoint
create policy unlinked_at_the_desk on case_links as restrictive for delete to peer_jury_app using (app_desk());
--> statement-breakpoint
-- A thing begins at its beginning: the lawful moves of 0004 hold for what is there, so nothing may be put in further along.
create policy begins on cases as restrictive for insert to peer_jury_app with check (status in ('referred'));
--> statement-breakpoint
create policy begins on nights as restrictive for insert to peer_jury_app with check (status in ('draft'));
--> statement-breakpoint
create policy begins on hearings as restrictive for insert to peer_jury_app with check (status in ('docketed'));
--> statement-breakpoint
create policy begins on assignments as restrictive for insert to peer_jury_app with check (status in ('offered', 'confirmed'));
--> statement-breakpoint
create policy begins on dispositions as restrictive for insert to peer_jury_app with check (status in ('draft'));
--> statement-breakpoint
create policy begins on obligations as restrictive for insert to peer_jury_app with check (status in ('assigned'));
