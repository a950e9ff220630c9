-- The auditor's search: by who did it, by what happened, by whose matter it is, by when.
create index audit_entry_of_an_actor on audit_entry (actor, id);
create index audit_entry_of_a_type on audit_entry (type, id);
create index audit_entry_of_an_organisation on audit_entry (organisation_id, id);
create index audit_entry_by_time on audit_entry (at);
