-- How much of its share each client and each organisation has left, in bucket4j's own bytes.
-- Not logged: no commit here waits for the disk, and after a crash everyone begins with a full share.
create unlogged table limit_bucket (
  -- which limit, and whose: filing client org-a sensor-a
  id         text primary key,
  state      bytea,
  -- milliseconds since 1970; from then on the bucket is full, and a row says nothing
  expires_at bigint
);
create index limit_bucket_by_expiry on limit_bucket (expires_at);
grant select, insert, update, delete on limit_bucket to ${service};
