-- Orders accepted while inventory was silent: their units are looked for when it answers again.
create table awaited_stock (
  order_id text primary key references orders,
  -- The hold that ends by itself once inventory has answered.
  hold_id text not null references order_holds,
  -- The cart's hold in inventory, whose units the order is to get.
  reservation_id text,
  since timestamptz not null
);
