import type { Connection, Sql } from '@passerelle/database';
import { localDay, toFeedEntry, type UnitCapacityFacts } from '@passerelle/eligibility';
import { publish } from '@passerelle/events';
import { newId } from '@passerelle/values';
import { leftOn, usedUpOn } from '../domain/booking.ts';
import type { StoredFacts } from '../domain/location-facts.ts';
import { closuresInForce, lastToldDay } from '../domain/public-holidays.ts';
import { type Decided, decide } from '../domain/rules.ts';
import type { LocationService } from '../domain/service.ts';
import { bookedOf, type ServiceDay, stretchBooked, toDayCapacity } from './bookings.ts';
import { coordinatesOf, lockLocationIds } from './locations.ts';
import { findRules } from './sharing.ts';

type BookedDay = Pick<ServiceDay, 'service' | 'day'> & { readonly booked: Readonly<Record<string, number>> };

type Row = Omit<StoredFacts, 'coordinates' | 'usedUp' | 'unitCapacities' | keyof Decided> & {
  readonly bookedDays: readonly BookedDay[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly region: string | null;
  readonly brands: readonly string[];
  readonly linkedChannelIds: readonly string[];
  readonly closesOnHolidays: boolean;
  readonly countryCode: string;
};

/** Everything eligibility is judged from, one row a location, in one statement. */
const selectFacts = (sql: Sql) => sql`
  select l.id as "locationId", l.code, l.name, l.type, l.status, l.latitude, l.longitude, l.time_zone as "timeZone",
    l.exhausted_services as "exhaustedServices", l.facts_at as "occurredAt", l.facts_sequence as sequence, l.region, l.brands,
    l.closes_on_holidays as "closesOnHolidays", l.address->>'countryCode' as "countryCode",
    array(select channel_id from channel_locations c where c.location_id = l.id order by 1) as "linkedChannelIds",
    (select coalesce(jsonb_agg(jsonb_build_object('locationId', l.id, 'timeZone', l.time_zone, 'type', s.type,
        'isEnabled', is_enabled, 'pausedUntil', paused_until, 'dailyCapacity', daily_capacity,
        'preparationMinutes', preparation_minutes, 'cutOff', cut_off, 'maxUnitsPerOrder', max_units_per_order,
        'maxLinesPerOrder', max_lines_per_order, 'capacityUnit', capacity_unit, 'capacityWindows', capacity_windows)
        order by s.type), '[]') from location_services s where s.location_id = l.id) as services,
    (select coalesce(jsonb_agg(jsonb_build_object('service', service, 'day', day, 'booked', booked)
        order by day, service), '[]') from (
      select service, day, jsonb_object_agg(stretch, quantity) as booked from (
        select b.service, b.day, ${stretchBooked(sql)} as stretch, ${bookedOf(sql)} as quantity
        from capacity_bookings b join location_services s on s.location_id = b.location_id and s.type = b.service
        where b.location_id = l.id and b.day >= (l.facts_at at time zone l.time_zone)::date
          and (s.daily_capacity is not null or s.capacity_windows <> '[]')
        group by b.service, b.day, s.capacity_unit, grouping sets ((b.window_from), ())) w group by 1, 2) d) as "bookedDays",
    (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'opensAt', opens_at, 'closesAt', closes_at)
        order by array_position(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], day),
        opens_at), '[]') from opening_periods o where o.location_id = l.id) as "openingHours",
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'from', first_day, 'to', last_day,
        'specialHours', special_hours, 'reason', reason) order by first_day), '[]') from closures c
      where c.location_id = l.id and last_day >= (l.facts_at at time zone l.time_zone)::date) as closures
  from locations l`;

/** Closures written down that have not ended, and the public holidays of this year and the next. */
type CalendarRow = Pick<Row, 'closures' | 'timeZone' | 'occurredAt' | 'closesOnHolidays' | 'countryCode'>;
const toldClosures = ({ closures, timeZone, occurredAt, ...rule }: CalendarRow) =>
  closuresInForce(rule, closures, localDay(timeZone, occurredAt), lastToldDay(timeZone, occurredAt));

/** Days and windows of limited services in which nothing can be booked any more, in order. */
const toldUsedUp = (services: readonly LocationService[], days: readonly BookedDay[], timeZone: string) =>
  days.flatMap(({ service, day, booked }) => {
    const settings = services.find(({ type }) => type === service);
    if (!settings) return [];
    const capacity = toDayCapacity({ ...settings, unit: settings.capacityUnit, booked });
    return usedUpOn(capacity, service, day, timeZone);
  });

/** Services whose capacity counts units, with what is left of the days on which something was booked. */
const toldUnits = (services: readonly LocationService[], days: readonly BookedDay[]): UnitCapacityFacts[] =>
  services.flatMap(({ type, capacityUnit: unit, dailyCapacity, capacityWindows }) => {
    if (unit !== 'UNITS' || (dailyCapacity === null && capacityWindows.length === 0)) return [];
    return {
      service: type,
      perDay: dailyCapacity,
      windows: capacityWindows.map(({ capacity, ...window }) => ({ ...window, units: capacity })),
      left: days
        .filter(({ service }) => service === type)
        .map(({ day, booked }) => leftOn(toDayCapacity({ unit, dailyCapacity, capacityWindows, booked }), day)),
    };
  });

/** Completes rows with what is decided for them: rules read after the rows are at least as new as they. */
async function toFacts(connection: Connection, rows: readonly Row[]): Promise<StoredFacts[]> {
  if (rows.length === 0) return [];
  const rules = await findRules(connection);
  return rows.map(({ latitude, longitude, region, brands, linkedChannelIds, services, ...row }) => {
    const { closesOnHolidays, countryCode, closures, bookedDays, ...rest } = row;
    const location = { id: rest.locationId, type: rest.type, region, brands, linkedChannelIds };
    return {
      ...rest,
      ...decide(rules, location),
      usedUp: toldUsedUp(services, bookedDays, rest.timeZone),
      unitCapacities: toldUnits(services, bookedDays),
      closures: toldClosures(row),
      coordinates: coordinatesOf({ latitude, longitude }),
      services: services.map((service) => ({
        ...service,
        pausedUntil: service.pausedUntil === null ? null : new Date(service.pausedUntil),
      })),
    };
  });
}

export async function findFacts(connection: Connection, locationIds: readonly string[]): Promise<StoredFacts[]> {
  const { sql } = connection;
  const rows = await sql<Row[]>`${selectFacts(sql)} where l.id = any(${locationIds as string[]})`;
  return toFacts(connection, rows);
}

/** Facts that changed after a sequence, in the order of their changes. */
export async function pageFacts(connection: Connection, after: number, size: number): Promise<StoredFacts[]> {
  const { sql } = connection;
  const rows = await sql<Row[]>`
    ${selectFacts(sql)} where l.facts_sequence > ${after} order by l.facts_sequence limit ${size}`;
  return toFacts(connection, rows);
}

/**
 * Gives the locations' facts their next place in the feed and tells subscribers. One writer at a time, until it commits:
 * so the numbers become visible in their order. Call it last in a transaction.
 */
export async function recordFacts(tx: Connection, locationIds: readonly string[], now: Date): Promise<void> {
  const { sql } = tx;
  await lockLocationIds(tx, locationIds);
  await sql`select pg_advisory_xact_lock(hashtextextended('store-network.eligibility', 0))`;
  await sql`
    update locations l set facts_sequence = nextval('eligibility_sequence'), facts_at = ${now},
      exhausted_services = array(
        select s.type from location_services s
        where s.location_id = l.id and s.daily_capacity <= (
          select coalesce(${bookedOf(sql)}, 0) from capacity_bookings b
          where b.location_id = l.id and b.service = s.type
            and b.day = (${now}::timestamptz at time zone l.time_zone)::date)
        order by s.type)
    where l.id = any(${locationIds as string[]})`;
  const facts = await findFacts(tx, locationIds);
  facts.sort((a, b) => a.sequence - b.sequence);
  await publish(
    tx,
    facts.map((entry) => ({
      id: newId('event', now),
      type: 'location.eligibility-changed',
      subject: entry.locationId,
      data: toFeedEntry(entry.sequence, entry),
      occurredAt: now,
    })),
  );
}
