-- What leaves the books as numbers. An evaluator's connection reaches these functions and nothing else: no table, no row of a person.
-- They run as the keeper and answer with counts for one program, to those who may ask; planned anew for each span of days.
create schema reporting;
--> statement-breakpoint
grant usage on schema reporting to peer_jury_evaluator, peer_jury_app;
--> statement-breakpoint
create function reporting.may_ask() returns boolean language sql stable set search_path = public, pg_temp as $$
  select app_role() in ('coordinator', 'evaluator')
$$;
--> statement-breakpoint

-- The cases referred in a span of days, each counted once: how far it came, what became of it, why it ended, and what the reports ask of it.
-- A case whose matter joined another is counted there and nowhere else (rule 7).
create function reporting.cohort(first_day date, last_day date, as_of date)
returns table (stage text, fate text, reason text, afterwards text, is_sealed boolean, without_jury_service boolean, with_waiver boolean, outside_grid boolean, cases integer)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
#variable_conflict use_column
begin
  return query
  with heard as (
    select distinct h.case_id from hearings h where h.program_id = (select app_program()) and h.status = 'heard'
  ), promised as (
    select o.case_id, max(o.due_on) as due_on, bool_or(o.status = 'waived') as waived from obligations o where o.program_id = (select app_program()) and o.owed_by = 'young-person' group by o.case_id
  ), outside as (
    select distinct t.disposition_id from terms t where t.program_id = (select app_program()) and t.out_of_range_reason is not null
  ), referred as (
    select c.respondent_id, c.status, c.accepted_on, c.closed_on, c.sealed_at is not null as is_sealed, coalesce(p.due_on, c.due_on) as due_on,
      h.case_id is not null as was_heard, d.id is not null as in_effect, coalesce(d.no_jury_service_reason is not null, false) as without_jury_service,
      d.id is not null and coalesce(p.waived, false) as with_waiver,
      d.id is not null and (d.below_floor_reason is not null or x.disposition_id is not null) as outside_grid,
      coalesce(c.return_reason, k.return_reason, case c.status when 'declined_ineligible' then 'not-eligible'
        when 'declined_by_family' then 'family-declined' when 'unreachable' then 'not-reached' end) as reason,
      case when k.outcome = 'completed' or c.status in ('completed', 'closed_success') then 'completed'
        when k.outcome = 'returned' or c.status in ('declined_ineligible', 'declined_by_family', 'unreachable', 'withdrawn', 'terminated', 'returned_to_source') then 'returned'
        else 'open' end as fate
    from cases c
      left join closures k on k.program_id = c.program_id and k.case_id = c.id
      left join dispositions d on d.program_id = c.program_id and d.case_id = c.id and d.status = 'in_effect'
      left join heard h on h.case_id = c.id
      left join promised p on p.case_id = c.id
      left join outside x on x.disposition_id = d.id
    where c.program_id = (select app_program()) and c.opened_on between first_day and last_day and (select reporting.may_ask())
      and not exists (select from further_matters f where f.program_id = c.program_id and f.referral_id = c.referral_id)
  ), placed as (
    select r.*,
      case when r.in_effect then 'in-effect' when r.was_heard then 'heard'
        when r.status in ('ready', 'docketed', 'in_hearing', 'disposed', 'noncompliance_review', 'withdrawn', 'terminated')
          or r.accepted_on is not null or r.reason in ('deadline-passed', 'withdrew', 'terms-refused', 'terms-not-met', 'did-not-come', 'new-offence') then 'ready'
        when r.status in ('contacting', 'intake', 'awaiting_consent', 'declined_by_family', 'unreachable')
          or r.reason in ('family-declined', 'not-reached') then 'accepted'
        else 'referred' end as stage,
      case when r.fate <> 'completed' then 'none' when r.closed_on is null or r.closed_on + 180 > as_of then 'too-early'
        when exists (
          select from jurors j join assignments a on a.program_id = j.program_id and a.juror_id = j.id
            join nights n on n.program_id = a.program_id and n.id = a.night_id
          where j.program_id = (select app_program()) and j.person_id = r.respondent_id and not a.mandated
            and a.status in ('served', 'standby', 'excused_conflict') and n.held_on > r.closed_on and n.held_on <= r.closed_on + 180) then 'came-back'
        else 'did-not' end as afterwards
    from referred r
  )
  select p.stage, case when p.fate = 'open' and p.stage = 'in-effect' and p.due_on < as_of then 'overdue' else p.fate end,
    case when p.fate = 'returned' then coalesce(p.reason, 'not-recorded') else 'none' end,
    p.afterwards, p.is_sealed, p.without_jury_service, p.with_waiver, p.outside_grid, count(*)::integer
  from placed p group by 1, 2, 3, 4, 5, 6, 7, 8;
end $$;
--> statement-breakpoint

-- Help given in a span of days: evenings of jury service by those who owed them and by those who chose to, and hours in the community that somebody confirmed.
create function reporting.service(first_day date, last_day date)
returns table (kind text, times integer, minutes integer, people integer)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
#variable_conflict use_column
begin
  return query
  select case when grouping(a.mandated) = 1 then 'jury' when a.mandated then 'jury-owed' else 'jury-by-choice' end,
    count(*)::integer, 0, count(distinct j.person_id)::integer
  from assignments a join nights n on n.program_id = a.program_id and n.id = a.night_id
    join jurors j on j.program_id = a.program_id and j.id = a.juror_id
  where a.program_id = (select app_program()) and n.held_on between first_day and last_day
    and a.status in ('served', 'standby', 'excused_conflict') and (select reporting.may_ask())
  group by grouping sets ((a.mandated), ())
  union all
  select 'community', count(*)::integer, coalesce(sum(p.amount), 0)::integer, count(distinct o.person_id)::integer
  from progress p join obligations o on o.program_id = p.program_id and o.id = p.obligation_id
  where p.program_id = (select app_program()) and o.kind = 'community-service' and o.owed_by = 'young-person'
    and p.state = 'verified' and p.done_on between first_day and last_day and (select reporting.may_ask());
end $$;
--> statement-breakpoint

-- The court's own promises that fell due in a span of days.
create function reporting.our_promises(first_day date, last_day date, as_of date)
returns table (due integer, kept integer, set_aside integer)
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
#variable_conflict use_column
begin
  return query
  select count(*) filter (where o.status not in ('waived', 'cancelled'))::integer, count(*) filter (where o.status = 'satisfied')::integer,
    count(*) filter (where o.status in ('waived', 'cancelled'))::integer
  from obligations o
  where o.program_id = (select app_program()) and o.owed_by = 'court' and o.due_on between first_day and least(last_day, as_of) and (select reporting.may_ask());
end $$;
--> statement-breakpoint

-- For a young person's own page: how many peers heard them, and how many cases they have helped to hear. The names stay with the court (rule 28).
create function reporting.give_and_take(person uuid) returns table (heard_by integer, sat_for integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(distinct w.juror_id)::integer from deciders w
      join dispositions d on d.program_id = w.program_id and d.id = w.disposition_id
      join cases c on c.program_id = d.program_id and c.id = d.case_id
      where w.program_id = (select app_program()) and c.respondent_id = person),
    (select count(distinct s.hearing_id)::integer from seats s
      join jurors j on j.program_id = s.program_id and j.id = s.juror_id
      join hearings h on h.program_id = s.program_id and h.id = s.hearing_id
      where s.program_id = (select app_program()) and j.person_id = person and s.status = 'seated' and h.status = 'heard')
  where app_desk() or is_mine(person)
$$;
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  grant usage, create on schema reporting to peer_jury_keeper;
  for f in select p.oid from pg_proc p where p.pronamespace = 'reporting'::regnamespace loop
    execute format('alter function %s owner to peer_jury_keeper', f);
    execute format('revoke all on function %s from public', f);
  end loop;
  revoke create on schema reporting from peer_jury_keeper;
end $$;
--> statement-breakpoint
grant execute on function reporting.cohort(date, date, date), reporting.service(date, date), reporting.our_promises(date, date, date)
  to peer_jury_evaluator, peer_jury_app;
--> statement-breakpoint
grant execute on function reporting.give_and_take(uuid) to peer_jury_app;
