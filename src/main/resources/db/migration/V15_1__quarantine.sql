-- Reports from clients whose token was right in everything but its times, until a person says what they are.
create table quarantine (
  id              uuid primary key,
  organisation_id text not null references organisation,
  client          text not null,
  -- what the client tells a repeat by; its Idempotency-Key, or the body's digest when it sent none
  key             text not null,
  idempotency_key text,
  -- canonical JSON (RFC 8785)
  body            bytea not null,
  digest          bytea not null check (length(digest) = 32),
  title           text not null,
  why             text not null check (why in ('expired', 'not-yet-valid')),
  -- as the token says
  issued_at       timestamptz,
  not_before      timestamptz,
  expires_at      timestamptz,
  proof           text not null check (proof in ('certificate', 'assertion')),
  received_at     timestamptz not null,
  -- as the sender says
  sent_at         timestamptz,
  -- accepting: a person has said so, and it is being filed
  state           text not null check (state in ('held', 'accepting', 'accepted', 'refused')),
  decided_by      text,
  decided_at      timestamptz,
  reason          text,
  report_id       uuid,
  unique (organisation_id, client, key)
);
create index quarantine_newest on quarantine (id desc);
create index quarantine_held on quarantine (client) where state in ('held', 'accepting');
alter table quarantine enable row level security;
create policy quarantine_sight on quarantine
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update on quarantine to ${service};

-- Numbers that a client must sign, each once: so that an assertion is fresh whatever anybody's clock says.
create unlogged table quarantine_nonce (
  number bigint generated always as identity primary key,
  client text not null,
  nonce  text not null unique
);
create index quarantine_nonce_of_a_client on quarantine_nonce (client, number);
grant select, insert, delete on quarantine_nonce to ${service};
