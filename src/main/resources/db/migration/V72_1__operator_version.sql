-- Operators have a version of their own: it counts the changes that they can see. What liaisons do among themselves does not move it.
-- Until now one version counted all of them; it is what operators last read, and their own goes on from there.
alter table report add column operator_version int not null default 1;
alter table report add column operator_changed_at timestamptz not null default now();
update report set operator_version = version, operator_changed_at = changed_at;

alter table change add column operator_version int;
update change set operator_version = report_version;
alter table change alter column operator_version set not null;
