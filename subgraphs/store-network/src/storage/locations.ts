import type { Connection, Sql } from '@passerelle/database';
import { eq } from 'drizzle-orm';
import type { Attribute, Location } from '../domain/location.ts';
import { locations } from './tables.ts';

/** Columns of a location, named as the domain names them. */
export const locationColumns = (sql: Sql) => sql`
  locations.id, locations.code, locations.name, locations.type, locations.status, address, latitude, longitude,
  time_zone as "timeZone", phone, pickup_instructions as instructions, attributes, locations.region, brands, closes_on_holidays as "closesOnHolidays",
  address->>'countryCode' as "countryCode", version,
  created_at as "createdAt", updated_at as "updatedAt"`;

type Row = Omit<Location, 'coordinates' | 'attributes'> & {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly attributes: Readonly<Record<string, string>>;
};

export const coordinatesOf = ({ latitude, longitude }: Pick<Row, 'latitude' | 'longitude'>) =>
  latitude === null || longitude === null ? null : { latitude, longitude };

export function toLocation({ latitude, longitude, attributes, ...rest }: Row): Location {
  const pairs = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...rest,
    coordinates: coordinatesOf({ latitude, longitude }),
    attributes: pairs.map(([key, value]) => ({ key, value })),
  };
}

/** Locations by id; retired ones only when asked for. */
export async function findLocations(
  { sql }: Connection,
  ids: readonly string[],
  { retired }: { readonly retired: boolean },
): Promise<Location[]> {
  const rows = await sql<Row[]>`
    select ${locationColumns(sql)} from locations
    where id = any(${ids as string[]}) and (${retired} or status <> 'RETIRED')`;
  return rows.map(toLocation);
}

export async function findLocationsByCode(
  { sql }: Connection,
  codes: readonly string[],
  { retired }: { readonly retired: boolean },
): Promise<Location[]> {
  const rows = await sql<Row[]>`
    select ${locationColumns(sql)} from locations
    where code = any(${codes as string[]}) and (${retired} or status <> 'RETIRED')`;
  return rows.map(toLocation);
}

/** The location, kept from every other change until the transaction ends. */
export async function lockLocation({ sql }: Connection, id: string): Promise<Location | undefined> {
  const [row] = await sql<Row[]>`select ${locationColumns(sql)} from locations where id = ${id} for no key update`;
  return row && toLocation(row);
}

/** Which of the ids there are, locked in the order of their ids. */
export async function lockLocationIds({ sql }: Connection, ids: readonly string[]): Promise<string[]> {
  const rows = await sql`select id from locations where id = any(${ids as string[]}) order by id for no key update`;
  return rows.map((row) => row.id);
}

/** Ids of the locations that close on public holidays, a page after an id. */
export async function pageHolidayKeepers({ sql }: Connection, after: string, size: number): Promise<string[]> {
  const rows = await sql`
    select id from locations where closes_on_holidays and id > ${after} order by id limit ${size}`;
  return rows.map((row) => row.id);
}

const attributesOf = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value]));

/** Inserts; false when the code is taken. */
export async function insertLocation({ db }: Connection, location: Location): Promise<boolean> {
  const { coordinates, attributes, ...rest } = location;
  const written = await db
    .insert(locations)
    .values({
      ...rest,
      attributes: attributesOf(attributes),
      latitude: coordinates?.latitude,
      longitude: coordinates?.longitude,
      factsAt: location.createdAt,
    } as typeof locations.$inferInsert)
    .onConflictDoNothing({ target: locations.code })
    .returning({ id: locations.id });
  return written.length === 1;
}

/** Writes what may change; version and feed follow with `recordChange`. */
export async function saveLocation({ db }: Connection, location: Location): Promise<void> {
  const { id, name, status, address, coordinates, timeZone, phone, attributes, region, brands, closesOnHolidays } =
    location;
  await db
    .update(locations)
    .set({
      name,
      status,
      address,
      latitude: coordinates?.latitude ?? null,
      longitude: coordinates?.longitude ?? null,
      timeZone,
      phone,
      attributes: attributesOf(attributes),
      region,
      brands,
      closesOnHolidays,
    })
    .where(eq(locations.id, id));
}
