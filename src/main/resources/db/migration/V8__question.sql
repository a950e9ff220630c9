-- What a liaison asks the operator about a report, and what the operator answers.

create table question (
  id              uuid primary key,
  report_id       uuid not null references report,
  organisation_id text not null,
  text            text not null,
  -- RFC 6901, into the submission; empty for a free question
  field           text,
  -- the revision that was before the liaison's eyes
  revision_number int not null,
  -- whether the operator owes an answer
  owed            boolean not null,
  answer_by       timestamptz,
  asked_at        timestamptz not null,
  state           text not null check (state in ('open', 'answered', 'dropped')),
  answered_by     text,
  answered_at     timestamptz,
  -- canonical JSON (RFC 8785): what a repeat is told by
  answer          bytea,
  -- the revision that says what was answered; empty when the answer is in words alone
  answer_revision int,
  -- whose key (a machine's client id, or client and user name of a person), and the key
  key_owner       text,
  key             text,
  -- what the answer was answered with, so that a repeat gets the same bytes
  reply           bytea,
  dropped_at      timestamptz,
  drop_reason     text,
  constraint question_by_key unique (organisation_id, key_owner, key)
);
create index question_of_a_report on question (report_id, id);
create index question_of_an_organisation on question (organisation_id, state, id);
create index question_in_a_state on question (state, id);
alter table question enable row level security;
create policy question_sight on question
  using (sees_all() or organisation_id = own_organisation());
grant select, insert, update on question to ${service};

-- What of a question is ours alone: whose accounts acted, and the liaison's note.
create table question_inside (
  question_id     uuid primary key references question,
  organisation_id text not null,
  asked_by        text not null,
  note            text,
  dropped_by      text
);
alter table question_inside enable row level security;
create policy question_inside_sight on question_inside using (sees_all());
grant select, insert, update on question_inside to ${service};
