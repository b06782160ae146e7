-- Returns, their receipts and inspections, the policies that judge them, and what is known of the orders they belong to.

-- One row a channel; the row without a channel holds for all the others.
create table return_policies (
  id integer generated always as identity primary key,
  channel_id text unique nulls not distinct,
  is_allowed boolean not null default true,
  -- Days after delivery in which a return may be asked for; null for ever.
  window_days integer check (window_days >= 0),
  methods text[] not null default '{IN_STORE,CARRIER_DROP_OFF}' check (methods <@ '{IN_STORE,CARRIER_DROP_OFF}'),
  carrier text not null default 'colissimo',
  -- Where parcels go; null where nobody has said.
  carrier_destination_id text,
  -- A return of more units than this waits for review; null never.
  review_above_units integer check (review_above_units > 0),
  -- A return that gives one of these reasons waits for review.
  review_reasons text[] not null default '{}'
);
insert into return_policies (channel_id, window_days) values (null, 30);

-- Projection of orders' facts, filled by events and by each request. Its row is the lock that requests of one order share.
create table order_facts (
  order_id text primary key,
  channel_id text not null,
  customer_id text,
  currency text not null,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  learned_at timestamptz not null
);

create table order_line_facts (
  order_line_id text primary key,
  order_id text not null references order_facts,
  sku text not null,
  quantity integer not null check (quantity >= 0),
  fulfilled_quantity integer not null check (fulfilled_quantity between 0 and quantity),
  total_minor bigint not null
);
create index order_line_facts_by_order on order_line_facts (order_id);

create sequence return_numbers start 10001;

create table returns (
  id text primary key,
  number text collate "C" not null unique,
  order_id text not null references order_facts,
  channel_id text not null,
  customer_id text,
  currency text not null,
  status text not null check (status in ('REQUESTED', 'APPROVED', 'DECLINED', 'PARTIALLY_RECEIVED', 'RECEIVED', 'INSPECTED',
    'CLOSED', 'CANCELLED')),
  method text not null check (method in ('IN_STORE', 'CARRIER_DROP_OFF')),
  drop_off_location_id text,
  destination_id text,
  carrier text,
  policy_outcome text not null check (policy_outcome in ('AUTO_APPROVED', 'NEEDS_REVIEW')),
  decline_reason text,
  attributes jsonb not null default '[]',
  version integer not null default 1,
  requested_at timestamptz not null,
  received_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null,
  check ((method = 'IN_STORE') = (carrier is null)),
  check ((method = 'IN_STORE') = (drop_off_location_id is not null))
);
create index returns_by_order on returns (order_id, requested_at desc, id desc);
create index returns_by_customer on returns (customer_id, requested_at desc, id desc) where customer_id is not null;
create index returns_by_requested on returns (requested_at, id);
create index returns_by_updated on returns (updated_at, id);
create index returns_by_status on returns (status, requested_at, id);
create index returns_by_drop_off on returns (drop_off_location_id, requested_at) where drop_off_location_id is not null;
create index returns_by_destination on returns (destination_id, requested_at) where destination_id is not null;

create table return_lines (
  id text primary key,
  return_id text not null references returns,
  position integer not null,
  order_line_id text not null,
  sku text not null,
  -- Fulfilled units of the order line, as known when the return was asked for.
  fulfilled_quantity integer not null,
  requested_quantity integer not null check (requested_quantity > 0),
  received_quantity integer not null default 0,
  accepted_quantity integer not null default 0 check (accepted_quantity >= 0),
  refused_quantity integer not null default 0 check (refused_quantity >= 0),
  reason text not null,
  resolution text not null,
  note text,
  refundable_minor bigint not null check (refundable_minor >= 0),
  unique (return_id, position),
  check (received_quantity between 0 and requested_quantity),
  check (accepted_quantity + refused_quantity <= received_quantity)
);
create index return_lines_by_order_line on return_lines (order_line_id);

create table receipts (
  id bigint generated always as identity primary key,
  return_id text not null references returns,
  location_id text not null,
  received_at timestamptz not null,
  actor text not null
);
create index receipts_by_return on receipts (return_id);

create table receipt_lines (
  receipt_id bigint not null references receipts,
  return_line_id text not null references return_lines,
  quantity integer not null check (quantity > 0),
  primary key (receipt_id, return_line_id)
);

create table inspections (
  id text primary key,
  return_id text not null references returns,
  location_id text not null,
  inspected_at timestamptz not null,
  actor text not null,
  -- Set when some units go back into stock, restocked or blocked.
  needs_restock boolean not null,
  restocked_at timestamptz,
  check (needs_restock or restocked_at is null)
);
create index inspections_by_return on inspections (return_id, inspected_at desc, id desc);

create table inspection_lines (
  inspection_id text not null references inspections,
  position integer not null,
  return_line_id text not null references return_lines,
  sku text not null,
  quantity integer not null check (quantity > 0),
  condition text not null,
  disposition text not null,
  note text,
  primary key (inspection_id, position)
);

-- Who moved a return where, and why.
create table return_transitions (
  id bigint generated always as identity primary key,
  return_id text not null references returns,
  version integer not null,
  status text not null,
  actor text not null,
  reason text,
  occurred_at timestamptz not null,
  unique (return_id, version)
);
