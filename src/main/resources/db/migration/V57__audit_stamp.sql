-- What a time-stamping authority (RFC 3161) said of checkpoints.
create table audit_stamp (
  size       bigint primary key references audit_checkpoint,
  token      bytea not null,
  -- the authority's time, and the database's
  stamped_at timestamptz not null,
  stored_at  timestamptz not null
);
alter table audit_stamp enable row level security;
create policy audit_stamp_sight on audit_stamp using (sees_all());
grant select, insert on audit_stamp to ${service};
