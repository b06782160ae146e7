-- What channels are told of their stock: out of stock, back in stock, below and above their threshold.

-- Fewer sellable units than this are low stock. An item's own threshold goes before the channel's.
create table low_stock_thresholds (
  channel_id text not null,
  -- Null: every item of the channel that has none of its own.
  item_no integer references items,
  units integer not null check (units between 0 and 100000),
  set_by text not null,
  set_at timestamptz not null,
  unique nulls not distinct (channel_id, item_no)
);

-- Channels whose crossings are told. Nobody pays for channels that nobody watches.
create table stock_watches (
  channel_id text primary key,
  started_by text not null,
  started_at timestamptz not null
);

-- Items whose sellable units may have changed, as often as they were written: appending needs no lock that a sale could
-- wait for. Read and removed by the job that looks for crossings.
create table touched_items (
  item_no integer not null,
  -- A channel that begins to watch learns where it stands, without being told of a crossing.
  first_look_of text
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- What each watched channel was last told of an item; no row is OUT_OF_STOCK.
create table channel_stock (
  item_no integer not null references items,
  channel_id text not null references stock_watches on delete cascade,
  status text not null check (status in ('LOW_STOCK', 'IN_STOCK')),
  primary key (item_no, channel_id)
);
create index channel_stock_by_channel on channel_stock (channel_id);

create table stock_crossings (
  crossing_no bigint generated always as identity primary key,
  channel_id text not null,
  item_no integer not null references items,
  kind text not null check (kind in ('OUT_OF_STOCK', 'BACK_IN_STOCK', 'BELOW_THRESHOLD', 'ABOVE_THRESHOLD')),
  sellable_quantity integer not null check (sellable_quantity >= 0),
  threshold integer not null,
  noticed_at timestamptz not null
);
create index stock_crossings_by_channel on stock_crossings (channel_id, crossing_no);
create index stock_crossings_by_item on stock_crossings (item_no, crossing_no);

-- One row: what the last look at stock rested on beside stock itself. Its lock lets one process look at a time.
create table stock_looks (
  is_only boolean primary key default true check (is_only),
  -- As it was written, so that it can be compared as text.
  picture json
);
insert into stock_looks (picture) values (null);

-- Who begins to watch locks `stock_watches`, so that every transaction that found nobody watching has ended by then.
create function note_touched() returns trigger language plpgsql set search_path from current as $$
begin
  if exists (select from stock_watches) then
    insert into touched_items (item_no) select distinct item_no from written;
  end if;
  return null;
end $$;
create trigger note_inserted after insert on stock_levels
  referencing new table as written for each statement execute function note_touched();
create trigger note_updated after update on stock_levels
  referencing new table as written for each statement execute function note_touched();
