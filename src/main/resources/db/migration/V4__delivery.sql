-- What is released to whom, each try to hand it over, and the receipts that came back.

create table release (
  id              uuid primary key,
  report_id       uuid not null references report,
  organisation_id text not null,
  revision_number int not null,
  released_by     text not null,
  released_at     timestamptz not null
);
alter table release enable row level security;
create policy release_sight on release
  using (sees_all() or organisation_id = own_organisation());
grant select, insert on release to ${service};

create table delivery (
  -- never changes, and is what the destination tells a repeat by
  id              uuid primary key,
  release_id      uuid not null references release,
  report_id       uuid not null references report,
  organisation_id text not null,
  revision_number int not null,
  destination     text not null,
  -- the exact bytes that are sent
  document        bytea not null,
  digest          bytea not null check (length(digest) = 32),
  state           text not null check (state in ('pending', 'delivered', 'given-up')),
  -- who may write the outcome: each claim takes the next number, and an older one's word is not taken
  fence           bigint not null default 0,
  held_until      timestamptz,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  receipt         text,
  submission_id   text,
  case_reference  text,
  delivered_at    timestamptz,
  created_at      timestamptz not null,
  unique (report_id, destination, revision_number)
);
create index delivery_unfinished on delivery (next_attempt_at) where state = 'pending';
alter table delivery enable row level security;
create policy delivery_sight on delivery
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update on delivery to ${service};

create table delivery_attempt (
  delivery_id     uuid not null references delivery,
  number          int not null,
  organisation_id text not null,
  started_at      timestamptz not null,
  -- empty while it is under way, and for ever if we were killed then
  ended_at        timestamptz,
  outcome         text check (outcome in ('delivered', 'retry', 'refused')),
  reason          text,
  primary key (delivery_id, number)
);
alter table delivery_attempt enable row level security;
create policy delivery_attempt_sight on delivery_attempt
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update on delivery_attempt to ${service};
