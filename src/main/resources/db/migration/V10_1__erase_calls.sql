-- What was written down of telephone calls and of withdrawals is not the service's to change either.

create function erase_calls(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  if e.scope = 'report' then
    delete from behalf_call_back where report_id = e.report_id;
    delete from behalf_call where report_id = e.report_id;
  end if;
end $$;

create function erase_withdrawals(wanted uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e erasure := erasing(wanted);
begin
  if e.scope = 'report' then
    update withdrawal set reason = 'Erased', decision = null, called_number = null, answered_by = null
      where report_id = e.report_id;
  end if;
end $$;

revoke all on function erase_calls, erase_withdrawals from public;
grant execute on function erase_calls, erase_withdrawals to ${service};
