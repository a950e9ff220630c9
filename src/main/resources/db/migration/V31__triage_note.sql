-- What liaisons write down about reports, for our side alone.

create table triage_note (
  id              uuid primary key,
  report_id       uuid not null references report,
  organisation_id text not null,
  text            text not null,
  written_by      text not null,
  written_at      timestamptz not null
);
create index triage_note_of_a_report on triage_note (report_id, id);
alter table triage_note enable row level security;
create policy triage_note_sight on triage_note using (sees_all());
grant select, insert on triage_note to ${service};

create function erase_notes(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  if e.scope = 'report' then
    delete from triage_note where report_id = e.report_id;
  end if;
end $$;
revoke all on function erase_notes from public;
grant execute on function erase_notes to ${service};
