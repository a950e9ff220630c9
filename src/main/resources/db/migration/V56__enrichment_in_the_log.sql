-- What the inventory said is bound to by an entry of the audit log. Of the liaison's view the entry has a salted digest, for the operator may read
-- the entry and must not guess from it what others' inventories say.

alter table enrichment add column salt bytea check (audience = 'liaison' or salt is null);
