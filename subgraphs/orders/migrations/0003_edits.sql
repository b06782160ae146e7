-- Edits made since capture; an order's line counts units added by an edit as ordered.
create table order_edits (
  id text primary key,
  order_id text not null references orders,
  -- Order version the edit produced.
  version integer not null,
  reason text,
  actor text not null,
  changes jsonb not null,
  -- Change of the grand total in minor units.
  total_delta_minor bigint not null,
  edited_at timestamptz not null
);
create index order_edits_of_order on order_edits (order_id, version desc);
