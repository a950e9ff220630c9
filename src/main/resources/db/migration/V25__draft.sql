-- What people have begun to write and have not sent.

create table draft (
  id              uuid primary key,
  organisation_id text not null references organisation,
  -- whose account; nobody else gets to see it
  owner           text not null,
  -- the report that it continues; empty for a new one
  report_id       uuid references report,
  -- the report's version that was before the writer's eyes
  version         int,
  -- what a repeat is told by: sent twice, it is filed once
  key             text not null,
  -- JSON: a submission whose leaves are as they were typed
  typed           bytea not null check (length(typed) <= 262144),
  -- the report that it became: a second press of the button leads there; then nothing is left of what was typed
  filed_id        uuid,
  started_at      timestamptz not null,
  touched_at      timestamptz not null
);
create index draft_of_a_person on draft (organisation_id, owner, touched_at desc);
create index draft_of_a_report on draft (report_id);
create index draft_touched on draft (touched_at);
alter table draft enable row level security;
create policy draft_sight on draft
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, delete, update (version, typed, filed_id, touched_at) on draft to ${service};

-- A form that came when its sender's session had ended. The form is encrypted; its key is not in the database.
create table parked_form (
  id        uuid primary key,
  -- SHA-256 of the account that it waits for
  owner     bytea not null check (length(owner) = 32),
  content   bytea not null check (length(content) <= 524288),
  parked_at timestamptz not null
);
create index parked_form_of_a_person on parked_form (owner, parked_at);
create index parked_form_at on parked_form (parked_at);
alter table parked_form enable row level security;
create policy parked_form_sight on parked_form using (sees_all());
grant select, insert, delete on parked_form to ${service};
