-- What happens before anyone knows which program a visitor belongs to: signing in, slips, sessions. Each function does one narrow thing.
create function door_account(wanted_email text) returns table (account_id uuid, password_hash text, disabled boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, accounts.password_hash, disabled_at is not null from accounts where lower(email) = lower(wanted_email)
$$;
--> statement-breakpoint
create function door_memberships(of_account uuid) returns table (membership_id uuid, program_id uuid, program_name text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.program_id, p.name, m.role from memberships m join programs p on p.id = m.program_id
  where m.account_id = of_account and m.ended_at is null order by p.name, m.since
$$;
--> statement-breakpoint
create function door_slips(wanted_selector text, at_time timestamptz) returns table (program_id uuid, slip_id uuid, membership_id uuid, account_id uuid, secret_hash text, valid_to timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.program_id, s.id, s.membership_id, m.account_id, s.secret_hash, s.valid_to
  from slips s join memberships m on m.program_id = s.program_id and m.id = s.membership_id join accounts a on a.id = m.account_id
  where s.selector = wanted_selector and s.revoked_at is null and not (s.single_use and s.used_at is not null)
    and at_time >= s.valid_from and at_time < s.valid_to and m.ended_at is null and a.disabled_at is null and m.role in ('youth', 'family')
$$;
--> statement-breakpoint
-- True for exactly one caller, however many try a single-use slip at once.
create function door_use_slip(of_program uuid, slip uuid, at_time timestamptz) returns table (used boolean)
language sql security definer set search_path = public, pg_temp as $$
  with taken as (update slips set used_at = coalesce(used_at, at_time)
    where program_id = of_program and id = slip and revoked_at is null and not (single_use and used_at is not null) returning 1)
  select exists (select from taken)
$$;
--> statement-breakpoint
create function door_open_session(of_program uuid, session uuid, secret text, of_account uuid, membership uuid, at_time timestamptz, idle integer, ends timestamptz)
returns table (opened boolean) language sql security definer set search_path = public, pg_temp as $$
  with made as (
    insert into sessions (program_id, id, secret_hash, account_id, membership_id, started_at, seen_at, idle_minutes, ends_at)
    select m.program_id, session, secret, m.account_id, m.id, at_time, at_time, idle, ends from memberships m join accounts a on a.id = m.account_id
    where m.program_id = of_program and m.id = membership and m.account_id = of_account and m.ended_at is null and a.disabled_at is null returning 1)
  select exists (select from made)
$$;
--> statement-breakpoint
-- A live session with all that a page needs to know of its wearer. Looked at is kept to the minute.
create function door_session(secret text, at_time timestamptz) returns table (session_id uuid, program_id uuid, account_id uuid, membership_id uuid,
  person_id uuid, role text, name text, program_name text, short_name text, time_zone text, languages text[], language text, help_phone text, place text, seen_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.program_id, s.account_id, s.membership_id, p.id, m.role, coalesce(p.called_name, a.display_name),
    g.name, g.short_name, g.time_zone, g.languages, p.language, g.help_phone, g.place, s.seen_at
  from sessions s join memberships m on m.program_id = s.program_id and m.id = s.membership_id join accounts a on a.id = s.account_id
    join programs g on g.id = s.program_id left join people p on p.program_id = s.program_id and p.account_id = s.account_id
  where s.secret_hash = secret and s.ended_at is null and at_time < s.ends_at and at_time < s.seen_at + make_interval(mins => s.idle_minutes)
    and m.ended_at is null and a.disabled_at is null
$$;
--> statement-breakpoint
create function door_seen(secret text, at_time timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  update sessions set seen_at = at_time where secret_hash = secret and ended_at is null and seen_at < at_time
$$;
--> statement-breakpoint
create function door_end_session(secret text, at_time timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
  update sessions set ended_at = at_time where secret_hash = secret and ended_at is null
$$;
--> statement-breakpoint
-- Where else the wearer of this session is signed in, in whichever program, so that a lost phone can be shut out.
create function door_sessions(secret text, at_time timestamptz) returns table (session_id uuid, program_name text, role text, started_at timestamptz, seen_at timestamptz, is_this boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, g.name, m.role, o.started_at, o.seen_at, o.secret_hash = secret
  from sessions s join memberships m on m.account_id = s.account_id
    join sessions o on o.program_id = m.program_id and o.account_id = m.account_id and o.membership_id = m.id join programs g on g.id = o.program_id
  where s.secret_hash = secret and s.ended_at is null and o.ended_at is null and m.ended_at is null
    and at_time < o.ends_at and at_time < o.seen_at + make_interval(mins => o.idle_minutes)
  order by o.started_at desc
$$;
--> statement-breakpoint
create function door_end_other(secret text, wanted uuid, at_time timestamptz) returns table (ended boolean)
language sql security definer set search_path = public, pg_temp as $$
  with done as (update sessions set ended_at = at_time where id = wanted and ended_at is null
    and account_id in (select s.account_id from sessions s where s.secret_hash = secret and s.ended_at is null) returning 1)
  select exists (select from done)
$$;
--> statement-breakpoint
-- What somebody at work must know before they may change it: only the password of the live session's own account.
create function door_own_account(secret text, at_time timestamptz) returns table (email text, password_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.email, a.password_hash from door_session(secret, at_time) s join accounts a on a.id = s.account_id where a.password_hash is not null
$$;
--> statement-breakpoint
grant update (password_hash) on accounts to peer_jury_keeper;
--> statement-breakpoint
-- A new password for the live session's own account, if the one that was shown is still the one that holds; of two who change it at
-- once, one does. Every other session of the account is over, in whichever program.
create function door_set_password(secret text, was text, new_hash text, at_time timestamptz) returns table (changed boolean)
language sql security definer set search_path = public, pg_temp as $$
  with done as (update accounts a set password_hash = new_hash from door_session(secret, at_time) s
    where a.id = s.account_id and a.password_hash = was returning a.id),
  others as (update sessions o set ended_at = at_time from done
    where o.account_id = done.id and o.secret_hash <> secret and o.ended_at is null
      and o.program_id in (select m.program_id from memberships m where m.account_id = done.id) returning 1)
  select exists (select from done)
$$;
--> statement-breakpoint
-- A new first password, given at the desk to somebody who works here and nowhere else: no court may shut a person out of another one.
create function renew_password(wanted uuid, new_hash text, at_time timestamptz) returns table (email text)
language sql security definer set search_path = public, pg_temp as $$
  with done as (update accounts a set password_hash = new_hash from memberships m
    where app_desk() and m.program_id = app_program() and m.id = wanted and m.ended_at is null and m.account_id = a.id
      and a.password_hash is not null and a.disabled_at is null
      and not exists (select from memberships o where o.account_id = a.id and o.program_id <> m.program_id and o.ended_at is null) returning a.id, a.email),
  over as (update sessions s set ended_at = at_time from done where s.program_id = app_program() and s.account_id = done.id and s.ended_at is null returning 1)
  select done.email from done
$$;
--> statement-breakpoint
-- Whether a colleague works in another court too: then no desk may hand out a password that opens the other one.
create function works_elsewhere(wanted uuid) returns table (elsewhere boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships m join memberships o on o.account_id = m.account_id and o.program_id <> m.program_id and o.ended_at is null
    where app_desk() and m.program_id = app_program() and m.id = wanted and m.ended_at is null)
$$;
--> statement-breakpoint
-- The slip of a member of staff opens no door: with the code that was mailed to them, they choose a password of their own.
create function door_renewals(wanted_selector text, at_time timestamptz) returns table (program_id uuid, slip_id uuid, membership_id uuid, account_id uuid, role text, email text, secret_hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.program_id, s.id, s.membership_id, m.account_id, m.role, a.email, s.secret_hash
  from slips s join memberships m on m.program_id = s.program_id and m.id = s.membership_id join accounts a on a.id = m.account_id
  where s.selector = wanted_selector and s.revoked_at is null and s.used_at is null and at_time >= s.valid_from and at_time < s.valid_to
    and m.ended_at is null and a.disabled_at is null and a.password_hash is not null and m.role not in ('youth', 'family')
$$;
--> statement-breakpoint
-- Uses the slip up and sets the password, both or neither; every session of the account is over, in whichever program.
create function door_renew(of_program uuid, slip uuid, new_hash text, at_time timestamptz) returns table (changed boolean)
language sql security definer set search_path = public, pg_temp as $$
  with taken as (update slips s set used_at = at_time from memberships m
    where s.program_id = of_program and s.id = slip and s.used_at is null and s.revoked_at is null and at_time < s.valid_to
      and m.program_id = s.program_id and m.id = s.membership_id and m.ended_at is null and m.role not in ('youth', 'family') returning m.account_id),
  done as (update accounts a set password_hash = new_hash from taken
    where a.id = taken.account_id and a.disabled_at is null and a.password_hash is not null returning a.id),
  over as (update sessions o set ended_at = at_time from done where o.account_id = done.id and o.ended_at is null
      and o.program_id in (select m.program_id from memberships m where m.account_id = done.id) returning 1)
  select exists (select from done)
$$;
--> statement-breakpoint
create function door_programs() returns table (program_id uuid, slug text, name text, time_zone text)
language sql stable security definer set search_path = public, pg_temp as $$ select id, slug, name, time_zone from programs order by slug $$;
--> statement-breakpoint
-- What is of no use to anybody any more: forms that were acted on days ago, and sessions that ended last month.
create function door_tidy(of_program uuid, at_time timestamptz) returns table (forms integer, sessions integer)
language sql security definer set search_path = public, pg_temp as $$
  with old_forms as (delete from form_posts f where f.program_id = of_program and f.made_at < at_time - interval '7 days' returning 1),
    old_sessions as (delete from sessions s where s.program_id = of_program and s.ends_at < at_time - interval '30 days' returning 1)
  select (select count(*) from old_forms)::integer, (select count(*) from old_sessions)::integer
$$;
--> statement-breakpoint

-- Where a letter to a member of staff goes; asked only by the court's own desk, and only about its own program.
create function email_of_membership(wanted uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select a.email from memberships m join accounts a on a.id = m.account_id
  where app_desk() and m.program_id = app_program() and m.id = wanted and m.ended_at is null and a.disabled_at is null
$$;
--> statement-breakpoint
-- Every function that must see further belongs to the keeper, who cannot sign in.
do $$
declare f regprocedure;
begin
  grant create on schema public to peer_jury_keeper;
  for f in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('alter function %s owner to peer_jury_keeper', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to peer_jury_app, peer_jury_backup', f);
  end loop;
  revoke create on schema public from peer_jury_keeper;
end $$;
