import type { ItemStock } from '../domain/stock.ts';
import { mostReceipts } from './stock.ts';

/** Items in memory, by SKU, the least recently used dropped first once they take more than their share of it. */
export type Shelf = {
  /** Undefined also when not all receipts after that moment are known. */
  readonly find: (sku: string, receiptsAfter: Date | undefined) => ItemStock | undefined;
  readonly put: (item: ItemStock, receiptsFrom: Date) => void;
  readonly drop: (itemNo: number) => void;
  readonly clear: () => void;
  readonly size: () => { readonly items: number; readonly bytes: number };
};

type Entry = {
  readonly item: ItemStock;
  readonly receiptsFrom: Date;
  readonly bytes: number;
  readonly putAtMs: number;
};

/** An item is kept no longer: a process that was killed between its commit and telling of it may never tell. */
const longestMs = 60_000;

/** `elapsedMs` is a clock that only runs forward, in milliseconds. */
export function createShelf(maximumBytes: number, elapsedMs: () => number): Shelf {
  const entries = new Map<string, Entry>();
  const skuOf = new Map<number, string>();
  let bytes = 0;

  function forget(sku: string): void {
    const entry = entries.get(sku);
    if (!entry) return;
    entries.delete(sku);
    skuOf.delete(entry.item.itemNo);
    bytes -= entry.bytes;
  }

  return {
    find(sku, receiptsAfter) {
      const entry = entries.get(sku);
      if (!entry || elapsedMs() - entry.putAtMs > longestMs) return undefined;
      entries.delete(sku);
      entries.set(sku, entry);
      return receiptsAfter ? itemAsOf(entry, receiptsAfter) : entry.item;
    },
    put(item, receiptsFrom) {
      forget(item.sku);
      const entry = { item, receiptsFrom, bytes: bytesOf(item), putAtMs: elapsedMs() };
      entries.set(item.sku, entry);
      skuOf.set(item.itemNo, item.sku);
      bytes += entry.bytes;
      for (const oldest of entries.keys()) {
        if (bytes <= maximumBytes) break;
        forget(oldest);
      }
    },
    drop(itemNo) {
      const sku = skuOf.get(itemNo);
      if (sku !== undefined) forget(sku);
    },
    clear() {
      entries.clear();
      skuOf.clear();
      bytes = 0;
    },
    size: () => ({ items: entries.size, bytes }),
  };
}

/** With the receipts that are to come after a moment; undefined when not all of them are known. */
function itemAsOf({ item, receiptsFrom }: Entry, after: Date): ItemStock | undefined {
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
