-- What services of the retailer said when they were asked about an order. Kept for placements that were refused too,
-- which have no order; so the id of the order refers to nothing.
create table exit_calls (
  id text primary key,
  order_id text not null,
  point text not null,
  outcome text not null check (outcome in ('APPLIED', 'DECLINED', 'FELL_BACK')),
  decision text not null,
  output jsonb,
  reasons jsonb not null,
  policy text,
  failure text,
  is_shadow boolean not null,
  -- What was done without the exit, of calls in the shadow.
  own text[],
  differs boolean,
  -- The routing decision the call took part in.
  routing_id text,
  input_hash text not null,
  duration_ms integer not null check (duration_ms >= 0),
  called_at timestamptz not null
);
create index exit_calls_of_order on exit_calls (order_id, called_at);
