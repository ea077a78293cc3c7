-- Every way in which one program could see another's rows, or somebody more than is theirs. A sound house gives no row.
select 'row security off or not forced' as problem, c.oid::regclass::text as place
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'program_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and (not c.relrowsecurity or not c.relforcerowsecurity)
union all select 'row security without a policy', c.oid::regclass::text
  from pg_class c where c.relrowsecurity and not exists (select from pg_policy x where x.polrelid = c.oid)
union all select 'foreign key omits program_id', k.conname || ' on ' || k.conrelid::regclass
  from pg_constraint k where k.contype = 'f'
    and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'program_id' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'program_id' and not a.attisdropped)
    and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'program_id' and a.attnum = any (k.conkey))
union all select 'unique key omits program_id', i.indexrelid::regclass::text
  from pg_index i where i.indisunique
    and exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'program_id' and not a.attisdropped)
    and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'program_id' and a.attnum = any (i.indkey))
union all select 'view not security_invoker', c.oid::regclass::text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
    and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)
union all select 'materialized view', c.oid::regclass::text from pg_class c where c.relkind = 'm'
union all select 'definer function with a loose search_path', p.oid::regprocedure::text
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
    and not exists (select from unnest(p.proconfig) s where s like 'search_path=%')
union all select 'definer function that anybody may call', p.oid::regprocedure::text
  from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
    and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))
union all select 'definer function that somebody may sign in as', p.oid::regprocedure::text
  from pg_proc p join pg_roles r on r.oid = p.proowner
  where p.prosecdef and p.pronamespace = 'public'::regnamespace and r.rolcanlogin
