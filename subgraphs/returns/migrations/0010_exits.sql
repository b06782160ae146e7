-- What services of the retailer said when they were asked about a return. Kept also when no return was opened, by the
-- order that it was of.
create table exit_calls (
  id text primary key,
  order_id text not null,
  return_id text references returns,
  point text not null,
  outcome text not null check (outcome in ('APPLIED', 'DECLINED', 'FELL_BACK')),
  decision text not null,
  output jsonb,
  reasons jsonb not null,
  policy text,
  failure text,
  is_shadow boolean not null,
  -- Whether the exit would have changed what was done, of calls in the shadow.
  differs boolean,
  input_hash text not null,
  duration_ms integer not null check (duration_ms >= 0),
  called_at timestamptz not null
);
create index exit_calls_of_return on exit_calls (return_id, called_at);
