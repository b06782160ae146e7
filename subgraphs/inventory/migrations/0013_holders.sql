-- Who set a cart's units aside. Null for what orders set aside, and for carts of before: nobody's own.
alter table reservations add column held_by text;
