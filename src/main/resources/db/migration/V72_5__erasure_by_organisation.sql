-- Erasing one organisation's things must not cost more for what others have: each statement finds its rows by an index that begins
-- with the organisation or the report.
create index report_ended on report (organisation_id, state, changed_at);
create index submission_key_by_age on submission_key (organisation_id, created_at) where kind = 'idempotency-key';
create index submission_key_of_a_report on submission_key (report_id);
create index report_asset_of_a_report on report_asset (report_id);
create index peer_submission_of_a_report on peer_submission (report_id);
create index release_of_a_report on release (report_id);
create index notice_of_a_report on notice (report_id);
create index quarantine_of_a_report on quarantine (report_id) where report_id is not null;

-- The reports whose titles a liaison's snapshot shows, by their ids.
create function related(snapshot bytea) returns text[]
  language sql immutable parallel safe strict
  return array(select id #>> '{}'
               from jsonb_path_query(convert_from(snapshot, 'UTF8')::jsonb, '$.relatedReports[*].id') as each (id));
create index enrichment_related on enrichment using gin (related(snapshot)) with (fastupdate = off)
  where audience = 'liaison';

-- As it was, but for how it finds the snapshots that show the report's title: it looked at those of all organisations.
create or replace function erase_revisions(wanted uuid) returns void
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
  update enrichment n set snapshot = convert_to(jsonb_set(convert_from(n.snapshot, 'UTF8')::jsonb, '{relatedReports}', (
      select jsonb_agg(case when shown ->> 'id' = e.report_id::text then jsonb_set(shown, '{title}', '"Erased"') else shown end
        order by number)
      from jsonb_array_elements(convert_from(n.snapshot, 'UTF8')::jsonb -> 'relatedReports') with ordinality as each (shown, number)))::text, 'UTF8')
    where n.audience = 'liaison'
      and related(n.snapshot) @> array[e.report_id::text];
  delete from report_asset where report_id = e.report_id;
  delete from submission_key where report_id = e.report_id;
end $$;
