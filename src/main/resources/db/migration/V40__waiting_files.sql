-- Files that wait with a draft for the report that it becomes. Their bytes are contents like those of attachments.

-- An upload belongs to a report, or to a draft that has none yet.
alter table attachment_upload alter column report_id drop not null;
alter table attachment_upload add column draft_id uuid;
alter table attachment_upload add constraint attachment_upload_is_for_one check ((report_id is null) <> (draft_id is null));
create index attachment_upload_of_a_draft on attachment_upload (draft_id) where draft_id is not null;

create table attachment_waiting (
  id              uuid primary key,
  organisation_id text not null references organisation,
  -- they go before it does
  draft_id        uuid not null references draft,
  content_id      uuid not null references attachment_content,
  name            text not null,
  declared_type   text not null,
  type_mismatch   boolean not null,
  added_by        text not null,
  client          text not null,
  added_at        timestamptz not null,
  constraint attachment_waiting_once unique (draft_id, content_id, name)
);
create index attachment_waiting_of_a_content on attachment_waiting (content_id);
alter table attachment_waiting enable row level security;
create policy attachment_waiting_sight on attachment_waiting
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, delete on attachment_waiting to ${service};

-- Takes files from a draft; all of them, where none is named. Returns the contents that nothing needs any more: they are erased.
create function forget_waiting(draft uuid, file uuid) returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
begin
  if not (sees_all() or exists (select from draft d where d.id = draft and d.organisation_id = own_organisation())) then
    raise exception 'draft % is not yours', draft using errcode = '42501';
  end if;
  select coalesce(array_agg(distinct w.content_id), '{}') into touched
    from attachment_waiting w where w.draft_id = draft and (file is null or w.id = file);
  -- Whoever takes the same bytes in just now waits, or we do.
  perform from attachment_content c where c.id = any (touched) order by c.id for update;
  delete from attachment_waiting w where w.draft_id = draft and (file is null or w.id = file);
  return query
    update attachment_content c set erased_at = now()
    where c.id = any (touched)
      and c.erased_at is null
      and not exists (select from attachment a where a.content_id = c.id and a.erased_at is null)
      and not exists (select from attachment_waiting w where w.content_id = c.id)
    returning c.id;
end $$;

-- As it was, but for what waits with a draft.
create or replace function erase_attachments(wanted uuid) returns setof uuid
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
      and not exists (select from attachment_waiting w where w.content_id = c.id)
    returning c.id;
end $$;

revoke all on function forget_waiting from public;
grant execute on function forget_waiting to ${service};
