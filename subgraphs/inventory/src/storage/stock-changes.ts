import { randomUUID } from 'node:crypto';
import { type Database, watch } from '@passerelle/database';
import { allStock, changesText, changeText, readChange } from '../domain/stock-change.ts';
import type { StockCache } from './stock-cache.ts';
import { stockSignal } from './watched.ts';

/** Channel of NOTIFY: texts of changes with commas between; before a colon, the process that tells. */
const stockChanged = 'stock_changed';

/** Of the sessions of a process that tells by itself: triggers tell for all others. */
export const tellsByItself = { 'passerelle.tells': 'stock' };

/** PostgreSQL takes less than 8000 bytes in one message. */
const longestMessage = 7900;
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
  const forget = (texts: readonly string[]) => cache.forget(texts.map(readChange));
  const watching = await watch(database.url, stockChanged, {
    onMessage(message) {
      const [changes = '', teller] = message.split(':').reverse();
      if (teller !== self) forget(changes.split(','));
    },
    onHeard: () => cache.turn(isUsed ? 'ON' : 'OFF'),
    onLost: () => cache.turn('OFF'),
  });
  const tell = createTeller((changes) => watching.tell(`${self}:${changes}`), onError);
  const quiet = database.onSignal(stockSignal, (changes) => {
    forget(changes);
    return tell.these(changes);
  });
  await tell.these([changeText(allStock)]);
  return {
    async close() {
      quiet();
      await tell.stop();
      await watching.close();
    },
  };
}

/** Sends one message at a time; what is to be told meanwhile goes together with the next. A failed one is tried again. */
function createTeller(send: (changes: string) => Promise<void>, onError: (error: unknown) => void) {
  const untold = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;

  async function sendUntold(): Promise<void> {
    next = undefined;
    const changes = changesText(untold, longestMessage);
    untold.clear();
    await send(changes).catch((error) => {
      onError(error);
      retry = setTimeout(() => void these(changes.split(',')), retryMs);
    });
  }

  function these(changes: readonly string[]): Promise<void> {
    for (const change of changes) untold.add(change);
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
