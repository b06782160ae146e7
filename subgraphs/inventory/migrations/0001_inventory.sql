-- Stock, its ledger, its feeds and its reservations. Keys are small integers, the item first: levels, movements and
-- reservations split by item when one PostgreSQL is not enough.

create table items (
  item_no integer generated always as identity primary key,
  sku text collate "C" not null unique,
  gtin text,
  category text,
  is_tracked boolean not null default true
);

-- Projection of store-network's eligibility facts, one row a location, fed by events and by the feed.
create table locations (
  location_no integer generated always as identity primary key,
  id text not null unique,
  sequence bigint not null,
  facts jsonb not null,
  occurred_at timestamptz not null,
  projected_at timestamptz not null default now()
);

-- How a location reports stock, and how far its reports have come.
create table stock_feeds (
  location_no integer primary key references locations,
  mode text not null default 'SNAPSHOT_AND_EVENTS' check (mode in ('SNAPSHOT', 'EVENTS', 'SNAPSHOT_AND_EVENTS')),
  -- Older pictures are stale; null never.
  freshness_limit_minutes integer check (freshness_limit_minutes > 0),
  -- A full snapshot says zero for every item it does not list, as of this moment.
  full_snapshot_as_of timestamptz,
  last_snapshot_at timestamptz,
  last_event_at timestamptz
);

create table stock_levels (
  item_no integer not null references items,
  location_no integer not null references locations,
  on_hand integer not null default 0,
  reserved integer not null default 0 check (reserved >= 0),
  blocked integer not null default 0 check (blocked >= 0),
  -- The latest absolute truth about this level: a snapshot's row or a count. Deltas after it are added on top. The
  -- location's `full_snapshot_as_of` covers every level too: the later of the two is the level's baseline.
  baseline_as_of timestamptz,
  -- A count beats a snapshot of the same moment.
  baseline_is_count boolean not null default false,
  -- The same for `blocked`, which a count says nothing about.
  blocked_as_of timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (item_no, location_no)
) with (fillfactor = 90);
create index stock_levels_by_location on stock_levels (location_no, item_no);

-- Append-only. `quantity` is what happened, `applied_quantity` what it changed on the level: nothing when an absolute
-- truth of a later moment was known already. The sum of `applied_quantity` is the level's `on_hand`.
-- A BASELINE's `quantity` is the units it stated, its `applied_quantity` the correction.
create table stock_movements (
  movement_no bigint generated always as identity primary key,
  item_no integer not null,
  location_no integer not null,
  -- DELTA: something moved. BASELINE: an absolute truth corrected the level.
  kind text not null check (kind in ('DELTA', 'BASELINE')),
  reason text not null check (reason in ('SALE', 'RETURN', 'RECEIPT', 'ISSUE', 'COUNT', 'ADJUSTMENT', 'DAMAGE', 'THEFT',
    'TRANSFER_IN', 'TRANSFER_OUT', 'SNAPSHOT')),
  quantity integer not null,
  applied_quantity integer not null,
  blocked_quantity integer not null default 0,
  applied_blocked_quantity integer not null default 0,
  on_hand_after integer not null,
  source text not null,
  event_id text,
  reference text,
  actor text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create unique index stock_movements_once on stock_movements (source, event_id) where event_id is not null;
create index stock_movements_by_level on stock_movements (item_no, location_no, occurred_at);
create index stock_movements_after on stock_movements (location_no, occurred_at) where kind = 'DELTA';

create table protection_rules (
  id text primary key,
  channel_ids text[] not null default '{}',
  location_ids text[] not null default '{}',
  location_types text[] not null default '{}',
  skus text[] not null default '{}',
  categories text[] not null default '{}',
  quantity integer check (quantity >= 0),
  percent numeric(5, 2) check (percent between 0 and 100),
  priority integer not null default 0,
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  reason text,
  version integer not null default 1,
  check ((quantity is null) <> (percent is null))
);

create table reservations (
  id text primary key,
  status text not null check (status in ('HELD', 'ALLOCATED', 'ISSUED', 'RELEASED', 'EXPIRED')),
  channel_id text not null,
  cart_reference text,
  order_id text,
  revision integer,
  -- The one location of an allocation, or of a cart that will be collected; null for a cart's hold over several.
  location_no integer references locations,
  expires_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((status = 'HELD') = (expires_at is not null and order_id is null) or status in ('RELEASED', 'EXPIRED'))
);
create unique index reservations_once on reservations (order_id, revision, location_no) where order_id is not null;
create index reservations_held on reservations (expires_at) where status = 'HELD';

create table reservation_lines (
  reservation_id text not null references reservations on delete cascade,
  line_no integer not null,
  order_line_id text,
  item_no integer not null references items,
  location_no integer not null references locations,
  quantity integer not null check (quantity > 0),
  issued_quantity integer not null default 0 check (issued_quantity >= 0),
  released_quantity integer not null default 0 check (released_quantity >= 0),
  primary key (reservation_id, line_no),
  check (issued_quantity + released_quantity <= quantity)
);
-- Units still held: the sum of these is a level's `reserved`.
create index reservation_lines_open on reservation_lines (item_no, location_no)
  where quantity > issued_quantity + released_quantity;

-- Calls of other subgraphs that must take effect once.
create table stock_issues (
  reference text primary key,
  order_id text not null,
  units integer not null,
  recorded_at timestamptz not null default now()
);
create table stock_restocks (
  inspection_id text primary key,
  return_id text not null,
  units integer not null,
  recorded_at timestamptz not null default now()
);

create table stock_snapshots (
  id text primary key,
  location_no integer not null references locations,
  status text not null default 'OPEN' check (status in ('OPEN', 'HELD', 'COMPLETED', 'ABORTED')),
  taken_at timestamptz not null,
  expected_chunks integer not null check (expected_chunks between 1 and 10000),
  missing_skus text not null default 'SET_TO_ZERO' check (missing_skus in ('SET_TO_ZERO', 'KEEP')),
  client text not null,
  received_chunks integer not null default 0,
  row_count integer not null default 0,
  summary jsonb,
  hold_reason text,
  started_at timestamptz not null default now(),
  completed_at timestamptz
);
-- One upload at a time for a location and client.
create unique index stock_snapshots_open on stock_snapshots (location_no, client) where status = 'OPEN';
-- What was received and not yet applied; a chunk's rows are parallel arrays, a refused row has a null item. Removed once
-- the snapshot is applied or dropped.
create table stock_snapshot_chunks (
  snapshot_id text not null references stock_snapshots on delete cascade,
  chunk integer not null,
  content_hash text not null,
  item_nos integer[] not null,
  on_hands integer[] not null,
  blockeds integer[] not null,
  primary key (snapshot_id, chunk)
);
create table stock_snapshot_rejections (
  snapshot_id text not null references stock_snapshots on delete cascade,
  chunk integer not null,
  row_no integer not null,
  sku text,
  code text not null,
  message text not null,
  primary key (snapshot_id, chunk, row_no)
);
