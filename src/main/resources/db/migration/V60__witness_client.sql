-- A machine that reads the audit log from outside can be enrolled like any other.
alter table client drop constraint client_role_check;
alter table client add constraint client_role_check check (role in ('sensor', 'peer', 'witness'));
