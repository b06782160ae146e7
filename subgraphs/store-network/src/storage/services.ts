import type { Connection, Sql } from '@passerelle/database';
import type { ServiceType } from '@passerelle/eligibility';
import { and, eq } from 'drizzle-orm';
import type { LocationService, StoredSettings } from '../domain/service.ts';
import { locationServices } from './tables.ts';

const selectServices = (sql: Sql) => sql`
  select location_id as "locationId", time_zone as "timeZone", s.type, is_enabled as "isEnabled",
    paused_until as "pausedUntil", daily_capacity as "dailyCapacity", preparation_minutes as "preparationMinutes",
    cut_off as "cutOff", max_units_per_order as "maxUnitsPerOrder",
    max_lines_per_order as "maxLinesPerOrder", capacity_unit as "capacityUnit", capacity_windows as "capacityWindows"
  from location_services s join locations on locations.id = location_id`;

export async function findServices({ sql }: Connection, locationIds: readonly string[]): Promise<LocationService[]> {
  return sql<LocationService[]>`
    ${selectServices(sql)} where location_id = any(${locationIds as string[]}) order by s.type`;
}

export async function findService(
  { sql }: Connection,
  locationId: string,
  type: ServiceType,
): Promise<LocationService | undefined> {
  const [row] = await sql<LocationService[]>`
    ${selectServices(sql)} where location_id = ${locationId} and s.type = ${type}`;
  return row;
}

/** Writes a service's settings; a pause stays as it is. */
export async function saveService(
  { db }: Connection,
  locationId: string,
  type: ServiceType,
  settings: StoredSettings,
): Promise<void> {
  await db
    .insert(locationServices)
    .values({ locationId, type, ...settings })
    .onConflictDoUpdate({ target: [locationServices.locationId, locationServices.type], set: settings });
}

export async function savePause(
  { db }: Connection,
  { locationId, type }: Pick<LocationService, 'locationId' | 'type'>,
  pausedUntil: Date | null,
): Promise<void> {
  await db
    .update(locationServices)
    .set({ pausedUntil })
    .where(and(eq(locationServices.locationId, locationId), eq(locationServices.type, type)));
}
