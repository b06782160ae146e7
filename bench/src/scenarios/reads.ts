import { readOperation } from '@passerelle/contracts/operations';
import { pick, readRetailer } from '../retailer.ts';
import { dataOf, type PrepareScenario } from '../scenario.ts';

/** What `node:http` and the driver cost with no graph at all: everything else is compared with it. */
export const floor: PrepareScenario = async (target) => ({
  name: 'floor',
  unit: 'requests',
  clients: 16,
  once: async () => {
    const { status } = await target.ask({ method: 'GET', path: '/health/live' });
    if (status !== 200) throw new Error(`status ${status}`);
    return 1;
  },
});

/** A product list page: availability of 24 SKUs in one channel. */
export const listing: PrepareScenario = async (target) => {
  const { channelId, skus } = await readRetailer(target);
  const query = readOperation('storefront', 'ListingAvailability');
  return {
    name: 'listing',
    unit: 'requests',
    clients: 16,
    once: async (turn) => {
      const asked = pick(skus, turn, 24);
      const data = dataOf<{ availability: unknown[] }>(
        await target.ask({ query, variables: { channelId, skus: [...new Set(asked)] } }),
      );
      if (data.availability.length === 0) throw new Error('no availability');
      return 1;
    },
  };
};

/** A click & collect picker: 3 lines, the 10 nearest stores with address and hours. */
export const picker: PrepareScenario = async (target) => {
  const { channelId, skus, stores } = await readRetailer(target);
  const query = readOperation('storefront', 'StorePicker');
  return {
    name: 'picker',
    unit: 'requests',
    clients: 16,
    once: async (turn) => {
      const items = [...new Set(pick(skus, turn, 3))].map((sku) => ({ sku, quantity: 1 }));
      const near = stores[turn % stores.length]?.coordinates;
      const data = dataOf<{ pickupStores: { edges: unknown[] } }>(
        await target.ask({ query, variables: { channelId, items, near } }),
      );
      if (!Array.isArray(data.pickupStores.edges)) throw new Error('no stores');
      return 1;
    },
  };
};

/** A shopper looks at an order. */
export const orderPage: PrepareScenario = async (target) => {
  const token = target.tokenOf('operator');
  const list = await target.ask({ query: '{ orders(first: 100) { nodes { id } } }', token });
  const ids = dataOf<{ orders: { nodes: { id: string }[] } }>(list).orders.nodes.map(({ id }) => id);
  const query = readOperation('storefront', 'OrderPage');
  return {
    name: 'order-page',
    unit: 'requests',
    clients: 16,
    once: async (turn) => {
      const answer = await target.ask({ query, variables: { id: ids[turn % ids.length] }, token });
      if (!dataOf<{ order: unknown }>(answer).order) throw new Error('no order');
      return 1;
    },
  };
};
