-- Cosignatures of our log by others, and of others' logs by us (C2SP tlog-witness; docs/audit.md, witnesses).

-- Which checkpoint all witnesses are asked about now: the same, so that one checkpoint has the cosignatures of all.
create table audit_cosigning (
  only_row  boolean primary key default true check (only_row),
  size      bigint not null check (size >= 0),
  chosen_at timestamptz not null
);
insert into audit_cosigning (size, chosen_at) values (0, 'epoch');
alter table audit_cosigning enable row level security;
create policy audit_cosigning_sight on audit_cosigning using (sees_all());
grant select, update on audit_cosigning to ${service};

-- What a witness said of a checkpoint of ours; verified before it was stored.
create table audit_cosignature (
  size    bigint not null references audit_checkpoint,
  -- the name of the witness's key
  witness text not null,
  -- the signature line as it stands under the checkpoint
  line    text not null,
  at      timestamptz not null,
  primary key (size, witness)
);
create index audit_cosignature_of_a_witness on audit_cosignature (witness, size desc);
alter table audit_cosignature enable row level security;
create policy audit_cosignature_sight on audit_cosignature using (sees_all());
grant select, insert on audit_cosignature to ${service};

-- How it stands with each witness of ours.
create table audit_witness (
  witness text primary key,
  -- why it does not cosign now; null when it does
  problem text,
  since   timestamptz not null
);
alter table audit_witness enable row level security;
create policy audit_witness_sight on audit_witness using (sees_all());
grant select, insert, update on audit_witness to ${service};

-- Of each log that we witness, the last checkpoint that we cosigned. Sizes only grow.
create table witnessed_log (
  origin      text primary key,
  size        bigint not null check (size >= 0),
  root        bytea not null check (length(root) = 32),
  -- with the signatures of the log that we verified, and ours
  note        text not null,
  cosigned_at timestamptz not null
);
alter table witnessed_log enable row level security;
create policy witnessed_log_sight on witnessed_log using (sees_all());
grant select, insert, update on witnessed_log to ${service};

create function witnessed_log_never_shrinks() returns trigger language plpgsql as $$
begin
  if new.origin <> old.origin or new.size < old.size or (new.size = old.size and new.root <> old.root) then
    raise exception 'the log % cannot go from % to % entries', old.origin, old.size, new.size;
  end if;
  return new;
end $$;
create trigger witnessed_log_never_shrinks before update on witnessed_log
  for each row execute function witnessed_log_never_shrinks();

-- Proof that a log which we witness showed two trees of one size: both are signed by it.
create table witnessed_split (
  origin   text not null,
  size     bigint not null,
  -- of the tree that we did not cosign
  root     bytea not null check (length(root) = 32),
  cosigned text not null,
  refused  text not null,
  seen_at  timestamptz not null,
  primary key (origin, size, root)
);
alter table witnessed_split enable row level security;
create policy witnessed_split_sight on witnessed_split using (sees_all());
grant select, insert on witnessed_split to ${service};
