-- What operators follow: the entries of the log that they may read and that are about a report, numbered
-- within each organisation in the order of the log. Written by the sequencer of the news alone.

create table change (
  organisation_id text not null,
  -- counted from 1 within the organisation, so that it tells nothing of others
  number          bigint not null check (number > 0),
  -- its place in the log of everyone; for those who see all
  leaf            bigint not null unique,
  entry_id        uuid not null references audit_entry,
  report_id       uuid not null,
  -- as the report stood when the change got its number: at least as new as the change
  report_version  int not null,
  report_state    text not null,
  primary key (organisation_id, number)
);
alter table change enable row level security;
create policy change_read on change for select
  using (sees_all() or organisation_id = own_organisation());
create policy change_write on change for insert
  with check (sees_all());
grant select, insert on change to ${service};

-- The last number of each organisation.
create table change_count (
  organisation_id text primary key,
  last_number     bigint not null
);
alter table change_count enable row level security;
create policy change_count_read on change_count for select
  using (sees_all() or organisation_id = own_organisation());
create policy change_count_write on change_count for insert
  with check (sees_all());
create policy change_count_go_on on change_count for update
  using (sees_all());
grant select, insert, update on change_count to ${service};

-- The first place of the log that the news have not looked at: one row, locked while they do.
create table change_place (
  only_row  boolean primary key default true check (only_row),
  next_leaf bigint not null
);
insert into change_place (next_leaf) values (0);
grant select, update on change_place to ${service};
