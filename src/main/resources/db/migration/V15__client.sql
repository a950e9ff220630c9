-- The machine clients and peers that were enrolled here: what we want of each. The identity provider is brought
-- to it; wanted counts our wishes, in_step is the last of them that it is known to have followed.
create table client (
  -- its OAuth client id
  id                  text primary key,
  organisation_id     text not null references organisation,
  title               text not null,
  role                text not null check (role in ('sensor', 'peer')),
  proof               text not null check (proof in ('secret', 'key', 'certificate')),
  -- JSON Web Key of a client that proves itself with a key; public half only
  key                 text,
  -- PEM; of a client whose tokens are bound to it
  certificate         text,
  certificate_until   timestamptz,
  cut_off_since       timestamptz,
  wanted              bigint not null,
  in_step             bigint not null,
  enrolled_by         text not null,
  enrolled_at         timestamptz not null
);
create index client_of_an_organisation on client (organisation_id, id);
create index client_cut_off on client (id) where cut_off_since is not null;
create index client_out_of_step on client (id) where in_step < wanted;
alter table client enable row level security;
create policy client_sight on client
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update, delete on client to ${service};
