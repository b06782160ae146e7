import { createClient } from '@passerelle/client';
import { listingAvailability, watchAvailability } from '@passerelle/client/storefront';
import { readOperation } from '@passerelle/contracts/operations';
import { createClient as createSseClient } from 'graphql-sse';
import { expect, it } from 'vitest';
import type { Asker, Deployment } from '../deployment.ts';
import { checkOut, shopper } from './order-steps.ts';
import { bestStocked } from './shopping.ts';

const patient = { timeout: 20_000 };
type Heard<T> = { data?: T; errors?: unknown };

/** Listens as a client's device would; what it has heard so far. */
async function watch<T>(
  deployment: Deployment,
  client: 'storefront' | 'store-app',
  name: string,
  variables: Record<string, unknown>,
  asker?: Asker,
) {
  const heard: Heard<T>[] = [];
  const connection = createSseClient({
    url: `${deployment.url}/graphql/${client}/stream`,
    headers: asker ? { authorization: `Bearer ${await deployment.tokenOf(asker)}` } : {},
    retryAttempts: 0,
  });
  const stop = connection.subscribe<T>(
    { query: readOperation(client, name), variables },
    {
      next: (value) => heard.push(value as Heard<T>),
      error: (error) => heard.push({ errors: error }),
      complete: () => {},
    },
  );
  await expect.poll(() => heard.length, patient).toBe(1);
  return { heard, stop, last: () => heard.at(-1)?.data };
}

type Order = { orderChanged: { id: string; status: string; version: number } | null };
type Availability = { availabilityChanged: { sku: string; sellableQuantity: number }[] };
type Queue = {
  fulfillmentQueueChanged: {
    id: string;
    fulfillmentOrders: { nodes: { id: string; version: number; status: string }[] };
  };
};

/** Answers that come by themselves when somebody else changed something. */
export function liveOperations(deployment: () => Deployment): void {
  it('are sent by the typed client, by hash or by text, and watched by it', async () => {
    const { sku } = await bestStocked(deployment());
    const url = `${deployment().url}/graphql/storefront`;
    const client = createClient({ url, token: () => deployment().tokenOf({ role: 'storefront' }) });
    const skus = { channelId: 'chn_web', skus: [sku] };
    const { data, errors } = await client.ask(listingAvailability, skus);
    expect(errors).toEqual([]);
    const units: number = data.availability?.[0]?.sellableQuantity ?? 0;
    for await (const answer of client.watch(watchAvailability, skus)) {
      expect(answer.data.availabilityChanged?.[0]?.sellableQuantity).toBe(units);
      break;
    }
  });

  it('WatchAvailability, WatchQueue and WatchOrder hear of an order, its work, and what is left to sell', async () => {
    const { sku } = await bestStocked(deployment());
    const skus = { channelId: 'chn_web', skus: [sku] };
    const shelf = await watch<Availability>(deployment(), 'storefront', 'WatchAvailability', skus);
    const before = shelf.last()?.availabilityChanged[0]?.sellableQuantity ?? 0;
    expect(before).toBeGreaterThan(0);

    const id = await checkOut(deployment(), `live-${crypto.randomUUID()}`);
    await expect.poll(() => shelf.last()?.availabilityChanged[0]?.sellableQuantity, patient).toBe(before - 1);

    const order = await watch<Order>(deployment(), 'storefront', 'WatchOrder', { id }, shopper);
    expect(order.last()?.orderChanged).toMatchObject({ id, status: 'OPEN' });
    const stranger: Asker = { role: 'shopper', customerId: 'cus_2' };
    const other = await watch<Order>(deployment(), 'storefront', 'WatchOrder', { id }, stranger);
    expect(other.last()).toEqual({ orderChanged: null });

    const operator: Asker = { role: 'operator' };
    const find = '{ orders(first: 1) { nodes { fulfillmentOrders { id version location { id } } } } }';
    const { data } = await deployment().post<{
      orders: { nodes: { fulfillmentOrders: { id: string; version: number; location: { id: string } }[] }[] };
    }>('/graphql', find, {}, operator);
    const [work] = data.orders.nodes[0]?.fulfillmentOrders ?? [];
    const staff: Asker = { role: 'store-staff', locationIds: [work?.location.id ?? ''] };
    const queue = await watch<Queue>(deployment(), 'store-app', 'WatchQueue', { locationId: work?.location.id }, staff);
    const mine = () =>
      queue.last()?.fulfillmentQueueChanged.fulfillmentOrders.nodes.find((node) => node.id === work?.id);
    expect(mine()?.version).toBe(work?.version);

    const input = { id: work?.id, expectedVersion: work?.version };
    await deployment().send('store-app', 'Accept', { input }, staff);
    await expect.poll(() => mine()?.status, patient).toBe('ACCEPTED');
    await expect.poll(() => order.heard.length, patient).toBeGreaterThan(1);
    expect(other.heard).toHaveLength(1);
    for (const { stop } of [shelf, order, other, queue]) stop();
  });
}
