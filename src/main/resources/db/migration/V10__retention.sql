-- How long things are kept, what is held back from that, and the only way in which content is erased.

create table retention_rule (
  organisation_id text not null references organisation,
  class           text not null,
  days            int not null check (days > 0),
  set_by          text not null,
  set_at          timestamptz not null,
  primary key (organisation_id, class)
);
alter table retention_rule enable row level security;
create policy retention_rule_sight on retention_rule
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update, delete on retention_rule to ${service};

create table legal_hold (
  id              uuid primary key,
  organisation_id text not null references organisation,
  -- empty: all of the organisation's
  report_id       uuid references report,
  reason          text not null,
  placed_by       text not null,
  placed_at       timestamptz not null,
  lifted_by       text,
  lifted_at       timestamptz,
  lifted_because  text
);
create index legal_hold_in_force on legal_hold (organisation_id, report_id) where lifted_at is null;
alter table legal_hold enable row level security;
-- That somebody looks into an organisation is not for it to know.
create policy legal_hold_sight on legal_hold using (sees_all());
grant select, insert, update (lifted_by, lifted_at, lifted_because) on legal_hold to ${service};

-- A hold waits for erasures that are under way, and those that come after wait for it.
create function legal_hold_goes_first() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from organisation where id = new.organisation_id for update;
  return new;
end $$;
create trigger legal_hold_goes_first before insert on legal_hold
  for each row execute function legal_hold_goes_first();

-- That something was erased, why, and for whom; never changed.
create table erasure (
  id              uuid primary key,
  organisation_id text not null references organisation,
  report_id       uuid not null references report,
  -- 'report': all of it; 'attachments': these alone
  scope           text not null check (scope in ('report', 'attachments')),
  why             text not null,
  asked_by        text not null,
  at              timestamptz not null,
  -- the functions below work in the transaction that wrote this row, and in no other
  transaction     xid8 not null default pg_current_xact_id()
);
create index erasure_of_a_report on erasure (report_id, scope);
alter table erasure enable row level security;
create policy erasure_read on erasure for select
  using (sees_all() or organisation_id = own_organisation());
create policy erasure_write on erasure for insert with check (sees_all());
grant select on erasure to ${service};
grant insert (id, organisation_id, report_id, scope, why, asked_by, at) on erasure to ${service};

-- What was hashed goes; digest, commitment, receipt and place in the log stay.
alter table revision alter column body drop not null;
alter table revision add column erased_at timestamptz;
alter table revision add column erased_why text;
alter table revision add constraint revision_body_or_erased check ((body is null) = (erased_at is not null));
alter table timeline add column erased_at timestamptz;
alter table timeline add column erased_why text;
alter table audit_payload alter column salt drop not null;
alter table audit_payload alter column content drop not null;
alter table audit_payload add column erased_at timestamptz;
alter table audit_payload add column erased_why text;
alter table audit_payload add constraint audit_payload_whole_or_erased
  check ((content is null) = (erased_at is not null) and (salt is null) = (content is null));
alter table attachment add column erased_why text;
alter table delivery alter column document drop not null;
alter table peer_submission alter column document drop not null;

-- The functions run as the owner, so they check everything themselves. The service may call them
-- and cannot do what they do by any other way.

create function is_held(organisation text, report uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from legal_hold
    where lifted_at is null
      and organisation_id = organisation
      and (report_id is null or report_id = report))
$$;

create function erasing(wanted uuid) returns erasure
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_row erasure;
begin
  select * into found_row from erasure where id = wanted and transaction = pg_current_xact_id();
  if not found then
    raise exception 'no erasure % of this transaction', wanted using errcode = '42501';
  end if;
  perform from organisation where id = found_row.organisation_id for share;
  if is_held(found_row.organisation_id, found_row.report_id) then
    raise exception 'report % is held', found_row.report_id using errcode = '42501';
  end if;
  perform from report
    where id = found_row.report_id
      and organisation_id = found_row.organisation_id
      and state in ('closed', 'rejected', 'withdrawn', 'merged');
  if not found then
    raise exception 'report % is not done with', found_row.report_id using errcode = '42501';
  end if;
  return found_row;
end $$;

create function erase_revisions(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  if e.scope <> 'report' then
    return;
  end if;
  update revision set body = null, erased_at = e.at, erased_why = e.why
    where report_id = e.report_id and body is not null;
  delete from enrichment where revision_id in (select id from revision where report_id = e.report_id);
  -- Later reports on the same assets show its title to liaisons.
  update enrichment n set snapshot = convert_to(jsonb_set(shown.document, '{relatedReports}', (
      select jsonb_agg(case when related ->> 'id' = e.report_id::text then jsonb_set(related, '{title}', '"Erased"') else related end
        order by number)
      from jsonb_array_elements(shown.document -> 'relatedReports') with ordinality as each (related, number)))::text, 'UTF8')
    from (
      select f.revision_id, convert_from(f.snapshot, 'UTF8')::jsonb as document
      from enrichment f
      join revision v on v.id = f.revision_id
      join report r on r.id = e.report_id
      where f.audience = 'liaison'
        and v.received_at between r.received_at - interval '1 day' and r.changed_at + interval '91 days') shown
    where n.revision_id = shown.revision_id
      and n.audience = 'liaison'
      and shown.document @> jsonb_build_object('relatedReports', jsonb_build_array(jsonb_build_object('id', e.report_id::text)));
  delete from report_asset where report_id = e.report_id;
  delete from submission_key where report_id = e.report_id;
end $$;

create function erase_timeline(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  update timeline set detail = '{}', erased_at = e.at, erased_why = e.why
    where report_id = e.report_id
      and erased_at is null
      and (e.scope = 'report' or type like 'attachment.%')
      and type not like '%.erased';
end $$;

create function erase_audit_payloads(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  update audit_payload p set salt = null, content = null, erased_at = e.at, erased_why = e.why
    from audit_entry a
    where a.id = p.entry_id
      and a.report_id = e.report_id
      and p.erased_at is null
      and (e.scope = 'report' or a.type like 'attachment.%')
      and a.type not like '%.erased';
end $$;

create function erase_handed_over(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  if e.scope = 'report' then
    update peer_submission set document = null where report_id = e.report_id;
  end if;
end $$;

-- Returns the contents that no attachment needs any more.
create function erase_attachments(wanted uuid) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  -- Whoever attaches the same bytes just now waits, or we do.
  perform from attachment_content c
    where c.id in (select content_id from attachment where report_id = e.report_id)
    order by c.id for update;
  update attachment set name = null, answer = null, erased_at = e.at, erased_why = e.why
    where report_id = e.report_id and erased_at is null;
  return query
    update attachment_content c set erased_at = e.at
    where c.erased_at is null
      and c.id in (select content_id from attachment where report_id = e.report_id)
      and not exists (select from attachment a where a.content_id = c.id and a.erased_at is null)
    returning c.id;
end $$;

-- The pieces of an erased content are removed by the service, for a store outside does it too.
drop policy attachment_chunk_remove on attachment_chunk;
create policy attachment_chunk_remove on attachment_chunk for delete
  using ((sees_all() or organisation_id = own_organisation())
    and not exists (select from attachment_content c where c.id = content_id and c.erased_at is null));

-- Keys are promised for 24 hours, whatever anyone sets.
create function forget_keys(organisation text, before timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  removed bigint;
begin
  if before > now() - interval '24 hours' then
    raise exception 'keys are kept for 24 hours' using errcode = '42501';
  end if;
  delete from submission_key k
    where k.organisation_id = organisation
      and k.kind = 'idempotency-key'
      and k.created_at < before
      and not is_held(k.organisation_id, k.report_id);
  get diagnostics removed = row_count;
  return removed;
end $$;

revoke all on function is_held, erasing, erase_revisions, erase_timeline, erase_audit_payloads, erase_handed_over,
  erase_attachments, forget_keys, legal_hold_goes_first from public;
grant execute on function is_held, erase_revisions, erase_timeline, erase_audit_payloads, erase_handed_over,
  erase_attachments, forget_keys to ${service};
