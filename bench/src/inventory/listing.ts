import { randomUUID } from 'node:crypto';
import { readOperation } from '@passerelle/contracts/operations';
import { pick } from '../retailer.ts';
import { quantile } from '../statistics.ts';
import { aCaller, channelId, type OpenedInventory, open, skuCount } from './dataset.ts';
import type { Pgbench } from './pgbench.ts';

export type Rate = { readonly rate: number; readonly p99Ms: number };

const clients = 16;
const skusAtOnce = 24;
const skus = Array.from({ length: skuCount }, (_, n) => `S${n}`);
const listing = readOperation('storefront', 'ListingAvailability');
const tillEvents = readOperation('partner', 'TillEvents');
const till = aCaller('partner');

/** A number of clients ask in a closed loop for some seconds. */
export async function closedLoop(count: number, seconds: number, once: (turn: number) => Promise<unknown>) {
  const latencies: number[] = [];
  let turn = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      await once(turn++);
      latencies.push(performance.now() - asked);
      // As over HTTP, where each answer lets sockets be read.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: count }, client));
  return { rate: (latencies.length * 1000) / (performance.now() - start), p99Ms: quantile(latencies, 0.99) };
}

const askListing = (inventory: OpenedInventory, turn: number) =>
  inventory.ask(listing, { channelId, skus: [...new Set(pick(skus, turn, skusAtOnce))] });

export type ListingContest = {
  readonly cached: (seconds: number) => Promise<Rate>;
  readonly uncached: (seconds: number) => Promise<Rate>;
  /** While one till sells as fast as it is answered; also the share of SKUs answered from memory. */
  readonly cachedWhileSelling: (
    seconds: number,
  ) => Promise<Rate & { readonly hitRate: number; readonly sales: number }>;
  readonly limit: ((seconds: number) => Promise<Rate>) | undefined;
  readonly close: () => Promise<void>;
};

/** Pause between two batches of a till's sales. */
const salePauseMs = 100;
const salesAtOnce = 5;

/** The same listing from memory, from the database, and its statement by pgbench. */
export async function prepareListing(url: string, pgbench: Pgbench | undefined): Promise<ListingContest> {
  const statements: string[] = [];
  const kept = await open(url, {});
  const plain = await open(url, { stockCache: false }, (text) => statements.push(text));
  await askListing(plain, 0);
  statements.length = 0;
  await askListing(plain, 0);
  const script = scriptOf(statements);
  let isSelling = false;
  let sales = 0;
  const sell = async () => {
    while (isSelling) {
      const events = Array.from({ length: salesAtOnce }, (_, index) => ({
        eventId: randomUUID(),
        locationId: `loc_${1 + (sales % 100)}`,
        sku: skus[(sales * 7 + index * 131) % skuCount],
        delta: sales % 2 === 0 ? -1 : 1,
        reason: sales % 2 === 0 ? 'SALE' : 'RETURN',
        occurredAt: new Date().toISOString(),
      }));
      await kept.ask(tillEvents, { input: { source: 'bench', events } }, till);
      sales += salesAtOnce;
      await new Promise((resolve) => setTimeout(resolve, salePauseMs));
    }
  };
  return {
    cached: (seconds) => closedLoop(clients, seconds, (turn) => askListing(kept, turn)),
    uncached: (seconds) => closedLoop(clients, seconds, (turn) => askListing(plain, turn)),
    async cachedWhileSelling(seconds) {
      const before = kept.subgraph.gauges?.() ?? {};
      const salesBefore = sales;
      isSelling = true;
      const selling = sell();
      const rate = await closedLoop(clients, seconds, (turn) => askListing(kept, turn));
      isSelling = false;
      await selling;
      const after = kept.subgraph.gauges?.() ?? {};
      const grown = (name: string) => (after[name] ?? 0) - (before[name] ?? 0);
      const hits = grown('stock_cache_hits');
      return {
        ...rate,
        hitRate: hits / (hits + grown('stock_cache_misses')),
        sales: (sales - salesBefore) / seconds,
      };
    },
    limit: pgbench && ((seconds) => pgbench({ url: kept.subgraph.database.url, script, clients, seconds })),
    async close() {
      await kept.close();
      await plain.close();
    },
  };
}

/** The statement that was sent, with pgbench's variables where its parameters were. */
function scriptOf(statements: readonly string[]): string {
  const [text] = statements;
  const isKnown = statements.length === 1 && text?.includes('$3::text[]') && !text.includes('$4');
  if (!text || !isKnown) throw new Error(`a listing sends another statement now: ${statements.join(';')}`);
  const names = Array.from(
    { length: skusAtOnce },
    (_, place) => `'S' || ((:turn * 31 + ${place * 7}) % ${skuCount})::text`,
  );
  const sql = text
    .replace('$1', 'now()')
    .replace('$2', '20')
    .replace('$3::text[]', `array[${names.join(', ')}]`)
    .replaceAll('stock_levels', 'inventory.stock_levels')
    .replaceAll(/\b(from|join) (items|pool_stock|expected_receipts)\b/g, '$1 inventory.$2')
    .replaceAll('inventory.stock_levels.', 'stock_levels.');
  return `\\set turn random(0, 1000000)\n${sql.replaceAll(/\s+/g, ' ')};\n`;
}
