-- What was measured and reported, who did what, and who must be told. Revisions are added, never changed.

-- One run of the measuring: of which text, of facts known at which instant, by which engine.
create table underpin.evaluations (
  tenant_id uuid not null,
  contract_id text not null,
  evaluation_id uuid not null,
  period text not null,
  start_at underpin.instant not null,
  end_at underpin.instant not null,
  text_version integer not null,
  known_until underpin.instant not null,
  learned_until underpin.instant not null,
  engine text not null,
  zone_data text not null,
  -- Digests of all that the figures were made from, by which they can be verified later.
  inputs jsonb not null,
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, contract_id, evaluation_id),
  foreign key (tenant_id, contract_id) references underpin.contracts
);
create index evaluations_by_period on underpin.evaluations (tenant_id, contract_id, period, at);

create table underpin.results (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  level_id text not null,
  group_id text not null default '',
  period text not null,
  -- The month that was evaluated; a quarter is judged in its last month.
  month text not null,
  revision integer not null,
  evaluation_id uuid not null,
  verdict text not null,
  figure text,
  result jsonb not null,
  primary key (tenant_id, contract_id, agreement_id, level_id, group_id, period, revision),
  foreign key (tenant_id, contract_id, agreement_id) references underpin.agreements
);
create index results_by_month on underpin.results (tenant_id, contract_id, month);

create table underpin.credits (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  plan_id text not null,
  period text not null,
  revision integer not null,
  evaluation_id uuid not null,
  amount text not null,
  currency text not null,
  statement jsonb not null,
  primary key (tenant_id, contract_id, plan_id, period, revision),
  foreign key (tenant_id, contract_id, agreement_id) references underpin.agreements
);

-- What became of a statement: proposed, approved, rejected. The last row tells its state.
create table underpin.credit_states (
  tenant_id uuid not null,
  contract_id text not null,
  agreement_id text not null,
  plan_id text not null,
  period text not null,
  number integer not null,
  revision integer not null,
  state text not null check (state in ('proposed', 'approved', 'rejected', 'disputed', 'settled')),
  at underpin.instant not null,
  by_person text not null,
  primary key (tenant_id, contract_id, plan_id, period, number),
  foreign key (tenant_id, contract_id, agreement_id) references underpin.agreements
);

-- The report of a period, whole for the provider and without OLAs and UCs for the client.
create table underpin.reports (
  tenant_id uuid not null,
  contract_id text not null,
  period text not null,
  audience text not null check (audience in ('provider', 'client')),
  revision integer not null,
  evaluation_id uuid not null,
  -- Counts of verdicts and the credits, for the overview of many months.
  summary jsonb not null,
  report jsonb not null,
  sha256 text not null,
  primary key (tenant_id, contract_id, period, audience, revision),
  foreign key (tenant_id, contract_id) references underpin.contracts
);

-- A period that is closed keeps the evaluation it was closed with.
create table underpin.closures (
  tenant_id uuid not null,
  contract_id text not null,
  period text not null,
  evaluation_id uuid not null,
  at underpin.instant not null,
  by_person text not null,
  approved_by text not null,
  primary key (tenant_id, contract_id, period),
  foreign key (tenant_id, contract_id) references underpin.contracts
);

-- An activity that somebody started: prepared for who is responsible, waiting for answers, for approval, or done.
create table underpin.undertakings (
  tenant_id uuid not null,
  undertaking_id uuid not null,
  activity text not null,
  contract_id text,
  subject text not null,
  input jsonb not null,
  state text not null check (state in ('prepared', 'consulting', 'awaiting approval', 'done', 'rejected', 'withdrawn')),
  started_by text not null,
  started_party text not null,
  started_at underpin.instant not null,
  wakes_at underpin.instant,
  ended_at underpin.instant,
  output jsonb,
  primary key (tenant_id, undertaking_id)
);
create index undertakings_by_state on underpin.undertakings (tenant_id, state, started_at);
create index undertakings_by_wake on underpin.undertakings (tenant_id, wakes_at) where wakes_at is not null;

create table underpin.consultations (
  tenant_id uuid not null,
  undertaking_id uuid not null,
  person_id text not null,
  role text not null,
  asked_at underpin.instant not null,
  until_at underpin.instant not null,
  answer text,
  answered_at underpin.instant,
  primary key (tenant_id, undertaking_id, person_id, role),
  foreign key (tenant_id, undertaking_id) references underpin.undertakings
);

-- Who is asked for approval: they see the undertaking, whichever party they are of.
create table underpin.approvals_asked (
  tenant_id uuid not null,
  undertaking_id uuid not null,
  person_id text not null,
  at underpin.instant not null,
  primary key (tenant_id, undertaking_id, person_id),
  foreign key (tenant_id, undertaking_id) references underpin.undertakings
);
create index approvals_asked_by_person on underpin.approvals_asked (tenant_id, person_id);

create table underpin.approvals (
  tenant_id uuid not null,
  undertaking_id uuid not null,
  person_id text not null,
  party_id text not null,
  role text not null,
  decision text not null check (decision in ('approved', 'rejected')),
  note text not null,
  at underpin.instant not null,
  primary key (tenant_id, undertaking_id, person_id, role),
  foreign key (tenant_id, undertaking_id) references underpin.undertakings
);

-- What a person is told, and when it was read.
create table underpin.notices (
  tenant_id uuid not null,
  notice_id uuid not null,
  person_id text not null,
  topic text not null,
  contract_id text,
  body jsonb not null,
  at underpin.instant not null,
  read_at underpin.instant,
  primary key (tenant_id, notice_id)
);
create index notices_by_person on underpin.notices (tenant_id, person_id, at);

-- Who did what: each row carries the hash of the one before it, so that none can be changed, added or left out unseen.
create table underpin.audit (
  tenant_id uuid not null,
  number bigint not null,
  at underpin.instant not null,
  person_id text not null,
  activity text not null,
  contract_id text,
  subject text not null,
  facts jsonb not null,
  hash_before text not null,
  hash text not null,
  primary key (tenant_id, number)
);

-- What happened, in order, for whoever listens: live pages and webhooks.
create table underpin.happenings (
  tenant_id uuid not null,
  number bigint not null,
  topic text not null,
  contract_id text,
  agreement_id text,
  body jsonb not null,
  at underpin.instant not null,
  primary key (tenant_id, number)
);

-- The last number given out, a row each for audit and happenings; locked while a number is taken, so none is missing.
create table underpin.counters (
  tenant_id uuid not null references underpin.tenants,
  name text not null check (name in ('audit', 'happenings')),
  last bigint not null,
  hash text not null default '',
  primary key (tenant_id, name)
);

create table underpin.webhooks (
  tenant_id uuid not null,
  webhook_id uuid not null,
  url text not null,
  secret text not null,
  topics jsonb not null,
  is_active boolean not null default true,
  created underpin.instant not null,
  by_person text not null,
  -- Nobody begins to send before this instant: one process does (until it was killed), or the receiver did not answer.
  rests_until underpin.instant not null default 0,
  primary key (tenant_id, webhook_id)
);

create table underpin.deliveries (
  tenant_id uuid not null,
  delivery_id uuid not null,
  webhook_id uuid not null,
  happening bigint not null,
  state text not null check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  next_at underpin.instant,
  last_answer text,
  done_at underpin.instant,
  primary key (tenant_id, delivery_id),
  unique (tenant_id, webhook_id, happening),
  foreign key (tenant_id, webhook_id) references underpin.webhooks
);
create index deliveries_by_next on underpin.deliveries (tenant_id, next_at) where next_at is not null;

-- The answer to a request that may be sent again under the same key.
create table underpin.answers (
  tenant_id uuid not null,
  person_id text not null,
  key text not null,
  request_sha256 text not null,
  status integer not null,
  body jsonb not null,
  at underpin.instant not null,
  primary key (tenant_id, person_id, key)
);

-- Long work and how far it has come; the queue says when, this says what was seen of it.
create table underpin.works (
  tenant_id uuid not null,
  work_id uuid not null,
  kind text not null,
  -- Of works with the same key only one waits: whoever asks again joins it.
  key text not null,
  contract_id text,
  input jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint not null default 0,
  message text not null default '',
  -- How often it failed by itself, and the server that has it.
  failures integer not null default 0,
  holder text not null default '',
  output jsonb,
  at underpin.instant not null,
  ended_at underpin.instant,
  by_person text not null,
  primary key (tenant_id, work_id)
);
create unique index works_waiting on underpin.works (tenant_id, kind, key) where state = 'waiting';
create index works_by_time on underpin.works (tenant_id, at);
create index works_running on underpin.works (tenant_id, holder) where state in ('waiting', 'running');

-- What may not be removed although its time has come.
create table underpin.legal_holds (
  tenant_id uuid not null,
  hold_id uuid not null,
  contract_id text,
  reason text not null,
  from_at underpin.instant not null,
  until_at underpin.instant,
  by_person text not null,
  primary key (tenant_id, hold_id)
);

call underpin.protect('evaluations', 'underpin.is_client() and exists (select from underpin.contracts c
  where (c.tenant_id, c.contract_id) = (evaluations.tenant_id, evaluations.contract_id))');
call underpin.protect('results', 'exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (results.tenant_id, results.contract_id, results.agreement_id))');
call underpin.protect('credits', 'exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (credits.tenant_id, credits.contract_id, credits.agreement_id))');
call underpin.protect('credit_states', 'exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (credit_states.tenant_id, credit_states.contract_id, credit_states.agreement_id))');
call underpin.protect('reports', 'audience = ''client'' and exists (select from underpin.contracts c
  where (c.tenant_id, c.contract_id) = (reports.tenant_id, reports.contract_id))');
call underpin.protect('closures', 'exists (select from underpin.contracts c
  where (c.tenant_id, c.contract_id) = (closures.tenant_id, closures.contract_id))');
call underpin.protect('undertakings', 'started_party = underpin.party()
  or exists (select from underpin.consultations c where c.tenant_id = undertakings.tenant_id
             and c.undertaking_id = undertakings.undertaking_id)
  or exists (select from underpin.approvals_asked a where a.tenant_id = undertakings.tenant_id
             and a.undertaking_id = undertakings.undertaking_id)');
call underpin.protect('approvals_asked', 'person_id = underpin.person()');
call underpin.protect('consultations', 'person_id = underpin.person()');
call underpin.protect('approvals', 'person_id = underpin.person()');
call underpin.protect_own('notices');
call underpin.protect('audit', 'false');
call underpin.protect('happenings', 'agreement_id is not null and exists (select from underpin.agreements a
  where (a.tenant_id, a.contract_id, a.agreement_id)
      = (happenings.tenant_id, happenings.contract_id, happenings.agreement_id))');
call underpin.protect('counters', 'false');
call underpin.protect('webhooks', 'false');
call underpin.protect('deliveries', 'false');
call underpin.protect_own('answers');
call underpin.protect('works', 'false');
call underpin.protect('legal_holds', 'false');
call underpin.keep('evaluations');
call underpin.keep('results');
call underpin.keep('credits');
call underpin.keep('credit_states');
call underpin.keep('reports');
call underpin.keep('closures');
call underpin.keep('approvals');
call underpin.keep('audit');
call underpin.keep('happenings');
