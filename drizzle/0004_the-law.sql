-- The last line of the law. Each rule stands in the code first, where it is refused in words; what gets past the code stops here.
-- Functions run as the keeper, since a rule must see all rows that it counts.
create extension if not exists btree_gist;
--> statement-breakpoint

-- The lawful moves, as the code lists them; a test holds both lists against each other.
create table lawful_moves (thing text not null, from_status text not null, to_status text not null, primary key (thing, from_status, to_status));
--> statement-breakpoint
grant select on lawful_moves to peer_jury_app, peer_jury_keeper, peer_jury_backup;
--> statement-breakpoint
insert into lawful_moves (thing, from_status, to_status) values
  ('cases', 'referred', 'screening'),
  ('cases', 'screening', 'contacting'),
  ('cases', 'screening', 'declined_ineligible'),
  ('cases', 'contacting', 'intake'),
  ('cases', 'contacting', 'unreachable'),
  ('cases', 'intake', 'awaiting_consent'),
  ('cases', 'awaiting_consent', 'ready'),
  ('cases', 'contacting', 'declined_by_family'),
  ('cases', 'intake', 'declined_by_family'),
  ('cases', 'awaiting_consent', 'declined_by_family'),
  ('cases', 'ready', 'docketed'),
  ('cases', 'ready', 'unreachable'),
  ('cases', 'ready', 'returned_to_source'),
  ('cases', 'docketed', 'ready'),
  ('cases', 'docketed', 'in_hearing'),
  ('cases', 'in_hearing', 'ready'),
  ('cases', 'in_hearing', 'disposed'),
  ('cases', 'ready', 'withdrawn'),
  ('cases', 'docketed', 'withdrawn'),
  ('cases', 'in_hearing', 'withdrawn'),
  ('cases', 'disposed', 'withdrawn'),
  ('cases', 'disposed', 'active'),
  ('cases', 'active', 'noncompliance_review'),
  ('cases', 'docketed', 'noncompliance_review'),
  ('cases', 'noncompliance_review', 'active'),
  ('cases', 'noncompliance_review', 'ready'),
  ('cases', 'noncompliance_review', 'terminated'),
  ('cases', 'active', 'completed'),
  ('cases', 'completed', 'closed_success'),
  ('cases', 'declined_ineligible', 'returned_to_source'),
  ('cases', 'declined_by_family', 'returned_to_source'),
  ('cases', 'unreachable', 'returned_to_source'),
  ('cases', 'withdrawn', 'returned_to_source'),
  ('cases', 'terminated', 'returned_to_source'),
  ('cases', 'closed_success', 'sealed'),
  ('cases', 'returned_to_source', 'sealed'),
  ('cases', 'sealed', 'purged'),
  ('nights', 'draft', 'published'),
  ('nights', 'published', 'staffed'),
  ('nights', 'published', 'open'),
  ('nights', 'staffed', 'open'),
  ('nights', 'open', 'in_progress'),
  ('nights', 'open', 'reconciled'),
  ('nights', 'in_progress', 'reconciled'),
  ('nights', 'reconciled', 'locked'),
  ('nights', 'reconciled', 'open'),
  ('nights', 'locked', 'open'),
  ('nights', 'draft', 'called_off'),
  ('nights', 'published', 'called_off'),
  ('nights', 'staffed', 'called_off'),
  ('nights', 'open', 'called_off'),
  ('hearings', 'docketed', 'in_hearing'),
  ('hearings', 'in_hearing', 'heard'),
  ('hearings', 'in_hearing', 'stopped'),
  ('hearings', 'docketed', 'reset'),
  ('hearings', 'docketed', 'missed'),
  ('assignments', 'offered', 'confirmed'),
  ('assignments', 'declined', 'confirmed'),
  ('assignments', 'swap_requested', 'confirmed'),
  ('assignments', 'offered', 'declined'),
  ('assignments', 'confirmed', 'declined'),
  ('assignments', 'confirmed', 'swap_requested'),
  ('assignments', 'swap_requested', 'released'),
  ('assignments', 'confirmed', 'released'),
  ('assignments', 'offered', 'checked_in'),
  ('assignments', 'confirmed', 'checked_in'),
  ('assignments', 'swap_requested', 'checked_in'),
  ('assignments', 'no_show', 'checked_in'),
  ('assignments', 'checked_in', 'confirmed'),
  ('assignments', 'checked_in', 'seated'),
  ('assignments', 'standby', 'seated'),
  ('assignments', 'excused_conflict', 'seated'),
  ('assignments', 'seated', 'checked_in'),
  ('assignments', 'checked_in', 'excused_conflict'),
  ('assignments', 'seated', 'excused_conflict'),
  ('assignments', 'seated', 'served'),
  ('assignments', 'checked_in', 'standby'),
  ('assignments', 'confirmed', 'no_show'),
  ('assignments', 'offered', 'no_show'),
  ('assignments', 'swap_requested', 'no_show'),
  ('assignments', 'offered', 'cancelled_by_program'),
  ('assignments', 'confirmed', 'cancelled_by_program'),
  ('assignments', 'swap_requested', 'cancelled_by_program'),
  ('dispositions', 'draft', 'proposed'),
  ('dispositions', 'proposed', 'draft'),
  ('dispositions', 'draft', 'refused'),
  ('dispositions', 'proposed', 'refused'),
  ('dispositions', 'proposed', 'in_effect'),
  ('obligations', 'assigned', 'scheduled'),
  ('obligations', 'missed', 'scheduled'),
  ('obligations', 'assigned', 'submitted'),
  ('obligations', 'scheduled', 'submitted'),
  ('obligations', 'missed', 'submitted'),
  ('obligations', 'returned_for_fix', 'submitted'),
  ('obligations', 'verified', 'submitted'),
  ('obligations', 'submitted', 'assigned'),
  ('obligations', 'submitted', 'returned_for_fix'),
  ('obligations', 'assigned', 'verified'),
  ('obligations', 'scheduled', 'verified'),
  ('obligations', 'submitted', 'verified'),
  ('obligations', 'missed', 'verified'),
  ('obligations', 'returned_for_fix', 'verified'),
  ('obligations', 'verified', 'satisfied'),
  ('obligations', 'assigned', 'missed'),
  ('obligations', 'scheduled', 'missed'),
  ('obligations', 'assigned', 'waived'),
  ('obligations', 'scheduled', 'waived'),
  ('obligations', 'submitted', 'waived'),
  ('obligations', 'returned_for_fix', 'waived'),
  ('obligations', 'verified', 'waived'),
  ('obligations', 'missed', 'waived'),
  ('obligations', 'assigned', 'cancelled'),
  ('obligations', 'scheduled', 'cancelled'),
  ('obligations', 'submitted', 'cancelled'),
  ('obligations', 'returned_for_fix', 'cancelled'),
  ('obligations', 'verified', 'cancelled'),
  ('obligations', 'missed', 'cancelled');
--> statement-breakpoint
create function only_lawful_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status is distinct from old.status
    and not exists (select from lawful_moves m where m.thing = tg_table_name and m.from_status = old.status and m.to_status = new.status) then
    raise exception '% may not go from % to %', tg_table_name, old.status, new.status using errcode = 'check_violation', constraint = 'only_lawful_moves';
  end if;
  return new;
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['cases', 'nights', 'hearings', 'assignments', 'dispositions', 'obligations'] loop
    execute format('create trigger only_lawful_moves before update of status on %I for each row execute function only_lawful_moves()', t);
  end loop;
end $$;
--> statement-breakpoint
create function unlawful(rule text, words text) returns void language plpgsql as $$
begin
  raise exception '%', words using errcode = 'check_violation', constraint = rule;
end $$;
--> statement-breakpoint
create function is_adult(program uuid, person uuid, book uuid, on_day date) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select p.birth_date + make_interval(years => (r.rules ->> 'adultAt')::int) <= on_day
    from people p, rulebooks r where p.program_id = program and p.id = person and r.program_id = program and r.id = book), false)
$$;
--> statement-breakpoint

-- Rules 1 and 2: nobody is docketed without an admission, their own consent and, under age, a guardian's.
create function docketed_with_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status in ('ready', 'docketed') and old.status in ('awaiting_consent', 'ready') and (
    (select count(distinct c.kind) from consents c where c.program_id = new.program_id and c.case_id = new.id and c.withdrawn_at is null
      and c.kind in ('admission', 'participation') and c.person_id = new.respondent_id) < 2
    or not (is_adult(new.program_id, new.respondent_id, new.rulebook_id, (now() at time zone (select g.time_zone from programs g where g.id = new.program_id))::date)
      or exists (select from consents c where c.program_id = new.program_id and c.case_id = new.id and c.withdrawn_at is null and c.kind = 'guardian'))) then
    perform unlawful('consent_before_docket', 'a case is docketed only with an admission and the consents');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger docketed_with_consent before update of status on cases for each row execute function docketed_with_consent();
--> statement-breakpoint

-- Rule 3: a yes that carries the case can be taken back until the agreement counts. What was taken back is said anew, never brought back.
create function consent_taken_back_in_time() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
    perform unlawful('consent_taken_back_for_good', 'what was taken back is given anew, and not brought back');
  end if;
  if old.withdrawn_at is null and new.withdrawn_at is not null and new.kind in ('admission', 'participation', 'guardian')
    and exists (select from dispositions d where d.program_id = new.program_id and d.case_id = new.case_id and d.status = 'in_effect') then
    perform unlawful('consent_until_agreement', 'a consent is taken back before the agreement counts, and not after');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger consent_taken_back_in_time before update of withdrawn_at on consents for each row execute function consent_taken_back_in_time();
--> statement-breakpoint

-- Rule 32: the last day on which a hearing leads anywhere. No case is put on the docket of a later night, and one that waits for a night
-- goes back only when that day lies behind it.
create function last_hearing_day(program uuid, the_case uuid) returns date language sql stable security definer set search_path = public, pg_temp as $$
  select least(r.received_on + (b.rules #>> '{clocks,statuteDaysFromReferral}')::int, r.return_by)
    from cases c join referrals r on r.program_id = c.program_id and r.id = c.referral_id
      join rulebooks b on b.program_id = c.program_id and b.id = c.rulebook_id
    where c.program_id = program and c.id = the_case
$$;
--> statement-breakpoint
create function heard_by_last_day() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status = 'docketed' and (select n.held_on from nights n where n.program_id = new.program_id and n.id = new.night_id)
      > last_hearing_day(new.program_id, new.case_id) then
    perform unlawful('heard_by_last_day', 'no case is heard after its last lawful day');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger heard_by_last_day before insert or update of night_id, case_id on hearings for each row execute function heard_by_last_day();
--> statement-breakpoint
create function returned_after_last_day() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(new.closed_on > last_hearing_day(new.program_id, new.id), false) then
    perform unlawful('returned_after_last_day', 'a case that waits for its night goes back only after its last lawful day');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger returned_after_last_day before update of status on cases for each row
  when (old.status = 'ready' and new.status = 'returned_to_source') execute function returned_after_last_day();
--> statement-breakpoint

-- Rule 42: nothing is completed while a promise of the young person is open.
create function completed_when_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status in ('completed', 'closed_success') and new.status <> old.status and (
    not exists (select from obligations o where o.program_id = new.program_id and o.case_id = new.id and o.owed_by = 'young-person')
    or exists (select from obligations o where o.program_id = new.program_id and o.case_id = new.id and o.owed_by = 'young-person'
      and o.status not in ('satisfied', 'waived'))) then
    perform unlawful('completed_when_kept', 'a case is completed only when every promise is kept or waived');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger completed_when_kept before update of status on cases for each row execute function completed_when_kept();
--> statement-breakpoint

-- Rule 18: a room hears one case at a time, and a juror sits in one room at a time.
-- Deferrable, so that two cases can change places in one statement.
alter table hearings add constraint hearings_one_at_a_time exclude using gist (program_id with =, room_id with =, during with &&)
  where (status in ('docketed', 'in_hearing')) deferrable;
--> statement-breakpoint
-- And whatever was planned: what goes on, goes on alone in its room.
create unique index hearings_one_going_on_in_a_room on hearings (program_id, room_id) where status = 'in_hearing';
--> statement-breakpoint
alter table hearings add constraint hearings_during check (during = tstzrange(starts_at, ends_at));
--> statement-breakpoint
alter table seats add constraint seats_one_room_at_a_time exclude using gist (program_id with =, juror_id with =, during with &&) where (status = 'seated');
--> statement-breakpoint

-- Whether two people are of one age on a day: whole years, within the band of the rulebook. Where a day of birth is not known, they are not.
create function is_peer(program uuid, one uuid, other uuid, book uuid, on_day date) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select abs(extract(year from age(on_day, p.birth_date)) - extract(year from age(on_day, o.birth_date))) <= (r.rules #>> '{jury,peerBandYears}')::int
    from people p, people o, rulebooks r where p.program_id = program and p.id = one and o.program_id = program and o.id = other
      and r.program_id = program and r.id = book), false)
$$;
--> statement-breakpoint
-- Rules 10 and 11: what is written down between two people, and what follows from a third, to whom both are family or under whose roof
-- both live. The code says the same (the family web of the jury's rules).
create function are_tied(program uuid, one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  with family as not materialized (
    select k.person_id as one, k.other_id as other from kinships k where k.program_id = program and (k.tie <> 'acquaintance' or k.same_household = 'yes')
    union all select k.other_id, k.person_id from kinships k where k.program_id = program and (k.tie <> 'acquaintance' or k.same_household = 'yes'))
  select exists (select from kinships k where k.program_id = program
      and ((k.person_id = one and k.other_id = other) or (k.person_id = other and k.other_id = one)))
    or exists (select from family a join family b on b.other = a.other where a.one = $2 and b.one = $3)
$$;
--> statement-breakpoint
-- Rule 13: whether two people answer, or answered, for one matter together.
create function answer_together(program uuid, one uuid, other uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from case_links l join cases a on a.program_id = l.program_id and a.id = l.case_id
      join cases b on b.program_id = l.program_id and b.id = l.other_case_id
    where l.program_id = program and l.link = 'co-respondent'
      and ((a.respondent_id = $2 and b.respondent_id = $3) or (a.respondent_id = $3 and b.respondent_id = $2)))
$$;
--> statement-breakpoint
-- Rules 9, 10, 11, 13, 15, 16: the chair is for a peer who is here and ready to serve; not for the respondent, the family of either side,
-- or one who knows them. Rule 18: who comes late has not heard all of it, so a chair is taken before the case begins.
create function seat_is_lawful() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare j jurors; h hearings; c cases; born_adult boolean; heard_on date;
begin
  if new.status <> 'seated' then return new; end if;
  select * into j from jurors where program_id = new.program_id and id = new.juror_id;
  select * into h from hearings where program_id = new.program_id and id = new.hearing_id;
  select * into c from cases where program_id = new.program_id and id = h.case_id;
  select held_on into heard_on from nights where program_id = new.program_id and id = h.night_id;
  if h.status <> 'docketed' and (tg_op = 'INSERT' or old.status <> 'seated') then
    perform unlawful('seat_before_beginning', 'a juror takes a chair before the case begins');
  end if;
  if not exists (select from assignments a where a.program_id = new.program_id and a.id = new.assignment_id and a.juror_id = new.juror_id
      and a.night_id = h.night_id and a.status in ('checked_in', 'seated', 'served', 'standby', 'excused_conflict')) then
    perform unlawful('seat_for_who_is_here', 'a chair is for a juror who has come to this night');
  end if;
  if not is_peer(new.program_id, j.person_id, c.respondent_id, c.rulebook_id, heard_on) then
    perform unlawful('seat_for_peers', 'a jury is of the same age as the one whose case it hears');
  end if;
  if j.person_id = c.respondent_id or j.person_id = c.harmed_id then
    perform unlawful('seat_not_own_case', 'nobody hears their own case');
  end if;
  if are_tied(new.program_id, j.person_id, c.respondent_id) or are_tied(new.program_id, j.person_id, c.harmed_id) then
    perform unlawful('seat_not_family', 'nobody hears a case of their family');
  end if;
  if exists (select from conflicts x where x.program_id = new.program_id and x.juror_id = j.id and x.case_id = c.id) then
    perform unlawful('seat_no_conflict', 'a declared conflict keeps a juror off the case');
  end if;
  if exists (select from case_links l join cases o on o.program_id = l.program_id and o.id in (l.case_id, l.other_case_id) and o.id <> c.id
      where l.program_id = new.program_id and l.link = 'co-respondent' and c.id in (l.case_id, l.other_case_id) and o.respondent_id = j.person_id) then
    perform unlawful('seat_not_co_respondent', 'co-respondents do not hear each other');
  end if;
  born_adult := is_adult(new.program_id, j.person_id, c.rulebook_id, heard_on);
  if j.trained_on is null or j.oath_on is null or j.ended_on is not null or (j.approved_on is null and not born_adult) then
    perform unlawful('seat_ready', 'a juror serves only trained, sworn and with a guardian''s approval');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger seat_is_lawful before insert or update on seats for each row execute function seat_is_lawful();
--> statement-breakpoint

-- Rule 19: a night takes as many jurors as it has places.
create function night_has_place() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare places integer; taken integer;
  holding constant text[] := array['offered', 'confirmed', 'swap_requested', 'checked_in', 'seated', 'served', 'standby', 'excused_conflict'];
begin
  if not (new.status = any (holding)) or (tg_op = 'UPDATE' and old.status = any (holding)) then return new; end if;
  select n.juror_places into places from nights n where n.program_id = new.program_id and n.id = new.night_id for update;
  select count(*) into taken from assignments a where a.program_id = new.program_id and a.night_id = new.night_id and a.id <> new.id and a.status = any (holding);
  if taken >= places then perform unlawful('night_has_place', 'this night is full'); end if;
  return new;
end $$;
--> statement-breakpoint
create trigger night_has_place before insert or update of status on assignments for each row execute function night_has_place();
--> statement-breakpoint

-- Rule 9: nobody judges on the night of their own case. Looked at from both sides, and the night's row is locked, so that of two who ask
-- in the same moment one waits for the other.
create function no_jury_on_own_night() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not (new.status = any (array['offered', 'confirmed', 'swap_requested', 'checked_in', 'seated'])) then return new; end if;
  perform from nights n where n.program_id = new.program_id and n.id = new.night_id for update;
  if exists (select from hearings h join cases c on c.program_id = h.program_id and c.id = h.case_id
      join jurors j on j.program_id = h.program_id and j.person_id = c.respondent_id
      where h.program_id = new.program_id and h.night_id = new.night_id and h.status in ('docketed', 'in_hearing', 'heard', 'stopped') and j.id = new.juror_id) then
    perform unlawful('no_jury_on_own_night', 'nobody is called to a jury on the night of their own case');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger no_jury_on_own_night before insert or update of status, night_id, juror_id on assignments for each row execute function no_jury_on_own_night();
--> statement-breakpoint
create function no_case_on_own_jury_night() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status <> 'docketed' then return new; end if;
  perform from nights n where n.program_id = new.program_id and n.id = new.night_id for update;
  if exists (select from assignments a join jurors j on j.program_id = a.program_id and j.id = a.juror_id
      join cases c on c.program_id = a.program_id and c.respondent_id = j.person_id
      where a.program_id = new.program_id and a.night_id = new.night_id and c.id = new.case_id
        and a.status in ('offered', 'confirmed', 'swap_requested', 'checked_in', 'seated', 'served', 'standby', 'excused_conflict')) then
    perform unlawful('no_case_on_own_jury_night', 'a case is not heard on a night on which its young person is a juror');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger no_case_on_own_jury_night before insert or update of night_id, case_id on hearings for each row execute function no_case_on_own_jury_night();
--> statement-breakpoint

-- Rule 19 again: a place that is given stays given, and a case keeps the time it was told. A night is called off only with nobody left
-- on it who is still expected, and with nothing heard.
create function night_keeps_its_word() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.juror_places < old.juror_places and new.juror_places < (select count(*) from assignments a where a.program_id = new.program_id and a.night_id = new.id
      and a.status in ('offered', 'confirmed', 'swap_requested', 'checked_in', 'seated', 'served', 'standby', 'excused_conflict')) then
    perform unlawful('places_stay_given', 'a night has no fewer places than it has given');
  end if;
  -- The night moves to another day as a whole, before its doors open; its cases go with it, or the act ends here (docket_moves_along).
  if (new.held_on, new.starts_at, new.ends_at) is distinct from (old.held_on, old.starts_at, old.ends_at)
    and exists (select from hearings h where h.program_id = new.program_id and h.night_id = new.id and h.status <> 'reset'
      and (new.held_on = old.held_on or h.status <> 'docketed' or old.status not in ('published', 'staffed')
        or new.ends_at - new.starts_at <> old.ends_at - old.starts_at)) then
    perform unlawful('docket_keeps_its_times', 'a night with cases on its docket keeps its times');
  end if;
  if new.status = 'called_off' and old.status <> 'called_off' and (
    exists (select from hearings h where h.program_id = new.program_id and h.night_id = new.id and h.status in ('docketed', 'in_hearing', 'heard', 'stopped'))
    or exists (select from assignments a where a.program_id = new.program_id and a.night_id = new.id
      and a.status in ('offered', 'confirmed', 'swap_requested', 'checked_in', 'seated'))) then
    perform unlawful('called_off_in_full', 'a night is called off with all its cases and places');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger night_keeps_its_word before update on nights for each row execute function night_keeps_its_word();
--> statement-breakpoint
-- Rule 32 once more, and rule 19: at the end of the act every case of a night that has moved lies within it, and on no day after its last.
create function docket_moves_along() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from hearings h where h.program_id = new.program_id and h.night_id = new.id and h.status = 'docketed'
      and (h.starts_at < new.starts_at or h.ends_at > new.ends_at)) then
    perform unlawful('docket_moves_along', 'the cases of a night move with it');
  end if;
  if exists (select from hearings h join cases c on c.program_id = h.program_id and c.id = h.case_id and c.status = 'docketed'
      where h.program_id = new.program_id and h.night_id = new.id and h.status = 'docketed'
        and new.held_on > last_hearing_day(new.program_id, h.case_id)) then
    perform unlawful('heard_by_last_day', 'no case is heard after its last lawful day');
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger docket_moves_along after update on nights deferrable initially deferred
  for each row when (new.held_on <> old.held_on) execute function docket_moves_along();
--> statement-breakpoint

-- Rule 17: a case begins with a quorum in the chairs, and no more than the maximum; who has gone home holds none.
-- Rule 11: none of them has a declared conflict. Rule 18: none sits on a case that is going on. Rule 15: each has promised confidentiality that night.
-- Rule 21: with the young person there, and their guardian or a reason why not; and after the family was asked once more.
create function begins_with_quorum() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare jury jsonb; c cases; seated integer; unsworn integer; heard_on date;
begin
  if new.status <> 'in_hearing' or old.status = 'in_hearing' then return new; end if;
  select * into c from cases where program_id = new.program_id and id = new.case_id;
  select r.rules -> 'jury' into jury from rulebooks r where r.program_id = new.program_id and r.id = c.rulebook_id;
  select held_on into heard_on from nights where program_id = new.program_id and id = new.night_id;
  select count(*), count(*) filter (where a.oath_at is null) into seated, unsworn
    from seats s join assignments a on a.program_id = s.program_id and a.id = s.assignment_id
    where s.program_id = new.program_id and s.hearing_id = new.id and s.status = 'seated' and a.checked_out_at is null;
  if seated < (jury ->> 'quorum')::int or seated > (jury ->> 'maximum')::int then
    perform unlawful('begins_with_quorum', 'a case begins with a quorum and no more than the maximum');
  end if;
  if exists (select from seats s join conflicts x on x.program_id = s.program_id and x.juror_id = s.juror_id and x.case_id = c.id
      where s.program_id = new.program_id and s.hearing_id = new.id and s.status = 'seated') then
    perform unlawful('begins_without_conflict', 'who has a declared conflict steps back before the case begins');
  end if;
  -- Rules 9, 10 and 13 once more: what has come out since the jury was drawn.
  if exists (select from seats s join jurors j on j.program_id = s.program_id and j.id = s.juror_id
      where s.program_id = new.program_id and s.hearing_id = new.id and s.status = 'seated' and (j.person_id in (c.respondent_id, c.harmed_id)
        or are_tied(new.program_id, j.person_id, c.respondent_id) or are_tied(new.program_id, j.person_id, c.harmed_id)
        or exists (select from case_links l join cases o on o.program_id = l.program_id and o.id in (l.case_id, l.other_case_id) and o.id <> c.id
          where l.program_id = new.program_id and l.link = 'co-respondent' and c.id in (l.case_id, l.other_case_id) and o.respondent_id = j.person_id)
        or exists (select from seats t join jurors k on k.program_id = t.program_id and k.id = t.juror_id
          where t.program_id = new.program_id and t.hearing_id = new.id and t.status = 'seated' and t.id <> s.id
            and answer_together(new.program_id, j.person_id, k.person_id)))) then
    perform unlawful('begins_with_strangers', 'a jury is of strangers to the case when it begins');
  end if;
  if exists (select from seats s join seats o on o.program_id = s.program_id and o.juror_id = s.juror_id and o.hearing_id <> s.hearing_id and o.status = 'seated'
      join hearings g on g.program_id = o.program_id and g.id = o.hearing_id and g.status = 'in_hearing'
      where s.program_id = new.program_id and s.hearing_id = new.id and s.status = 'seated') then
    perform unlawful('begins_with_free_jurors', 'a juror sits on one case at a time');
  end if;
  if unsworn > 0 then perform unlawful('begins_sworn', 'every juror promises confidentiality that night'); end if;
  if new.respondent_came_at is null or new.go_on_asked_at is null
    or (new.guardian_came_at is null and new.guardian_excused is null and not is_adult(new.program_id, c.respondent_id, c.rulebook_id, heard_on)) then
    perform unlawful('begins_with_family', 'a case begins with the young person and their guardian');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger begins_with_quorum before update of status on hearings for each row execute function begins_with_quorum();
--> statement-breakpoint

-- Rules 23, 25, 27, 28, 29: what a disposition must hold, and who must have signed, before it counts.
create function disposition_is_lawful() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare caps jsonb; powers jsonb; hours integer; cents integer; sittings integer; named integer; heard integer; signed text[]; c cases;
begin
  if new.status not in ('proposed', 'in_effect') then return new; end if;
  select r.rules -> 'caps', r.rules -> 'powers' into caps, powers from rulebooks r where r.program_id = new.program_id and r.id = new.rulebook_id;
  select coalesce(sum(t.amount) filter (where t.kind = 'jury-service'), 0), coalesce(sum(t.amount) filter (where t.kind = 'community-service'), 0),
    coalesce(sum(t.amount) filter (where t.kind = 'restitution'), 0) into sittings, hours, cents
    from terms t where t.program_id = new.program_id and t.disposition_id = new.id and t.owed_by = 'young-person';
  if sittings < 1 and new.no_jury_service_reason is null then
    perform unlawful('jury_service_always', 'every disposition holds future jury service');
  end if;
  if sittings > (caps ->> 'jurySessions')::int or hours > (caps ->> 'serviceHours')::int * 60 or cents > (caps ->> 'restitutionCents')::int then
    perform unlawful('within_caps', 'the law caps what may be ordered');
  end if;
  -- More money than the loss that is known is ordered only with an adult's reason.
  if cents > (select sum(r.loss_cents) from cases k join referrals r on r.program_id = k.program_id and (r.id = k.referral_id
        or exists (select from further_matters f where f.program_id = k.program_id and f.case_id = k.id and f.referral_id = r.id))
      where k.program_id = new.program_id and k.id = new.case_id)
    and not exists (select from terms t where t.program_id = new.program_id and t.disposition_id = new.id and t.kind = 'restitution'
      and t.owed_by = 'young-person' and t.out_of_range_reason is not null) then
    perform unlawful('within_known_loss', 'more than the known loss is paid back only with a reason');
  end if;
  -- Who decided sat in the chair to the end of the hearing: neither stepped back, nor let go with an earlier draw, nor gone home before.
  select count(*), count(*) filter (where d.hearing_id = new.hearing_id and s.status = 'seated'
      and (a.checked_out_at is null or a.checked_out_at >= h.ended_at)) into named, heard
    from deciders d join seats s on s.program_id = d.program_id and s.hearing_id = d.hearing_id and s.juror_id = d.juror_id
      join assignments a on a.program_id = s.program_id and a.id = s.assignment_id
      join hearings h on h.program_id = s.program_id and h.id = s.hearing_id
    where d.program_id = new.program_id and d.disposition_id = new.id;
  if named = 0 or heard < named then
    perform unlawful('decided_by_jurors', 'a disposition names the jurors who decided, and they heard the case to its end');
  end if;
  if heard < (select (r.rules #>> '{jury,quorum}')::int from cases k join rulebooks r on r.program_id = k.program_id and r.id = k.rulebook_id
      where k.program_id = new.program_id and k.id = new.case_id) then
    perform unlawful('decided_by_quorum', 'a jury that has fallen below the quorum decides nothing');
  end if;
  if new.status = 'in_effect' then
    select * into c from cases where program_id = new.program_id and id = new.case_id;
    -- What was signed before it was last proposed was something else.
    select coalesce(array_agg(s.signer), '{}') into signed from signatures s
      where s.program_id = new.program_id and s.disposition_id = new.id and s.signed_at >= new.proposed_at;
    if not ('respondent' = any (signed))
      or not (is_adult(new.program_id, c.respondent_id, new.rulebook_id, new.in_effect_on) or 'guardian' = any (signed))
      or ((powers ->> 'judgeConfirms')::boolean and not ('judge' = any (signed))) then
      perform unlawful('signed_before_effect', 'a disposition takes effect only when it is signed');
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger disposition_is_lawful before insert or update on dispositions for each row execute function disposition_is_lawful();
--> statement-breakpoint

-- Rule 28 again: when somebody went home says whether they heard a case to its end. It is taken back only while the night is open.
create function leaving_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from nights n where n.program_id = new.program_id and n.id = new.night_id and n.status in ('open', 'in_progress')) then
    perform unlawful('leaving_stands', 'that somebody went home is taken back only while the night is open');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger leaving_stands before update of checked_out_at on assignments for each row
  when (old.checked_out_at is not null and new.checked_out_at is null) execute function leaving_stands();
--> statement-breakpoint

-- Rule 31: what was signed stays as it was signed.
create function disposition_stays() returns trigger language plpgsql as $$
begin
  perform unlawful('disposition_stays', 'a disposition in effect is changed by amendment only');
  return null;
end $$;
--> statement-breakpoint
create trigger disposition_stays before update or delete on dispositions for each row when (old.status = 'in_effect') execute function disposition_stays();
--> statement-breakpoint
create function terms_stay() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from dispositions d where d.program_id = coalesce(new.program_id, old.program_id)
      and d.id = coalesce(new.disposition_id, old.disposition_id) and d.status <> 'draft') then
    perform unlawful('terms_stay', 'the terms of a disposition stand once it is proposed');
  end if;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger terms_stay before insert or update or delete on terms for each row execute function terms_stay();
--> statement-breakpoint

-- Rule 35: whether a place at a night is one that was owed is told by what attendance counted, and by nothing else. Nobody writes it: whatever is put
-- in, this decides. Until somebody has given their evening, it says what is to be expected: a duty that stood before that night, and is not yet served.
create function owed_is_what_counted() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.mandated := exists (select from progress p where p.program_id = new.program_id and p.assignment_id = new.id and p.state <> 'returned')
    or (new.status not in ('served', 'standby', 'excused_conflict') and exists (
      select from jurors j join obligations o on o.program_id = j.program_id and o.person_id = j.person_id
        join terms t on t.program_id = o.program_id and t.id = o.term_id
        join dispositions d on d.program_id = t.program_id and d.id = t.disposition_id
        join nights n on n.program_id = j.program_id and n.id = new.night_id
      where j.program_id = new.program_id and j.id = new.juror_id and o.kind = 'jury-service'
        and o.status not in ('satisfied', 'waived', 'cancelled') and d.in_effect_on < n.held_on));
  return new;
end $$;
--> statement-breakpoint
create trigger owed_is_what_counted before insert or update of status, mandated on assignments for each row execute function owed_is_what_counted();
--> statement-breakpoint
create function place_follows_count() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update assignments set mandated = mandated where program_id = new.program_id and id = new.assignment_id;
  return null;
end $$;
--> statement-breakpoint
create trigger place_follows_count after insert or update on progress for each row when (new.assignment_id is not null) execute function place_follows_count();
--> statement-breakpoint
create function places_follow_duty() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update assignments a set mandated = a.mandated from jurors j
    where j.program_id = new.program_id and j.person_id = new.person_id and a.program_id = j.program_id and a.juror_id = j.id
      and a.status in ('offered', 'confirmed', 'swap_requested', 'checked_in', 'seated');
  return null;
end $$;
--> statement-breakpoint
create trigger places_follow_duty after insert or update of status on obligations for each row when (new.kind = 'jury-service') execute function places_follow_duty();
--> statement-breakpoint
grant update (mandated) on assignments to peer_jury_keeper;
--> statement-breakpoint
create policy keeper_counts on assignments for update to peer_jury_keeper using (true);
--> statement-breakpoint

-- Rules 34, 35, 38: who may verify, what proves jury service, and never more restitution than was ordered. What counts was done since
-- the agreement counts and is not still to come, written proof has words, a day has twenty-four hours, and only what nobody has answered
-- is taken back, for good.
create function progress_is_lawful() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare o obligations;
begin
  if tg_op = 'UPDATE' and old.state <> new.state and (old.state = 'taken_back' or (new.state = 'taken_back' and old.state <> 'submitted')) then
    perform unlawful('taken_back_unanswered', 'only what nobody has answered is taken back');
  end if;
  if new.state = 'taken_back' then return new; end if;
  select * into o from obligations where program_id = new.program_id and id = new.obligation_id for update;
  if new.state = 'verified' and exists (
    select from people p where p.program_id = new.program_id and p.account_id = new.verified_by and (p.id = o.person_id
      or exists (select from kinships k where k.program_id = new.program_id and o.person_id in (k.person_id, k.other_id) and p.id in (k.person_id, k.other_id)))) then
    perform unlawful('verified_by_another', 'nobody verifies their own work or a relative''s');
  end if;
  if o.kind = 'jury-service' and not exists (
    select from assignments a join jurors j on j.program_id = a.program_id and j.id = a.juror_id
    where a.program_id = new.program_id and a.id = new.assignment_id and j.person_id = o.person_id and a.status in ('served', 'standby', 'excused_conflict')) then
    perform unlawful('jury_service_from_attendance', 'jury service is proved by attendance only');
  end if;
  if o.kind = 'restitution' and new.state <> 'returned' and new.amount + (
    select coalesce(sum(p.amount), 0) from progress p where p.program_id = new.program_id and p.obligation_id = o.id and p.id <> new.id and p.state not in ('returned', 'taken_back')) > o.amount then
    perform unlawful('never_overpaid', 'no more restitution is taken than was ordered');
  end if;
  if new.state = 'returned' then return new; end if;
  if o.kind <> 'jury-service' and new.done_on > (new.submitted_at at time zone (select g.time_zone from programs g where g.id = new.program_id))::date then
    perform unlawful('done_already', 'what is handed in has been done');
  end if;
  if new.done_on < (select d.in_effect_on from terms t join dispositions d on d.program_id = t.program_id and d.id = t.disposition_id
      where t.program_id = new.program_id and t.id = o.term_id) then
    perform unlawful('done_since_agreement', 'what was done before the agreement counts is no piece of it');
  end if;
  if o.owed_by = 'young-person' and o.proof = 'document' and btrim(coalesce(new.words, '')) = '' then
    perform unlawful('written_proof_has_words', 'a letter is proved by its words');
  end if;
  if o.owed_by = 'young-person' and o.unit = 'minute' and new.amount + (
    select coalesce(sum(p.amount), 0) from progress p join obligations b on b.program_id = p.program_id and b.id = p.obligation_id
      where p.program_id = new.program_id and p.done_on = new.done_on and p.id <> new.id and p.state not in ('returned', 'taken_back')
        and b.person_id = o.person_id and b.unit = 'minute') > 24 * 60 then
    perform unlawful('day_has_24_hours', 'a day has twenty-four hours');
  end if;
  return new;
end $$;
--> statement-breakpoint
grant update on obligations to peer_jury_keeper;
--> statement-breakpoint
create policy keeper_locks on obligations for update to peer_jury_keeper using (true);
--> statement-breakpoint
create trigger progress_is_lawful before insert or update on progress for each row execute function progress_is_lawful();
--> statement-breakpoint

-- Rule 33: satisfied means verified, to the full amount.
create function satisfied_when_verified() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status = 'satisfied' and old.status <> 'satisfied' and new.amount > (
    select coalesce(sum(p.amount), 0) from progress p where p.program_id = new.program_id and p.obligation_id = new.id and p.state = 'verified') then
    perform unlawful('satisfied_when_verified', 'a promise is kept when all of it is verified');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger satisfied_when_verified before update of status on obligations for each row execute function satisfied_when_verified();
--> statement-breakpoint

-- Rule 31 again: a promise in effect gets another day or amount only by an amendment that says so, and never becomes another promise.
create function changed_by_amendment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.case_id, new.term_id, new.owed_by, new.kind, new.unit) is distinct from (old.case_id, old.term_id, old.owed_by, old.kind, old.unit)
    or (new.due_on <> old.due_on and not exists (select from amendments a where a.program_id = new.program_id and a.term_id = new.term_id
      and a.field = 'due-on' and a.after = to_jsonb(new.due_on::text)))
    or (new.amount <> old.amount and not exists (select from amendments a where a.program_id = new.program_id and a.term_id = new.term_id
      and a.field = 'amount' and a.after = to_jsonb(new.amount))) then
    perform unlawful('changed_by_amendment', 'a promise in effect is changed by amendment only');
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger changed_by_amendment before update on obligations for each row execute function changed_by_amendment();
--> statement-breakpoint

-- Rule 36: a balance of credits is never below zero.
create function credits_never_negative() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select sum(minutes) from credit_entries where program_id = new.program_id and person_id = new.person_id) < 0 then
    perform unlawful('credits_never_negative', 'a balance of credits is never below zero');
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger credits_never_negative after insert on credit_entries for each row when (new.minutes < 0) execute function credits_never_negative();
