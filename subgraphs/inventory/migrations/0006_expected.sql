-- Goods on their way in, as the systems that order them state it: purchase orders and transfers from elsewhere.
create table expected_receipts (
  source text not null,
  reference text not null,
  item_no integer not null references items,
  location_no integer not null references locations,
  kind text not null check (kind in ('PURCHASE_ORDER', 'TRANSFER')),
  -- Units still to come; zero once all came, or none will.
  quantity integer not null check (quantity >= 0),
  expected_at timestamptz not null,
  -- A statement of an earlier moment changes nothing.
  stated_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (source, reference, item_no, location_no)
);
create index expected_receipts_coming on expected_receipts (item_no, expected_at) where quantity > 0;
