-- Pools: units of a level that are set apart for one channel. What nobody set apart is shared.

create table inventory_pools (
  pool_no integer generated always as identity primary key,
  id text not null unique,
  channel_id text not null,
  name text not null,
  mode text not null check (mode in ('SHARED', 'SEGMENTED')),
  -- Null: every location that serves the channel.
  location_ids text[],
  -- Share of arriving units that is set apart by itself.
  arrival_percent numeric(5, 2) check (arrival_percent > 0 and arrival_percent <= 100),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (arrival_percent is null or mode = 'SEGMENTED')
);
create index inventory_pools_by_channel on inventory_pools (channel_id, pool_no);

-- Units set apart at one level; guarded by the lock of the level's row. `reserved` is included in the level's.
create table pool_stock (
  item_no integer not null,
  location_no integer not null,
  pool_no integer not null references inventory_pools,
  allocated integer not null default 0 check (allocated >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  primary key (item_no, location_no, pool_no),
  check (reserved <= allocated)
);

-- Units set apart and not reserved yet, over all pools: who locked the level's row sees at once whether pools matter.
alter table stock_levels add column set_aside integer not null default 0 check (set_aside >= 0);

-- Append-only: the sum of `quantity` is `allocated`.
create table pool_movements (
  movement_no bigint generated always as identity primary key,
  item_no integer not null,
  location_no integer not null,
  pool_no integer not null references inventory_pools,
  kind text not null check (kind in ('TRANSFER', 'ARRIVAL', 'ISSUE', 'RETURN')),
  -- Signed.
  quantity integer not null,
  reference text,
  actor text,
  reason text,
  occurred_at timestamptz not null
);
create index pool_movements_by_stock on pool_movements (item_no, location_no, pool_no);
create index pool_movements_by_reference on pool_movements (reference) where kind = 'RETURN';

-- The pool a line's units were drawn from; null is the shared stock.
alter table reservation_lines add column pool_no integer references inventory_pools;
