import type { Connection } from '@passerelle/values';
import type { ExpectedReceipt } from './expected-receipt.ts';
import type { PoolStock } from './pool.ts';

/** A stock-keeping unit. `itemNo` is its number in our tables. */
export type Item = {
  readonly itemNo: number;
  readonly sku: string;
  /** Merchandise hierarchy code. */
  readonly category: string | null;
  readonly isTracked: boolean;
};

/** Stock of one item at one location, in units. */
export type Level = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly sku: string;
  readonly category: string | null;
  readonly isTracked: boolean;
  readonly onHand: number;
  readonly reserved: number;
  readonly blocked: number;
  readonly version: number;
  readonly updatedAt: Date;
};

export type LevelPage = Connection<Level>;

/** Numbers of one location in `ItemStock.levels`. */
export const levelWidth = 4;

/** All locations with stock of one item, in one flat vector. */
export type ItemStock = Item & {
  /** `levelWidth` numbers a location, in the order of their numbers: its number, units on hand, reserved, blocked. */
  readonly levels: Int32Array;
  /** Units set apart for channels; left out when there are none. */
  readonly pools?: readonly PoolStock[];
  /** What is on its way, soonest first; left out when nothing is, or when nobody asked. */
  readonly receipts?: readonly ExpectedReceipt[];
};

/** The item with what `part` has at some locations, which may be nothing, in place of what it had there. */
export function withLevelsOf(item: ItemStock, part: ItemStock, locationNos: ReadonlySet<number>): ItemStock {
  const levels = new Int32Array(item.levels.length + part.levels.length);
  let end = 0;
  const add = (source: Int32Array, offset: number) => {
    for (let column = 0; column < levelWidth; column++) levels[end++] = source[offset + column] as number;
  };
  let next = 0;
  for (let offset = 0; offset < item.levels.length; offset += levelWidth) {
    const locationNo = item.levels[offset] as number;
    for (; next < part.levels.length && (part.levels[next] as number) <= locationNo; next += levelWidth) {
      add(part.levels, next);
    }
    if (!locationNos.has(locationNo)) add(item.levels, offset);
  }
  for (; next < part.levels.length; next += levelWidth) add(part.levels, next);
  return { ...item, levels: levels.slice(0, end), ...(part.pools ? { pools: part.pools } : {}) };
}

export type LevelUnits = Pick<Level, 'locationNo' | 'onHand' | 'reserved' | 'blocked'>;

export const toVector = (levels: readonly LevelUnits[]): Int32Array =>
  inOrder(Int32Array.from(levels.flatMap((level) => [level.locationNo, level.onHand, level.reserved, level.blocked])));

/** The same numbers with the locations in order, as `ItemStock.levels` has them. */
export function inOrder(vector: Int32Array): Int32Array {
  const rows = Array.from({ length: vector.length / levelWidth }, (_, row) => row * levelWidth);
  const isBehind = (offset: number) =>
    offset > 0 && (vector[offset] as number) < (vector[offset - levelWidth] as number);
  if (!rows.some(isBehind)) return vector;
  const sorted = rows.sort((a, b) => (vector[a] as number) - (vector[b] as number));
  return Int32Array.from(sorted.flatMap((offset) => [...vector.subarray(offset, offset + levelWidth)]));
}

/** The same items with other levels and pools. */
export function withLevels(
  items: ReadonlyMap<string, ItemStock>,
  levels: readonly (LevelUnits & Pick<Level, 'itemNo'>)[],
  pools: readonly PoolStock[],
): Map<string, ItemStock> {
  const levelsOf = Map.groupBy(levels, ({ itemNo }) => itemNo);
  const poolsOf = Map.groupBy(pools, ({ itemNo }) => itemNo);
  return new Map(
    [...items].map(([sku, item]) => {
      const { itemNo } = item;
      return [sku, { ...item, levels: toVector(levelsOf.get(itemNo) ?? []), pools: poolsOf.get(itemNo) }];
    }),
  );
}

/** Units held at one level, and the pool they were drawn from. */
export type HeldUnits = {
  readonly itemNo: number;
  readonly locationNo: number;
  readonly poolNo: number | null;
  readonly units: number;
};

/** The same items as if these units had been given back. */
export function withUnitsBack(
  items: ReadonlyMap<string, ItemStock>,
  held: readonly HeldUnits[],
): ReadonlyMap<string, ItemStock> {
  const byItem = Map.groupBy(held, ({ itemNo }) => itemNo);
  return new Map(
    [...items].map(([sku, item]) => {
      const levels = item.levels.slice();
      const mine = byItem.get(item.itemNo) ?? [];
      for (const { locationNo, units } of mine) {
        const offset = offsetOf(item, locationNo);
        if (offset !== undefined) levels[offset + 2] = (levels[offset + 2] as number) - units;
      }
      const pools = item.pools?.map((pool) => ({ ...pool, reserved: pool.reserved - unitsIn(mine, pool) }));
      return [sku, { ...item, levels, pools }];
    }),
  );
}

/** The same items once these units are reserved. */
export function withUnitsTaken(
  items: ReadonlyMap<string, ItemStock>,
  taken: readonly (Omit<HeldUnits, 'units'> & { readonly sku: string; readonly quantity: number })[],
): ReadonlyMap<string, ItemStock> {
  const touched = new Map(
    taken.flatMap(({ sku }) => {
      const item = items.get(sku);
      return item ? [[sku, item] as const] : [];
    }),
  );
  const back = taken.map(({ quantity, ...level }) => ({ ...level, units: -quantity }));
  return new Map([...items, ...withUnitsBack(touched, back)]);
}

const unitsIn = (held: readonly HeldUnits[], { locationNo, poolNo }: PoolStock) =>
  held
    .filter((units) => units.locationNo === locationNo && units.poolNo === poolNo)
    .reduce((sum, { units }) => sum + units, 0);

/** Where a location's numbers begin in `levels`; undefined where it has none. Halves: nothing is built or kept for it. */
export function offsetOf({ levels }: ItemStock, locationNo: number): number | undefined {
  let low = 0;
  let high = levels.length / levelWidth - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = levels[middle * levelWidth] as number;
    if (found === locationNo) return middle * levelWidth;
    if (found < locationNo) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Ids of levels say which level they mean; to callers they are opaque. */
export const levelId = ({ itemNo, locationNo }: Pick<Level, 'itemNo' | 'locationNo'>) =>
  `lvl_${itemNo.toString(36)}_${locationNo.toString(36)}`;

const levelIdPattern = /^lvl_([0-9a-z]{1,6})_([0-9a-z]{1,6})$/;
const largestNumber = 2 ** 31 - 1;

/** The numbers in a level's id; undefined when it is none. */
export function levelNumbers(id: string): Pick<Level, 'itemNo' | 'locationNo'> | undefined {
  const [, item, location] = levelIdPattern.exec(id) ?? [];
  if (item === undefined || location === undefined) return undefined;
  const key = { itemNo: Number.parseInt(item, 36), locationNo: Number.parseInt(location, 36) };
  return key.itemNo <= largestNumber && key.locationNo <= largestNumber ? key : undefined;
}
