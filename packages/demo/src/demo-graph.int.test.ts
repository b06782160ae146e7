import { readOperation } from '@passerelle/contracts/operations';
import { openInventory } from '@passerelle/inventory';
import type { Executor } from '@passerelle/server';
import { openStoreNetwork } from '@passerelle/store-network';
import { aCaller, ask, testGraph } from '@passerelle/testing';
import { expect, it } from 'vitest';
import { loadDemo, smallRetailer } from './index.ts';

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
