-- New goods for returned ones: the order that brings them is asked of orders before the old ones have arrived.

create table exchanges (
  id text primary key,
  return_id text not null references returns,
  original_order_id text not null,
  currency text not null,
  -- PENDING until orders has placed the new order, or refused to.
  status text not null check (status in ('PENDING', 'PLACED', 'FAILED')),
  order_id text,
  -- Value of the returned units set against the new order.
  credit_minor bigint not null check (credit_minor >= 0),
  -- What the shopper pays on top (above zero) or gets back (below zero).
  amount_due_minor bigint not null default 0,
  refusal_code text,
  actor text not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  check ((status = 'PLACED') = (order_id is not null)),
  check ((status = 'PENDING') = (settled_at is null))
);
create index exchanges_by_return on exchanges (return_id, created_at desc, id desc);

create table exchange_lines (
  exchange_id text not null references exchanges,
  position integer not null,
  return_line_id text not null references return_lines,
  order_line_id text not null,
  sku text not null,
  quantity integer not null check (quantity > 0),
  credit_minor bigint not null check (credit_minor >= 0),
  primary key (exchange_id, position)
);

-- What exchanges that did not fail take up, those on their way included.
alter table return_lines
  add column exchanged_quantity integer not null default 0 check (exchanged_quantity >= 0),
  add column exchanged_minor bigint not null default 0 check (exchanged_minor >= 0),
  add check (refunded_quantity + exchanged_quantity <= requested_quantity),
  add check (refunded_minor + exchanged_minor <= refundable_minor);
