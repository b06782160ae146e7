import { readOperation } from '@passerelle/contracts/operations';
import { openInventory, invariants as stockRules } from '@passerelle/inventory';
import { openOrders, invariants as orderRules } from '@passerelle/orders';
import { openReturns, invariants as returnRules } from '@passerelle/returns';
import type { Executor } from '@passerelle/server';
import { invariants as networkRules, openStoreNetwork } from '@passerelle/store-network';
import { aCaller, ask, testGraph } from '@passerelle/testing';
import { expect, it } from 'vitest';
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

async function openLoaded() {
  const graph = await testGraph({ 'store-network': openStoreNetwork, inventory: openInventory });
  const retailer = smallRetailer();
  await loadDemo({ adminUrl: graph.adminUrl, graph, retailer, now: graph.clock.now() });
  const inventory = graph.executors.get('inventory') as Executor;
  const listing = (channelId: string, skus: readonly string[]) =>
    ask<Availability>(
      inventory,
      readOperation('storefront', 'ListingAvailability'),
      { channelId, skus },
      aCaller('storefront'),
    );
  return { ...graph, retailer, inventory, listing };
}

it('shows a shopper the stock of warehouses and stores, and a professional that of warehouses only', async () => {
  await using demo = await openLoaded();
  const bestseller = demo.retailer.items[0]?.sku as string;
  const [web] = (await demo.listing('chn_web', [bestseller])).availability;
  const [b2b] = (await demo.listing('chn_b2b', [bestseller])).availability;
  expect(web?.stores.quantity).toBeGreaterThan(0);
  expect(web?.warehouse.quantity).toBeGreaterThan(0);
  expect(b2b).toMatchObject({ warehouse: web?.warehouse, stores: { quantity: 0, locationCount: 0 } });
});

it('offers the nearest store first for a basket of bestsellers', async () => {
  await using demo = await openLoaded();
  const items = demo.retailer.items.slice(0, 2).map(({ sku }) => ({ sku, quantity: 1 }));
  const near = { latitude: 50.637, longitude: 3.063 };
  const query = /* GraphQL */ `query Picker($items: [PickupItemInput!]!, $near: GeoPointInput!) {
    pickupStores(channelId: "chn_web", items: $items, near: $near, radiusKm: 200, first: 10) { nodes { location { id } } }
  }`;
  type Stores = { pickupStores: { nodes: { location: { id: string } }[] } };
  const { pickupStores } = await ask<Stores>(demo.inventory, query, { items, near }, aCaller('storefront'));
  expect(pickupStores.nodes[0]?.location.id).toBe('loc_0004');
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

it('places orders and takes them to every state, with every rule kept', { timeout: 180_000 }, async () => {
  await using demo = await openWhole();
  const summary = await demo.load(120);
  expect(summary?.orders).toBeGreaterThan(90);
  expect(summary?.returns).toBeGreaterThan(0);

  const states = await demo.sql`select distinct status from orders.orders`;
  expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['OPEN', 'COMPLETED', 'CANCELLED']));
  const work = await demo.sql`select distinct status from orders.fulfillment_orders`;
  expect(work.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['OFFERED', 'ACCEPTED', 'PICKING', 'SHIPPED', 'READY_FOR_PICKUP', 'COLLECTED']),
  );
  const [ages] =
    await demo.sql`select max(placed_at) - min(placed_at) > interval '20 days' as spread from orders.orders`;
  expect(ages?.spread).toBe(true);
  expect(await demo.brokenRules()).toEqual([]);
  const [ledger] = await demo.sql`
    select count(*)::int as wrong from inventory.stock_levels as level
    where on_hand <> (select sum(applied_quantity) from inventory.stock_movements as movement
      where movement.item_no = level.item_no and movement.location_no = level.location_no)`;
  expect(ledger?.wrong).toBe(0);
});

it('starts again after it broke off among the orders', { timeout: 180_000 }, async () => {
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

  const summary = await demo.load(20);
  const [placed] = await demo.sql`select count(*)::int as count, min(number) as first from orders.orders`;
  expect(placed).toEqual({ count: summary?.orders, first: 'P-100001' });
  expect(await isEmpty(demo.adminUrl)).toBe(false);
  expect(await demo.brokenRules()).toEqual([]);
});
