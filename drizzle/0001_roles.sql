-- Who may touch the books. The migrator owns them and serves no page; the app reads and writes what its work needs;
-- the evaluator sees counts only; the backup reads all and writes nothing; the keeper runs the few functions below
-- that must see further than the person who asks, and cannot sign in.
do $$
declare wanted text;
begin
  foreach wanted in array array['peer_jury_migrator', 'peer_jury_app', 'peer_jury_evaluator', 'peer_jury_backup', 'peer_jury_keeper'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, wanted, 'usage') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end $$;
--> statement-breakpoint
revoke all on schema public from public;
--> statement-breakpoint
grant usage on schema public to peer_jury_app, peer_jury_evaluator, peer_jury_backup, peer_jury_keeper;
--> statement-breakpoint
grant select, insert, update on all tables in schema public to peer_jury_app;
--> statement-breakpoint
-- Written once, for good: no hand of the app can change or remove these.
revoke update on register_entries, credit_entries, draws, draw_lines, amendments, signatures, contacts, screenings, closures, rulebooks, referrals, deciders, further_matters, case_links from peer_jury_app;
--> statement-breakpoint
revoke all on register_chain, register_heads, accounts, programs from peer_jury_app;
--> statement-breakpoint
grant select on register_chain, register_heads, programs to peer_jury_app;
--> statement-breakpoint
grant select (id, display_name), insert on accounts to peer_jury_app;
--> statement-breakpoint
grant delete on terms, deciders, absences, attempts, arrivals, case_links to peer_jury_app;
--> statement-breakpoint
grant select on all tables in schema public to peer_jury_backup, peer_jury_keeper;
--> statement-breakpoint
grant insert, update on register_chain, register_heads, sessions, slips to peer_jury_keeper;
--> statement-breakpoint
grant delete on form_posts, sessions to peer_jury_keeper;
--> statement-breakpoint
grant update on nights to peer_jury_keeper;
