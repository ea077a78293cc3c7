-- The register: only ever added to, and each entry sealed to the one before it when its act is committed.
-- The seal covers every column in a form that cannot be read two ways, with instants as whole microseconds.
create function entry_hash(seq bigint, previous bytea, e register_entries) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_build_array(seq, encode(previous, 'hex'), e.program_id, e.id, (extract(epoch from e.at) * 1000000)::bigint,
    e.account_id, e.role, e.session_id, e.act, e.thing, e.thing_id, e.case_id, e.person_id, e.particulars)::text, 'UTF8'))
$$;
--> statement-breakpoint
create function seal_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare head register_heads;
begin
  insert into register_heads (program_id, seq, hash) values (new.program_id, 0, '') on conflict do nothing;
  select * into head from register_heads where program_id = new.program_id for update;
  head.seq := head.seq + 1;
  insert into register_chain (program_id, seq, entry_id, previous, hash)
    values (new.program_id, head.seq, new.id, head.hash, entry_hash(head.seq, head.hash, new))
    returning hash into head.hash;
  update register_heads set seq = head.seq, hash = head.hash where program_id = new.program_id;
  return null;
end $$;
--> statement-breakpoint
-- Deferred: the head is locked only for the moment of the commit, so that acts do not wait for one another.
create constraint trigger sealed after insert on register_entries deferrable initially deferred for each row execute function seal_entry();
--> statement-breakpoint
create function never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation', constraint = 'never_changed';
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['register_entries', 'register_chain', 'credit_entries', 'draws', 'draw_lines', 'amendments', 'signatures', 'closures'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function never_changed()', t);
    execute format('create trigger never_emptied before truncate on %I execute function never_changed()', t);
  end loop;
end $$;
--> statement-breakpoint
-- Reads one program's register from the first entry on and names each place where it does not hold.
create function verify_register(program uuid) returns table (seq bigint, fault text)
language sql stable security definer set search_path = public, pg_temp as $$
  with chain as (
    select c.seq, c.entry_id, c.previous, c.hash, lag(c.seq) over w as seq_before, lag(c.hash) over w as hash_before
    from register_chain c where c.program_id = program window w as (order by c.seq))
  select c.seq, 'an entry is missing before it' from chain c where c.seq <> coalesce(c.seq_before, 0) + 1
  union all select c.seq, 'it does not follow the entry before it' from chain c where c.previous <> coalesce(c.hash_before, '')
  union all select c.seq, 'its entry is gone' from chain c
    where not exists (select from register_entries e where e.program_id = program and e.id = c.entry_id)
  union all select c.seq, 'its entry was changed' from chain c join register_entries e on e.program_id = program and e.id = c.entry_id
    where entry_hash(c.seq, c.previous, e) <> c.hash
  union all select null, 'an entry stands outside the chain' from register_entries e
    where e.program_id = program and not exists (select from register_chain c where c.program_id = program and c.entry_id = e.id)
  union all select h.seq, 'the newest entry is missing' from register_heads h
    where h.program_id = program and not exists (select from register_chain c where c.program_id = program and c.seq = h.seq and c.hash = h.hash)
  union all select max(c.seq), 'the head of the register is gone' from register_chain c
    where c.program_id = program and not exists (select from register_heads h where h.program_id = program) having count(*) > 0
$$;
