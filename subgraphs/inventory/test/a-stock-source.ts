import type { ExpectedReceipt } from '../src/domain/expected-receipt.ts';
import { type ItemStock, toVector } from '../src/domain/stock.ts';
import type { StockReader } from '../src/storage/stock.ts';
import { keepStock, type StockCache } from '../src/storage/stock-cache.ts';

export const now = new Date('2026-11-22T09:30:00Z');
export const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const numbers: Record<string, number> = { A: 1, B: 2, C: 3 };

/** Units of an item: at location 7, or by the number of the location. */
type Units = number | Record<number, number>;

/**
 * Stock that answers when it is let: each read sees what was true when it began. `asked` tells SKUs, and of those of which
 * only some levels were read the numbers of these levels.
 */
export function aSource(onHand: Record<string, Units>, receipts: readonly ExpectedReceipt[] = []) {
  const asked: string[][] = [];
  let gate: Promise<void> = Promise.resolve();
  const itemOf = (sku: string, isAsked: (locationNo: number) => boolean, coming: ExpectedReceipt[]) => {
    const itemNo = numbers[sku];
    if (itemNo === undefined) return [];
    const units = typeof onHand[sku] === 'object' ? onHand[sku] : { 7: onHand[sku] ?? 0 };
    const levels = Object.entries(units)
      .map(([locationNo, units]) => ({ locationNo: Number(locationNo), onHand: units, reserved: 0, blocked: 0 }))
      .filter((level) => isAsked(level.locationNo) && level.onHand > 0);
    const received = coming.length > 0 ? { receipts: coming } : {};
    return [{ itemNo, sku, category: null, isTracked: true, levels: toVector(levels), ...received }];
  };
  const source: StockReader = {
    async read(skus, { receiptsAfter, levels = [] } = {}) {
      asked.push([...skus, ...levels.map(({ itemNo, locationNo }) => `${itemNo}@${locationNo}`)]);
      const coming = receiptsAfter ? receipts.filter(({ expectedAt }) => expectedAt > receiptsAfter) : [];
      const whole = skus.flatMap((sku) => itemOf(sku, () => true, coming));
      const parts = [...Map.groupBy(levels, ({ itemNo }) => itemNo)].flatMap(([itemNo, wanted]) => {
        const sku = Object.keys(numbers).find((known) => numbers[known] === itemNo) as string;
        return itemOf(sku, (locationNo) => wanted.some((level) => level.locationNo === locationNo), []);
      });
      const items = [...whole, ...parts].map((item): [string, ItemStock] => [item.sku, item]);
      await gate;
      return new Map(items);
    },
  };
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  return { source, asked, hold };
}

export const unitsOf = (items: ReadonlyMap<string, ItemStock>, sku: string) => items.get(sku)?.levels[1];
export const anItem = { itemNo: 1, locationNo: null };
export const aLevel = { itemNo: 1, locationNo: 7 };
export const aLocation = { itemNo: null, locationNo: 7 };

/** A cache over the source that is on. */
export function aCache(source: StockReader, options: Partial<Parameters<typeof keepStock>[1]> = {}): StockCache {
  const cache = keepStock(source, { now: () => now, ...options });
  cache.turn('ON');
  return cache;
}
