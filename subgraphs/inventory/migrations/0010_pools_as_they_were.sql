-- Pools as they were: their settings in versions, and every change of what is reserved from them. What was set apart is in
-- their ledger.

create trigger keep_version after insert or update on inventory_pools
  for each row execute function keep_version('pool_no', 'updated_at');

-- Append-only, as `reserved_changes` is for levels.
create table pool_reserved_changes (
  item_no integer not null,
  location_no integer not null,
  pool_no integer not null,
  -- Signed.
  units integer not null,
  recorded_at timestamptz not null
);
create index pool_reserved_changes_by_item on pool_reserved_changes (item_no, recorded_at);
