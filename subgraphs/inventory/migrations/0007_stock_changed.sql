-- Tells every process which items' stock changed, in the transaction that changed it, so that what they keep in memory
-- is dropped. Numbers of items with commas between; `*` for more than fit into one message of 8 000 bytes.
create function tell_stock_changed() returns trigger language plpgsql as $$
declare
  told text;
begin
  select case when count(*) > 700 then '*' else string_agg(item_no::text, ',' order by item_no) end into told
  from (select distinct item_no from changed limit 701) as item;
  if told is not null then
    perform pg_notify('stock_changed', told);
  end if;
  return null;
end $$;

create trigger tell_inserted after insert on stock_levels referencing new table as changed
  for each statement execute function tell_stock_changed();
create trigger tell_updated after update on stock_levels referencing new table as changed
  for each statement execute function tell_stock_changed();
create trigger tell_deleted after delete on stock_levels referencing old table as changed
  for each statement execute function tell_stock_changed();

create trigger tell_inserted after insert on pool_stock referencing new table as changed
  for each statement execute function tell_stock_changed();
create trigger tell_updated after update on pool_stock referencing new table as changed
  for each statement execute function tell_stock_changed();
create trigger tell_deleted after delete on pool_stock referencing old table as changed
  for each statement execute function tell_stock_changed();

create trigger tell_inserted after insert on expected_receipts referencing new table as changed
  for each statement execute function tell_stock_changed();
create trigger tell_updated after update on expected_receipts referencing new table as changed
  for each statement execute function tell_stock_changed();
create trigger tell_deleted after delete on expected_receipts referencing old table as changed
  for each statement execute function tell_stock_changed();

-- An item nobody knew is not kept in memory.
create trigger tell_updated after update on items referencing new table as changed
  for each statement execute function tell_stock_changed();
create trigger tell_deleted after delete on items referencing old table as changed
  for each statement execute function tell_stock_changed();

create function tell_all_stock_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('stock_changed', '*');
  return null;
end $$;

create trigger tell_truncated after truncate on items for each statement execute function tell_all_stock_changed();
create trigger tell_truncated after truncate on stock_levels for each statement execute function tell_all_stock_changed();
create trigger tell_truncated after truncate on pool_stock for each statement execute function tell_all_stock_changed();
create trigger tell_truncated after truncate on expected_receipts
  for each statement execute function tell_all_stock_changed();
