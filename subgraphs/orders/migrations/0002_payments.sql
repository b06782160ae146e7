-- Money movements: what is asked of payment services, what they answered, and a log nobody rewrites.

-- Moment an authorization runs out; null when the payment service does not tell.
alter table payments add column expires_at timestamptz;

-- A refund asked for by another service, once for each reference.
create table refund_requests (
  order_id text not null references orders,
  reference text not null,
  input_hash text not null,
  amount_minor bigint not null check (amount_minor > 0),
  method text not null check (method in ('ORIGINAL_PAYMENT', 'STORE_CREDIT', 'CASH')),
  reason text,
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  decline_code text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (order_id, reference)
);

-- Movements of money. Written down before the payment service is asked, so that amounts under way are never spent twice
-- and a killed process leaves nothing unsaid; the id is the key under which the payment service does it once.
create table payment_operations (
  id text primary key,
  order_id text not null references orders,
  payment_id text not null references payments,
  kind text not null check (kind in ('CAPTURE', 'RELEASE', 'RENEW', 'REFUND')),
  -- Why: goods left, an order was cancelled or cheapened, an authorization ran out, another service asked.
  purpose text not null check (purpose in ('FULFILLMENT', 'REDUCTION', 'EXPIRY', 'REQUEST')),
  amount_minor bigint not null check (amount_minor > 0),
  -- True when a capture leaves nothing to capture later.
  is_final boolean not null default false,
  -- The capture a refund gives back.
  capture_id text references payment_operations,
  -- The request a refund belongs to.
  refund_reference text,
  -- False for money given back in another way than by the payment service: in cash, as store credit.
  is_at_provider boolean not null default true,
  state text not null check (state in ('REQUESTED', 'SUCCEEDED', 'FAILED')),
  provider_reference text,
  decline_code text,
  requested_at timestamptz not null,
  ended_at timestamptz,
  check ((kind = 'REFUND') = (capture_id is not null)),
  check ((state = 'REQUESTED') = (ended_at is null))
);
create index payment_operations_of_order on payment_operations (order_id, id);
create index payment_operations_of_refund on payment_operations (order_id, refund_reference)
  where refund_reference is not null;

-- Everything that happened to payments; never changed, never removed.
create table payment_events (
  position bigint generated always as identity primary key,
  id text not null unique,
  order_id text not null references orders,
  payment_id text not null references payments,
  operation_id text references payment_operations,
  type text not null,
  amount_minor bigint not null,
  actor text not null,
  message text not null,
  occurred_at timestamptz not null
);
create index payment_events_of_payment on payment_events (payment_id, position);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'payment_events is a log: % is not allowed', tg_op;
end $$;
create trigger payment_events_are_kept before update or delete on payment_events
  for each row execute function refuse_rewriting();

-- Messages of payment services, each taken once.
create table payment_notifications (
  provider text not null,
  notification_id text not null,
  received_at timestamptz not null,
  primary key (provider, notification_id)
);

-- Ledger of the payment service `demo`, which lives in this database so that it stays truthful over restarts. A payment
-- is known here from the first movement asked of it.
create table demo_ledger (
  payment_id text primary key,
  reference text not null,
  authorized_minor bigint not null check (authorized_minor >= 0),
  captured_minor bigint not null default 0 check (captured_minor between 0 and authorized_minor),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and captured_minor),
  expires_at timestamptz not null
);
-- What the payment service `demo` was asked and answered, once for each key.
create table demo_movements (
  key text primary key,
  payment_id text not null references demo_ledger,
  kind text not null,
  amount_minor bigint not null,
  capture_key text,
  answer jsonb not null,
  asked_at timestamptz not null
);
create index demo_movements_of_payment on demo_movements (payment_id);
