-- Reports that a liaison filed for a caller on the telephone.

-- The mark that such a report carries, here and at those to whom it is handed over.
create table on_behalf (
  report_id       uuid primary key references report,
  organisation_id text not null,
  -- who called, as both sides may know
  caller          text not null,
  -- the role of who took the call, never an account
  taken_by        text not null,
  taken_at        timestamptz not null,
  -- empty: not yet
  called_back_at  timestamptz,
  confirmation    text not null check (confirmation in ('unconfirmed', 'confirmed', 'contested')),
  -- the operator's own account; empty when it was confirmed at another instance
  decided_by      text,
  decided_at      timestamptz,
  reason          text
);
create index on_behalf_of_an_organisation on on_behalf (organisation_id, confirmation, report_id);
alter table on_behalf enable row level security;
create policy on_behalf_sight on on_behalf
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update on on_behalf to ${service};

-- What of the call is ours alone: whose account took it, the caller's number, what was said.
create table behalf_call (
  report_id       uuid primary key references report,
  organisation_id text not null,
  taken_by        text not null,
  -- whose key, and the key that a repeat is told by
  key_owner       text not null,
  key             text,
  -- SHA-256 of the canonical body
  fingerprint     bytea not null check (length(fingerprint) = 32),
  -- canonical JSON (RFC 8785)
  call            bytea not null,
  -- JSON array: what is odd about the times in it
  flags           text not null,
  -- what the liaison was answered with, so that a repeat gets the same bytes
  answer          bytea not null,
  constraint behalf_call_by_key unique (key_owner, key)
);
alter table behalf_call enable row level security;
create policy behalf_call_sight on behalf_call using (sees_all());
grant select, insert on behalf_call to ${service};

create table behalf_call_back (
  id              uuid primary key,
  report_id       uuid not null references report,
  organisation_id text not null,
  number          text not null,
  at              timestamptz not null,
  how             text not null,
  recorded_by     text not null,
  recorded_at     timestamptz not null
);
create index behalf_call_back_of_a_report on behalf_call_back (report_id, id);
alter table behalf_call_back enable row level security;
create policy behalf_call_back_sight on behalf_call_back using (sees_all());
grant select, insert on behalf_call_back to ${service};
