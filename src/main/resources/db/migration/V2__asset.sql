-- The inventories of the organisations. An entry's document is the truth of it; the columns
-- beside it, and the two tables below, are what queries need, rewritten with each write of it.

create table asset (
  id              uuid primary key,
  organisation_id text not null references organisation,
  -- the organisation's own name for it
  ref             text not null,
  name            text not null,
  kind            text not null,
  criticality     smallint not null check (criticality between 1 and 5),
  sector          text,
  document        text not null,
  version         int not null,
  written_by      text not null,
  written_at      timestamptz not null,
  constraint asset_by_ref unique (organisation_id, ref)
);
alter table asset enable row level security;
create policy asset_sight on asset
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update, delete on asset to ${service};

-- What an entry answers to: its ref and its identifiers, in one spelling each (Handle). What means
-- something only inside one organisation carries it: ip:192.0.2.1, but ip@org-a:10.0.0.1.
create table asset_handle (
  asset_id        uuid not null references asset on delete cascade,
  organisation_id text not null,
  handle          text not null,
  primary key (asset_id, handle)
);
create index asset_handle_of_a_reference on asset_handle (handle, asset_id);
alter table asset_handle enable row level security;
create policy asset_handle_sight on asset_handle
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, delete on asset_handle to ${service};

-- Edges lead to handles, not to rows: what they name may come later, or be another
-- organisation's, and whether it exists is not for everyone to know.
create table asset_edge (
  asset_id        uuid not null references asset on delete cascade,
  organisation_id text not null,
  type            text not null,
  to_handle       text not null,
  primary key (asset_id, type, to_handle)
);
create index asset_edge_leading_here on asset_edge (to_handle, type, asset_id);
alter table asset_edge enable row level security;
create policy asset_edge_sight on asset_edge
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, delete on asset_edge to ${service};
