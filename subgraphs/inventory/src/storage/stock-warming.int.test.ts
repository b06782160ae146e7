import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aNetwork, aStore, type NetworkGraph } from '../../test/a-network.ts';
import { stockReader } from './stock.ts';
import { keepStock, type StockCache } from './stock-cache.ts';
import { warming } from './stock-warming.ts';

const skus = Array.from({ length: 25 }, (_, index) => `SKU-${index}`);

let network: NetworkGraph;
let cache: StockCache;
let elapsedMs: number;
let look: () => Promise<void>;

beforeAll(async () => {
  const stock = Object.fromEntries(skus.map((sku, index) => [sku, { loc_a: index + 1, loc_b: 5 }]));
  network = await aNetwork([aStore('loc_a'), aStore('loc_b')], stock);
});
afterAll(() => network.close());

beforeEach(() => {
  elapsedMs = 0;
  cache = keepStock(stockReader(network.database), { now: network.clock.now, elapsedMs: () => elapsedMs });
  cache.turn('ON');
  look = warming(cache, network.database);
});

/** Reads all there is; answers how many statements that took. */
async function readAll(): Promise<number> {
  network.statements.length = 0;
  const items = await cache.read(skus);
  expect([...items.values()].map(({ levels }) => levels[1])).toEqual(skus.map((_, index) => index + 1));
  return network.statements.length;
}

it('reads ahead what nobody asked for yet, a part at a time', async () => {
  await look();
  expect(network.statements.length).toBeGreaterThan(4);
  expect(cache.counts()).toMatchObject({ items: 25, hits: 0, misses: 0 });
  expect(await readAll()).toBe(0);
});

it('reads anew what will soon be too old, so that it is never read by who asks', async () => {
  await look();
  for (elapsedMs of [31_000, 62_000, 93_000]) {
    await readAll();
    await look();
  }
  expect(await readAll()).toBe(0);
});

it('reads nothing while nobody asks', async () => {
  await look();
  elapsedMs = 31_000;
  network.statements.length = 0;
  await look();
  expect(network.statements).toEqual([]);
});

it('leaves alone what was read a moment ago', async () => {
  await look();
  elapsedMs = 29_000;
  await readAll();
  await look();
  expect(network.statements).toEqual([]);
});

it('reads nothing anew of a cache that is off', async () => {
  await look();
  cache.turn('OFF');
  elapsedMs = 31_000;
  await cache.read(skus);
  network.statements.length = 0;
  await look();
  expect(network.statements).toEqual([]);
});
