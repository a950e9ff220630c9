-- Reports, their immutable revisions, and what was known of the assets when each arrived.

create table report (
  id                uuid primary key,
  organisation_id   text not null references organisation,
  reference         text not null unique,
  version           int not null,
  state             text not null,
  stage             text not null,
  title             text not null,
  -- empty: the sender did not mark it
  tlp               text,
  severity          text,
  -- the liaison's own, beside the operator's
  liaison_severity  text,
  -- how much it presses, 0 to 100; see Pressing
  pressing          smallint not null,
  holder            text,
  holder_since      timestamptz,
  case_reference    text,
  -- who handed it over for the operator, and under which id there; null when it came from the operator itself
  origin_peer       text,
  origin_report     uuid,
  origin_operator   text,
  latest_revision   int not null,
  timeline_length   int not null,
  aware_at          timestamptz,
  received_at       timestamptz not null,
  changed_at        timestamptz not null,
  unique (origin_peer, origin_report)
);
create index report_triage_queue on report (pressing desc, received_at, id)
  where state in ('received', 'in-triage', 'awaiting-operator', 'reopened', 'withdrawal-asked');
create index report_of_an_organisation on report (organisation_id, received_at desc, id);
alter table report enable row level security;
create policy report_sight on report
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update on report to ${service};

create table revision (
  id              uuid primary key,
  report_id       uuid not null references report,
  organisation_id text not null,
  number          int not null,
  stage           text not null,
  -- canonical JSON (RFC 8785), the very bytes that the digest and the receipt are about
  body            bytea not null,
  digest          bytea not null check (length(digest) = 32),
  -- JSON array: what is odd about the times in it
  time_flags      text not null,
  -- the sender's clock minus ours, when the request said what time it was there
  skew_seconds    numeric,
  submitted_by    text not null,
  client          text not null,
  received_at     timestamptz not null,
  receipt         text not null,
  unique (report_id, number)
);
alter table revision enable row level security;
create policy revision_sight on revision
  using (sees_all() or organisation_id = own_organisation());
grant select, insert on revision to ${service};

-- Two views of one revision's assets: the operator's, from its own inventory alone, and the
-- liaison's, from all. The second is behind its own wall.
create table enrichment (
  revision_id     uuid not null references revision,
  audience        text not null check (audience in ('operator', 'liaison')),
  organisation_id text not null,
  snapshot        bytea not null,
  primary key (revision_id, audience)
);
alter table enrichment enable row level security;
create policy enrichment_sight on enrichment
  using (sees_all() or (organisation_id = own_organisation() and audience = 'operator'));
grant select, insert on enrichment to ${service};

-- Which assets a report is about, so that a later report on the same ones finds it. Ours alone.
create table report_asset (
  asset_organisation_id text not null,
  asset_ref             text not null,
  -- 'named', 'source' (it takes time from it), 'administrator'
  relation              text not null,
  report_id             uuid not null references report,
  received_at           timestamptz not null,
  primary key (asset_organisation_id, asset_ref, received_at, report_id, relation)
);
alter table report_asset enable row level security;
create policy report_asset_sight on report_asset using (sees_all());
grant select, insert on report_asset to ${service};

-- The first answer to a submission, kept with it, so that a repeat gets the same bytes.
create table submission_key (
  -- a machine's client id, or client and user name of a person
  client          text not null,
  -- 'idempotency-key' or 'external-ref'
  kind            text not null,
  key             text not null,
  organisation_id text not null,
  -- SHA-256 of the canonical body
  fingerprint     bytea not null,
  report_id       uuid not null,
  answer          bytea not null,
  created_at      timestamptz not null,
  primary key (organisation_id, client, kind, key)
);
alter table submission_key enable row level security;
create policy submission_key_sight on submission_key
  using (sees_all() or organisation_id = own_organisation());
grant select, insert on submission_key to ${service};

-- What happened to a report, in the order in which it happened. Queue, duties and pages read this.
create table timeline (
  report_id       uuid not null references report,
  number          int not null,
  organisation_id text not null,
  type            text not null,
  actor           text not null,
  audience        text not null check (audience in ('operator', 'internal')),
  at              timestamptz not null,
  detail          text not null,
  primary key (report_id, number)
);
alter table timeline enable row level security;
create policy timeline_read on timeline for select
  using (sees_all() or (organisation_id = own_organisation() and audience = 'operator'));
create policy timeline_write on timeline for insert
  with check (sees_all() or organisation_id = own_organisation());
grant select, insert on timeline to ${service};
