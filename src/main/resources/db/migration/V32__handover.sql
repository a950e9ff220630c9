-- The change of shift: what a liaison holds is offered, until another takes it over.

create table handover (
  id         uuid primary key,
  -- the account that goes off shift
  offered_by text not null,
  -- gone from here once it is over; then it stands on the reports' timelines
  note       text,
  offered_at timestamptz not null,
  taken_by   text,
  -- taken over, taken back, or replaced by a later offer
  ended_at   timestamptz
);
create unique index handover_open on handover (offered_by) where ended_at is null;
alter table handover enable row level security;
create policy handover_sight on handover using (sees_all());
grant select, insert, update (note, taken_by, ended_at) on handover to ${service};

create index report_held on report (holder) where holder is not null;
