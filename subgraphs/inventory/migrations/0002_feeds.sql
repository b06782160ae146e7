-- Feeds a person can steer: thresholds of the gate, who released what, tills whose numbers have gaps.

alter table stock_feeds
  -- The gate: a snapshot that empties more of the stocked levels than this, or changes the units on hand by more than
  -- that, waits for a person. Null: never.
  add column max_emptied_percent integer default 20 check (max_emptied_percent between 0 and 100),
  add column max_change_percent integer default 30 check (max_change_percent between 0 and 1000000),
  add column updated_at timestamptz not null default now();

alter table stock_snapshots add column released_by text;
create index stock_snapshots_by_location on stock_snapshots (location_no, id);
create index stock_snapshots_held on stock_snapshots (id) where status = 'HELD';

-- NOTE: recorded and never counted, such as the till's receipt of an order that we issued ourselves.
alter table stock_movements drop constraint stock_movements_kind_check;
alter table stock_movements add constraint stock_movements_kind_check check (kind in ('DELTA', 'BASELINE', 'NOTE'));

-- Receipt numbers each till has sent, a row for each business day: numbers begin anew and may wrap.
create table till_days (
  location_no integer not null references locations,
  workstation text not null,
  business_date date not null,
  seen int8multirange not null,
  -- Latest moment told under these numbers: a full snapshot taken later makes their gaps good.
  last_occurred_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (location_no, business_date, workstation)
);
