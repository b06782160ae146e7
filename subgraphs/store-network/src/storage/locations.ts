import type { Connection, Sql } from '@passerelle/database';
import { eq } from 'drizzle-orm';
import type { Attribute, Location } from '../domain/location.ts';
import { locations } from './tables.ts';

/** Columns of a location, named as the domain names them. */
export const locationColumns = (sql: Sql) => sql`
  locations.id, locations.code, locations.name, locations.type, locations.status, address, latitude, longitude,
  time_zone as "timeZone", phone, gln, pickup_instructions as instructions, attributes, locations.region, brands, closes_on_holidays as "closesOnHolidays",
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

/** Signalled, with ids, by each transaction that changes what is shown of locations or of their doors. */
export const locationSignal = 'location';

/** Locations by id, retired ones too. */
export async function findLocations({ sql }: Connection, ids: readonly string[]): Promise<Location[]> {
  const rows = await sql<Row[]>`
    select ${locationColumns(sql)} from locations
    where id = any(${ids as string[]})`;
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

const insertSize = 500;

/** Inserts locations whose codes are free. */
export async function insertLocations({ db }: Connection, added: readonly Location[]): Promise<void> {
  for (let from = 0; from < added.length; from += insertSize) {
    await db.insert(locations).values(added.slice(from, from + insertSize).map(toRow));
  }
}

/** Locations by code, kept from every other change until the transaction ends. */
export async function lockLocationsByCode({ sql }: Connection, codes: readonly string[]): Promise<Location[]> {
  const rows = await sql<Row[]>`
    select ${locationColumns(sql)} from locations where code = any(${codes as string[]}) order by id for no key update`;
  return rows.map(toLocation);
}

/** GLNs of the locations with other codes. */
export async function findTakenGlns({ sql }: Connection, codes: readonly string[]): Promise<Set<string>> {
  const rows = await sql`select gln from locations where gln is not null and code <> all(${codes as string[]})`;
  return new Set(rows.map((row) => row.gln));
}

export async function findGlnHolder({ sql }: Connection, gln: string): Promise<string | undefined> {
  const [row] = await sql`select id from locations where gln = ${gln}`;
  return row?.id;
}

/** The next version of each. */
export async function bumpVersions({ sql, signal }: Connection, ids: readonly string[], now: Date): Promise<void> {
  signal(locationSignal, ids);
  await sql`update locations set version = version + 1, updated_at = ${now} where id = any(${ids as string[]})`;
}

/** Ids of the locations that close on public holidays, a page after an id. */
export async function pageHolidayKeepers({ sql }: Connection, after: string, size: number): Promise<string[]> {
  const rows = await sql`
    select id from locations where closes_on_holidays and id > ${after} order by id limit ${size}`;
  return rows.map((row) => row.id);
}

const attributesOf = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value]));

const toRow = ({ coordinates, attributes, ...rest }: Location) =>
  ({
    ...rest,
    attributes: attributesOf(attributes),
    latitude: coordinates?.latitude,
    longitude: coordinates?.longitude,
    factsAt: rest.createdAt,
  }) as typeof locations.$inferInsert;

/** Inserts; false when the code or the GLN is taken. */
export async function insertLocation({ db }: Connection, location: Location): Promise<boolean> {
  const written = await db
    .insert(locations)
    .values(toRow(location))
    .onConflictDoNothing()
    .returning({ id: locations.id });
  return written.length === 1;
}

/** Writes what may change; version and feed follow with `recordChange`. */
export async function saveLocation({ db }: Connection, location: Location): Promise<void> {
  const { id, name, status, address, coordinates, timeZone, phone, gln, attributes, region, brands, closesOnHolidays } =
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
      gln,
      attributes: attributesOf(attributes),
      region,
      brands,
      closesOnHolidays,
    })
    .where(eq(locations.id, id));
}
