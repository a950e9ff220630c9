-- How many bytes of reports and attachments each organisation has sent on a day, by UTC. Logged, so that it survives a crash.
create table byte_quota (
  organisation_id text not null,
  day             date not null,
  -- with what replicas have drawn in advance
  bytes           bigint not null check (bytes >= 0),
  primary key (organisation_id, day)
);
alter table byte_quota enable row level security;
create policy byte_quota_sight on byte_quota
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update, delete on byte_quota to ${service};
