-- What was known when: facts of locations, settings of feeds and what was reserved, so that an old answer can be given
-- again. Stock itself is in the ledger, by `recorded_at`.

create table row_versions (
  version_no bigint generated always as identity,
  -- Name of the table.
  kind text not null,
  key text not null,
  known_from timestamptz not null,
  -- The row as it was from then on.
  content jsonb not null,
  primary key (kind, key, known_from, version_no)
);

-- Arguments: the table's key column, and the column that says when the row was written. A row changed for the first time
-- is kept as it was before as well, known since ever: rows may be older than this history.
create function keep_version() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op = 'UPDATE' then
    insert into row_versions (kind, key, known_from, content)
    select tg_table_name, to_jsonb(old) ->> tg_argv[0], '-infinity', to_jsonb(old)
    where not exists (
      select from row_versions where kind = tg_table_name and key = to_jsonb(old) ->> tg_argv[0]);
  end if;
  insert into row_versions (kind, key, known_from, content)
  values (tg_table_name, to_jsonb(new) ->> tg_argv[0], (to_jsonb(new) ->> tg_argv[1])::timestamptz, to_jsonb(new));
  return null;
end $$;

create trigger keep_version after insert or update of facts on locations
  for each row execute function keep_version('location_no', 'projected_at');
create trigger keep_version after insert or update of mode, freshness_limit_minutes on stock_feeds
  for each row execute function keep_version('location_no', 'updated_at');

-- Append-only: every change of a level's `reserved`. What was reserved at a moment is what is now, less what came since.
create table reserved_changes (
  item_no integer not null,
  location_no integer not null,
  -- Signed.
  units integer not null,
  recorded_at timestamptz not null
);
-- Rows come in the order of time: an index of a few pages finds all that came since a moment.
create index reserved_changes_since on reserved_changes using brin (recorded_at) with (pages_per_range = 16, autosummarize);
create index stock_movements_since on stock_movements using brin (recorded_at) with (pages_per_range = 16, autosummarize);

create function note_reserved() returns trigger language plpgsql set search_path from current as $$
begin
  insert into reserved_changes (item_no, location_no, units, recorded_at)
  values (new.item_no, new.location_no, new.reserved - old.reserved, new.updated_at);
  return null;
end $$;
create trigger note_reserved after update of reserved on stock_levels
  for each row when (old.reserved <> new.reserved) execute function note_reserved();

-- Pages of the ledger by location and time. Also finds the deltas after a snapshot, for which the index it replaces was.
create index stock_movements_by_location on stock_movements (location_no, occurred_at, movement_no);
drop index stock_movements_after;
