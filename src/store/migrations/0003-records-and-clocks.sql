-- Facts from source systems, as they were learned, and the clocks that run on them.

-- One row a record; it is locked while events of the record are taken in.
create table underpin.records (
  tenant_id uuid not null,
  contract_id text not null,
  kind text not null,
  tool text not null,
  record_id text not null,
  -- The month of its first event (year * 12 + month - 1), by which histories are packed.
  bucket integer not null,
  first_at underpin.instant not null,
  last_at underpin.instant not null,
  events integer not null,
  -- True where several files tell of it, or a file beside calls: the same change at the same instant is then one event.
  joined boolean not null default false,
  -- True where a file tells of it.
  of_files boolean not null default false,
  primary key (tenant_id, contract_id, kind, tool, record_id),
  foreign key (tenant_id, contract_id) references underpin.contracts
);
create index records_by_bucket on underpin.records (tenant_id, contract_id, kind, bucket);

-- What a source said about a record: when it happened, when we learned it. Never changed; a correction is another event.
create table underpin.record_events (
  tenant_id uuid not null,
  contract_id text not null,
  kind text not null,
  tool text not null,
  record_id text not null,
  happened underpin.instant not null,
  sequence bigint not null,
  -- Order among events of one instant, sequence and line.
  place integer not null default 0,
  learned underpin.instant not null,
  change jsonb not null,
  file text not null,
  line integer not null,
  batch_id uuid not null,
  -- The order of a history: instant, sequence, line, place.
  primary key (tenant_id, contract_id, kind, tool, record_id, happened, sequence, line, place)
) partition by range (happened);
-- A call names an event by its number; a file's numbers count its own rows and name nothing.
create index record_events_by_call on underpin.record_events
  (tenant_id, contract_id, kind, tool, record_id, sequence) where file = '';
-- What was merged into what, either way: a record may inherit the start of others.
create index record_events_by_into on underpin.record_events
  (tenant_id, contract_id, kind, (change -> 'state' ->> 'into')) where change -> 'state' ->> 'kind' = 'merged';
create index record_events_merged on underpin.record_events
  (tenant_id, contract_id, kind, tool, record_id) where change -> 'state' ->> 'kind' = 'merged';
create table underpin.record_events_rest partition of underpin.record_events default;

-- A partition for each year of events. Called before events of a year are added for the first time.
create function underpin.ensure_year(year integer) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  name text := 'record_events_' || year;
  since bigint := extract(epoch from make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC'))::bigint;
  before bigint := extract(epoch from make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'UTC'))::bigint;
begin
  if year not between 1990 and 2099 or to_regclass('underpin.' || name) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('underpin.ensure_year'));
  if to_regclass('underpin.' || name) is not null then return; end if;
  execute format('create table underpin.%I partition of underpin.record_events for values from (%s) to (%s)',
                 name, since, before);
  execute format('alter table underpin.%I enable row level security', name);
  execute format('alter table underpin.%I force row level security', name);
exception
  when duplicate_table then
    -- Another transaction made it while this one waited for the lock.
    null;
  when check_violation then
    -- Events of the year lie in the partition for the rest already; there they stay.
    null;
end
$$;
revoke all on function underpin.ensure_year(integer) from public;
grant execute on function underpin.ensure_year(integer) to underpin_app;
alter table underpin.record_events_rest enable row level security;
alter table underpin.record_events_rest force row level security;

-- What was taken in at once: a file or a call, with the account of its rows (used + repeated + held + left = rows).
create table underpin.batches (
  tenant_id uuid not null,
  contract_id text not null,
  batch_id uuid not null,
  source text not null,
  mapping_id text,
  sha256 text,
  account jsonb not null,
  findings jsonb not null,
  kinds jsonb not null,
  state text not null check (state in ('running', 'done', 'failed')),
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, contract_id, batch_id),
  foreign key (tenant_id, contract_id) references underpin.contracts
);

-- Events that contradict what a source said before under the same number: kept, not used, until somebody decides.
create table underpin.held_events (
  tenant_id uuid not null,
  contract_id text not null,
  held_id uuid not null,
  batch_id uuid not null,
  event jsonb not null,
  finding jsonb not null,
  at underpin.instant not null,
  primary key (tenant_id, contract_id, held_id)
);

-- Histories of one month of one kind, packed: a cache, used only where the rows of the records still have the same hash
-- (`rows_hash`, the sum over all of them) and the bytes unpack to what `sha256` says.
create table underpin.packs (
  tenant_id uuid not null,
  contract_id text not null,
  kind text not null,
  bucket integer not null,
  records integer not null,
  events bigint not null,
  rows_hash text not null,
  sha256 text not null,
  bytes bytea not null,
  made underpin.instant not null,
  primary key (tenant_id, contract_id, kind, bucket)
);

-- One row for each clock that has not come to its end; `next_at` is when something matters if nothing happens.
create table underpin.live_clocks (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  level_id text not null,
  kind text not null,
  tool text not null,
  record_id text not null,
  -- The step of a staged test, from 1; 0 for a level without steps.
  stage integer not null default 0,
  cycle integer not null,
  state text not null,
  holder text,
  due underpin.instant,
  next_at underpin.instant,
  next_what text,
  clock jsonb not null,
  updated underpin.instant not null,
  primary key (tenant_id, contract_id, agreement_id, level_id, kind, tool, record_id, stage),
  foreign key (tenant_id, contract_id, agreement_id) references underpin.agreements
);
create index live_clocks_by_next on underpin.live_clocks (tenant_id, next_at) where next_at is not null;
create index live_clocks_by_due on underpin.live_clocks (tenant_id, contract_id, due);
create index live_clocks_by_record on underpin.live_clocks (tenant_id, contract_id, kind, tool, record_id);

-- Each threshold of each cycle of each clock is warned of once: the key says so.
create table underpin.warnings (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  level_id text not null,
  kind text not null,
  tool text not null,
  record_id text not null,
  stage integer not null default 0,
  cycle integer not null,
  warning text not null,
  passed_at underpin.instant not null,
  found_at underpin.instant not null,
  -- True where it had been passed before anything of the record was known: told with the others of the record, once.
  late boolean not null default false,
  primary key (tenant_id, contract_id, agreement_id, level_id, kind, tool, record_id, stage, cycle, warning),
  foreign key (tenant_id, contract_id, agreement_id) references underpin.agreements
);
create index warnings_by_time on underpin.warnings (tenant_id, found_at);

-- When the clocks and deliveries of a tenant want to be looked at next; the keeper reads it for all tenants.
create table underpin.wake_ups (
  tenant_id uuid not null references underpin.tenants,
  what text not null check (what in ('clocks', 'deliveries', 'consultations', 'terms', 'keeping')),
  next_at underpin.instant not null,
  primary key (tenant_id, what)
);
create index wake_ups_by_next on underpin.wake_ups (next_at);

-- By which terms the clocks of a contract were last read, all of them: where others come into force they are read again.
create table underpin.clock_terms (
  tenant_id uuid not null,
  contract_id text not null,
  -- The digest of the text in force, of what was stated, and of the day since which it holds.
  terms text not null default '',
  -- When that reading began.
  read_at underpin.instant not null default 0,
  -- The reading that is under way: its terms, when it began, and the last record that was read.
  reading jsonb,
  -- When they may have to be read again.
  next_at underpin.instant,
  primary key (tenant_id, contract_id),
  foreign key (tenant_id, contract_id) references underpin.contracts
);

-- What people stated: relief, figures entered by hand, disputes, what credits need; entries as the YAML files write them.
create table underpin.stated_facts (
  tenant_id uuid not null,
  contract_id text not null,
  stated_id text not null,
  revision integer not null,
  list text not null check (list in ('relief', 'entered', 'disputes', 'credit_entries')),
  entry jsonb,
  learned underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, contract_id, stated_id, revision),
  foreign key (tenant_id, contract_id) references underpin.contracts
);

-- Numbers instead of the names of persons. Erasing a row leaves every figure as it was and nobody to be named.
create table underpin.pseudonyms (
  tenant_id uuid not null,
  contract_id text not null,
  field text not null,
  value text not null,
  pseudonym text not null,
  primary key (tenant_id, contract_id, field, value)
);

call underpin.protect('records', 'false');
call underpin.protect('record_events', 'false');
call underpin.protect('batches', 'false');
call underpin.protect('held_events', 'false');
call underpin.protect('packs', 'false');
call underpin.protect('live_clocks', 'exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (live_clocks.tenant_id, live_clocks.contract_id, live_clocks.agreement_id))');
call underpin.protect('warnings', 'exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (warnings.tenant_id, warnings.contract_id, warnings.agreement_id))');
call underpin.protect('wake_ups', 'false');
call underpin.protect('clock_terms', 'false');
call underpin.protect('stated_facts', 'underpin.is_client() and exists (select from underpin.contracts c
  where (c.tenant_id, c.contract_id) = (stated_facts.tenant_id, stated_facts.contract_id))');
call underpin.protect('pseudonyms', 'false');
call underpin.keep('record_events');
call underpin.keep('held_events');
call underpin.keep('warnings');
call underpin.keep('stated_facts');

create policy look on underpin.wake_ups for select to underpin_keeper using (true);
grant select on underpin.wake_ups to underpin_keeper;
