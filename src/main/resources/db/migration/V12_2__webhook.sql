-- Where organisations want to be told: each webhook follows the changes of its organisation, one after the other.

create table webhook (
  id              uuid primary key,
  organisation_id text not null references organisation,
  -- one of the few that an organisation may have
  slot            smallint not null check (slot between 1 and 10),
  url             text not null,
  description     text,
  -- JSON array of the types that it wants; empty for all
  types           text not null,
  state           text not null check (state in ('enabled', 'disabled')),
  disabled_why    text,
  disabled_at     timestamptz,
  -- the number of the last change that it has dealt with
  position        bigint not null,
  -- who may write how a try went: each claim takes the next number, and an older one's word is not taken
  fence           bigint not null default 0,
  held_until      timestamptz,
  next_attempt_at timestamptz not null,
  -- in succession
  failures        int not null default 0,
  refusals        int not null default 0,
  failing_since   timestamptz,
  attempts        int not null default 0,
  -- a test that was asked for and is not sent yet
  ping_id         uuid,
  created_by      text not null,
  created_at      timestamptz not null,
  unique (organisation_id, slot)
);
alter table webhook enable row level security;
create policy webhook_sight on webhook
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update, delete on webhook to ${service};

-- What its messages are signed with. Shown once to who asked for it; afterwards no operator's transaction reads it.
create table webhook_secret (
  id              uuid primary key,
  webhook_id      uuid not null references webhook on delete cascade,
  organisation_id text not null,
  secret          bytea not null check (length(secret) = 32),
  created_at      timestamptz not null,
  -- set when another has taken its place; until then both are used
  expires_at      timestamptz
);
create index webhook_secret_of_a_webhook on webhook_secret (webhook_id, created_at);
alter table webhook_secret enable row level security;
create policy webhook_secret_sight on webhook_secret
  using (sees_all());
grant select, insert, update, delete on webhook_secret to ${service};

create table webhook_attempt (
  webhook_id      uuid not null references webhook on delete cascade,
  number          int not null,
  organisation_id text not null,
  -- what was sent: the change's id, or that of a test
  message_id      uuid not null,
  type            text not null,
  started_at      timestamptz not null,
  -- empty while it is under way, and for ever if we were killed then
  ended_at        timestamptz,
  outcome         text check (outcome in ('delivered', 'retry', 'refused')),
  status          int,
  reason          text,
  primary key (webhook_id, number)
);
alter table webhook_attempt enable row level security;
create policy webhook_attempt_sight on webhook_attempt
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update, delete on webhook_attempt to ${service};
