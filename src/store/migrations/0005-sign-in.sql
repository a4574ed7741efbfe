-- How people prove who they are. These tables know accounts and ids of persons, and nothing that a tenant owns.
-- The first six are read and written by the sign-in library, whose columns they have.

create table sign_in.accounts (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

-- A session ends at expires_at at the latest; updated_at is when it was last used.
create table sign_in.sessions (
  id text primary key,
  user_id text not null references sign_in.accounts on delete cascade,
  token text not null unique,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index sessions_user_id_idx on sign_in.sessions (user_id);

-- A password (hashed by scrypt), or the account of an identity provider.
create table sign_in.credentials (
  id text primary key,
  user_id text not null references sign_in.accounts on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index credentials_user_id_idx on sign_in.credentials (user_id);
create unique index credentials_by_provider on sign_in.credentials (provider_id, account_id);

-- What waits for an answer: a sign-in at an identity provider, a second factor, a new password.
create table sign_in.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verifications_identifier_idx on sign_in.verifications (identifier);

-- Secret and backup codes are encrypted by the secret of the installation.
create table sign_in.second_factors (
  id text primary key,
  user_id text not null references sign_in.accounts on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz
);
create index second_factors_secret_idx on sign_in.second_factors (secret);
create index second_factors_user_id_idx on sign_in.second_factors (user_id);

-- Of a key only its hash is kept, and the first characters by which its owner knows it.
create table sign_in.api_keys (
  id text primary key,
  config_id text not null,
  reference_id text not null,
  name text,
  start text,
  prefix text,
  key text not null,
  enabled boolean,
  permissions text,
  metadata text,
  remaining integer,
  refill_interval integer,
  refill_amount integer,
  last_refill_at timestamptz,
  rate_limit_enabled boolean,
  rate_limit_time_window integer,
  rate_limit_max integer,
  request_count integer,
  last_request timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index api_keys_config_id_idx on sign_in.api_keys (config_id);
create index api_keys_reference_id_idx on sign_in.api_keys (reference_id);
create index api_keys_key_idx on sign_in.api_keys (key);

-- Which person of which tenant an account is. A row is written when a person is invited, by e-mail address; the account
-- joins it when the person first signs in. So nobody has to look for a person in the tables of all tenants.
create table sign_in.memberships (
  tenant_id uuid not null,
  person_id text not null,
  email text not null,
  account_id text references sign_in.accounts on delete cascade,
  primary key (tenant_id, person_id)
);
create index memberships_by_email on sign_in.memberships (email);
create unique index memberships_by_account on sign_in.memberships (account_id, tenant_id) where account_id is not null;

create table sign_in.invitations (
  token_sha256 text primary key,
  tenant_id uuid not null,
  person_id text not null,
  email text not null,
  -- True where the token reached the person by that e-mail address alone.
  proves_email boolean not null,
  made_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  foreign key (tenant_id, person_id) references sign_in.memberships on delete cascade
);
create index invitations_by_person on sign_in.invitations (tenant_id, person_id);

-- Failed attempts in a row, by the hash of the e-mail address, whether or not there is an account of it.
create table sign_in.attempts (
  email_sha256 text primary key,
  failed integer not null,
  last_at bigint not null,
  locked_until bigint not null
);

-- Requests counted in a window of time, for all servers together.
create table sign_in.limits (
  key text primary key,
  count integer not null,
  since bigint not null
);

-- Codes of a second factor that were used, so that none is taken twice.
create table sign_in.used_codes (
  code_sha256 text primary key,
  until_at bigint not null
);

grant select, insert, update, delete on all tables in schema sign_in to underpin_sign_in;
revoke create on schema sign_in from underpin_sign_in;
