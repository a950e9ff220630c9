-- How an organisation is reached. Each change is a further version and none is changed, so that it can be seen
-- what was recorded before someone took its means over.

create table contact_book (
  organisation_id text not null references organisation,
  version         int not null check (version > 0),
  document        text not null,
  written_by      text not null,
  written_at      timestamptz not null,
  primary key (organisation_id, version)
);
alter table contact_book enable row level security;
create policy contact_book_read on contact_book for select
  using (sees_all() or organisation_id = own_organisation());
-- While something is compromised, a change of the organisation's own waits for a call-back.
create policy contact_book_write on contact_book for insert
  with check (sees_all() or organisation_id = own_organisation() and not exists (
    select from compromise c where c.organisation_id = contact_book.organisation_id));
grant select, insert on contact_book to ${service};

create table contact_held (
  id              uuid primary key,
  organisation_id text not null references organisation,
  document        text not null,
  asked_by        text not null,
  asked_at        timestamptz not null,
  state           text not null check (state in ('held', 'confirmed', 'refused')),
  decided_by      text,
  decided_at      timestamptz,
  -- who was reached, on which of the contacts recorded before
  called_back     text
);
create index contact_held_of_an_organisation on contact_held (organisation_id) where state = 'held';
alter table contact_held enable row level security;
create policy contact_held_read on contact_held for select
  using (sees_all() or organisation_id = own_organisation());
create policy contact_held_ask on contact_held for insert
  with check (sees_all() or organisation_id = own_organisation() and state = 'held');
create policy contact_held_decide on contact_held for update
  using (sees_all());
grant select, insert, update on contact_held to ${service};
