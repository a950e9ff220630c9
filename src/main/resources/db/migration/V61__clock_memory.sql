-- When the service's clock counted as right last (docs/audit.md, when the clock is the victim). Written while nothing speaks against it, so
-- after a restart it can be told that a clock is far from what it was.
create table clock_memory (
  only_row boolean primary key default true check (only_row),
  -- by the service's clock; null until it was right for the first time
  right_at timestamptz
);
-- A log that is there already knows what its last entry's clock said.
insert into clock_memory (right_at)
select (
  select e.at
  from audit_leaf l
  join audit_entry e on e.id = l.entry_id
  order by l.index desc
  limit 1);
alter table clock_memory enable row level security;
create policy clock_memory_sight on clock_memory using (sees_all());
grant select, update on clock_memory to ${service};
