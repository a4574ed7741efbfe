-- Who there is, what they hold, and what was agreed between them.

create table underpin.tenants (
  tenant_id uuid primary key,
  name text not null,
  created underpin.instant not null
);

create table underpin.parties (
  tenant_id uuid not null references underpin.tenants,
  party_id text not null,
  kind text not null check (kind in ('provider', 'client', 'vendor', 'team')),
  name text not null,
  primary key (tenant_id, party_id)
);

-- A person signs in with an account of the schema sign_in; one account may be a person of several tenants.
create table underpin.people (
  tenant_id uuid not null,
  person_id text not null,
  party_id text not null,
  name text not null,
  email text not null,
  account_id text,
  is_active boolean not null default true,
  created underpin.instant not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, party_id) references underpin.parties
);
create unique index people_by_account on underpin.people (tenant_id, account_id) where account_id is not null;
create unique index people_by_email on underpin.people (tenant_id, lower(email));

create table underpin.contracts (
  tenant_id uuid not null,
  contract_id text not null,
  title text not null,
  client_party text not null,
  provider_party text not null,
  zone text not null,
  currency text not null,
  from_day date not null,
  until_day date not null,
  state text not null check (state in ('draft', 'in force', 'ended')),
  created underpin.instant not null,
  primary key (tenant_id, contract_id),
  foreign key (tenant_id, client_party) references underpin.parties,
  foreign key (tenant_id, provider_party) references underpin.parties
);

-- A role that a person holds for one contract, or for all where contract_id is null. A holding ends, it is not removed.
create table underpin.holdings (
  tenant_id uuid not null,
  holding_id uuid not null,
  person_id text not null,
  role text not null,
  contract_id text,
  from_at underpin.instant not null,
  until_at underpin.instant,
  granted_by text not null,
  primary key (tenant_id, holding_id),
  foreign key (tenant_id, person_id) references underpin.people,
  foreign key (tenant_id, contract_id) references underpin.contracts
);
create index holdings_by_person on underpin.holdings (tenant_id, person_id);

-- Versions of the RASCI matrix; a tenant without one has the default.
create table underpin.matrices (
  tenant_id uuid not null references underpin.tenants,
  version integer not null,
  document jsonb not null,
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, version)
);

-- The files of a contract as they stood: [{name, text}]; the document read from them, and the hash of its canonical form.
create table underpin.contract_texts (
  tenant_id uuid not null,
  contract_id text not null,
  version integer not null,
  files jsonb not null,
  document jsonb not null,
  sha256 text not null,
  note text not null,
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, contract_id, version),
  foreign key (tenant_id, contract_id) references underpin.contracts
);

create table underpin.agreements (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  kind text not null check (kind in ('SLA', 'OLA', 'UC')),
  title text not null,
  provider_party text not null,
  customer_party text not null,
  primary key (tenant_id, contract_id, agreement_id),
  foreign key (tenant_id, contract_id) references underpin.contracts
);

-- What became of an agreement's version: drafted, agreed, signed, ended. The last row tells its state.
create table underpin.agreement_states (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  number integer not null,
  text_version integer not null,
  state text not null check (state in ('draft', 'agreed', 'signed', 'ended')),
  sha256 text not null,
  effective date,
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, contract_id, agreement_id, number),
  foreign key (tenant_id, contract_id, agreement_id) references underpin.agreements
);

create table underpin.signatures (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  text_version integer not null,
  party_id text not null,
  person_id text not null,
  sha256 text not null,
  words text not null,
  at underpin.instant not null,
  primary key (tenant_id, contract_id, agreement_id, text_version, party_id),
  foreign key (tenant_id, contract_id, agreement_id) references underpin.agreements
);

create table underpin.mappings (
  tenant_id uuid not null references underpin.tenants,
  mapping_id text not null,
  version integer not null,
  document jsonb not null,
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, mapping_id, version)
);

call underpin.protect('parties', 'kind = ''provider'' or party_id = underpin.party()');
call underpin.protect('people', 'party_id = underpin.party()');
call underpin.protect('contracts', 'underpin.is_client() and client_party = underpin.party()');
call underpin.protect('holdings', 'person_id = underpin.person()');
call underpin.protect('matrices', 'true');
-- The text holds every agreement of the contract, so only the provider reads it whole.
call underpin.protect('contract_texts', 'false');
-- The client sees its SLAs; a vendor or a team what it promises itself.
call underpin.protect('agreements', '
  (kind = ''SLA'' and exists (select from underpin.contracts c where c.tenant_id = agreements.tenant_id
                              and c.contract_id = agreements.contract_id))
  or (kind <> ''SLA'' and provider_party = underpin.party() and not underpin.is_client())');
call underpin.protect('agreement_states', 'exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (agreement_states.tenant_id, agreement_states.contract_id, agreement_states.agreement_id))');
call underpin.protect('signatures', 'exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (signatures.tenant_id, signatures.contract_id, signatures.agreement_id))');
call underpin.protect('mappings', 'false');
call underpin.keep('matrices');
call underpin.keep('contract_texts');
call underpin.keep('agreement_states');
call underpin.keep('signatures');
call underpin.keep('mappings');

-- The row of a tenant is seen by that tenant; the keeper, who wakes the clocks of all, sees which there are.
alter table underpin.tenants enable row level security;
alter table underpin.tenants force row level security;
create policy read on underpin.tenants for select to underpin_app using (tenant_id = underpin.tenant());
create policy add on underpin.tenants for insert to underpin_app with check (tenant_id = underpin.tenant());
create policy look on underpin.tenants for select to underpin_keeper using (true);
grant select, insert on underpin.tenants to underpin_app;
grant select on underpin.tenants to underpin_keeper;
call underpin.admit_owner('tenants');
