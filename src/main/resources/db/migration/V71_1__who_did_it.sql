-- People are known by issuer and subject, not by user name: a name may pass to another person, a subject never does.
-- The name at that time stays beside it, for people to read. An identifier is "<issuer>#<subject>" or "client:<client id>".
-- What stands here by a name alone cannot be given to anybody: docs/configuration.md says what becomes of it.

-- Null: a role that stands for an account, a destination, the service itself, and all that was written before.
alter table audit_entry add column actor_id text;
create index audit_entry_of_an_account on audit_entry (actor_id, id) where actor_id is not null;

-- Who holds a report; a claim by a name alone ends, and the report is in the queue for all.
alter table report add column holder_id text;
update report set holder = null, holder_since = null where holder is not null;
drop index report_held;
create index report_held on report (holder_id) where holder_id is not null;

alter table handover add column offered_by_id text;
update handover set ended_at = now(), note = null where ended_at is null;
drop index handover_open;
create unique index handover_open on handover (offered_by_id) where ended_at is null;

-- Nobody can show that it was another person who asked: a liaison calls back, or the organisation cancels it and asks again.
alter table withdrawal add column asked_by_id text;
alter table contact_held add column asked_by_id text;

-- Whose it is; nobody reads it, so no name stands beside it.
delete from triage_view;
comment on column triage_view.owner is 'identifier of the person whose view it is';
comment on column draft.owner is 'identifier of the person who writes it; by a name alone it is nobody''s, and is removed when it is too old';
comment on column submission_key.client is 'a client''s id; for a person the client''s id, a blank, and the person''s identifier';
