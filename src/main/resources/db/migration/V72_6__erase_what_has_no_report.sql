-- What belongs to no report is erased too, once it has been kept long enough: reports in quarantine that nobody accepted, changes of
-- contacts that waited, contacts that were replaced, and what entries of the log say that are about no report.

alter table erasure alter column report_id drop not null;
alter table erasure drop constraint erasure_scope_check;
alter table erasure add constraint erasure_scope_check check (
  scope in ('report', 'attachments') and report_id is not null
  or scope in ('quarantine', 'contact-changes', 'contact-versions', 'audit-entries') and report_id is null);

alter table quarantine add column erased_at timestamptz;
create index quarantine_by_age on quarantine (organisation_id, (coalesce(decided_at, received_at)))
  where erased_at is null and report_id is null;
alter table contact_held add column erased_at timestamptz;
create index contact_held_by_age on contact_held (organisation_id, (coalesce(decided_at, asked_at)))
  where erased_at is null;
create index audit_entry_without_report on audit_entry (organisation_id, at)
  where report_id is null;

-- Only in the transaction that wrote the erasure, only while nobody holds the organisation, only what is older than a day.
create function erasing_aged(wanted uuid, wanted_scope text, before timestamptz) returns erasure
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_row erasure;
begin
  select * into found_row from erasure where id = wanted and scope = wanted_scope and transaction = pg_current_xact_id();
  if not found then
    raise exception 'no erasure % of this transaction', wanted using errcode = '42501';
  end if;
  if before > now() - interval '24 hours' then
    raise exception 'everything is kept for 24 hours' using errcode = '42501';
  end if;
  perform from organisation where id = found_row.organisation_id for share;
  if is_held(found_row.organisation_id, null) then
    raise exception 'organisation % is held', found_row.organisation_id using errcode = '42501';
  end if;
  return found_row;
end $$;

-- On what nobody has decided in all that time, the decision is no. Returns what was erased.
create function erase_quarantine(wanted uuid, before timestamptz, most int) returns setof text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing_aged(wanted, 'quarantine', before);
begin
  return query
    update quarantine q set body = '{}', title = 'Erased', reason = null, erased_at = e.at,
      state = 'refused', decided_by = coalesce(q.decided_by, 'tocsin'), decided_at = coalesce(q.decided_at, e.at)
    where q.id in (
      select d.id from quarantine d
      where d.organisation_id = e.organisation_id
        and d.erased_at is null
        and d.report_id is null
        and coalesce(d.decided_at, d.received_at) < before
      order by coalesce(d.decided_at, d.received_at)
      limit most
      for update skip locked)
    returning q.id::text;
end $$;

create function erase_contact_changes(wanted uuid, before timestamptz, most int) returns setof text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing_aged(wanted, 'contact-changes', before);
begin
  return query
    update contact_held h set document = '{}', called_back = null, erased_at = e.at,
      state = case h.state when 'held' then 'refused' else h.state end,
      decided_by = coalesce(h.decided_by, 'tocsin'), decided_at = coalesce(h.decided_at, e.at)
    where h.id in (
      select d.id from contact_held d
      where d.organisation_id = e.organisation_id
        and d.erased_at is null
        and coalesce(d.decided_at, d.asked_at) < before
      order by coalesce(d.decided_at, d.asked_at)
      limit most
      for update skip locked)
    returning h.id::text;
end $$;

-- While something is compromised, what was recorded before is what a call-back needs.
create function erase_contact_versions(wanted uuid, before timestamptz, most int) returns setof text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing_aged(wanted, 'contact-versions', before);
begin
  if before > now() - interval '30 days' then
    raise exception 'replaced contacts are kept for 30 days' using errcode = '42501';
  end if;
  return query
    delete from contact_book b
    where b.organisation_id = e.organisation_id
      and b.version in (
        select d.version from contact_book d
        where d.organisation_id = e.organisation_id
          and exists (
            select from contact_book n
            where n.organisation_id = d.organisation_id
              and n.version > d.version
              and n.written_at < before)
        order by d.version
        limit most)
    returning b.version::text;
end $$;

-- Whoever removes replaced contacts: not while the organisation is held, or something of its is compromised.
create function contact_book_is_free() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_held(old.organisation_id, null) or exists (select from compromise c where c.organisation_id = old.organisation_id) then
    return null;
  end if;
  return old;
end $$;
create trigger contact_book_is_free before delete on contact_book
  for each row execute function contact_book_is_free();

-- The commitment and its place stay. What says that something was erased is kept.
create function erase_audit_entries(wanted uuid, before timestamptz, most int) returns setof text
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing_aged(wanted, 'audit-entries', before);
begin
  return query
    update audit_payload p set salt = null, content = null, erased_at = e.at, erased_why = e.why
    where p.entry_id in (
      select a.id from audit_entry a
      join audit_payload d on d.entry_id = a.id
      where a.organisation_id = e.organisation_id
        and a.report_id is null
        and a.at < before
        and a.type not like '%.erased'
        and d.erased_at is null
      order by a.at
      limit most)
      and p.erased_at is null
    returning p.entry_id::text;
end $$;

revoke all on function erasing_aged, erase_quarantine, erase_contact_changes, erase_contact_versions, erase_audit_entries,
  contact_book_is_free from public;
grant execute on function erase_quarantine, erase_contact_changes, erase_contact_versions, erase_audit_entries to ${service};
