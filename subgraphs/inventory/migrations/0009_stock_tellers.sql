-- A NOTIFY inside a transaction makes every commit of the database wait for the one before, flushes to disk included. A
-- process that says of its sessions that it tells by itself, once it has committed, is left to do so; for everybody else
-- the triggers tell.
create or replace function tell_stock_changed() returns trigger language plpgsql as $$
declare
  told text;
begin
  if coalesce(current_setting('passerelle.tells', true), '') = 'stock' then
    return null;
  end if;
  select case when count(*) > 700 then '*' else string_agg(item_no::text, ',' order by item_no) end into told
  from (select distinct item_no from changed limit 701) as item;
  if told is not null then
    perform pg_notify('stock_changed', told);
  end if;
  return null;
end $$;
