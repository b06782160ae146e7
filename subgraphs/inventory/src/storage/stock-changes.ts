import { type Database, type Watch, watch } from '@passerelle/database';
import { everything } from '@passerelle/events';
import type { StockCache } from './stock-cache.ts';
import { stockSignal } from './watched.ts';

/** Told by triggers on all that stock is read from, in the transaction that changed it: numbers of items, or `*`. */
const stockChanged = 'stock_changed';

/**
 * Drops from the cache what changes: by signal what this process wrote, before it answers; by NOTIFY what anybody wrote.
 * The cache is off while NOTIFY may be missed.
 */
export async function followStock(database: Database, cache: StockCache): Promise<Watch> {
  const drop = (itemNos: readonly string[]) =>
    itemNos.includes(everything) ? cache.dropAll() : cache.drop(itemNos.map(Number));
  const quiet = database.onSignal(stockSignal, drop);
  const watching = await watch(database.url, stockChanged, {
    onMessage: (told) => drop(told.split(',')),
    onHeard: () => cache.turn('ON'),
    onLost: () => cache.turn('OFF'),
  });
  return {
    async close() {
      quiet();
      await watching.close();
    },
  };
}
