import type { Connection, Sql } from '@passerelle/database';
import type { ServiceType } from '@passerelle/eligibility';
import type { DayCapacity, HeldPart, Place } from '../domain/booking.ts';
import type { CapacityUnit, CapacityWindow } from '../domain/service.ts';

export type ServiceDay = { readonly locationId: string; readonly service: ServiceType; readonly day: string };

type Row = ServiceDay & {
  readonly unit: CapacityUnit;
  readonly dailyCapacity: number | null;
  readonly capacityWindows: readonly CapacityWindow[];
  /** Booked by the beginning of the window, the empty text standing for none, and of the whole day under `DAY`. */
  readonly booked: Readonly<Record<string, number>>;
};

/** What bookings `b` of a service `s` come to: its units, or its orders, each of them once. */
export const bookedOf = (sql: Sql) =>
  sql`case s.capacity_unit when 'UNITS' then sum(b.quantity) else count(distinct b.order_id) end`;

/** Names what is summed up by `grouping sets ((b.window_from), ())`, as `Row.booked` does. */
export const stretchBooked = (sql: Sql) =>
  sql`case when grouping(b.window_from) = 1 then 'DAY' else coalesce(b.window_from, '') end`;

/** The day of a service, from its settings and from what was booked by window. */
export function toDayCapacity({
  unit,
  dailyCapacity,
  capacityWindows,
  booked,
}: Omit<Row, keyof ServiceDay>): DayCapacity {
  const { DAY: ofDay = 0 } = booked;
  return {
    unit,
    dailyCapacity,
    booked: ofDay,
    windows: capacityWindows.map((window) => ({ ...window, booked: booked[window.opensAt] ?? 0 })),
  };
}

/** Booked and allowed of each day asked for, in the same order; a service unknown at its location is absent. */
export async function findDayCapacities(
  { sql }: Connection,
  days: readonly ServiceDay[],
): Promise<(ServiceDay & DayCapacity)[]> {
  const rows = await sql<Row[]>`
    select s.location_id as "locationId", s.type as service, asked.day, capacity_unit as unit,
      daily_capacity as "dailyCapacity", capacity_windows as "capacityWindows",
      (select coalesce(jsonb_object_agg(stretch, quantity) filter (where quantity > 0), '{}') from (
        select ${stretchBooked(sql)} as stretch, ${bookedOf(sql)} as quantity from capacity_bookings b
        where b.location_id = s.location_id and b.service = s.type and b.day = asked.day
        group by grouping sets ((b.window_from), ())) b) as booked
    from unnest(${days.map((day) => day.locationId)}::text[], ${days.map((day) => day.service)}::text[],
      ${days.map((day) => day.day)}::date[]) as asked (location_id, service, day)
    join location_services s on s.location_id = asked.location_id and s.type = asked.service`;
  return rows.map(({ locationId, service, day, ...row }) => ({ locationId, service, day, ...toDayCapacity(row) }));
}

/**
 * Keeps other bookings of the location away until the transaction ends, where a capacity is set; without one there is
 * nothing to wait for. The location's row is what every change locks first, so nobody waits in a circle. Answers whether
 * there was a capacity to lock, of the service or, without one, of any.
 */
export async function lockCapacity(
  { sql }: Connection,
  locationId: string,
  service: ServiceType | null,
): Promise<boolean> {
  const rows = await sql`
    select from locations where id = ${locationId} and exists (
      select from location_services
      where location_id = ${locationId} and type = coalesce(${service}, type)
        and (daily_capacity is not null or capacity_windows <> '[]'))
    for no key update`;
  return rows.length > 0;
}

type PartQuery = { readonly locationId: string; readonly orderId: string; readonly service?: ServiceType | null };

/** What an order has booked at a location, of one service or of all, by service and part; locked until the end. */
export async function lockParts(
  { sql }: Connection,
  { locationId, orderId, service = null }: PartQuery,
): Promise<HeldPart[]> {
  return await sql<HeldPart[]>`
    select service, part, day, window_from as "windowFrom", quantity, awaited_units as awaited from capacity_bookings
    where order_id = ${orderId} and location_id = ${locationId} and service = coalesce(${service}, service)
    order by service, part for update`;
}

type NewBooking = Place & {
  readonly orderId: string;
  readonly part: string;
  readonly capacity: DayCapacity;
  readonly now: Date;
};

export async function insertBooking(
  { sql }: Connection,
  { locationId, service, day }: ServiceDay,
  { orderId, part, capacity, quantity, awaited, window, now }: NewBooking,
): Promise<void> {
  await sql`
    insert into capacity_bookings (location_id, service, order_id, part, day, capacity_when_booked, unit_when_booked,
      quantity, awaited_units, window_from, window_capacity_when_booked, booked_at)
    values (${locationId}, ${service}, ${orderId}, ${part}, ${day}, ${capacity.dailyCapacity}, ${capacity.unit},
      ${quantity}, ${awaited}, ${window?.opensAt ?? null}, ${window?.capacity ?? null}, ${now}) on conflict do nothing`;
}

/** Keeps what locked parts hold by now; those that hold nothing are gone. */
export async function saveParts(
  { sql }: Connection,
  { locationId, orderId }: PartQuery,
  parts: readonly HeldPart[],
): Promise<void> {
  await sql`
    with held as (select * from jsonb_to_recordset(${sql.json(parts as never)})
      as t(service text, part text, quantity integer, awaited integer)
    ), gone as (
      delete from capacity_bookings b using held
      where b.order_id = ${orderId} and b.location_id = ${locationId} and b.service = held.service
        and b.part = held.part and held.quantity + held.awaited = 0
    )
    update capacity_bookings b set quantity = held.quantity, awaited_units = held.awaited from held
    where b.order_id = ${orderId} and b.location_id = ${locationId} and b.service = held.service
      and b.part = held.part and held.quantity + held.awaited > 0`;
}

/** Orders booked for a day or later, over all services of a location. */
export async function countBookedFrom({ sql }: Connection, locationId: string, day: string): Promise<number> {
  const [row] = await sql`
    select count(distinct order_id)::int as orders from capacity_bookings
    where location_id = ${locationId} and day >= ${day}`;
  return row?.orders ?? 0;
}
