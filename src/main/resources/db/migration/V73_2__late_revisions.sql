-- Which revision of the sender's each submission holds, so that an older one that comes late is not taken for the newest.
alter table peer_submission add column origin_revision int not null default 0;
update peer_submission
set origin_revision = (convert_from(document, 'UTF8')::json #>> '{report,revision}')::int
where document is not null;
