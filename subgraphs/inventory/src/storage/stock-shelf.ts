import type { LevelKey } from '../domain/movement.ts';
import { type ItemStock, type LevelUnits, toVector, withLevelsOf } from '../domain/stock.ts';
import type { StockChange } from '../domain/stock-change.ts';
import { mostReceipts } from './stock.ts';

/** Items in memory, by SKU, the least recently used dropped first once they take more than their share of it. */
export type Shelf = {
  /** Undefined also when some of its levels changed, or when not all receipts after that moment are known. */
  readonly find: (sku: string, receiptsAfter: Date | undefined) => ItemStock | undefined;
  /** An item of which only some levels changed. */
  readonly findStale: (sku: string, receiptsAfter: Date | undefined) => StaleItem | undefined;
  /** `readAtMs` by `elapsedMs`; now unless told. */
  readonly put: (item: ItemStock, receiptsFrom: Date, readAtMs?: number) => void;
  readonly forget: (change: StockChange) => void;
  /** Items that will soon have been kept for too long, those asked for last first; so many bytes of them at most. */
  readonly findAging: (mostBytes: number) => readonly ItemStock[];
  /** Takes a level that changed as it is now; one with units set apart has to be read, which tells for whom. */
  readonly renew: (level: WrittenLevel) => void;
  readonly size: () => { readonly items: number; readonly bytes: number };
};

/** A level as who wrote it left it, with the units there that are set apart for channels and held for nobody. */
export type WrittenLevel = LevelKey & LevelUnits & { readonly setAside: number };

type Entry = {
  item: ItemStock;
  readonly receiptsFrom: Date;
  readonly bytes: number;
  readonly readAtMs: number;
  /** Numbers of the locations whose levels changed since; null when none did. */
  stale: Set<number> | null;
};

/** An item as it was read, with the numbers of the locations where it is not so any more. */
export type StaleItem = Pick<Entry, 'item' | 'receiptsFrom' | 'readAtMs'> & {
  readonly locationNos: ReadonlySet<number>;
};

/** An item is kept no longer: a process that was killed between its commit and telling of it may never tell. */
const longestMs = 60_000;
/** From then on it is time to read it anew. */
const agingMs = 30_000;

/** `elapsedMs` is a clock that only runs forward, in milliseconds. */
export function createShelf(maximumBytes: number, elapsedMs: () => number): Shelf {
  const entries = new Map<string, Entry>();
  const skuOf = new Map<number, string>();
  let bytes = 0;

  function remove({ item, bytes: size }: Entry): void {
    entries.delete(item.sku);
    skuOf.delete(item.itemNo);
    bytes -= size;
  }

  function forgetLevel(entry: Entry, locationNo: number): void {
    // Which units a pool has, and how many wait for a receipt, depends on levels.
    if (entry.item.pools || entry.item.receipts) {
      remove(entry);
      return;
    }
    entry.stale ??= new Set();
    entry.stale.add(locationNo);
  }

  function youngEntry(sku: string): Entry | undefined {
    const entry = entries.get(sku);
    return entry && elapsedMs() - entry.readAtMs <= longestMs ? entry : undefined;
  }

  function entriesOf(itemNo: number): readonly Entry[] {
    const sku = skuOf.get(itemNo);
    const entry = sku === undefined ? undefined : entries.get(sku);
    return entry ? [entry] : [];
  }

  return {
    find(sku, receiptsAfter) {
      const entry = youngEntry(sku);
      if (!entry) return undefined;
      entries.delete(sku);
      entries.set(sku, entry);
      return entry.stale ? undefined : itemAsOf(entry, receiptsAfter);
    },
    findStale(sku, receiptsAfter) {
      const entry = youngEntry(sku);
      if (!entry?.stale || !itemAsOf(entry, receiptsAfter)) return undefined;
      return { ...entry, locationNos: new Set(entry.stale) };
    },
    put(item, receiptsFrom, readAtMs = elapsedMs()) {
      // In its place in the order, if it has one: that somebody asks for it is told by `find`.
      bytes -= entries.get(item.sku)?.bytes ?? 0;
      const entry = { item, receiptsFrom, bytes: bytesOf(item), readAtMs, stale: null };
      entries.set(item.sku, entry);
      skuOf.set(item.itemNo, item.sku);
      bytes += entry.bytes;
      for (const oldest of entries.values()) {
        if (bytes <= maximumBytes) break;
        remove(oldest);
      }
    },
    forget({ itemNo, locationNo }) {
      for (const entry of itemNo === null ? entries.values() : entriesOf(itemNo)) {
        if (locationNo === null) remove(entry);
        else forgetLevel(entry, locationNo);
      }
    },
    findAging(mostBytes) {
      const aging: ItemStock[] = [];
      let found = 0;
      for (const { item, bytes: size, readAtMs } of [...entries.values()].reverse()) {
        if (elapsedMs() - readAtMs < agingMs) continue;
        found += size;
        if (found > mostBytes) break;
        aging.push(item);
      }
      return aging;
    },
    renew(level) {
      for (const entry of entriesOf(level.itemNo)) {
        if (level.setAside > 0 || !entry.stale?.delete(level.locationNo)) continue;
        const part = { ...entry.item, levels: toVector(level.onHand > 0 ? [level] : []) };
        entry.item = withLevelsOf(entry.item, part, new Set([level.locationNo]));
        if (entry.stale.size === 0) entry.stale = null;
      }
    },
    size: () => ({ items: entries.size, bytes }),
  };
}

/** With the receipts that are to come after a moment; undefined when not all of them are known. */
function itemAsOf({ item, receiptsFrom }: Entry, after: Date | undefined): ItemStock | undefined {
  if (!after) return item;
  if (after < receiptsFrom) return undefined;
  const { receipts } = item;
  const [soonest] = receipts ?? [];
  if (!receipts || !soonest || soonest.expectedAt > after) return item;
  if (receipts.length >= mostReceipts) return undefined;
  const left = receipts.filter(({ expectedAt }) => expectedAt > after);
  return { ...item, receipts: left.length > 0 ? left : undefined };
}

/** Of the objects around the numbers: near enough to bound memory. */
const itemBytes = 600;
const partBytes = 150;

const bytesOf = ({ levels, pools, receipts }: ItemStock) =>
  itemBytes + levels.byteLength + partBytes * ((pools?.length ?? 0) + (receipts?.length ?? 0));
