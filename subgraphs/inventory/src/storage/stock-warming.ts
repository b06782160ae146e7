import type { Connection } from '@passerelle/database';
import type { StockCache } from './stock-cache.ts';

/** Time between two looks. */
export const warmingPauseMs = 5_000;
/** Of stock read ahead, and of what one look reads anew. Some 3 600 items at 100 locations, which take a second. */
const mostBytes = 8 * 1024 * 1024;
/** Read at a time: so much that the process has a few milliseconds to do with it. */
const chunkBytes = 64 * 1024;

/**
 * Keeps stock in memory warm. Items of which nobody asked yet are read ahead once, and as long as anybody asks for any,
 * what is kept is read anew before it is too old: in the order of items, whose levels lie side by side in the pages of each
 * location. Read one by one as they are asked for, each touches as many pages as all of its neighbours together.
 */
export function warming(cache: StockCache, connection: Connection): () => Promise<void> {
  let isFilled = false;
  let asked = 0;

  const sizeOfChunk = () => {
    const { items, bytes } = cache.counts();
    return items === 0 ? 10 : Math.max(1, Math.floor((chunkBytes * items) / bytes));
  };

  async function readAhead(): Promise<void> {
    for (let last = 0; ; ) {
      const rows = await connection.sql<{ itemNo: number; sku: string }[]>`
        select item_no as "itemNo", sku from items where item_no > ${last} order by item_no limit ${sizeOfChunk()}`;
      await cache.refresh(rows.map(({ sku }) => sku));
      last = rows.at(-1)?.itemNo ?? 0;
      const { items, bytes } = cache.counts();
      isFilled ||= items > 0;
      if (rows.length === 0 || items === 0 || bytes > mostBytes) return;
    }
  }

  async function renewAging(): Promise<void> {
    const aging = [...cache.aging(mostBytes)].sort((a, b) => a.itemNo - b.itemNo);
    while (aging.length > 0) await cache.refresh(aging.splice(0, sizeOfChunk()).map(({ sku }) => sku));
  }

  return async () => {
    if (!isFilled) return readAhead();
    const { hits, misses } = cache.counts();
    if (hits + misses === asked) return;
    asked = hits + misses;
    await renewAging();
  };
}
