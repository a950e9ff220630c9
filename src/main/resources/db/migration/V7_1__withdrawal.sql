-- That a report is to be withdrawn is asked by one and confirmed by another; what became of it goes
-- to every destination that has the report.

create table withdrawal (
  id              uuid primary key,
  report_id       uuid not null references report,
  organisation_id text not null,
  -- counted from 1 within the report: a decision names the one that it is about
  number          int not null,
  state           text not null check (state in ('asked', 'confirmed', 'refused', 'cancelled')),
  reason          text not null,
  asked_by        text not null,
  asked_at        timestamptz not null,
  -- whether a document that says so has gone out meanwhile
  told            boolean not null,
  decided_by      text,
  decided_at      timestamptz,
  decision        text,
  -- when a liaison called back
  called_number   text,
  answered_by     text,
  called_at       timestamptz,
  unique (report_id, number)
);
create unique index withdrawal_open on withdrawal (report_id) where state = 'asked';
alter table withdrawal enable row level security;
create policy withdrawal_sight on withdrawal
  using (sees_all() or organisation_id = own_organisation());
grant select, insert on withdrawal to ${service};
grant update (state, told, decided_by, decided_at, decision, called_number, answered_by, called_at) on withdrawal to ${service};

-- 0 is the revision itself; from 1 on, what is said later of its withdrawal. Both go in one lane, in this order.
alter table delivery add column notice int not null default 0;
alter table delivery drop constraint delivery_report_id_destination_revision_number_key;
alter table delivery add constraint delivery_once unique (report_id, destination, revision_number, notice);
