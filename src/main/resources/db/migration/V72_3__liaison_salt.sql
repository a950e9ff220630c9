-- Operators get the digest of a document and know all of it but the assessment, which has few values. Something random beside it hides it.
alter table report add column liaison_salt text;
update report set liaison_salt = gen_random_uuid()::text where liaison_severity is not null;
