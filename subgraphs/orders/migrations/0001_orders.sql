-- Orders, the work given to locations, parcels and payments. Amounts are whole minor units of the order's currency.

create sequence order_numbers start 100001;

-- Idempotency and log of the placing saga, one row per client and key. Written before anything is asked of others, so
-- that whatever a killed process left behind can be found and given back.
create table placements (
  client text not null,
  key text not null,
  input_hash text not null,
  order_id text not null unique,
  -- RUNNING until the lease ends; COMPENSATING while what it took is given back; ABANDONED may be placed anew.
  state text not null check (state in ('RUNNING', 'COMPENSATING', 'ABANDONED', 'REFUSED', 'DONE')),
  lease_until timestamptz not null,
  -- Stores whose service day may have been booked.
  booked_location_ids text[] not null default '{}',
  refusals jsonb,
  updated_at timestamptz not null,
  primary key (client, key)
);

create table orders (
  id text primary key,
  number text not null unique,
  channel_id text not null,
  external_reference text,
  status text not null check (status in ('PENDING', 'OPEN', 'ON_HOLD', 'COMPLETED', 'CANCELLED')),
  -- Derived from lines and work, kept for lists.
  fulfillment_status text not null check (fulfillment_status in ('UNFULFILLED', 'BACKORDERED', 'ALLOCATED',
    'IN_PROGRESS', 'PARTIALLY_FULFILLED', 'FULFILLED', 'NOT_REQUIRED')),
  payment_status text not null check (payment_status in ('PENDING', 'AUTHORIZED', 'PARTIALLY_CAPTURED', 'CAPTURED',
    'PARTIALLY_REFUNDED', 'REFUNDED', 'VOIDED', 'FAILED')),
  locale text not null,
  currency text not null,
  customer_id text,
  customer_email text,
  customer_phone text,
  customer_first_name text,
  customer_last_name text,
  billing_address jsonb,
  attributes jsonb not null default '[]',
  private_attributes jsonb not null default '[]',
  -- Latest promise of any delivery group.
  promised_to timestamptz,
  -- Grows with each allocation asked of inventory.
  revision integer not null,
  version integer not null,
  placed_by text not null,
  placed_at timestamptz not null,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  updated_at timestamptz not null
);
create unique index orders_reference_once on orders (channel_id, external_reference);
create index orders_newest on orders (placed_at desc, id desc);
create index orders_updated on orders (updated_at, id);
create index orders_promised on orders (promised_to, id) where status not in ('COMPLETED', 'CANCELLED');
create index orders_of_customer on orders (customer_id, placed_at desc) where customer_id is not null;
create index orders_of_email on orders (lower(customer_email));
create index orders_by_status on orders (status, placed_at desc);

create table delivery_groups (
  id text primary key,
  order_id text not null references orders,
  position integer not null,
  method text not null check (method in ('DELIVERY', 'CLICK_AND_COLLECT', 'SHIP_TO_STORE')),
  shipping_address jsonb,
  pickup_location_id text,
  -- Six digits the shopper shows; only for goods collected from the store's own shelves.
  pickup_code text,
  service_level text,
  promised_from timestamptz,
  promised_to timestamptz,
  price_minor bigint not null check (price_minor >= 0),
  check ((method = 'DELIVERY') = (pickup_location_id is null)),
  check ((method = 'DELIVERY') = (shipping_address is not null))
);
create index delivery_groups_of_order on delivery_groups (order_id, position);

create table order_lines (
  id text primary key,
  order_id text not null references orders,
  delivery_group_id text not null references delivery_groups,
  position integer not null,
  sku text not null,
  name text not null,
  ordered_quantity integer not null check (ordered_quantity between 1 and 9999),
  cancelled_quantity integer not null default 0 check (cancelled_quantity >= 0),
  fulfilled_quantity integer not null default 0 check (fulfilled_quantity >= 0),
  -- Fulfilled units that reached the shopper.
  delivered_quantity integer not null default 0 check (delivered_quantity between 0 and fulfilled_quantity),
  backordered_quantity integer not null default 0 check (backordered_quantity >= 0),
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  -- Of all units ordered; what is left after a cancellation is their share.
  discount_minor bigint not null check (discount_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  attributes jsonb not null default '[]',
  check (fulfilled_quantity + cancelled_quantity + backordered_quantity <= ordered_quantity)
);
create index order_lines_of_order on order_lines (order_id, position);
create index order_lines_of_sku on order_lines (sku, order_id);

-- Captured and refunded stay 0 until a payment service is connected.
create table payments (
  id text primary key,
  order_id text not null references orders,
  provider text not null,
  reference text not null,
  method text not null,
  status text not null check (status in ('PENDING', 'AUTHORIZED', 'CAPTURED', 'REFUNDED', 'VOIDED', 'FAILED')),
  authorized_minor bigint not null check (authorized_minor >= 0),
  captured_minor bigint not null default 0 check (captured_minor between 0 and authorized_minor),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and captured_minor)
);
create index payments_of_order on payments (order_id);

-- How locations were chosen. PLANNED until what was chosen is allocated and stored: a plan whose lease ended was left
-- by a killed process, and what it may have allocated is given back.
create table routings (
  id text primary key,
  order_id text not null,
  revision integer not null,
  state text not null check (state in ('PLANNED', 'DONE', 'ABANDONED')),
  strategy text not null,
  split_count integer not null,
  chosen jsonb not null,
  rejected jsonb not null,
  -- Fulfillment orders to make once allocated; their line ids are what inventory allocates for.
  plan jsonb,
  decided_at timestamptz not null,
  lease_until timestamptz,
  unique (order_id, revision)
);
create unique index routings_one_plan on routings (order_id) where state = 'PLANNED';

create table fulfillment_orders (
  id text primary key,
  number text not null unique,
  order_id text not null references orders,
  delivery_group_id text not null references delivery_groups,
  location_id text not null,
  type text not null check (type in ('WAREHOUSE_SHIP', 'SHIP_FROM_STORE', 'CLICK_AND_COLLECT', 'SHIP_TO_STORE')),
  status text not null check (status in ('OFFERED', 'ACCEPTED', 'PICKING', 'PICKED', 'PACKED', 'SHIPPED',
    'READY_FOR_PICKUP', 'COLLECTED', 'PICKUP_EXPIRED', 'ON_HOLD', 'REJECTED', 'CANCELLED')),
  accept_by timestamptz,
  due_at timestamptz,
  storage_spot text,
  ready_at timestamptz,
  expires_at timestamptz,
  collected_at timestamptz,
  failed_pickups integer not null default 0,
  rejection_reason text,
  rejection_note text,
  rejected_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index fulfillment_orders_of_order on fulfillment_orders (order_id, created_at);
create index fulfillment_orders_queue on fulfillment_orders (location_id, status, due_at, id);
create index fulfillment_orders_due on fulfillment_orders (due_at, id);

create table fulfillment_order_lines (
  id text primary key,
  fulfillment_order_id text not null references fulfillment_orders,
  order_line_id text not null references order_lines,
  position integer not null,
  quantity integer not null check (quantity > 0),
  -- Cancelled with the order; the rest is what the location still has to do.
  cancelled_quantity integer not null default 0 check (cancelled_quantity >= 0),
  picked_quantity integer not null default 0 check (picked_quantity >= 0),
  missing_quantity integer not null default 0 check (missing_quantity >= 0),
  -- Missing units already taken off the location and routed again.
  rerouted_quantity integer not null default 0 check (rerouted_quantity between 0 and missing_quantity),
  fulfilled_quantity integer not null default 0 check (fulfilled_quantity between 0 and picked_quantity),
  check (picked_quantity + missing_quantity + cancelled_quantity <= quantity)
);
create index fulfillment_order_lines_of_work on fulfillment_order_lines (fulfillment_order_id, position);
create index fulfillment_order_lines_of_line on fulfillment_order_lines (order_line_id);

create table shipments (
  id text primary key,
  order_id text not null references orders,
  fulfillment_order_id text not null references fulfillment_orders,
  location_id text not null,
  status text not null check (status in ('LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION',
    'RETURNED_TO_SENDER')),
  carrier text not null,
  carrier_service text,
  tracking_number text,
  tracking_url text,
  shipped_at timestamptz not null,
  estimated_delivery_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null
);
create index shipments_of_order on shipments (order_id, created_at);
create index shipments_of_work on shipments (fulfillment_order_id);

create table shipment_lines (
  shipment_id text not null references shipments,
  fulfillment_order_line_id text not null references fulfillment_order_lines,
  order_line_id text not null references order_lines,
  quantity integer not null check (quantity > 0),
  primary key (shipment_id, fulfillment_order_line_id)
);

create table shipment_events (
  shipment_id text not null references shipments,
  event_id text not null,
  status text not null,
  description text,
  place text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (shipment_id, event_id)
);

-- Everything that happened, in the order it was written down.
create table order_events (
  position bigint generated always as identity primary key,
  id text not null unique,
  order_id text not null references orders,
  type text not null,
  occurred_at timestamptz not null,
  actor text not null,
  message text not null
);
create index order_events_of_order on order_events (order_id, position desc);
