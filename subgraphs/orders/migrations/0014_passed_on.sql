-- Units that left a location and did not end with the shopper: parcels that are lost or come back, and goods sent to the
-- store where they are collected.
alter table fulfillment_order_lines
  -- Handed on and this work's no more: lost, come back, or taken over by the work of another location.
  add column passed_on_quantity integer not null default 0 check (passed_on_quantity between 0 and fulfilled_quantity);

alter table shipments drop constraint shipments_status_check;
alter table shipments
  add constraint shipments_status_check check (status in ('LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED',
    'EXCEPTION', 'LOST', 'RETURNED_TO_SENDER')),
  -- What became of the units of a parcel that was lost or came back; decided once.
  add column resolution text check (resolution in ('REPLACE', 'REFUND')),
  -- Moment its units were booked in again where they had left.
  add column received_back_at timestamptz;

alter table fulfillment_orders drop constraint fulfillment_orders_status_check;
alter table fulfillment_orders
  add constraint fulfillment_orders_status_check check (status in ('OFFERED', 'ACCEPTED', 'PICKING', 'PICKED', 'PACKED',
    'SHIPPED', 'IN_TRANSFER', 'READY_FOR_PICKUP', 'PARTLY_COLLECTED', 'COLLECTED', 'PICKUP_EXPIRED', 'PICKUP_REFUSED',
    'ON_HOLD', 'REJECTED', 'CANCELLED')),
  -- The shipment that brings the goods to the store of collection.
  add column transfer_shipment_id text references shipments;
create index fulfillment_orders_of_transfer on fulfillment_orders (transfer_shipment_id)
  where transfer_shipment_id is not null;
