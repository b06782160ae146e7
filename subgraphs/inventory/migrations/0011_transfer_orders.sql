-- Transfer orders: goods that one location sends another. Every unit asked for is somewhere, at any moment: the checks of
-- the lines say so.

create table transfer_orders (
  id text primary key,
  reference text,
  from_location_no integer not null references locations,
  to_location_no integer not null references locations,
  status text not null default 'DRAFT' check (status in ('DRAFT', 'REQUESTED', 'PICKING', 'SHIPPED', 'PARTLY_RECEIVED',
    'RECEIVED', 'CANCELLED')),
  -- When the goods will be there; known once they left.
  expected_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (from_location_no <> to_location_no)
);
create index transfer_orders_by_sender on transfer_orders (from_location_no, id);
create index transfer_orders_by_receiver on transfer_orders (to_location_no, id);

create table transfer_lines (
  transfer_id text not null references transfer_orders on delete cascade,
  line_no integer not null,
  item_no integer not null references items,
  requested integer not null check (requested > 0),
  -- Still at the sender for this transfer; reserved there while it is REQUESTED or PICKING.
  at_sender integer not null check (at_sender >= 0),
  picked integer not null default 0 check (picked between 0 and requested),
  not_found integer not null default 0 check (not_found >= 0),
  damaged_at_sender integer not null default 0 check (damaged_at_sender >= 0),
  -- Given back to the sender: not sent, or cancelled.
  left_behind integer not null default 0 check (left_behind >= 0),
  shipped integer not null default 0 check (shipped >= 0),
  in_transit integer not null default 0 check (in_transit >= 0),
  received integer not null default 0 check (received >= 0),
  damaged integer not null default 0 check (damaged >= 0),
  lost integer not null default 0 check (lost >= 0),
  found_at_sender integer not null default 0 check (found_at_sender >= 0),
  -- Found beyond what was shipped: not decided on yet, taken in, sent back.
  surplus integer not null default 0 check (surplus >= 0),
  taken_in integer not null default 0 check (taken_in >= 0),
  sent_back integer not null default 0 check (sent_back >= 0),
  primary key (transfer_id, line_no),
  unique (transfer_id, item_no),
  check (requested = at_sender + not_found + damaged_at_sender + left_behind + shipped),
  check (shipped = in_transit + received + damaged + lost + found_at_sender)
);
create index transfer_lines_at_sender on transfer_lines (item_no) where at_sender > 0;

-- Append-only: who did what with a transfer order.
create table transfer_steps (
  transfer_id text not null references transfer_orders on delete cascade,
  step_no integer not null,
  step text not null,
  actor text not null,
  note text,
  occurred_at timestamptz not null,
  primary key (transfer_id, step_no)
);
