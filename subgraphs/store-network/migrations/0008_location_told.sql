-- Tells every process which locations read otherwise than before, in the transaction that changed them, so that what
-- they keep in memory is dropped: an id a message, `*` for all. A location that nobody knew is not kept anywhere.
create function tell_location() returns trigger language plpgsql as $$
begin
  perform pg_notify('store_network_changed', to_jsonb(coalesce(new, old)) ->> tg_argv[0]);
  return null;
end $$;

create function tell_all_locations() returns trigger language plpgsql as $$
begin
  perform pg_notify('store_network_changed', '*');
  return null;
end $$;

-- Not its place in the eligibility feed and the services used up, which bookings write: nothing that is kept shows them.
create trigger tell_updated after update of id, code, name, type, status, address, latitude, longitude, time_zone, phone,
  gln, pickup_instructions, attributes, region, brands, closes_on_holidays, version, created_at, updated_at on locations
  for each row execute function tell_location('id');
create trigger tell_deleted after delete on locations for each row execute function tell_location('id');
create trigger tell_changed after insert or update or delete on opening_periods
  for each row execute function tell_location('location_id');
create trigger tell_changed after insert or update or delete on closures
  for each row execute function tell_location('location_id');

create trigger tell_truncated after truncate on locations for each statement execute function tell_all_locations();
create trigger tell_truncated after truncate on opening_periods for each statement execute function tell_all_locations();
create trigger tell_truncated after truncate on closures for each statement execute function tell_all_locations();
