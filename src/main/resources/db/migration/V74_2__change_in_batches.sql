-- Changes the rows of a large table in small commits, so that nobody waits long for a row and little is lost by a crash.
-- For migrations that run outside a transaction (a file beside the script says so: V80__name.sql.conf, executeInTransaction=false):
--
--   call change_in_batches('report', $$ update report set title = trim(title) where id = any($1) and title <> trim(title) $$);
--
-- target     a table with a key "id" of type uuid; its rows are visited in the order of the key, so that rows that come meanwhile
--            are visited too if their keys are newer (UUIDv7)
-- statement  gets an array of keys as $1. It is repeated after a crash from the first row on, so it must change no row twice
-- batch      how many rows a commit has
--
-- A row whose lock is held elsewhere is waited for as long as lock_timeout says; then the batch is tried again.
create procedure change_in_batches(target regclass, statement text, batch integer default 2000)
  language plpgsql
as $$
declare
  last uuid := '00000000-0000-0000-0000-000000000000';
  keys uuid[];
  done bigint := 0;
  waits integer := 0;
begin
  loop
    execute format('select array_agg(id order by id) from (select id from %s where id > $1 order by id limit $2) next', target)
      into keys using last, batch;
    exit when keys is null;
    begin
      execute statement using keys;
      last := keys[array_upper(keys, 1)];
      done := done + array_length(keys, 1);
      waits := 0;
    exception
      when lock_not_available or deadlock_detected then
        waits := waits + 1;
        if waits > 100 then
          raise;
        end if;
    end;
    commit;
    if waits = 0 and done % (batch * 50) = 0 then
      raise notice '% rows of % visited', done, target;
    end if;
  end loop;
  raise notice '% rows of % visited, all', done, target;
end
$$;
revoke execute on procedure change_in_batches from public;
