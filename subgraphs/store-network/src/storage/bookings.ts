import type { Connection } from '@passerelle/database';
import type { ServiceType } from '@passerelle/eligibility';
import type { DayCapacity } from '../domain/booking.ts';

export type ServiceDay = { readonly locationId: string; readonly service: ServiceType; readonly day: string };

/** Booked and allowed orders of each day asked for, in the same order; a service unknown at its location is absent. */
export async function findDayCapacities(
  { sql }: Connection,
  days: readonly ServiceDay[],
): Promise<(ServiceDay & DayCapacity)[]> {
  return sql<(ServiceDay & DayCapacity)[]>`
    select s.location_id as "locationId", s.type as service, asked.day, daily_capacity as "dailyCapacity",
      (select count(*)::int from capacity_bookings b
       where b.location_id = s.location_id and b.service = s.type and b.day = asked.day) as booked
    from unnest(${days.map((day) => day.locationId)}::text[], ${days.map((day) => day.service)}::text[],
      ${days.map((day) => day.day)}::date[]) as asked (location_id, service, day)
    join location_services s on s.location_id = asked.location_id and s.type = asked.service`;
}

/**
 * Keeps other bookings of the location away until the transaction ends, where a capacity is set; without one there is
 * nothing to wait for. The location's row is what every change locks first, so nobody waits in a circle. Answers whether
 * there was a capacity to lock.
 */
export async function lockCapacity({ sql }: Connection, locationId: string, service: ServiceType): Promise<boolean> {
  const rows = await sql`
    select from locations where id = ${locationId} and exists (
      select from location_services
      where location_id = ${locationId} and type = ${service} and daily_capacity is not null)
    for no key update`;
  return rows.length > 0;
}

/** The local day an order has booked, if it has. */
export async function findBookedDay(
  { sql }: Connection,
  locationId: string,
  service: ServiceType,
  orderId: string,
): Promise<string | undefined> {
  const [row] = await sql`
    select day from capacity_bookings
    where location_id = ${locationId} and service = ${service} and order_id = ${orderId}`;
  return row?.day;
}

export async function insertBooking(
  { sql }: Connection,
  { locationId, service, day }: ServiceDay,
  booking: { readonly orderId: string; readonly dailyCapacity: number | null; readonly now: Date },
): Promise<void> {
  const { orderId, dailyCapacity, now } = booking;
  await sql`
    insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, booked_at)
    values (${locationId}, ${service}, ${orderId}, ${day}, ${dailyCapacity}, ${now}) on conflict do nothing`;
}

/** Removes an order's booking; answers its day, or nothing when there was none. */
export async function removeBooking(
  { sql }: Connection,
  locationId: string,
  service: ServiceType,
  orderId: string,
): Promise<string | undefined> {
  const [row] = await sql`
    delete from capacity_bookings
    where location_id = ${locationId} and service = ${service} and order_id = ${orderId} returning day`;
  return row?.day;
}

/** Orders booked for a day or later, over all services of a location. */
export async function countBookedFrom({ sql }: Connection, locationId: string, day: string): Promise<number> {
  const [row] = await sql`
    select count(distinct order_id)::int as orders from capacity_bookings
    where location_id = ${locationId} and day >= ${day}`;
  return row?.orders ?? 0;
}
