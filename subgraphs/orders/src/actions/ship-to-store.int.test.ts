import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder } from '../../test/an-order.ts';
import { atWork, type Changed } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { aKey, cancel, demoPayment, euro, place, read, type Sold, ship, timeline } from '../../test/selling.ts';

let market: Market;
let work: ReturnType<typeof atWork>;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 100, HAT: 2 } },
    lyon: { type: 'STORE', stock: { SHOES: 3 } },
  });
  work = atWork(market);
});
afterAll(() => market[Symbol.asyncDispose]());

const toLyon = { key: 'store', method: 'SHIP_TO_STORE', pickupLocationId: 'lyon', price: euro('0.00') };
const sold = (sku: string, quantity: number) =>
  place(market, {
    ...anOrder([{ sku, quantity }], { groups: [toLyon] }),
    payment: demoPayment((20 * quantity).toFixed(2)),
  });
const workOf = async (order: Sold) => (await work.read(order.id)).fulfillmentOrders;
/** Sends everything; answers the work of the store. */
async function sent(order: Sold) {
  expect(await ship(market, order)).toEqual([]);
  await market.settle();
  return (await workOf(order)).find(({ location }) => location.id === 'lyon') as Changed['fulfillmentOrder'] & object;
}
const stock = async (sku: string) => {
  const [onHand, { reserved }] = await Promise.all([market.onHand(), market.taken()]);
  return Object.fromEntries(
    ['depot', 'lyon'].map((at) => [at, [onHand[`${sku}@${at}`] ?? 0, reserved[`${sku}@${at}`] ?? 0]]),
  );
};
const codeOf = async (order: Sold) => {
  const shopper = aCaller('shopper', { customerId: 'cus_1' });
  const { order: own } = await market.ask<{ order: { deliveryGroups: { pickupCode: string }[] } }>(
    `query ($id: ID!) { order(id: $id) { deliveryGroups { pickupCode } } }`,
    { id: order.id },
    shopper,
  );
  return own.deliveryGroups[0]?.pickupCode;
};

describe('goods sent to the store of collection', () => {
  it('leave one place, are on their way, arrive for this order alone, and end with the shopper', async () => {
    const order = await sold('SHIRT', 2);
    expect(order).toMatchObject({ fulfillmentOrders: [{ type: 'SHIP_TO_STORE', location: { id: 'depot' } }] });
    const store = await sent(order);
    expect(store).toMatchObject({ status: 'IN_TRANSFER', type: 'CLICK_AND_COLLECT', availableActions: ['RECEIVE'] });
    expect(await read(market, order)).toMatchObject({
      status: 'OPEN',
      fulfillmentStatus: 'IN_PROGRESS',
      totals: { captured: { amount: '0.00' } },
    });
    expect(await stock('SHIRT')).toEqual({ depot: [98, 0], lyon: [0, 0] });
    expect(await work.change('markReadyForPickup', { id: store.id, expectedVersion: store.version })).toMatchObject({
      userErrors: [{ code: 'INVALID_STATE' }],
    });

    const [parcel] = (
      await market.ask<{ order: { shipments: { id: string }[] } }>(
        `query ($id: ID!) { order(id: $id) { shipments { id } } }`,
        { id: order.id },
      )
    ).order.shipments;
    await market.ask(
      `mutation ($input: RecordShipmentEventInput!) { recordShipmentEvent(input: $input) { userErrors { __typename } } }`,
      {
        input: {
          shipmentId: parcel?.id,
          eventId: 'at-lyon',
          status: 'DELIVERED',
          occurredAt: market.clock.now().toISOString(),
        },
      },
    );
    expect((await read(market, order)).status).toBe('OPEN');

    const [first, again] = await Promise.all(
      [1, 2].map(() => work.change('receiveTransfer', { id: store.id, expectedVersion: store.version })),
    );
    expect([first, again].filter((one) => one?.fulfillmentOrder)).toHaveLength(1);
    await market.settle();
    expect(await stock('SHIRT')).toEqual({ depot: [98, 0], lyon: [2, 2] });
    const there = (await workOf(order)).find(({ id }) => id === store.id) as typeof store;
    expect(there).toMatchObject({ status: 'PICKED', availableActions: ['MARK_READY'] });
    const ready = await work.done('markReadyForPickup', { id: there.id, expectedVersion: there.version });
    await market.ask(readOperation('store-app', 'Collect'), {
      input: { idempotencyKey: aKey(), id: ready.id, pickupCode: await codeOf(order) },
    });
    await market.settle();
    expect(await read(market, order)).toMatchObject({
      status: 'COMPLETED',
      fulfillmentStatus: 'FULFILLED',
      totals: { captured: { amount: '40.00' } },
    });
    expect(await stock('SHIRT')).toEqual({ depot: [98, 0], lyon: [0, 0] });
    expect(await market.broken()).toEqual([]);
  });

  it('are looked for again when fewer arrive, and damaged ones are not on sale', async () => {
    const order = await sold('SHIRT', 3);
    const store = await sent(order);
    const lineId = store.lines[0]?.id;
    const given = (lines: object[]) =>
      work.change('receiveTransfer', { id: store.id, expectedVersion: store.version, lines });
    expect(await given([{ lineId, receivedQuantity: 3, damagedQuantity: 1 }])).toMatchObject({
      userErrors: [{ code: 'QUANTITY_TOO_LARGE' }],
    });
    expect(await given([{ lineId: 'none', receivedQuantity: 1 }])).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT' }],
    });
    expect((await given([{ lineId, receivedQuantity: 1, damagedQuantity: 1 }])).userErrors).toEqual([]);
    await market.settle();
    await market.settle();
    expect((await stock('SHIRT')).lyon).toEqual([2, 1]);
    expect((await workOf(order)).map(({ location, status }) => `${location.id} ${status}`).sort()).toEqual([
      'depot OFFERED',
      'depot SHIPPED',
      'lyon PICKED',
    ]);
    expect((await timeline(market, order)).map(({ type }) => type)).toContain('order.rerouted');
    expect(await market.broken()).toEqual([]);
  });

  it('cannot be cancelled on their way, and go back on sale at the store when nobody comes', async () => {
    const order = await sold('HAT', 2);
    const store = await sent(order);
    expect(await cancel(market, await read(market, order))).toMatchObject({
      order: null,
      userErrors: [{ code: 'INVALID_STATE' }],
    });
    const there = await work.done('receiveTransfer', { id: store.id, expectedVersion: store.version });
    await work.done('markReadyForPickup', { id: there.id, expectedVersion: there.version });
    await market.pass({ days: 8 });
    await market.settle();
    expect(await read(market, order)).toMatchObject({ status: 'CANCELLED' });
    expect(await stock('HAT')).toEqual({ depot: [0, 0], lyon: [2, 0] });
    expect(await market.broken()).toEqual([]);
  });

  it('are sent again when the parcel is lost', async () => {
    const order = await sold('SHIRT', 1);
    await sent(order);
    const shipments = await market.ask<{ order: { shipments: { id: string }[] } }>(
      `query ($id: ID!) { order(id: $id) { shipments { id } } }`,
      { id: order.id },
    );
    const shipmentId = shipments.order.shipments[0]?.id;
    await market.ask(
      `mutation ($input: RecordShipmentEventInput!) { recordShipmentEvent(input: $input) { userErrors { __typename } } }`,
      { input: { shipmentId, eventId: 'gone', status: 'LOST', occurredAt: market.clock.now().toISOString() } },
    );
    await market.ask(
      `mutation ($input: ResolveShipmentInput!) { resolveShipment(input: $input) { userErrors { __typename } } }`,
      { input: { idempotencyKey: aKey(), shipmentId, resolution: 'REPLACE' } },
    );
    await market.settle();
    expect((await workOf(order)).map(({ location, status }) => `${location.id} ${status}`).sort()).toEqual([
      'depot OFFERED',
      'depot SHIPPED',
      'lyon CANCELLED',
    ]);
    expect(await market.broken()).toEqual([]);
  });

  it('are picked at the store itself when it has them', async () => {
    const order = await sold('SHOES', 1);
    expect(order).toMatchObject({ fulfillmentOrders: [{ type: 'CLICK_AND_COLLECT', location: { id: 'lyon' } }] });
    expect(await stock('SHOES')).toMatchObject({ lyon: [3, 1] });
  });
});
