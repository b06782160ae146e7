import { readOperation } from '@passerelle/contracts/operations';
import { anonymous } from '@passerelle/server';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aService, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

const listing = readOperation('storefront', 'ListingAvailability');
const later = new Date('2026-11-22T12:00:00Z');

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
  graph = await aNetwork(
    [
      aWarehouse('loc_w'),
      aWarehouse('loc_3pl', { type: 'THIRD_PARTY_LOGISTICS', channelIds: ['chn_web'] }),
      aStore('loc_a'),
      aStore('loc_b', { services: [aService('CLICK_AND_COLLECT')] }),
      aStore('loc_paused', {
        services: [aService('SHIP_FROM_STORE'), aService('CLICK_AND_COLLECT')].map((service) => ({
          ...service,
          pausedUntil: later,
        })),
      }),
      aStore('loc_closed', { closures: [{ from: '2026-11-22', to: '2026-11-22', specialHours: [] }] }),
      aStore('loc_full', { exhaustedServices: ['SHIP_FROM_STORE'], occurredAt: new Date('2026-11-22T08:00:00Z') }),
      aStore('loc_inactive', { status: 'INACTIVE' }),
      aStore('loc_stale'),
      aStore('loc_point', { type: 'COLLECTION_POINT' }),
    ],
    {
      SHIRT: {
        loc_w: 20,
        loc_3pl: 5,
        loc_a: { onHand: 4, blocked: 1 },
        loc_b: 7,
        loc_paused: 100,
        loc_closed: 100,
        loc_full: 2,
        loc_inactive: 100,
        loc_stale: 100,
        loc_point: 100,
      },
      FEW: { loc_a: 3 },
      NONE: {},
      MANY: { loc_w: 2000 },
    },
  );
  await graph.database.sql`
    insert into stock_feeds (location_no, freshness_limit_minutes, last_event_at)
    select location_no, 60, ${new Date('2026-11-22T08:00:00Z')} from locations where id = 'loc_stale'`;
  await graph.database.sql`
    insert into stock_feeds (location_no, freshness_limit_minutes, last_snapshot_at)
    select location_no, 1440, ${new Date('2026-11-22T03:00:00Z')} from locations where id = 'loc_a'`;
  await graph.database.sql`insert into items (sku, is_tracked) values ('GIFT-WRAP', false)`;
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

describe('levels', () => {
  const text = `query L($filter: InventoryLevelFilter!, $first: Int, $after: String, $last: Int, $before: String) {
    inventoryLevels(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes { id item { sku } location { id code name } quantities { onHand reserved blocked protected available }
        freshness { isStale } version }
      pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;
  type Page = {
    inventoryLevels: {
      nodes: { id: string; item: { sku: string }; location: { id: string }; quantities: unknown }[];
      pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
    };
  };
  const places = async (variables: Record<string, unknown>, caller = aCaller('operator')) =>
    (await graph.ask<Page>(text, variables, caller)).inventoryLevels;

  it('are read page by page, in two statements at most', async () => {
    const filter = { skus: ['SHIRT'], onlyWithStock: true };
    const first = await places({ filter, first: 4 });
    graph.statements.length = 0;
    const second = await places({ filter, first: 20, after: first.pageInfo.endCursor });
    expect(graph.statements).toHaveLength(1);
    expect([...first.nodes, ...second.nodes].map(({ location }) => location.id)).toEqual([
      'loc_w',
      'loc_3pl',
      'loc_a',
      'loc_b',
      'loc_paused',
      'loc_closed',
      'loc_full',
      'loc_inactive',
      'loc_stale',
      'loc_point',
    ]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const back = await places({ filter, last: 2, before: second.pageInfo.startCursor });
    expect(back.nodes.map(({ location }) => location.id)).toEqual(['loc_a', 'loc_b']);
    expect(back.nodes[0]?.quantities).toEqual({ onHand: 4, reserved: 0, blocked: 1, protected: 0, available: 3 });
  });

  it('can be narrowed to a location, to stale ones, and to what the caller is bound to', async () => {
    const skusOf = (page: Page['inventoryLevels']) => page.nodes.map(({ item }) => item.sku);
    expect(skusOf(await places({ filter: { locationIds: ['loc_a'] } }))).toEqual(['SHIRT', 'FEW']);
    const stale = await places({ filter: { skus: ['SHIRT'], onlyStale: true } });
    expect(stale.nodes.map(({ location }) => location.id)).toEqual(['loc_stale']);
    const bound = await places({ filter: { skus: ['SHIRT'] } }, aCaller('store-staff', { locationIds: ['loc_b'] }));
    expect(bound.nodes.map(({ location }) => location.id)).toEqual(['loc_b']);
    const [level] = bound.nodes;
    const byId = `query B($of: [_Any!]!) { _entities(representations: $of) { ... on InventoryLevel { id } } }`;
    const of = [
      { __typename: 'InventoryLevel', id: level?.id },
      { __typename: 'InventoryLevel', id: 'lvl_no' },
    ];
    expect(await graph.ask(byId, { of })).toEqual({ _entities: [{ id: level?.id }, null] });
    const foreign = aCaller('store-staff', { locationIds: ['loc_a'] });
    expect(await graph.ask(byId, { of }, foreign)).toEqual({ _entities: [null, null] });
  });

  it('need a SKU or a location, and pages of a size', async () => {
    await expect(places({ filter: {} })).rejects.toThrow(/skus[\s\S]*BAD_USER_INPUT/);
    await expect(places({ filter: { skus: ['SHIRT'] }, first: 251 })).rejects.toThrow(/250[\s\S]*BAD_USER_INPUT/);
    await expect(places({ filter: { skus: ['SHIRT'] }, after: 'no' })).rejects.toThrow(/cursor[\s\S]*BAD_USER_INPUT/);
  });

  it('belong to items and locations too', async () => {
    const data = await graph.ask(
      `query B($of: [_Any!]!) { inventoryItem(sku: "FEW") { isTracked levels { nodes { quantities { onHand } } } }
        missing: inventoryItem(sku: "UNHEARD") { sku }
        _entities(representations: $of) { ... on Location { stockFreshness { mode isStale lastSnapshotAt }
          inventoryLevels(filter: { skus: ["FEW"] }) { nodes { item { sku } } } } } }`,
      {
        of: [
          { __typename: 'Location', id: 'loc_a' },
          { __typename: 'Location', id: 'loc_no' },
        ],
      },
    );
    expect(data).toEqual({
      inventoryItem: { isTracked: true, levels: { nodes: [{ quantities: { onHand: 3 } }] } },
      missing: null,
      _entities: [
        {
          stockFreshness: { mode: 'SNAPSHOT_AND_EVENTS', isStale: false, lastSnapshotAt: '2026-11-22T03:00:00.000Z' },
          inventoryLevels: { nodes: [{ item: { sku: 'FEW' } }] },
        },
        { stockFreshness: null, inventoryLevels: { nodes: [] } },
      ],
    });
  });
});
