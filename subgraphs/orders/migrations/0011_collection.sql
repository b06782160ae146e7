-- How a collection ends, or stops half-way: each way is a state, and a refusal has its reason.
alter table fulfillment_orders drop constraint fulfillment_orders_status_check;
alter table fulfillment_orders add constraint fulfillment_orders_status_check check (status in ('OFFERED', 'ACCEPTED',
  'PICKING', 'PICKED', 'PACKED', 'SHIPPED', 'READY_FOR_PICKUP', 'PARTLY_COLLECTED', 'COLLECTED', 'PICKUP_EXPIRED',
  'PICKUP_REFUSED', 'ON_HOLD', 'REJECTED', 'CANCELLED'));
alter table fulfillment_orders
  add column reminded_at timestamptz,
  add column refusal_reason text check (refusal_reason in ('WRONG_ITEM', 'DAMAGED', 'CHANGED_MIND', 'OTHER'));
