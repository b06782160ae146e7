-- Goods handed in at a drop-off point, which holds no stock and sends them on before anybody judged them.

alter table returns
  drop constraint returns_method_check,
  drop constraint returns_drop_off,
  add constraint returns_method_check
    check (method in ('IN_STORE', 'DROP_OFF_POINT', 'CARRIER_DROP_OFF', 'KEEP_ITEM')),
  add constraint returns_drop_off
    check ((method in ('IN_STORE', 'DROP_OFF_POINT')) = (drop_off_location_id is not null));

alter table return_lines
  -- Received at a drop-off point and not arrived yet where they are judged.
  add column in_transit_quantity integer not null default 0 check (in_transit_quantity >= 0),
  add check (accepted_quantity + refused_quantity + in_transit_quantity <= received_quantity);

alter table return_transfers
  alter column inspection_id drop not null,
  -- Of units sent on before they were judged.
  add column return_line_id text references return_lines,
  add check ((inspection_id is null) = (return_line_id is not null)),
  add check (inspection_id is not null or stocked_at is null);
