import type { Connection } from '@passerelle/database';

/** A level as it stands under its lock, in units. */
export type LockedLevel = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly blocked: number;
};

type LevelKey = { readonly itemNo: number; readonly locationNo: number };

/**
 * Locks levels in key order and reads them as they are then; missing ones are absent. Every writer of levels takes them
 * in this order, so that two of them cannot wait for each other.
 */
export async function lockReservable({ sql }: Connection, keys: readonly LevelKey[]): Promise<LockedLevel[]> {
  const rows = await sql`
    select level.item_no as "itemNo", level.location_no as "locationNo", on_hand as "onHand", reserved, blocked
    from unnest(${keys.map((key) => key.itemNo)}::integer[], ${keys.map((key) => key.locationNo)}::integer[])
      as wanted (item_no, location_no)
    join stock_levels as level on level.item_no = wanted.item_no and level.location_no = wanted.location_no
    order by level.item_no, level.location_no
    for update of level`;
  return rows as unknown as LockedLevel[];
}

/** Adds signed units to `reserved` of levels that are locked. */
export async function addReserved(
  { sql }: Connection,
  changes: readonly (LevelKey & { readonly units: number })[],
  now: Date,
): Promise<void> {
  const sums = [...Map.groupBy(changes, (change) => `${change.itemNo}:${change.locationNo}`).values()]
    .map((parts) => ({ ...(parts[0] as LevelKey), units: parts.reduce((sum, part) => sum + part.units, 0) }))
    .filter((change) => change.units !== 0);
  if (sums.length === 0) return;
  const written = await sql`
    update stock_levels as level
    set reserved = reserved + units, version = version + 1, updated_at = ${now}
    from unnest(${sums.map((change) => change.itemNo)}::integer[], ${sums.map((change) => change.locationNo)}::integer[],
      ${sums.map((change) => change.units)}::integer[]) as changed (item_no, location_no, units)
    where level.item_no = changed.item_no and level.location_no = changed.location_no`;
  if (written.count !== sums.length) throw new Error('a level that was locked is gone');
}
