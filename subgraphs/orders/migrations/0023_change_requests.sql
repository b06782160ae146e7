-- Changes of orders that wait for warehouses to let go of work they took on.
create table change_requests (
  id text primary key,
  order_id text not null references orders,
  kind text not null check (kind in ('EDIT', 'CANCELLATION')),
  status text not null check (status in ('WAITING', 'APPLIED', 'DROPPED')),
  -- The input that asked for it; carried out once every warehouse has let go.
  input jsonb not null,
  is_by_staff boolean not null,
  requested_by text not null,
  requested_at timestamptz not null,
  answer_by timestamptz not null,
  -- Why it was dropped.
  reason text,
  ended_at timestamptz
);
create index change_requests_of_order on change_requests (order_id, requested_at desc);
-- One at a time: what a second one would change is not known before the first has ended.
create unique index change_requests_waiting on change_requests (order_id) where status = 'WAITING';

create table cancellation_requests (
  id text primary key,
  change_id text not null references change_requests,
  order_id text not null,
  fulfillment_order_id text not null references fulfillment_orders,
  status text not null check (status in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  -- Units to let go of: [{lineId, sku, quantity}].
  lines jsonb not null,
  requested_at timestamptz not null,
  answer_by timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  refusal_reason text check (refusal_reason in ('TOO_LATE', 'SHIPPED', 'TIMED_OUT', 'OTHER')),
  note text
);
create index cancellation_requests_of_work on cancellation_requests (fulfillment_order_id, requested_at desc);
create index cancellation_requests_of_change on cancellation_requests (change_id);
create index cancellation_requests_waiting on cancellation_requests (fulfillment_order_id) where status = 'REQUESTED';
