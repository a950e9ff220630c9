-- Who on duty is rung for a report, and every mail and every ring as a row of its own before it is sent.

create table duty_page (
  id              uuid primary key,
  report_id       uuid not null,
  organisation_id text not null,
  reason          text not null check (reason in ('early-warning', 'critical')),
  state           text not null check (state in ('ringing', 'acknowledged', 'ended')),
  -- how many contacts of the duty list have been rung, one after the other and over again
  rings           int not null default 0,
  next_ring_at    timestamptz not null,
  raised_at       timestamptz not null,
  ended_at        timestamptz,
  ended_by        text,
  unique (report_id, reason)
);
create index duty_page_ringing on duty_page (next_ring_at) where state = 'ringing';
alter table duty_page enable row level security;
create policy duty_page_sight on duty_page
  using (sees_all());
grant select, insert, update on duty_page to ${service};

create table notice (
  id              uuid primary key,
  -- whose report it is about
  organisation_id text not null,
  report_id       uuid not null,
  page_id         uuid references duty_page,
  -- 'news': to the organisation; 'ring': to one on duty; 'calm': to whom was rung, that it is in hand
  purpose         text not null check (purpose in ('news', 'ring', 'calm')),
  channel         text not null check (channel in ('mail', 'pager')),
  -- a mail address, or the name of a contact of the duty list
  recipient       text not null,
  subject         text not null,
  body            text not null,
  state           text not null check (state in ('pending', 'sent', 'dropped')),
  -- of the last failure, or why it was dropped
  why             text,
  fence           bigint not null default 0,
  held_until      timestamptz,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  created_at      timestamptz not null,
  ended_at        timestamptz
);
create index notice_pending on notice (next_attempt_at) where state = 'pending';
create index notice_of_a_page on notice (page_id);
alter table notice enable row level security;
create policy notice_sight on notice
  using (sees_all());
grant select, insert, update on notice to ${service};

-- The first place of the log whose change has not been looked at for whom to tell. What was before is no news.
create table notice_place (
  only_row  boolean primary key default true check (only_row),
  next_leaf bigint not null
);
insert into notice_place (next_leaf) select next_index from audit_sequence;
grant select, update on notice_place to ${service};
