-- Which reports liaisons handle as one incident, and which they have linked. Both may span organisations, so
-- that no organisation's transaction sees a row of either.

create table incident_part (
  -- handled with another
  report_id uuid primary key references report,
  -- that other, as it was named
  into_id   uuid not null references report,
  -- the one that leads the incident, and is itself handled with none
  lead_id   uuid not null references report,
  -- what the report said by then: what it says later brings it up again
  revision  integer not null,
  reason    text not null,
  merged_by text not null,
  merged_at timestamptz not null,
  check (report_id <> lead_id and report_id <> into_id)
);
create index incident_part_of_a_lead on incident_part (lead_id);
alter table incident_part enable row level security;
create policy incident_part_sight on incident_part using (sees_all());
grant select, insert, update, delete on incident_part to ${service};

create table report_link (
  id        uuid primary key,
  first_id  uuid not null references report,
  second_id uuid not null references report,
  kind      text not null,
  reason    text not null,
  linked_by text not null,
  linked_at timestamptz not null,
  -- a link has no direction, and is there once
  check (first_id < second_id),
  unique (first_id, second_id)
);
create index report_link_of_the_second on report_link (second_id);
alter table report_link enable row level security;
create policy report_link_sight on report_link using (sees_all());
grant select, insert, delete on report_link to ${service};
