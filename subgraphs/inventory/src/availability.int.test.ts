import { readOperation } from '@passerelle/contracts/operations';
import { anonymous } from '@passerelle/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aService, aStore, type NetworkGraph } from '../test/a-network.ts';
import { aVariedNetwork, later } from '../test/a-varied-network.ts';

const listing = readOperation('storefront', 'ListingAvailability');

type Shown = {
  sku: string;
  status: string;
  sellableQuantity: number;
  isCapped: boolean;
  warehouse: { quantity: number };
  stores: { quantity: number; locationCount: number };
  pickup: { isAvailable: boolean; storeCount: number };
  nextReceipt: null;
  asOf: string;
};

let graph: NetworkGraph;

const ask = (skus: string[], channelId = 'chn_web') =>
  graph.ask<{ availability: Shown[] }>(listing, { channelId, skus }, anonymous).then((data) => data.availability);
const one = async (sku: string, channelId?: string) => (await ask([sku], channelId))[0] as Shown;

beforeAll(async () => {
  graph = await aVariedNetwork();
});
afterAll(() => graph[Symbol.asyncDispose]());

describe('availability', () => {
  it('adds up warehouses and stores that may ship now, and counts stores that may hand over', async () => {
    expect(await one('SHIRT')).toEqual({
      sku: 'SHIRT',
      status: 'IN_STOCK',
      sellableQuantity: 28,
      isCapped: false,
      warehouse: { quantity: 25 },
      stores: { quantity: 3, locationCount: 1 },
      pickup: { isAvailable: true, storeCount: 3 },
      nextReceipt: null,
      asOf: '2026-11-22T03:00:00.000Z',
    });
  });

  it('shows a B2B channel no store at all', async () => {
    expect(await one('SHIRT', 'chn_b2b')).toMatchObject({
      sellableQuantity: 20,
      stores: { quantity: 0, locationCount: 0 },
      pickup: { isAvailable: false, storeCount: 0 },
    });
  });

  it.each([
    ['FEW', 'LOW_STOCK', 3, false],
    ['NONE', 'OUT_OF_STOCK', 0, false],
    ['MANY', 'IN_STOCK', 999, true],
    ['GIFT-WRAP', 'IN_STOCK', 999, true],
    ['UNHEARD', 'UNKNOWN_SKU', 0, false],
  ])('of %s is %s', async (sku, status, sellableQuantity, isCapped) => {
    expect(await one(sku)).toMatchObject({ status, sellableQuantity, isCapped });
  });

  it('answers in the order asked, with one statement for what is not in memory', async () => {
    graph.statements.length = 0;
    const shown = await ask(['NONE', 'UNHEARD', 'SHIRT', 'FEW']);
    expect(shown.map(({ sku }) => sku)).toEqual(['NONE', 'UNHEARD', 'SHIRT', 'FEW']);
    expect(graph.statements).toHaveLength(1);
  });

  it('batches the availability of many items into one statement', async () => {
    const items = `query I($of: [_Any!]!) { _entities(representations: $of) {
      ... on InventoryItem { sku availability(channelId: "chn_web") { sellableQuantity } } } }`;
    const of = ['SHIRT', 'FEW', 'MANY'].map((sku) => ({ __typename: 'InventoryItem', sku }));
    graph.statements.length = 0;
    const data = await graph.ask<{ _entities: { sku: string; availability: { sellableQuantity: number } }[] }>(items, {
      of,
    });
    expect(data._entities.map(({ availability }) => availability.sellableQuantity)).toEqual([28, 3, 999]);
    expect(graph.statements.length).toBeLessThanOrEqual(2);
  });

  it.each([
    ['no SKU', []],
    ['a SKU twice', ['FEW', 'FEW']],
    ['101 SKUs', Array.from({ length: 101 }, (_, index) => `S${index}`)],
  ])('of %s is bad input', async (_title, skus) => {
    await expect(ask(skus)).rejects.toThrow(/skus[\s\S]*BAD_USER_INPUT/);
  });

  it('follows pauses, closures and staleness as time passes, without being told', async () => {
    const hourLater = await aNetwork(
      [aStore('loc_a', { services: [{ ...aService('SHIP_FROM_STORE'), pausedUntil: later }] })],
      {
        SHIRT: { loc_a: 2 },
      },
    );
    await using other = hourLater;
    const sellable = async () => {
      const data = await other.ask<{ availability: Shown[] }>(listing, { channelId: 'chn_web', skus: ['SHIRT'] });
      return data.availability[0]?.sellableQuantity;
    };
    expect(await sellable()).toBe(0);
    other.clock.set(new Date(later.getTime() + 1000));
    expect(await sellable()).toBe(2);
    await other.database.sql`
      insert into stock_feeds (location_no, freshness_limit_minutes, last_event_at)
      select location_no, 60, ${later} from locations`;
    other.clock.advance({ minutes: 59 });
    expect(await sellable()).toBe(2);
    other.clock.advance({ minutes: 2 });
    expect(await sellable()).toBe(0);
    await other.tell(aStore('loc_a', { status: 'INACTIVE' }));
    await other.database.sql`update stock_feeds set last_event_at = ${other.clock.now()}`;
    other.clock.advance({ minutes: 1 });
    expect(await sellable()).toBe(0);
  });
});

describe('protection', () => {
  const addRule = (id: string, rule: Record<string, unknown>) =>
    graph.database
      .sql`insert into protection_rules ${graph.database.sql({ id, valid_from: graph.clock.now(), ...rule })}`;
  const told = async (expected: number) => {
    await graph.database.sql`notify protection_changed`;
    await expect.poll(async () => (await one('SHIRT')).sellableQuantity).toBe(expected);
  };

  it('takes the strongest rule for each SKU and location', async () => {
    await addRule('prt_all', { percent: 10 });
    await told(18 + 4 + 2);
    await addRule('prt_sku', { skus: ['SHIRT'], quantity: 5 });
    await told(15);
    await addRule('prt_wins', { priority: 9, quantity: 0, channel_ids: ['chn_web'] });
    await told(28);
    await addRule('prt_other', { priority: 99, quantity: 50, channel_ids: ['chn_b2b'] });
    await told(28);
    await graph.database.sql`delete from protection_rules`;
    await told(28);
  });
});
