-- Work that was promised against goods on their way: it is offered when they arrive.
alter table fulfillment_orders drop constraint fulfillment_orders_status_check;
alter table fulfillment_orders add constraint fulfillment_orders_status_check check (status in ('AWAITING_STOCK', 'OFFERED',
  'ACCEPTED', 'PICKING', 'PICKED', 'PACKED', 'SHIPPED', 'IN_TRANSFER', 'READY_FOR_PICKUP', 'PARTLY_COLLECTED', 'COLLECTED',
  'PICKUP_EXPIRED', 'PICKUP_REFUSED', 'ON_HOLD', 'REJECTED', 'CANCELLED'));
create index fulfillment_orders_awaiting on fulfillment_orders (location_id) where status in ('AWAITING_STOCK', 'ON_HOLD');
