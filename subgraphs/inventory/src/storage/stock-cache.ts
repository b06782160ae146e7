import type { ItemStock } from '../domain/stock.ts';
import type { StockReader, Wanted } from './stock.ts';
import { createShelf } from './stock-shelf.ts';

/** The stock of items, kept in this process until it is told that it changed. */
export type StockCache = StockReader & {
  /** Forgets items, also those that are being read just now. */
  readonly drop: (itemNos: readonly number[]) => void;
  readonly dropAll: () => void;
  /** Nothing is kept and nothing kept is used while it is off: nobody would tell what changed. */
  readonly turn: (way: 'ON' | 'OFF') => void;
  /** SKUs answered from memory and from the database so far, and what is kept now. */
  readonly counts: () => CacheCounts;
};

export type CacheCounts = {
  readonly hits: number;
  readonly misses: number;
  readonly items: number;
  readonly bytes: number;
};

/** A read on its way, and what changed since it began: that must not be kept. */
type Reading = { readonly dropped: Set<number>; isAllDropped: boolean };

/** Of memory, by estimate. 100 000 SKUs at 100 locations are 220 MB: those asked for most stay. */
const standardBytes = 64 * 1024 * 1024;

export type StockCacheOptions = {
  readonly now: () => Date;
  readonly maximumBytes?: number;
  /** A clock that only runs forward; the process's own unless told. */
  readonly elapsedMs?: () => number;
};

/**
 * Keeps what `source` reads, all locations of an item. Begins turned off. What is kept answers a question about some
 * locations too: it has more than was asked for.
 */
export function keepStock(
  source: StockReader,
  { now, maximumBytes = standardBytes, elapsedMs = () => performance.now() }: StockCacheOptions,
): StockCache {
  const shelf = createShelf(maximumBytes, elapsedMs);
  const readings = new Set<Reading>();
  let hits = 0;
  let misses = 0;
  let isOn = false;

  async function readAndKeep(skus: readonly string[], { receiptsAfter = now() }: Wanted) {
    const reading: Reading = { dropped: new Set(), isAllDropped: false };
    readings.add(reading);
    try {
      const found = await source.read(skus, { receiptsAfter });
      for (const item of found.values()) {
        if (isOn && !reading.isAllDropped && !reading.dropped.has(item.itemNo)) shelf.put(item, receiptsAfter);
      }
      return found;
    } finally {
      readings.delete(reading);
    }
  }

  function dropAll(): void {
    shelf.clear();
    for (const reading of readings) reading.isAllDropped = true;
  }

  return {
    read(skus, wanted = {}) {
      if (!isOn) return source.read(skus, wanted);
      const known = new Map<string, ItemStock>();
      const missing: string[] = [];
      for (const sku of skus) {
        const item = shelf.find(sku, wanted.receiptsAfter);
        if (item) known.set(sku, item);
        else missing.push(sku);
      }
      hits += skus.length - missing.length;
      misses += missing.length;
      if (missing.length === 0) return known;
      return readAndKeep(missing, wanted).then((found) => new Map([...known, ...found]));
    },
    drop(itemNos) {
      for (const itemNo of itemNos) {
        shelf.drop(itemNo);
        for (const reading of readings) reading.dropped.add(itemNo);
      }
    },
    dropAll,
    turn(way) {
      isOn = way === 'ON';
      dropAll();
    },
    counts: () => ({ hits, misses, ...shelf.size() }),
  };
}

/** The counts as a process shows them, by name. */
export const cacheGauges = ({ hits, misses, items, bytes }: CacheCounts): Readonly<Record<string, number>> => ({
  stock_cache_hits: hits,
  stock_cache_misses: misses,
  stock_cache_items: items,
  stock_cache_bytes: bytes,
});
