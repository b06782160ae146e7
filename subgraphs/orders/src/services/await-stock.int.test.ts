import { readOperation } from '@passerelle/contracts/operations';
import type { Executor } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, channelId, collection } from '../../test/an-order.ts';
import { type Market, openMarket, type Silence } from '../../test/market.ts';
import { cancel, place, read, ship, timeline } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 100, HAT: 1, SCARF: 2, BELT: 1, SOCK: 5 } },
    lyon: { type: 'STORE', stock: { SHOES: 2 }, pickupCapacity: 1 },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

const placedIn = async (how: Silence, input: object) => {
  market.silence(how);
  const order = await place(market, input);
  market.silence(null);
  return order;
};
const reserved = async (place: string) => (await market.taken()).reserved[place] ?? 0;
const facts = `id status availableActions holds { id reason note releasedAt }`;
type Facts = {
  status: string;
  availableActions: string[];
  holds: { id: string; reason: string; releasedAt: string | null }[];
};
const factsOf = async ({ id }: { readonly id: string }) =>
  (await market.ask<{ order: Facts }>(`query ($id: ID!) { order(id: $id) { ${facts} } }`, { id })).order;
const change = (name: 'holdOrder' | 'releaseOrderHold', input: object) =>
  market.ask(
    `mutation ($input: ${name === 'holdOrder' ? 'HoldOrderInput' : 'ReleaseOrderHoldInput'}!) {
      ${name}(input: $input) { userErrors { ... on UserError { code } } } }`,
    { input },
  );

describe('an order placed while inventory is silent', () => {
  it.each<[string, Silence, string]>([
    ['hears nothing', 'DEAF', 'SHIRT'],
    ['loses every answer', 'MUTE', 'SHIRT'],
    ['allocates and loses the answer', 'MUTE_ON_ALLOCATING', 'SOCK'],
  ])('is taken with a hold when inventory %s, and goes on when it answers', async (_name, how, sku) => {
    const before = await reserved(`${sku}@depot`);
    const input = anOrder([{ sku, quantity: 3 }]);
    const order = await placedIn(how, input);
    expect(order).toMatchObject({
      status: 'PENDING',
      fulfillmentStatus: 'UNFULFILLED',
      paymentStatus: 'AUTHORIZED',
      lines: [{ backorderedQuantity: 3 }],
      fulfillmentOrders: [],
    });
    expect(await factsOf(order)).toMatchObject({
      availableActions: ['EDIT', 'CANCEL', 'HOLD', 'RELEASE_HOLD'],
      holds: [{ reason: 'STOCK', releasedAt: null }],
    });
    expect((await place(market, input)).id).toBe(order.id);

    market.silence(how);
    await market.pass({ minutes: 1 });
    expect((await read(market, order)).status).toBe('PENDING');
    market.silence(null);
    await market.pass({ minutes: 2 });
    await market.settle();
    expect(await read(market, order)).toMatchObject({
      status: 'OPEN',
      fulfillmentStatus: 'ALLOCATED',
      lines: [{ backorderedQuantity: 0 }],
      fulfillmentOrders: [{ status: 'OFFERED', location: { id: 'depot' } }],
    });
    expect(await reserved(`${sku}@depot`)).toBe(before + 3);
    expect((await timeline(market, order)).map(({ type }) => type)).toEqual([
      'order.placed',
      'order.held',
      'order.hold-released',
      'order.rerouted',
    ]);
    expect(await ship(market, order)).toEqual([]);
    await market.settle();
    expect(await market.broken()).toEqual([]);
  });

  it('gets the units its cart holds', async () => {
    const hold = {
      idempotencyKey: 'cart-key-1',
      channelId,
      cartReference: 'cart-1',
      lines: [{ sku: 'BELT', quantity: 1 }],
    };
    const { reserveStock } = await ask<{ reserveStock: { reservation: { id: string }; userErrors: unknown[] } }>(
      market.executors.get('inventory') as Executor,
      readOperation('storefront', 'HoldCart'),
      { input: hold },
      aCaller('storefront'),
    );
    expect(reserveStock.userErrors).toEqual([]);
    const order = await placedIn('DEAF', {
      ...anOrder([{ sku: 'BELT', quantity: 1 }]),
      reservationId: reserveStock.reservation.id,
    });
    await market.pass({ minutes: 1 });
    expect(await read(market, order)).toMatchObject({ status: 'OPEN', lines: [{ backorderedQuantity: 0 }] });
    expect(await reserved('BELT@depot')).toBe(1);
  });

  it('is backordered when others were quicker, and nothing is sold twice', async () => {
    const orders = [];
    for (let count = 0; count < 3; count++) orders.push(await placedIn('DEAF', anOrder([{ sku: 'HAT', quantity: 1 }])));
    await market.pass({ minutes: 1 });
    await market.settle();
    const after = await Promise.all(orders.map((order) => read(market, order)));
    expect(after.map(({ status }) => status)).toEqual(['OPEN', 'OPEN', 'OPEN']);
    expect(after.map(({ fulfillmentStatus }) => fulfillmentStatus).sort()).toEqual([
      'ALLOCATED',
      'BACKORDERED',
      'BACKORDERED',
    ]);
    expect(await reserved('HAT@depot')).toBe(1);
    expect(await market.broken()).toEqual([]);
  });

  it('books the day at the store of collection when it goes on, and tells when none is left', async () => {
    const groups = [collection('lyon')];
    const orders = [];
    for (let count = 0; count < 2; count++) {
      orders.push(await placedIn('DEAF', anOrder([{ sku: 'SHOES', quantity: 1 }], { groups })));
    }
    expect((await market.taken()).booked).toEqual([]);
    await market.pass({ minutes: 1 });
    await market.settle();
    expect(await market.taken()).toMatchObject({ booked: ['lyon'], reserved: { 'SHOES@lyon': 1 } });
    const after = await Promise.all(orders.map((order) => read(market, order)));
    expect(after.map(({ fulfillmentStatus }) => fulfillmentStatus).sort()).toEqual(['ALLOCATED', 'BACKORDERED']);
    const late = after.find(({ fulfillmentStatus }) => fulfillmentStatus === 'BACKORDERED');
    expect((await timeline(market, late as { id: string })).at(-1)?.message).toContain('lyon');
    expect(await market.broken()).toEqual([]);
  });

  it('leaves nothing when it is cancelled before inventory answers', async () => {
    const order = await placedIn('MUTE_ON_ALLOCATING', anOrder([{ sku: 'SCARF', quantity: 2 }]));
    expect(await reserved('SCARF@depot')).toBe(2);
    expect((await cancel(market, order)).userErrors).toEqual([]);
    await market.pass({ minutes: 1 });
    await market.settle();
    expect((await read(market, order)).status).toBe('CANCELLED');
    expect(await reserved('SCARF@depot')).toBe(0);
    expect(await market.broken()).toEqual([]);
  });

  it('waits for other holds too, whichever ends last', async () => {
    const order = await placedIn('DEAF', anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    await change('holdOrder', { orderId: order.id, expectedVersion: order.version, reason: 'FRAUD_REVIEW' });
    await market.pass({ minutes: 1 });
    expect(await read(market, order)).toMatchObject({ status: 'ON_HOLD', fulfillmentOrders: [] });
    const fraud = (await factsOf(order)).holds.find(({ reason }) => reason === 'FRAUD_REVIEW');
    await change('releaseOrderHold', { orderId: order.id, holdId: fraud?.id });
    await market.settle();
    expect(await read(market, order)).toMatchObject({ status: 'OPEN', fulfillmentStatus: 'ALLOCATED' });

    const other = await placedIn('DEAF', anOrder([{ sku: 'SHIRT', quantity: 1 }]));
    const [stock] = (await factsOf(other)).holds;
    await change('releaseOrderHold', { orderId: other.id, holdId: stock?.id });
    await market.settle();
    expect(await read(market, other)).toMatchObject({ status: 'OPEN', fulfillmentStatus: 'ALLOCATED' });
    expect(await market.broken()).toEqual([]);
  });
});
