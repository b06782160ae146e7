-- What is found by two persons, sent on to another place, or kept by the shopper after a claim.

alter table returns
  drop constraint returns_method_check,
  drop constraint returns_check,
  drop constraint returns_check1,
  add constraint returns_method_check check (method in ('IN_STORE', 'CARRIER_DROP_OFF', 'KEEP_ITEM')),
  add constraint returns_carrier check ((method = 'CARRIER_DROP_OFF') = (carrier is not null)),
  add constraint returns_drop_off check ((method = 'IN_STORE') = (drop_off_location_id is not null)),
  -- Where the first unit was handed in; the destination is where the goods end up.
  add column lodged_location_id text,
  -- Findings on goods worth more wait for a second person; null when never.
  add column two_persons_above_minor bigint check (two_persons_above_minor >= 0);
update returns set lodged_location_id = (
  select location_id from receipts where return_id = returns.id order by receipts.id limit 1);

alter table return_lines add column authorized_disposition text not null default 'RESTOCK';

alter table receipts add column tracking_number text;
alter table receipt_lines
  add column damaged_quantity integer not null default 0,
  add check (damaged_quantity between 0 and quantity);

alter table inspections
  add column status text not null default 'CONFIRMED' check (status in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
  -- The second person; null when none was needed, or none has looked yet.
  add column confirmed_by text,
  add check (confirmed_by <> actor),
  add check (status = 'CONFIRMED' or restocked_at is null);
alter table inspection_lines
  add column photo_urls text[] not null default '{}',
  -- SKU second choice is sold under.
  add column restock_sku text,
  -- Where units sent on go; null when nobody said.
  add column to_location_id text;

create table return_transfers (
  id text primary key,
  return_id text not null references returns,
  inspection_id text not null references inspections,
  sku text not null,
  quantity integer not null check (quantity > 0),
  from_location_id text not null,
  to_location_id text,
  sent_at timestamptz not null,
  arrived_at timestamptz,
  stocked_at timestamptz,
  check (arrived_at is null or to_location_id is not null),
  check (stocked_at is null or arrived_at is not null)
);
create index return_transfers_by_return on return_transfers (return_id, sent_at, id);
create index return_transfers_on_the_way on return_transfers (to_location_id, sent_at) where arrived_at is null;
create index returns_expiring on returns (expires_at) where expires_at is not null and status = 'APPROVED';
