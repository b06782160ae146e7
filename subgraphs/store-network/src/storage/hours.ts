import type { Connection } from '@passerelle/database';
import type { OpeningPeriod } from '@passerelle/eligibility';
import { eq } from 'drizzle-orm';
import type { Closure } from '../domain/closure.ts';
import { closures, openingPeriods } from './tables.ts';

export type OwnedPeriod = OpeningPeriod & { readonly locationId: string };
export type OwnedClosure = Closure & { readonly locationId: string };

/** Weekly periods, Monday first. */
export async function findOpeningPeriods({ sql }: Connection, locationIds: readonly string[]): Promise<OwnedPeriod[]> {
  return sql<OwnedPeriod[]>`
    select location_id as "locationId", day, opens_at as "opensAt", closes_at as "closesAt" from opening_periods
    where location_id = any(${locationIds as string[]})
    order by array_position(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], day),
      opens_at`;
}

/** Closures in the order of their first days, past ones too. */
export async function findClosures({ sql }: Connection, locationIds: readonly string[]): Promise<OwnedClosure[]> {
  return sql<OwnedClosure[]>`
    select location_id as "locationId", id, first_day as "from", last_day as "to", special_hours as "specialHours", reason
    from closures where location_id = any(${locationIds as string[]}) order by first_day`;
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
