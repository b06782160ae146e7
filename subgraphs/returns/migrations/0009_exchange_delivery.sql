-- Where the new goods of an exchange go.

alter table exchanges
  -- The shopper's wish, an address or a shop of collection; null as the first goods went. Personal data: kept only until
  -- the new order is placed, or refused.
  add column delivery jsonb check (delivery is null or status = 'PENDING'),
  -- Shops of collection that may be sent what they have not; decided once, so that every repeated call says the same.
  add column send_to_location_ids text[] not null default '{}';
