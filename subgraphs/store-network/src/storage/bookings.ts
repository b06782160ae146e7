import type { Connection } from '@passerelle/database';
import type { ServiceType } from '@passerelle/eligibility';
import type { DayCapacity, Place } from '../domain/booking.ts';
import type { CapacityUnit, CapacityWindow } from '../domain/service.ts';

export type ServiceDay = { readonly locationId: string; readonly service: ServiceType; readonly day: string };

type Row = ServiceDay & {
  readonly unit: CapacityUnit;
  readonly dailyCapacity: number | null;
  readonly capacityWindows: readonly CapacityWindow[];
  /** Booked by the beginning of the window; the empty text stands for none. */
  readonly booked: Readonly<Record<string, number>>;
};

/** The day of a service, from its settings and from what was booked by window. */
export function toDayCapacity({
  unit,
  dailyCapacity,
  capacityWindows,
  booked,
}: Omit<Row, keyof ServiceDay>): DayCapacity {
  return {
    unit,
    dailyCapacity,
    booked: Object.values(booked).reduce((sum, quantity) => sum + quantity, 0),
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
      (select coalesce(jsonb_object_agg(coalesce(window_from, ''), quantity), '{}') from (
        select window_from, sum(quantity) as quantity from capacity_bookings b
        where b.location_id = s.location_id and b.service = s.type and b.day = asked.day group by window_from) b) as booked
    from unnest(${days.map((day) => day.locationId)}::text[], ${days.map((day) => day.service)}::text[],
      ${days.map((day) => day.day)}::date[]) as asked (location_id, service, day)
    join location_services s on s.location_id = asked.location_id and s.type = asked.service`;
  return rows.map(({ locationId, service, day, ...row }) => ({ locationId, service, day, ...toDayCapacity(row) }));
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
      where location_id = ${locationId} and type = ${service}
        and (daily_capacity is not null or capacity_windows <> '[]'))
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

/** The services of a location an order has booked, in the order of their names. */
export async function findBookedServices(
  { sql }: Connection,
  locationId: string,
  orderId: string,
): Promise<ServiceType[]> {
  const rows = await sql<{ service: ServiceType }[]>`
    select service from capacity_bookings
    where location_id = ${locationId} and order_id = ${orderId} order by service`;
  return rows.map(({ service }) => service);
}

export async function insertBooking(
  { sql }: Connection,
  { locationId, service, day }: ServiceDay,
  booking: Place & { readonly orderId: string; readonly dailyCapacity: number | null; readonly now: Date },
): Promise<void> {
  const { orderId, dailyCapacity, quantity, window, now } = booking;
  await sql`
    insert into capacity_bookings (location_id, service, order_id, day, capacity_when_booked, quantity, window_from,
      window_capacity_when_booked, booked_at)
    values (${locationId}, ${service}, ${orderId}, ${day}, ${dailyCapacity}, ${quantity}, ${window?.opensAt ?? null},
      ${window?.capacity ?? null}, ${now}) on conflict do nothing`;
}

export type RemovedBooking = { readonly day: string; readonly quantity: number; readonly windowFrom: string | null };

/** Removes an order's booking; answers what it held, or nothing when there was none. */
export async function removeBooking(
  { sql }: Connection,
  locationId: string,
  service: ServiceType,
  orderId: string,
): Promise<RemovedBooking | undefined> {
  const [row] = await sql<RemovedBooking[]>`
    delete from capacity_bookings
    where location_id = ${locationId} and service = ${service} and order_id = ${orderId}
    returning day, quantity, window_from as "windowFrom"`;
  return row;
}

/** Orders booked for a day or later, over all services of a location. */
export async function countBookedFrom({ sql }: Connection, locationId: string, day: string): Promise<number> {
  const [row] = await sql`
    select count(distinct order_id)::int as orders from capacity_bookings
    where location_id = ${locationId} and day >= ${day}`;
  return row?.orders ?? 0;
}
