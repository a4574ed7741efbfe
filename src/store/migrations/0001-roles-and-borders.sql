-- Roles that own nothing, the settings by which a transaction says who it is for, and what row-level security asks.
-- Every unit of work sets a role and underpin.tenant, underpin.person, underpin.party and underpin.side first.

do $$
declare
  each text;
begin
  foreach each in array array['underpin_app', 'underpin_keeper', 'underpin_sign_in', 'underpin_queue'] loop
    if not exists (select from pg_roles where rolname = each) then
      execute format('create role %I nologin', each);
    end if;
    execute format('grant %I to %I', each, current_user);
  end loop;
end
$$;

create schema if not exists underpin;
create schema if not exists sign_in;
create schema if not exists queue;

-- Each part of the program reaches its own schema only.
grant usage on schema underpin to underpin_app, underpin_keeper;
grant usage, create on schema sign_in to underpin_sign_in;
grant usage, create on schema queue to underpin_queue;
revoke create on schema public from public;

-- Seconds since 1970-01-01T00:00:00Z, as everywhere in Underpin.
create domain underpin.instant as bigint;

create function underpin.tenant() returns uuid language sql stable as
  $$ select nullif(current_setting('underpin.tenant', true), '')::uuid $$;
create function underpin.person() returns text language sql stable as
  $$ select coalesce(current_setting('underpin.person', true), '') $$;
create function underpin.party() returns text language sql stable as
  $$ select coalesce(current_setting('underpin.party', true), '') $$;

-- The provider of the services and the program itself see everything of their tenant.
create function underpin.inside() returns boolean language sql stable as
  $$ select coalesce(current_setting('underpin.side', true), '') in ('provider', 'system') $$;
create function underpin.is_client() returns boolean language sql stable as
  $$ select coalesce(current_setting('underpin.side', true), '') = 'client' $$;

-- What is written once stays as it was written.
create function underpin.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: rows of % are never changed or removed', tg_table_name using errcode = 'UP001';
end
$$;

-- Makes a table append-only, also for its owner.
create procedure underpin.keep(name text) language plpgsql as $$
begin
  execute format('create trigger keep before update or delete or truncate on underpin.%I
                  for each statement execute function underpin.refuse_change()', name);
  execute format('revoke update, delete, truncate on underpin.%I from underpin_app', name);
end
$$;

-- The migrating role owns the tables and is bound by their policies too; for migrations, backup and retention it sees
-- every row, and no request ever acts as it.
create procedure underpin.admit_owner(name text) language plpgsql as $$
begin
  execute format('create policy whole on underpin.%I to %I using (true) with check (true)', name, current_user);
end
$$;

-- Puts a table behind row-level security: rows of the tenant that `seen` is true of may be read, any row of the tenant
-- may be added, and only the provider and the program change or remove one. The rights of the application follow.
create procedure underpin.protect(name text, seen text) language plpgsql as $$
begin
  execute format('alter table underpin.%I enable row level security', name);
  execute format('alter table underpin.%I force row level security', name);
  execute format('create policy read on underpin.%I for select to underpin_app
                  using (tenant_id = underpin.tenant() and (underpin.inside() or (%s)))', name, seen);
  execute format('create policy add on underpin.%I for insert to underpin_app
                  with check (tenant_id = underpin.tenant())', name);
  execute format('create policy change on underpin.%I for update to underpin_app
                  using (tenant_id = underpin.tenant() and underpin.inside())
                  with check (tenant_id = underpin.tenant())', name);
  execute format('create policy remove on underpin.%I for delete to underpin_app
                  using (tenant_id = underpin.tenant() and underpin.inside())', name);
  execute format('grant select, insert, update, delete on underpin.%I to underpin_app', name);
  call underpin.admit_owner(name);
end
$$;

-- The same for what is one person's own: nobody else of the tenant reads it, whichever side they are on.
create procedure underpin.protect_own(name text) language plpgsql as $$
declare
  own text := 'tenant_id = underpin.tenant() and (person_id = underpin.person()
               or current_setting(''underpin.side'', true) = ''system'')';
begin
  execute format('alter table underpin.%I enable row level security', name);
  execute format('alter table underpin.%I force row level security', name);
  execute format('create policy read on underpin.%I for select to underpin_app using (%s)', name, own);
  execute format('create policy add on underpin.%I for insert to underpin_app
                  with check (tenant_id = underpin.tenant())', name);
  execute format('create policy change on underpin.%I for update to underpin_app using (%s) with check (%s)',
                 name, own, own);
  execute format('create policy remove on underpin.%I for delete to underpin_app using (%s)', name, own);
  execute format('grant select, insert, update, delete on underpin.%I to underpin_app', name);
  call underpin.admit_owner(name);
end
$$;
