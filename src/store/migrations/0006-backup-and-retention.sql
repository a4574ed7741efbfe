-- How the data are kept: a role that copies everything for a backup, how long each tenant keeps what it need not keep for
-- ever, and the only way in which events are ever removed.

do $$
declare
  each text;
begin
  foreach each in array array['underpin_backup', 'underpin_remover'] loop
    if not exists (select from pg_roles where rolname = each) then
      execute format('create role %I nologin', each);
    end if;
    execute format('grant %I to %I', each, current_user);
  end loop;
end
$$;

-- After how many months a tenant removes what is over. What has no rule is kept.
create table underpin.retention_rules (
  tenant_id uuid not null references underpin.tenants,
  what text not null check (what in ('record events', 'pseudonyms', 'notices')),
  months integer not null check (months between 1 and 1200),
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, what)
);
call underpin.protect('retention_rules', 'false');

-- Lets the role of the backup read a table whole, and fill it when it is restored. It changes and removes nothing.
create procedure underpin.back_up(name text) language plpgsql as $$
begin
  execute format('create policy back_up on underpin.%I for select to underpin_backup using (true)', name);
  execute format('create policy restore on underpin.%I for insert to underpin_backup with check (true)', name);
  execute format('grant select, insert on underpin.%I to underpin_backup', name);
end
$$;

do $$
declare
  each text;
begin
  for each in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'underpin' and c.relkind in ('r', 'p') and not c.relispartition loop
    call underpin.back_up(each);
  end loop;
end
$$;
grant usage on schema underpin, sign_in to underpin_backup;
grant select, insert on all tables in schema sign_in to underpin_backup;
grant execute on function underpin.ensure_year(integer) to underpin_backup;

-- Rows that are written once may be removed by one role alone, which nobody signs in as and which owns one function.
create or replace function underpin.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_user = 'underpin_remover' then return null; end if;
  raise exception 'append-only: rows of % are never changed or removed', tg_table_name using errcode = 'UP001';
end
$$;

do $$
declare
  each text;
begin
  foreach each in array array['records', 'record_events', 'held_events', 'packs'] loop
    execute format('create policy remover on underpin.%I to underpin_remover
                    using (tenant_id = underpin.tenant())', each);
    execute format('grant select, delete on underpin.%I to underpin_remover', each);
  end loop;
  foreach each in array array['legal_holds', 'live_clocks', 'closures', 'evaluations'] loop
    execute format('create policy remover on underpin.%I for select to underpin_remover
                    using (tenant_id = underpin.tenant())', each);
    execute format('grant select on underpin.%I to underpin_remover', each);
  end loop;
end
$$;
grant update on underpin.records to underpin_remover;
grant usage on schema underpin to underpin_remover;

-- Removes records, whole, whose last event lies before an instant and in a period that is closed, and whose clocks have all
-- come to their end: at most so many of a contract at once. Refused under a legal hold. Gives how many went, and a digest
-- of their events, by which those of a backup can be shown to be the same.
create function underpin.remove_records(contract text, before bigint, most integer)
returns table (records bigint, events bigint, digest text)
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtext('underpin.legal_holds ' || underpin.tenant()));
  if exists (select from underpin.legal_holds h where h.tenant_id = underpin.tenant()
             and (h.until_at is null or h.until_at > extract(epoch from now())) and (h.contract_id is null or h.contract_id = contract)) then
    raise exception 'legal hold: nothing of % is removed', contract using errcode = 'UP002';
  end if;
  return query
    with over as materialized (
      select r.kind, r.tool, r.record_id, r.bucket, r.first_at, r.last_at from underpin.records r
      where r.tenant_id = underpin.tenant() and r.contract_id = contract and r.last_at < before
        and not exists (select from underpin.live_clocks k
                        where (k.tenant_id, k.contract_id, k.kind, k.tool, k.record_id)
                            = (r.tenant_id, r.contract_id, r.kind, r.tool, r.record_id))
        and exists (select from underpin.closures c join underpin.evaluations v using (tenant_id, contract_id, evaluation_id)
                    where c.tenant_id = r.tenant_id and c.contract_id = r.contract_id
                      and v.start_at <= r.last_at and r.last_at < v.end_at)
      order by r.kind, r.tool, r.record_id limit most for update
    ), gone as (
      delete from underpin.record_events e using over o
      where e.tenant_id = underpin.tenant() and e.contract_id = contract
        and (e.kind, e.tool, e.record_id) = (o.kind, o.tool, o.record_id)
        and e.happened between o.first_at and o.last_at
      returning json_build_array(e.kind, e.tool, e.record_id, e.happened, e.sequence, e.line, e.place, e.learned,
                                 e.change::text, e.file)::text as said
    ), contradicting as (
      delete from underpin.held_events h using over o
      where h.tenant_id = underpin.tenant() and h.contract_id = contract
        and (h.event ->> 'kind', h.event ->> 'tool', h.event ->> 'id') = (o.kind, o.tool, o.record_id)
    ), packed as (
      delete from underpin.packs p using (select distinct o.kind, o.bucket from over o) b
      where p.tenant_id = underpin.tenant() and p.contract_id = contract and (p.kind, p.bucket) = (b.kind, b.bucket)
    ), rows as (
      delete from underpin.records r using over o
      where r.tenant_id = underpin.tenant() and r.contract_id = contract
        and (r.kind, r.tool, r.record_id) = (o.kind, o.tool, o.record_id)
      returning 1
    )
    select (select count(*) from rows), count(*),
           encode(sha256(convert_to(coalesce(string_agg(said, chr(10) order by said collate "C"), ''), 'UTF8')), 'hex')
    from gone;
end
$$;
revoke all on function underpin.remove_records(text, bigint, integer) from public;
grant execute on function underpin.remove_records(text, bigint, integer) to underpin_app;
grant create on schema underpin to underpin_remover;
alter function underpin.remove_records(text, bigint, integer) owner to underpin_remover;
revoke create on schema underpin from underpin_remover;
