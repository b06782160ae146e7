import { type Connection, type Fragment, integerList, textList } from '@passerelle/database';
import type { PoolStock } from '../domain/pool.ts';
import type { HeldUnits } from '../domain/stock.ts';
import { addPoolReserved, findPoolStock } from './pool-stock.ts';
import type { WrittenLevel } from './stock-shelf.ts';
import { signalLevels } from './watched.ts';

/** A level as it stands under its lock, in units. */
export type LockedLevel = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly blocked: number;
};

type LevelKey = { readonly itemNo: number; readonly locationNo: number };

/** Levels under lock, and the units of pools there. */
export type LockedStock = { readonly levels: readonly LockedLevel[]; readonly pools: readonly PoolStock[] };

/**
 * Locks levels in key order and reads them as they are then, with their pools; missing ones are absent. Every writer of levels takes them
 * in this order, so that two of them cannot wait for each other.
 */
export function lockReservable(tx: Connection, keys: readonly LevelKey[]): Promise<LockedStock> {
  const list = (of: (key: LevelKey) => number) => integerList(tx, keys.map(of));
  return lockLevels(
    tx,
    tx.sql`select distinct * from unnest(${list((key) => key.itemNo)}, ${list((key) => key.locationNo)})
      as given (item_no, location_no)`,
  );
}

/** The same by SKUs; those that nobody knows are absent too. */
export function lockWanted(
  tx: Connection,
  wanted: readonly { readonly sku: string; readonly locationNo: number }[],
): Promise<LockedStock> {
  const skus = textList(
    tx,
    wanted.map(({ sku }) => sku),
  );
  const locations = integerList(
    tx,
    wanted.map(({ locationNo }) => locationNo),
  );
  return lockLevels(
    tx,
    tx.sql`select distinct item_no, location_no from unnest(${skus}, ${locations}) as given (sku, location_no)
      join items using (sku)`,
  );
}

async function lockLevels(tx: Connection, keys: Fragment): Promise<LockedStock> {
  const rows = await tx.sql`
    select level.item_no as "itemNo", level.location_no as "locationNo", on_hand as "onHand", reserved, blocked,
      set_aside as "setAside"
    from (${keys}) as wanted
    join stock_levels as level on level.item_no = wanted.item_no and level.location_no = wanted.location_no
    order by level.item_no, level.location_no
    for update of level`;
  const levels = rows as unknown as (LockedLevel & { readonly setAside: number })[];
  // A statement of its own: only what is read after the lock was had is what the lock guards.
  const pools = await findPoolStock(
    tx,
    levels.filter(({ setAside }) => setAside > 0),
  );
  return { levels, pools };
}

/** Adds signed units to `reserved` of levels that are locked, and of the pools they belong to. Answers those levels. */
export async function addReserved(tx: Connection, changes: readonly HeldUnits[], now: Date): Promise<WrittenLevel[]> {
  const { sql } = tx;
  const sums = [...Map.groupBy(changes, (change) => `${change.itemNo}:${change.locationNo}`).values()]
    .map((parts) => ({
      ...(parts[0] as LevelKey),
      units: parts.reduce((sum, part) => sum + part.units, 0),
      pooled: parts.reduce((sum, part) => sum + (part.poolNo === null ? 0 : part.units), 0),
    }))
    .filter((change) => change.units !== 0 || change.pooled !== 0);
  signalLevels(tx, changes);
  await addPoolReserved(tx, changes, now);
  if (sums.length === 0) return [];
  const list = (of: (change: (typeof sums)[number]) => number) => integerList(tx, sums.map(of));
  const written = await sql`
    update stock_levels as level
    set reserved = reserved + units, set_aside = set_aside - pooled, version = version + 1, updated_at = ${now}
    from unnest(${list((change) => change.itemNo)}, ${list((change) => change.locationNo)},
      ${list((change) => change.units)}, ${list((change) => change.pooled)})
      as changed (item_no, location_no, units, pooled)
    where level.item_no = changed.item_no and level.location_no = changed.location_no
    returning level.item_no as "itemNo", level.location_no as "locationNo", on_hand as "onHand", reserved, blocked,
      set_aside as "setAside"`;
  if (written.length !== sums.length) throw new Error('a level that was locked is gone');
  return written as unknown as WrittenLevel[];
}
