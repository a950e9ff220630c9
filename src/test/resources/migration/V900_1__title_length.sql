-- Expand: the column is there at once, and what is written from now on has it.
alter table report add column title_length integer;
create function report_title_length() returns trigger language plpgsql as
  $$ begin new.title_length := length(new.title); return new; end $$;
create trigger report_title_length before insert on report for each row execute function report_title_length();
