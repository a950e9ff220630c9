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

-- What an organisation's contacts were before someone took them over is evidence: no one removes that early, whoever asks.
create function prune_contacts(before timestamptz, most int) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  removed bigint;
begin
  if before > now() - interval '30 days' then
    raise exception 'replaced contacts are kept for 30 days' using errcode = '42501';
  end if;
  delete from contact_book
    where (organisation_id, version) in (
      select b.organisation_id, b.version
      from contact_book b
      where exists (
        select from contact_book next
        where next.organisation_id = b.organisation_id and next.version > b.version and next.written_at < before)
      limit most);
  get diagnostics removed = row_count;
  return removed;
end $$;
revoke all on function prune_contacts from public;
grant execute on function prune_contacts to ${service};
