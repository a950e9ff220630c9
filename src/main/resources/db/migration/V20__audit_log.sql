-- The log as outsiders verify it (docs/audit.md): a Merkle tree over the leaves, and what was signed of it. Apart from
-- two single rows nothing here is ever changed, and the service's role could not.

-- Full tiles (C2SP tlog-tiles): 256 hashes of a level. Partial ones are read from what is below them.
create table audit_tile (
  -- 0: hashes of leaves; above: roots of the full tiles of the level below
  level  smallint not null check (level between 0 and 7),
  number bigint not null check (number >= 0),
  hashes bytea not null check (length(hashes) = 256 * 32),
  root   bytea not null check (length(root) = 32),
  primary key (level, number)
);
-- Hashes cannot be compressed.
alter table audit_tile alter column hashes set storage external;
alter table audit_tile enable row level security;
create policy audit_tile_sight on audit_tile using (sees_all());
grant select, insert on audit_tile to ${service};

-- How far the tree has grown, and the roots of the complete subtrees at its right edge: all that is needed to go on.
create table audit_tree (
  only_row boolean primary key default true check (only_row),
  size     bigint not null check (size >= 0),
  edge     bytea not null check (length(edge) = 32 * bit_count(size::bit(64)))
);
insert into audit_tree (size, edge) values (0, '');
alter table audit_tree enable row level security;
create policy audit_tree_sight on audit_tree using (sees_all());
grant select, update on audit_tree to ${service};

-- The tree at each size at which it might be signed: there is one root for a size, for ever.
create table audit_head (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  at   timestamptz not null
);
alter table audit_head enable row level security;
create policy audit_head_sight on audit_head using (sees_all());
grant select, insert on audit_head to ${service};

-- What was signed. Each follows one other, and only one can follow it: checkpoints are a chain and cannot fork.
create table audit_checkpoint (
  size      bigint primary key references audit_head,
  -- the size of the one before; 0 for the first
  previous  bigint not null unique check (previous >= 0 and previous < size),
  -- the signed note as it is served
  note      text not null,
  signed_at timestamptz not null
);
alter table audit_checkpoint enable row level security;
create policy audit_checkpoint_sight on audit_checkpoint using (sees_all());
grant select, insert on audit_checkpoint to ${service};

-- When the log last had an entry for no other reason than that time passed.
create table audit_heartbeat (
  only_row boolean primary key default true check (only_row),
  beat_at  timestamptz not null
);
insert into audit_heartbeat (beat_at) values ('epoch');
grant select, update on audit_heartbeat to ${service};

-- The sequencer has its own loop now.
delete from scheduled_tasks where task_name = 'audit-sequence';
