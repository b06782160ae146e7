import { readOperation } from '@passerelle/contracts/operations';
import { openInventory, invariants as stockRules } from '@passerelle/inventory';
import { openOrders, invariants as orderRules } from '@passerelle/orders';
import { openReturns, invariants as returnRules } from '@passerelle/returns';
import type { Executor } from '@passerelle/server';
import { invariants as networkRules, openStoreNetwork } from '@passerelle/store-network';
import { aCaller, ask, type TestGraph, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isEmpty, loadDemo, noProgress, type Progress, smallRetailer } from './index.ts';
import { administrator } from './load-network-and-stock.ts';

type Availability = {
  availability: {
    sku: string;
    sellableQuantity: number;
    warehouse: { quantity: number };
    stores: { quantity: number; locationCount: number };
  }[];
};

describe('a loaded retailer', () => {
  const retailer = smallRetailer();
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await testGraph({ 'store-network': openStoreNetwork, inventory: openInventory });
    await loadDemo({ adminUrl: graph.adminUrl, graph, retailer, now: graph.clock.now() });
  });
  afterAll(() => graph?.[Symbol.asyncDispose]());
  const asked = <Data>(query: string, variables: Record<string, unknown>) =>
    ask<Data>(graph.executors.get('inventory') as Executor, query, variables, aCaller('storefront'));

  it('shows a shopper the stock of warehouses and stores, and a professional that of warehouses only', async () => {
    const skus = [retailer.items[0]?.sku];
    const listing = async (channelId: string) =>
      (await asked<Availability>(readOperation('storefront', 'ListingAvailability'), { channelId, skus })).availability;
    const [[web], [b2b]] = [await listing('chn_web'), await listing('chn_b2b')];
    expect(web?.stores.quantity).toBeGreaterThan(0);
    expect(web?.warehouse.quantity).toBeGreaterThan(0);
    expect(b2b).toMatchObject({ warehouse: web?.warehouse, stores: { quantity: 0, locationCount: 0 } });
  });

  it('offers the nearest store first for a basket of bestsellers', async () => {
    const items = retailer.items.slice(0, 2).map(({ sku }) => ({ sku, quantity: 1 }));
    const near = { latitude: 50.637, longitude: 3.063 };
    const query = /* GraphQL */ `query Picker($items: [PickupItemInput!]!, $near: GeoPointInput!) {
      pickupStores(channelId: "chn_web", items: $items, near: $near, radiusKm: 200, first: 10) { nodes { location { id } } }
    }`;
    type Stores = { pickupStores: { nodes: { location: { id: string } }[] } };
    const { pickupStores } = await asked<Stores>(query, { items, near });
    expect(pickupStores.nodes[0]?.location.id).toBe('loc_0004');
  });
});

const rules = {
  store_network: networkRules,
  inventory: stockRules,
  orders: orderRules,
  returns: returnRules,
};

async function openWhole() {
  const graph = await testGraph({
    'store-network': openStoreNetwork,
    inventory: openInventory,
    orders: openOrders,
    returns: openReturns,
  });
  const { adminUrl } = graph;
  const sql = administrator(adminUrl);
  return {
    sql,
    adminUrl,
    load: (orders: number, progress: Progress = noProgress) =>
      loadDemo({ adminUrl, graph, retailer: smallRetailer(), orders, progress, now: graph.clock.now() }),
    /** Rows that break a subgraph's rule, by rule. */
    async brokenRules() {
      const broken: { name: string; rows: object[] }[] = [];
      for (const [schema, list] of Object.entries(rules)) {
        await sql`set search_path = ${sql(schema)}`;
        for (const { name, sql: text } of list) {
          const rows = await sql.unsafe(text);
          if (rows.length > 0) broken.push({ name, rows: [...rows] });
        }
      }
      return broken;
    },
    async [Symbol.asyncDispose]() {
      await sql.end();
      await graph[Symbol.asyncDispose]();
    },
  };
}

it('starts again after it broke off among the orders, and takes them to every state, with every rule kept', {
  timeout: 180_000,
}, async () => {
  await using demo = await openWhole();
  let seen = 0;
  const breaking: Progress = {
    ...noProgress,
    advance() {
      seen++;
      if (seen === 10) throw new Error('cut');
    },
  };
  await expect(demo.load(40, breaking)).rejects.toThrow('cut');
  expect(await isEmpty(demo.adminUrl)).toBe(true);

  const summary = await demo.load(90);
  expect(summary?.orders).toBeGreaterThan(70);
  expect(summary?.returns).toBeGreaterThan(0);
  expect(await isEmpty(demo.adminUrl)).toBe(false);
  const [placed] = await demo.sql`
    select count(*)::int as count, min(number) as first, max(placed_at) - min(placed_at) > interval '20 days' as spread
    from orders.orders`;
  expect(placed).toEqual({ count: summary?.orders, first: 'P-100001', spread: true });

  const states = await demo.sql`select distinct status from orders.orders`;
  expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['OPEN', 'COMPLETED', 'CANCELLED']));
  const work = await demo.sql`select distinct status from orders.fulfillment_orders`;
  expect(work.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['OFFERED', 'ACCEPTED', 'PICKING', 'SHIPPED', 'READY_FOR_PICKUP', 'COLLECTED']),
  );
  expect(await demo.brokenRules()).toEqual([]);
  const [ledger] = await demo.sql`
    select count(*)::int as wrong from inventory.stock_levels as level
    where on_hand <> (select sum(applied_quantity) from inventory.stock_movements as movement
      where movement.item_no = level.item_no and movement.location_no = level.location_no)`;
  expect(ledger?.wrong).toBe(0);
});
