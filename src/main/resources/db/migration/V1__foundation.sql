-- This runs as the owner of the schema. The service runs as ${service}, which owns
-- nothing and cannot bypass row-level security: it may do what is granted here.
--
-- Two settings say what a transaction may see; one place in the code sets them,
-- for that transaction alone:
--   tocsin.organisation   the caller's organisation: its own rows
--   tocsin.sight          'all' for liaisons, auditors and our own background work
-- A transaction that sets neither sees nothing.

create function sees_all() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('tocsin.sight', true), '') = 'all';

create function own_organisation() returns text
  language sql stable parallel safe
  return nullif(current_setting('tocsin.organisation', true), '');

create table organisation (
  id         text primary key,
  name       text not null,
  created_at timestamptz not null default now()
);
alter table organisation enable row level security;
create policy organisation_sight on organisation
  using (sees_all() or id = own_organisation());
grant select, insert on organisation to ${service};

-- The audit log in three tables: what happened (immutable), its place in the log
-- (insert only), and what it said (which alone may one day be erased).

create table audit_entry (
  id              uuid primary key,
  organisation_id text,
  report_id       uuid,
  type            text not null,
  actor           text not null,
  -- 'operator': the organisation concerned may read it; 'internal': liaison and auditor only
  audience        text not null check (audience in ('operator', 'internal')),
  at              timestamptz not null,
  -- SHA-256 of salt and content: the leaf of the log, and all that the log will tell
  commitment      bytea not null check (length(commitment) = 32)
);
create index audit_entry_of_a_report on audit_entry (report_id, id);
alter table audit_entry enable row level security;
create policy audit_entry_read on audit_entry for select
  using (sees_all() or (organisation_id = own_organisation() and audience = 'operator'));
create policy audit_entry_write on audit_entry for insert
  with check (sees_all() or organisation_id = own_organisation());
grant select, insert on audit_entry to ${service};

create table audit_leaf (
  index    bigint primary key check (index >= 0),
  entry_id uuid not null unique references audit_entry
);
alter table audit_leaf enable row level security;
create policy audit_leaf_sight on audit_leaf using (
  sees_all() or exists (select from audit_entry where id = entry_id));
grant select, insert on audit_leaf to ${service};

create table audit_payload (
  entry_id        uuid primary key references audit_entry,
  organisation_id text,
  audience        text not null,
  salt            bytea not null check (length(salt) = 32),
  -- canonical JSON (RFC 8785), the very bytes that were hashed
  content         bytea not null
);
alter table audit_payload enable row level security;
create policy audit_payload_read on audit_payload for select
  using (sees_all() or (organisation_id = own_organisation() and audience = 'operator'));
create policy audit_payload_write on audit_payload for insert
  with check (sees_all() or organisation_id = own_organisation());
grant select, insert on audit_payload to ${service};

-- Entries that have no leaf yet. The trigger puts them here in the transaction of the act,
-- the sequencer takes them out in the transaction that gives them their leaves.
create table audit_pending (
  -- in the order of writing, which no clock decides; acts on one report wait for each other
  number   bigint generated always as identity primary key,
  entry_id uuid not null references audit_entry
);
grant select, insert, delete on audit_pending to ${service};

create function audit_entry_awaits_its_leaf() returns trigger language plpgsql as $$
begin
  insert into audit_pending (entry_id) values (new.id);
  return null;
end $$;
create trigger audit_entry_awaits_its_leaf after insert on audit_entry
  for each row execute function audit_entry_awaits_its_leaf();

-- Who gives the next leaves their indexes: one row, locked while it is done.
create table audit_sequence (
  only_row boolean primary key default true check (only_row),
  next_index bigint not null
);
insert into audit_sequence (next_index) values (0);
grant select, update on audit_sequence to ${service};

-- db-scheduler's own table, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to ${service};
