-- What has been kept long enough is removed by the service itself, in transactions that see all.

-- Up to which number an organisation's changes were removed, and when; the place in the log for those who see all.
alter table change_count add column pruned_number bigint not null default 0;
alter table change_count add column pruned_at timestamptz;
alter table change_place add column pruned_leaf bigint not null default -1;
create policy change_prune on change for delete
  using (sees_all());
grant delete on change to ${service};

create index notice_ended on notice (ended_at) where state <> 'pending';
grant delete on notice, duty_page, delivery_attempt to ${service};

create policy contact_book_prune on contact_book for delete
  using (sees_all());
grant delete on contact_book to ${service};
