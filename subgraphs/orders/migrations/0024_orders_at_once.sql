-- An order, its groups, lines, payment, work and timeline are written by one statement, and nothing of them is ever
-- deleted. Looking up thirteen foreign keys row by row was a tenth of what PostgreSQL did for an order, and locked each
-- order's row that was just written; an invariant looks for rows of nothing.
alter table delivery_groups drop constraint delivery_groups_order_id_fkey;
alter table order_lines
  drop constraint order_lines_order_id_fkey,
  drop constraint order_lines_delivery_group_id_fkey;
alter table payments drop constraint payments_order_id_fkey;
alter table fulfillment_orders
  drop constraint fulfillment_orders_order_id_fkey,
  drop constraint fulfillment_orders_delivery_group_id_fkey;
alter table fulfillment_order_lines
  drop constraint fulfillment_order_lines_fulfillment_order_id_fkey,
  drop constraint fulfillment_order_lines_order_line_id_fkey;
alter table order_events drop constraint order_events_order_id_fkey;
