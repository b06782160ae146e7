import type { LevelKey } from '../domain/movement.ts';
import { type ItemStock, withLevelsOf } from '../domain/stock.ts';
import { allStock, type StockChange } from '../domain/stock-change.ts';
import type { StockReader, Wanted } from './stock.ts';
import { createShelf, type StaleItem, type WrittenLevel } from './stock-shelf.ts';

/** The stock of items, kept in this process until it is told that it changed. */
export type StockCache = StockReader & {
  /** Forgets what changed, also of what is being read just now. */
  readonly forget: (changes: readonly StockChange[]) => void;
  /**
   * Does what writes levels, and keeps those as it says it left them: they need not be read anew, unless others wrote
   * them while it was at work.
   */
  readonly write: <T>(work: () => Promise<T>, writtenBy: (done: T) => readonly WrittenLevel[]) => Promise<T>;
  /** Reads items whole that are not kept, or are kept but will soon have been for too long. */
  readonly refresh: (skus: readonly string[]) => Promise<void>;
  /** SKUs kept that are worth a `refresh`, those asked for last first; so many bytes of them at most. */
  readonly aging: (mostBytes: number) => readonly ItemStock[];
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

/** Of memory, by estimate. 100 000 SKUs at 100 locations are 220 MB: those asked for most stay. */
const standardBytes = 64 * 1024 * 1024;

export type StockCacheOptions = {
  readonly now: () => Date;
  readonly maximumBytes?: number;
  /** A clock that only runs forward; the process's own unless told. */
  readonly elapsedMs?: () => number;
};

/**
 * Keeps what `source` reads, all locations of an item; of an item of which only some levels changed, these alone are read
 * anew. Begins turned off. What is kept answers a question about some locations too: it has more than was asked for.
 */
export function keepStock(
  source: StockReader,
  { now, maximumBytes = standardBytes, elapsedMs = () => performance.now() }: StockCacheOptions,
): StockCache {
  const shelf = createShelf(maximumBytes, elapsedMs);
  /** What changed since each read, or write, that is on its way began. */
  const readings = new Set<StockChange[]>();
  let hits = 0;
  let misses = 0;
  let isOn = false;

  type Stale = ReadonlyMap<string, StaleItem | undefined>;

  function readMissing(skus: readonly string[], { receiptsAfter }: Wanted): Promise<ItemStock[]> {
    const stale = new Map(skus.map((sku) => [sku, shelf.findStale(sku, receiptsAfter)]));
    return readAndKeep(skus, stale, receiptsAfter ?? now());
  }

  async function readAndKeep(skus: readonly string[], stale: Stale, receiptsFrom: Date): Promise<ItemStock[]> {
    const absent = skus.filter((sku) => !stale.get(sku));
    const changes: StockChange[] = [];
    readings.add(changes);
    try {
      const found = await source.read(absent, { receiptsAfter: receiptsFrom, levels: levelsOf(stale.values()) });
      return [...found.values()].map((read) => {
        const old = stale.get(read.sku);
        const item = old ? withLevelsOf(old.item, read, old.locationNos) : read;
        if (isOn) shelf.put(item, old?.receiptsFrom ?? receiptsFrom, old?.readAtMs);
        forgetOf(item.itemNo, changes);
        return item;
      });
    } finally {
      readings.delete(changes);
    }
  }

  /** It may have been read as it was before them. */
  function forgetOf(itemNo: number, changes: readonly StockChange[]): void {
    for (const change of changes) {
      if (change.itemNo === null || change.itemNo === itemNo) shelf.forget({ ...change, itemNo });
    }
  }

  function forget(changes: readonly StockChange[]): void {
    for (const change of changes) {
      shelf.forget(change);
      for (const reading of readings) reading.push(change);
    }
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
      return readMissing(missing, wanted).then((found) => {
        for (const item of found) known.set(item.sku, item);
        return known;
      });
    },
    forget,
    async write(work, writtenBy) {
      const changes: StockChange[] = [];
      readings.add(changes);
      try {
        const done = await work();
        for (const level of writtenBy(done)) if (timesNamed(changes, level) === 1) shelf.renew(level);
        return done;
      } finally {
        readings.delete(changes);
      }
    },
    async refresh(skus) {
      if (isOn && skus.length > 0) await readAndKeep(skus, new Map(), now());
    },
    aging: shelf.findAging,
    turn(way) {
      isOn = way === 'ON';
      forget([allStock]);
    },
    counts: () => ({ hits, misses, ...shelf.size() }),
  };
}

/** A writer's own change counts: once means that nobody else's came between. */
const timesNamed = (changes: readonly StockChange[], { itemNo, locationNo }: LevelKey) =>
  changes.filter((change) => (change.itemNo ?? itemNo) === itemNo && (change.locationNo ?? locationNo) === locationNo)
    .length;

const levelsOf = (stale: Iterable<StaleItem | undefined>): LevelKey[] =>
  [...stale].flatMap((old) =>
    old ? [...old.locationNos].map((locationNo) => ({ itemNo: old.item.itemNo, locationNo })) : [],
  );

/** The counts as a process shows them, by name. */
export const cacheGauges = ({ hits, misses, items, bytes }: CacheCounts): Readonly<Record<string, number>> => ({
  stock_cache_hits: hits,
  stock_cache_misses: misses,
  stock_cache_items: items,
  stock_cache_bytes: bytes,
});
