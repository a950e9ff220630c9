-- Views of the queue that liaisons have given names to.

create table triage_view (
  id        uuid primary key,
  -- whose account
  owner     text not null,
  name      text not null,
  -- as they stand in the queue's address
  filters   text not null,
  saved_at  timestamptz not null,
  unique (owner, name)
);
alter table triage_view enable row level security;
create policy triage_view_sight on triage_view using (sees_all());
grant select, insert, delete, update (filters, saved_at) on triage_view to ${service};
