-- Stops placed on orders; several may be open at once, and nothing moves until the last one ends.
create table order_holds (
  id text primary key,
  order_id text not null references orders,
  reason text not null check (reason in ('PAYMENT', 'FRAUD_REVIEW', 'ADDRESS', 'STOCK', 'CUSTOMER_REQUEST',
    'OPERATIONS')),
  note text,
  -- Ends by itself at this moment; by hand only when null.
  release_at timestamptz,
  placed_by text not null,
  placed_at timestamptz not null,
  released_by text,
  released_at timestamptz
);
create index order_holds_of_order on order_holds (order_id, placed_at);

-- Where work stood when its order was stopped.
create table held_work (
  fulfillment_order_id text primary key references fulfillment_orders,
  status text not null
);
