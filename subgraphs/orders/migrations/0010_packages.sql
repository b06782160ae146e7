-- Parcels of work, made when it is packed; they leave with a shipment.
create table packages (
  id text primary key,
  fulfillment_order_id text not null references fulfillment_orders,
  position integer not null,
  -- Null until it is handed to a carrier.
  shipment_id text references shipments,
  weight_grams integer check (weight_grams > 0),
  tracking_number text
);
create index packages_of_work on packages (fulfillment_order_id, position);
create index packages_of_shipment on packages (shipment_id) where shipment_id is not null;

create table package_lines (
  package_id text not null references packages on delete cascade,
  fulfillment_order_line_id text not null references fulfillment_order_lines,
  quantity integer not null check (quantity > 0),
  primary key (package_id, fulfillment_order_line_id)
);
