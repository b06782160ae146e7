-- What every subgraph keeps in its own schema.

create table outbox (
  position bigint generated always as identity primary key,
  id text not null unique,
  type text not null,
  subject text not null,
  data jsonb not null,
  occurred_at timestamptz not null
);

-- One row for each subscriber an event still has to reach, or has reached.
create table outbox_deliveries (
  subscriber text not null,
  position bigint not null references outbox (position) on delete cascade,
  delivered_at timestamptz,
  primary key (subscriber, position)
);
create index outbox_waiting on outbox_deliveries (subscriber, position) where delivered_at is null;

create table inbox (
  event_id text primary key,
  applied_at timestamptz not null default now()
);

create table idempotency_keys (
  client text not null,
  operation text not null,
  key text not null,
  input_hash text not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (client, operation, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
