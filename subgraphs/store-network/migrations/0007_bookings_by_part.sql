-- An order books a service part by part, so that an edit takes and gives back no more than it changes.

alter table capacity_bookings
  -- What of the order it is for, in the order's own words; empty for the order as a whole.
  add column part text not null default '',
  -- What the capacity counted then: orders, each once however many parts it has, or units.
  add column unit_when_booked text not null default 'ORDERS' check (unit_when_booked in ('ORDERS', 'UNITS')),
  -- Units that pass to it from other parts of its order when those give them back; not counted until then.
  add column awaited_units integer not null default 0 check (awaited_units >= 0),
  drop constraint capacity_bookings_quantity_check,
  add constraint capacity_bookings_quantity_check check (quantity >= 0 and quantity + awaited_units > 0),
  drop constraint capacity_bookings_pkey,
  add primary key (order_id, location_id, service, part);

update capacity_bookings b set unit_when_booked = s.capacity_unit
from location_services s where s.location_id = b.location_id and s.type = b.service and s.capacity_unit <> 'ORDERS';
