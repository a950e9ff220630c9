-- What webhooks are signed with is encrypted under a key that is not in the database. What is here in the clear, the service encrypts in its
-- first minute: only it has the key.
alter table webhook_secret alter column secret drop not null;
alter table webhook_secret add column encrypted bytea;
alter table webhook_secret add column key_id text;
alter table webhook_secret add constraint webhook_secret_in_one_form
  check ((secret is null) = (encrypted is not null) and (encrypted is null) = (key_id is null));
comment on column webhook_secret.secret is 'In the clear, from before; empty as soon as the service has encrypted it';
create index webhook_secret_of_a_key on webhook_secret (key_id, id);
