-- What other systems handed to us, and the receipt each got: a repeat gets the same one.

create table peer_submission (
  id              uuid primary key,
  peer            text not null,
  -- the sender's, which never changes
  delivery_id     text not null,
  organisation_id text not null,
  digest          bytea not null check (length(digest) = 32),
  document        bytea not null,
  report_id       uuid not null references report,
  revision_number int not null,
  answer          bytea not null,
  received_at     timestamptz not null,
  unique (peer, delivery_id)
);
alter table peer_submission enable row level security;
create policy peer_submission_sight on peer_submission
  using (sees_all() or organisation_id = own_organisation());
grant select, insert on peer_submission to ${service};
