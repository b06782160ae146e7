-- Capacity counted in orders or units, for the day and for windows of it; limits on lines; a service at the kerb.

alter table location_services
  add column capacity_unit text not null default 'ORDERS' check (capacity_unit in ('ORDERS', 'UNITS')),
  -- [{"opensAt": "10:00", "closesAt": "12:00", "capacity": 5}] of the location's wall clock, in order, not overlapping.
  add column capacity_windows jsonb not null default '[]',
  add column max_lines_per_order integer check (max_lines_per_order > 0),
  drop constraint location_services_type_check,
  add constraint location_services_type_check check (type in ('SHIP_FROM_STORE', 'CLICK_AND_COLLECT', 'CURBSIDE_PICKUP',
    'SHIP_TO_STORE', 'RETURN_IN_STORE', 'WAREHOUSE_SHIP', 'RETURN_TO_WAREHOUSE'));

alter table capacity_bookings
  -- What the booking takes: 1 where orders are counted.
  add column quantity integer not null default 1 check (quantity > 0),
  -- Beginning of the window it takes from; null when it takes from the day alone.
  add column window_from text,
  add column window_capacity_when_booked integer;
