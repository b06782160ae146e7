/** An order counts once where orders are counted, however many parts of it are booked. */
const booked = `case unit_when_booked when 'UNITS' then sum(quantity) else count(distinct order_id) end`;

/** What must never be: each query answers the rows at fault. Table names mean the subgraph's own schema. */
export const invariants: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'a service takes no more a day than its capacity was when it was booked',
    sql: `select location_id, service, day, ${booked} as booked, max(capacity_when_booked) as capacity
      from capacity_bookings group by location_id, service, day, unit_when_booked
      having bool_and(capacity_when_booked is not null) and ${booked} > max(capacity_when_booked)`,
  },
  {
    name: 'a window of a day takes no more than its capacity was when it was booked',
    sql: `select location_id, service, day, window_from, ${booked} as booked
      from capacity_bookings where window_from is not null
      group by location_id, service, day, window_from, unit_when_booked
      having ${booked} > max(window_capacity_when_booked)`,
  },
  {
    name: 'closures of one location do not overlap',
    sql: `select a.location_id, a.id, b.id as other from closures a join closures b
      on a.location_id = b.location_id and a.id < b.id and a.first_day <= b.last_day and b.first_day <= a.last_day`,
  },
  {
    name: 'opening periods of one day do not overlap',
    sql: `select a.location_id, a.day, a.opens_at, b.opens_at as other from opening_periods a join opening_periods b
      on a.location_id = b.location_id and a.day = b.day and a.opens_at < b.opens_at and b.opens_at < a.closes_at`,
  },
  {
    name: 'the last event of a location tells its current place in the feed',
    sql: `select id, facts_sequence, told.sequence from locations
      join lateral (select data->>'sequence' as sequence from outbox
        where type = 'location.eligibility-changed' and subject = locations.id
        order by position desc limit 1) as told on true
      where told.sequence <> facts_sequence::text`,
  },
  {
    name: 'no location takes a place in the feed that was not given out',
    sql: `select id, facts_sequence from locations where facts_sequence > (select last_value from eligibility_sequence)`,
  },
];
