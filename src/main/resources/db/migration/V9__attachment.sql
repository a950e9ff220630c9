-- Files that belong to reports. Content is stored in pieces, once for each organisation and digest.

-- What is being sent, or was. Each piece is committed on its own; this row says how far it got.
create table attachment_upload (
  -- also the name of the content that it brings
  id              uuid primary key,
  organisation_id text not null references organisation,
  report_id       uuid not null references report,
  name            text not null,
  declared_type   text not null,
  -- how long it will be, where the sender said so
  length          bigint,
  -- SHA-256 that the sender says it will have
  expected        bytea check (length(expected) = 32),
  received        bigint not null default 0,
  -- who may write: each request that goes on with it takes the next number
  fence           bigint not null default 0,
  -- the attachment that it became
  attachment_id   uuid,
  -- given up: nothing of it is wanted any more
  ended           boolean not null default false,
  started_by      text not null,
  started_at      timestamptz not null,
  touched_at      timestamptz not null
);
create index attachment_upload_of_a_report on attachment_upload (report_id);
create index attachment_upload_touched on attachment_upload (touched_at);
alter table attachment_upload enable row level security;
create policy attachment_upload_sight on attachment_upload
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, delete, update (received, fence, attachment_id, ended, touched_at) on attachment_upload to ${service};

create table attachment_content (
  id              uuid primary key,
  organisation_id text not null references organisation,
  digest          bytea not null check (length(digest) = 32),
  size            bigint not null check (size > 0),
  -- what its first bytes look like
  detected_type   text not null,
  state           text not null check (state in ('quarantined', 'clean', 'infected', 'not-scanned')),
  -- what the scanner calls what it found
  finding         text,
  scanned_at      timestamptz,
  scan_attempts   int not null default 0,
  erased_at       timestamptz
);
create unique index attachment_content_by_digest on attachment_content (organisation_id, digest)
  where erased_at is null;
alter table attachment_content enable row level security;
create policy attachment_content_sight on attachment_content
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update (state, finding, scanned_at, scan_attempts) on attachment_content to ${service};

create table attachment_chunk (
  content_id      uuid not null,
  -- its first byte's place in the content
  at              bigint not null check (at >= 0),
  organisation_id text not null,
  -- the upload's fence when it was written
  fence           bigint not null,
  bytes           bytea not null,
  primary key (content_id, at)
);
-- What was compressed already is not worth trying again.
alter table attachment_chunk alter column bytes set storage external;
alter table attachment_chunk enable row level security;
create policy attachment_chunk_read on attachment_chunk for select
  using (sees_all() or organisation_id = own_organisation());
create policy attachment_chunk_write on attachment_chunk for insert
  with check (sees_all() or organisation_id = own_organisation());
-- What an attachment consists of is neither changed nor removed by the service.
create policy attachment_chunk_again on attachment_chunk for update
  using ((sees_all() or organisation_id = own_organisation())
    and not exists (select from attachment_content c where c.id = content_id));
create policy attachment_chunk_remove on attachment_chunk for delete
  using ((sees_all() or organisation_id = own_organisation())
    and not exists (select from attachment_content c where c.id = content_id));
grant select, insert, delete, update (fence, bytes) on attachment_chunk to ${service};

create table attachment (
  id              uuid primary key,
  organisation_id text not null references organisation,
  report_id       uuid not null references report,
  content_id      uuid not null references attachment_content,
  -- name and answer are gone when the attachment has been erased
  name            text,
  declared_type   text not null,
  type_mismatch   boolean not null,
  added_by        text not null,
  client          text not null,
  added_at        timestamptz not null,
  -- what its sender was told, and is told again
  answer          bytea,
  erased_at       timestamptz,
  constraint attachment_once unique (report_id, content_id, name)
);
create index attachment_of_a_report on attachment (report_id, added_at, id);
create index attachment_of_a_content on attachment (content_id);
alter table attachment enable row level security;
create policy attachment_sight on attachment
  using (sees_all() or organisation_id = own_organisation());
grant select, insert on attachment to ${service};
