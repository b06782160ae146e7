-- A service that only some locations may provide while it is tried, as data.
create table pilots (
  id text primary key,
  name text not null,
  service text not null,
  state text not null check (state in ('RUNNING', 'PROMOTED', 'ROLLED_BACK')),
  -- First local day; null from the start.
  starts_on date,
  -- Of all locations, chosen by a hash of both ids; null for none.
  share_percent integer check (share_percent between 0 and 100),
  location_ids text[] not null,
  regions text[] not null,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
-- Two pilots of one service would contradict each other.
create unique index pilots_in_force on pilots (service) where state <> 'PROMOTED';
