-- Channels, locations, what each location can do, when its doors are open, and how many orders it takes a day.

-- A place where orders are born. Ids such as `chn_web`.
create table channels (
  id text primary key,
  code text not null unique,
  name text not null,
  type text not null check (type in ('ECOMMERCE', 'RETAIL', 'MARKETPLACE', 'WHOLESALE', 'REPLENISHMENT')),
  -- ISO 4217.
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- BCP 47, for example fr-FR.
  default_locale text not null,
  -- ISO 3166-1 alpha-2.
  ships_to text[] not null default '{}',
  is_active boolean not null default true,
  version integer not null default 1
);

-- Each change of what decides a location's eligibility takes the next number, one writer at a time and until it commits:
-- a reader that has seen a number has seen every smaller one.
create sequence eligibility_sequence as bigint;

-- A place that can hold stock or hand it over. Ids such as `loc_0042`.
create table locations (
  id text primary key,
  -- The retailer's own code, for example the store number.
  code text not null unique,
  name text not null,
  type text not null check (type in ('STORE', 'WAREHOUSE', 'THIRD_PARTY_LOGISTICS', 'COLLECTION_POINT')),
  status text not null default 'INACTIVE' check (status in ('ACTIVE', 'INACTIVE', 'RETIRED')),
  -- PostalAddress of the graph: name, lines, city, region, postalCode, countryCode, phone.
  address jsonb not null check (address ? 'city' and address ? 'countryCode' and address ? 'lines'),
  -- WGS 84 degrees; null until known.
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- IANA name.
  time_zone text not null,
  phone text,
  -- Text by BCP 47 tag: {"fr-FR": "…"}.
  pickup_instructions jsonb not null default '{}',
  -- Value by key, for integrations.
  attributes jsonb not null default '{}',
  -- Services used up on the local day of `facts_at`; a recorded fact, not a rule.
  exhausted_services text[] not null default '{}',
  -- Position in the eligibility feed, and when the facts became true.
  facts_sequence bigint not null unique default nextval('eligibility_sequence'),
  facts_at timestamptz(3) not null default now(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  check ((latitude is null) = (longitude is null))
);
create index locations_by_name on locations (name, id);
create index locations_by_change on locations (updated_at, id);

-- Which locations serve which channel.
create table channel_locations (
  channel_id text not null references channels,
  location_id text not null references locations,
  primary key (channel_id, location_id)
);
create index channel_locations_by_location on channel_locations (location_id, channel_id);

-- What a location can do: one row a service it knows, switched on or off.
create table location_services (
  location_id text not null references locations,
  type text not null check (type in ('SHIP_FROM_STORE', 'CLICK_AND_COLLECT', 'SHIP_TO_STORE', 'RETURN_IN_STORE',
    'WAREHOUSE_SHIP', 'RETURN_TO_WAREHOUSE')),
  is_enabled boolean not null default false,
  -- Paused by staff until then; over when in the past.
  paused_until timestamptz(3),
  -- Orders accepted each local day; null when unlimited.
  daily_capacity integer check (daily_capacity > 0),
  -- Minutes of opening hours.
  preparation_minutes integer not null check (preparation_minutes >= 0),
  -- HH:mm of the location's wall clock.
  cut_off text check (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  max_units_per_order integer check (max_units_per_order > 0),
  primary key (location_id, type)
);

-- Weekly opening hours, HH:mm of the location's wall clock; 23:59 as closing time means midnight.
create table opening_periods (
  location_id text not null references locations,
  day text not null check (day in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
  opens_at text not null check (opens_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes_at text not null check (closes_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  primary key (location_id, day, opens_at),
  check (opens_at < closes_at)
);

-- Local days, both included, on which the weekly hours do not hold. Closures of one location do not overlap.
create table closures (
  id text primary key,
  location_id text not null references locations,
  first_day date not null,
  last_day date not null,
  -- [{"day": "SUNDAY", "opensAt": "10:00", "closesAt": "18:00"}]; empty when closed all day.
  special_hours jsonb not null default '[]',
  reason text,
  check (first_day <= last_day)
);
create index closures_by_location on closures (location_id, first_day);

-- One unit of a service's capacity on a local day, taken by one order; deleted when given back.
create table capacity_bookings (
  location_id text not null,
  service text not null,
  order_id text not null,
  day date not null,
  -- The day's capacity when the unit was taken; null when it was unlimited.
  capacity_when_booked integer,
  booked_at timestamptz(3) not null,
  primary key (location_id, service, order_id),
  foreign key (location_id, service) references location_services (location_id, type)
);
create index capacity_bookings_by_day on capacity_bookings (location_id, service, day);

-- Who changed what, when and why. Append-only.
create table network_changes (
  change_no bigint generated always as identity primary key,
  -- Id of the location or channel.
  subject text not null,
  -- Name of the mutation.
  action text not null,
  actor text not null,
  reason text,
  -- What was asked for.
  input jsonb not null,
  changed_at timestamptz(3) not null
);
create index network_changes_by_subject on network_changes (subject, change_no);
