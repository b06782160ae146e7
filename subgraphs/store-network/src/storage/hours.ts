import type { Connection } from '@passerelle/database';
import type { OpeningPeriod } from '@passerelle/eligibility';
import { eq } from 'drizzle-orm';
import type { Closure } from '../domain/closure.ts';
import { closures, openingPeriods } from './tables.ts';

export type OwnedClosure = Closure & { readonly locationId: string };

/** Closures in the order of their first days, past ones too. */
export async function findClosures({ sql }: Connection, locationIds: readonly string[]): Promise<OwnedClosure[]> {
  return sql<OwnedClosure[]>`
    select location_id as "locationId", id, first_day as "from", last_day as "to", special_hours as "specialHours", reason
    from closures where location_id = any(${locationIds as string[]}) order by first_day`;
}

/** What is written down about a location's doors: weekly periods, Monday first, and closures by their first day. */
export type Doors = {
  readonly locationId: string;
  readonly openingHours: OpeningPeriod[];
  readonly closures: Closure[];
};

/** Both at once: a list of stores shows whether they are open and when, in one statement. */
export async function findDoors({ sql }: Connection, locationIds: readonly string[]): Promise<Doors[]> {
  return sql<Doors[]>`
    select locations.id as "locationId", coalesce(periods.list, '[]') as "openingHours", coalesce(shut.list, '[]') as closures
    from locations
    left join lateral (
      select jsonb_agg(jsonb_build_object('day', day, 'opensAt', opens_at, 'closesAt', closes_at) order by array_position(
        array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], day), opens_at) as list
      from opening_periods where location_id = locations.id
    ) as periods on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'from', first_day, 'to', last_day, 'specialHours', special_hours,
        'reason', reason) order by first_day) as list
      from closures where location_id = locations.id
    ) as shut on true
    where locations.id = any(${locationIds as string[]})`;
}

export async function replaceOpeningPeriods(
  { db }: Connection,
  locationId: string,
  periods: readonly OpeningPeriod[],
): Promise<void> {
  await db.delete(openingPeriods).where(eq(openingPeriods.locationId, locationId));
  if (periods.length > 0) await db.insert(openingPeriods).values(periods.map((period) => ({ locationId, ...period })));
}

export async function insertClosure({ db }: Connection, { from, to, ...closure }: OwnedClosure): Promise<void> {
  await db.insert(closures).values({ ...closure, firstDay: from, lastDay: to });
}

export async function removeClosure({ db }: Connection, id: string): Promise<void> {
  await db.delete(closures).where(eq(closures.id, id));
}
