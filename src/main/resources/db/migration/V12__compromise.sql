-- What an organisation says is in someone else's hands: its mail, its phones, its sign-in. A row stands
-- until it is lifted; what was said and lifted when is in the audit log.

create table compromise (
  organisation_id text not null references organisation,
  means           text not null check (means in ('mail', 'phones', 'sign-in')),
  since           timestamptz not null,
  said_by         text not null,
  reason          text,
  primary key (organisation_id, means)
);
alter table compromise enable row level security;
create policy compromise_read on compromise for select
  using (sees_all() or organisation_id = own_organisation());
create policy compromise_say on compromise for insert
  with check (sees_all() or organisation_id = own_organisation());
-- An account that may itself be captured can say it, and never lift it.
create policy compromise_lift on compromise for delete
  using (sees_all());
grant select, insert, delete on compromise to ${service};
