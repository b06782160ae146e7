import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Asker, type Deployment, deploy } from '../test/deployment.ts';
import { checkInvariants } from './invariants.ts';

const operator: Asker = { role: 'operator' };
const storefront: Asker = { role: 'storefront' };
const channelId = 'chn_web';
/** Six buyers for each unit. */
const buyers = 300;
const units = buyers / 6;
const locations = 5;
/** A busy machine may take this long for all of them. */
const patienceMs = 180_000;

let deployment: Deployment;
beforeAll(async () => {
  deployment = await deploy('one process');
});
afterAll(() => deployment?.[Symbol.asyncDispose]());

async function asked<Data>(query: string, variables: object): Promise<Data> {
  const { data, errors } = await deployment.post<Data>('/graphql', query, variables, operator);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function sellable(sku: string): Promise<number> {
  const query = `query ($channelId: ID!, $skus: [String!]!) {
    availability(channelId: $channelId, skus: $skus) { sellableQuantity } }`;
  const data = await asked<{ availability: { sellableQuantity: number }[] }>(query, { channelId, skus: [sku] });
  return data.availability[0]?.sellableQuantity ?? 0;
}

let counts = 0;
async function count(sku: string, locationId: string, countedQuantity: number): Promise<void> {
  const input = {
    idempotencyKey: `count-${sku}-${++counts}`,
    locationId,
    sku,
    countedQuantity,
    countedAt: new Date().toISOString(),
  };
  const query = `mutation ($input: RecordStockCountInput!) {
    recordStockCount(input: $input) { userErrors { ... on UserError { code message } } } }`;
  const data = await asked<{ recordStockCount: { userErrors: unknown[] } }>(query, { input });
  expect(data.recordStockCount.userErrors).toEqual([]);
}

/** Counts stock so that exactly `units` can be sold, spread over `locations` places. */
async function spread(sku: string): Promise<void> {
  const query =
    'query ($sku: String!) { inventoryItem(sku: $sku) { levels(first: 100) { nodes { location { id } } } } }';
  const { inventoryItem } = await asked<{ inventoryItem: { levels: { nodes: { location: { id: string } }[] } } }>(
    query,
    { sku },
  );
  const places = inventoryItem.levels.nodes.map(({ location }) => location.id);
  for (const place of places) await count(sku, place, 0);
  expect(await sellable(sku)).toBe(0);

  const each = units / locations;
  let stocked = 0;
  for (const place of places) {
    if (stocked === locations) break;
    const before = await sellable(sku);
    await count(sku, place, each);
    const held = each - ((await sellable(sku)) - before);
    // Some of it may be protected; all of it is where the channel may not sell from.
    if (held === each) await count(sku, place, 0);
    else stocked++;
    if (held > 0 && held < each) await count(sku, place, each + held);
  }
  expect(stocked).toBe(locations);
  expect(await sellable(sku)).toBe(units);
}

type Placed = { order: { id: string } | null; userErrors: { code: string }[] };

async function buy(sku: string, buyer: number): Promise<Placed> {
  const price = { amount: '10.00', currency: 'EUR' };
  const input = {
    idempotencyKey: `rush-buyer-${buyer}`,
    channelId,
    customer: { email: `buyer-${buyer}@example.com` },
    deliveryGroups: [
      {
        key: 'home',
        method: 'DELIVERY',
        shippingAddress: { lines: ['1 rue de la Paix'], city: 'Paris', postalCode: '75002', countryCode: 'FR' },
        price: { amount: '0.00', currency: 'EUR' },
      },
    ],
    lines: [
      {
        sku,
        quantity: 1,
        name: 'Rare',
        unitPrice: price,
        taxTotal: { amount: '1.67', currency: 'EUR' },
        deliveryGroupKey: 'home',
      },
    ],
    expectedTotal: price,
    payment: { provider: 'demo', reference: `pay-${buyer}`, method: 'card', authorized: price },
  };
  return vi.waitUntil(() => ask(input), { interval: 500, timeout: patienceMs });
}

/** Undefined when the shop is told to try again: the same key then asks for the same order. */
async function ask(input: object): Promise<Placed | undefined> {
  const query = readOperation('storefront', 'Checkout');
  const { data, errors } = await deployment.post<{ placeOrder: Placed }>(
    '/graphql/storefront',
    query,
    { input },
    storefront,
  );
  if (errors?.[0]?.extensions.code === 'SERVICE_UNAVAILABLE') return undefined;
  if (errors) throw new Error(`${JSON.stringify(errors)}\n${deployment.log()}`);
  return data.placeOrder.userErrors[0]?.code === 'IDEMPOTENCY_IN_PROGRESS' ? undefined : data.placeOrder;
}

it(
  `${buyers} buyers at once get exactly ${units} units from ${locations} places, and each is told the truth`,
  async () => {
    const sku = deployment.retailer.items[0]?.sku as string;
    await spread(sku);

    const answers = await Promise.all(Array.from({ length: buyers }, (_, buyer) => buy(sku, buyer)));

    const sold = answers.filter(({ order }) => order);
    expect(sold).toHaveLength(units);
    expect(new Set(sold.map(({ order }) => order?.id)).size).toBe(units);
    const refusals = new Set(answers.filter(({ order }) => !order).flatMap((answer) => answer.userErrors[0]?.code));
    for (const code of refusals) expect(['INSUFFICIENT_STOCK', 'NO_SOURCE']).toContain(code);
    expect(await sellable(sku)).toBe(0);
    expect((await checkInvariants(deployment.adminUrl)).filter(({ rows }) => rows.length > 0)).toEqual([]);
  },
  patienceMs,
);
