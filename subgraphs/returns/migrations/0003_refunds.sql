-- Money given back: for units of a return, or as an appeasement that no goods stand behind.

create table refunds (
  id text primary key,
  return_id text references returns,
  order_id text not null,
  customer_id text,
  currency text not null,
  amount_minor bigint not null,
  goods_minor bigint not null check (goods_minor >= 0),
  delivery_minor bigint not null check (delivery_minor >= 0),
  fees_minor bigint not null check (fees_minor >= 0),
  method text not null check (method in ('ORIGINAL_PAYMENT', 'STORE_CREDIT', 'CASH')),
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  -- Reference at the payment service.
  reference text,
  decline_code text,
  -- What might still have been given back when it was too much.
  maximum_minor bigint,
  reason text,
  actor text not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  check (amount_minor >= 0 and amount_minor = goods_minor + delivery_minor - fees_minor),
  check ((status = 'PENDING') = (settled_at is null)),
  check (decline_code is null or status = 'FAILED')
);
create index refunds_by_return on refunds (return_id, created_at desc, id desc);
create index refunds_by_order on refunds (order_id, created_at desc, id desc);
create index refunds_pending on refunds (created_at) where status = 'PENDING';

create table refund_lines (
  refund_id text not null references refunds,
  return_line_id text not null references return_lines,
  quantity integer not null check (quantity > 0),
  amount_minor bigint not null check (amount_minor >= 0),
  -- Within the amount.
  tax_minor bigint not null check (tax_minor between 0 and amount_minor),
  -- Kept by the policy; a fee staff set stands on the refund only.
  fee_minor bigint not null check (fee_minor >= 0),
  primary key (refund_id, return_line_id)
);
create index refund_lines_by_line on refund_lines (return_line_id);

-- What refunds that did not fail take up, those on their way included.
alter table returns
  add column refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  add column refunded_delivery_minor bigint not null default 0 check (refunded_delivery_minor >= 0);
alter table return_lines
  add column refunded_quantity integer not null default 0 check (refunded_quantity between 0 and requested_quantity),
  add column refunded_minor bigint not null default 0 check (refunded_minor between 0 and refundable_minor);
