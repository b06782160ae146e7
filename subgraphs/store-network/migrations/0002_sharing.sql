-- Whose stock a channel may sell and whose returns a location may take back, as data.

-- The retailer's own names for parts of its market; null when a channel belongs to none.
alter table channels add column region text, add column brand text;

-- A shop may carry several brands.
alter table locations add column region text, add column brands text[] not null default '{}';

-- A list left empty means any. A DENY that fits beats every ALLOW that fits; without either the default holds.
create table sharing_policies (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('SELL', 'TAKE_BACK')),
  effect text not null check (effect in ('ALLOW', 'DENY')),
  is_active boolean not null default true,
  -- {"ids": [], "types": [], "regions": [], "brands": []}
  channels jsonb not null,
  locations jsonb not null,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);

-- What holds for linked pairs that no policy names; ALLOW where a row is missing.
create table sharing_defaults (
  kind text primary key check (kind in ('SELL', 'TAKE_BACK')),
  effect text not null check (effect in ('ALLOW', 'DENY'))
);
