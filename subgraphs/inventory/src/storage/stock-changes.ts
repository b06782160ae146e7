import { randomUUID } from 'node:crypto';
import { type Database, watch } from '@passerelle/database';
import { everything } from '@passerelle/events';
import type { StockCache } from './stock-cache.ts';
import { stockSignal } from './watched.ts';

/** Channel of NOTIFY: numbers of items, or `*`; before a colon, the process that tells. */
const stockChanged = 'stock_changed';

/** Of the sessions of a process that tells by itself: triggers tell for all others. */
export const tellsByItself = { 'passerelle.tells': 'stock' };

/** PostgreSQL takes less than 8000 bytes in one message. */
const itemsInMessage = 700;
/** Pause before telling is tried again. */
const retryMs = 200;

/**
 * Drops from the cache what changes, and tells other processes what this one changed: after each commit and outside of
 * it, and before its caller is answered, so that who knows of a change is answered with it everywhere. Begins with `*`,
 * for what a killed process had not told yet. The cache is off while something may be missed.
 */
export async function followStock(
  database: Database,
  cache: StockCache,
  { isUsed, onError }: { readonly isUsed: boolean; readonly onError: (error: unknown) => void },
): Promise<{ close: () => Promise<void> }> {
  const self = randomUUID();
  const drop = (itemNos: readonly string[]) =>
    itemNos.includes(everything) ? cache.dropAll() : cache.drop(itemNos.map(Number));
  const watching = await watch(database.url, stockChanged, {
    onMessage(message) {
      const [items = '', teller] = message.split(':').reverse();
      if (teller !== self) drop(items.split(','));
    },
    onHeard: () => cache.turn(isUsed ? 'ON' : 'OFF'),
    onLost: () => cache.turn('OFF'),
  });
  const tell = createTeller((items) => watching.tell(`${self}:${items.join(',')}`), onError);
  const quiet = database.onSignal(stockSignal, (itemNos) => {
    drop(itemNos);
    return tell.these(itemNos);
  });
  await tell.these([everything]);
  return {
    async close() {
      quiet();
      await tell.stop();
      await watching.close();
    },
  };
}

/** Sends one message at a time; what is to be told meanwhile goes together with the next. A failed one is tried again. */
function createTeller(send: (items: readonly string[]) => Promise<void>, onError: (error: unknown) => void) {
  const untold = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;

  async function sendUntold(): Promise<void> {
    next = undefined;
    const items = untold.has(everything) || untold.size > itemsInMessage ? [everything] : [...untold];
    untold.clear();
    await send(items).catch((error) => {
      onError(error);
      retry = setTimeout(() => void these(items), retryMs);
    });
  }

  function these(items: readonly string[]): Promise<void> {
    for (const item of items) untold.add(item);
    if (untold.size === 0) return last;
    if (!next) {
      next = last.then(sendUntold);
      last = next;
    }
    return next;
  }

  return {
    these,
    async stop() {
      await last;
      clearTimeout(retry);
    },
  };
}
