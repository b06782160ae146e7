import type { Executor } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { cancel, demoPayment, place, read, type Sold, ship, timeline } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 1, HAT: 0, SCARF: 0, BELT: 0, SOCK: 0, COAT: 2 } },
    lyon: { type: 'STORE', stock: { HAT: 0 } },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

const inventory = <Data>(query: string, input: object) =>
  ask<Data>(market.executors.get('inventory') as Executor, query, { input }, aCaller('partner'));
let facts = 0;
const expectedAt = '2035-03-20T08:00:00Z';
const coming = new Map<string, number>();
/** Tells inventory how many units are still on their way to the depot. */
const onTheirWay = (sku: string, quantity: number) => {
  coming.set(sku, quantity);
  return inventory(
    `mutation ($input: RecordExpectedReceiptsInput!) { recordExpectedReceipts(input: $input) { recordedCount } }`,
    {
      source: 'erp',
      statedAt: market.clock.now().toISOString(),
      receipts: [{ reference: `PO-${sku}`, locationId: 'depot', sku, quantity, expectedAt }],
    },
  );
};
/** Units arrive at the depot, and everybody hears of it. */
async function arrive(sku: string, quantity: number) {
  await inventory(
    `mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { rejections { index } } }`,
    {
      source: 'erp',
      events: [
        {
          eventId: `arrival-${++facts}`,
          locationId: 'depot',
          sku,
          delta: quantity,
          reason: 'RECEIPT',
          occurredAt: market.clock.now().toISOString(),
        },
      ],
    },
  );
  market.clock.advance({ seconds: 1 });
  await onTheirWay(sku, (coming.get(sku) ?? 0) - quantity);
  await market.settle();
  await market.settle();
}
const input = (sku: string, quantity: number) => ({
  ...anOrder([{ sku, quantity }]),
  payment: demoPayment((20 * quantity + 5).toFixed(2)),
});
const sold = (sku: string, quantity: number) => place(market, input(sku, quantity));
const states = async (orders: readonly Sold[]) =>
  (await Promise.all(orders.map((order) => read(market, order)))).map(({ fulfillmentOrders: [work] }) => work?.status);
const promiseOf = async ({ id }: Sold) =>
  (
    await market.ask<{ order: { deliveryGroups: { promisedFrom: string; promisedTo: string }[] } }>(
      `query ($id: ID!) { order(id: $id) { deliveryGroups { promisedFrom promisedTo } } }`,
      { id },
    )
  ).order.deliveryGroups[0];

describe('an order for goods on their way', () => {
  it('is refused while nothing is on its way, and when it is to be collected', async () => {
    await expect(sold('HAT', 1)).rejects.toThrow('NO_SOURCE');
    await onTheirWay('HAT', 5);
    const collected = {
      ...anOrder([{ sku: 'HAT', quantity: 1 }], { groups: [collection('lyon')] }),
      payment: demoPayment('20.00'),
    };
    await expect(place(market, collected)).rejects.toThrow('NO_SOURCE');
    await expect(sold('HAT', 6)).rejects.toThrow('NO_SOURCE');
  });

  it('takes what is there now and waits for the rest, promised for when that comes', async () => {
    await onTheirWay('SHIRT', 10);
    const order = await sold('SHIRT', 3);
    expect(order).toMatchObject({ status: 'OPEN', fulfillmentStatus: 'BACKORDERED' });
    const work = (await read(market, order)).fulfillmentOrders;
    expect(work.map(({ status, lines }) => [status, lines[0]?.quantity]).sort()).toEqual([
      ['AWAITING_STOCK', 2],
      ['OFFERED', 1],
    ]);
    expect(await promiseOf(order)).toEqual({
      promisedFrom: expectedAt.replace('Z', '.000Z'),
      promisedTo: '2035-03-21T08:00:00.000Z',
    });
    await arrive('SHIRT', 10);
    expect(await read(market, order)).toMatchObject({ fulfillmentStatus: 'ALLOCATED' });
    expect((await timeline(market, order)).at(-1)).toMatchObject({ type: 'fulfillment.stock-arrived' });
    expect(await ship(market, order, { work: 0 })).toEqual([]);
    expect(await ship(market, order, { work: 1 })).toEqual([]);
    await market.settle();
    expect(await read(market, order)).toMatchObject({ fulfillmentStatus: 'FULFILLED' });
    expect((await market.onHand())['SHIRT@depot']).toBe(8);
    expect(await market.broken()).toEqual([]);
  });

  it('is served in the order of promise, and nobody takes what arrived for others', async () => {
    await onTheirWay('SCARF', 6);
    const orders: Sold[] = [];
    for (const quantity of [3, 2, 1]) {
      market.clock.advance({ seconds: 1 });
      orders.push(await sold('SCARF', quantity));
    }
    await expect(sold('SCARF', 1)).rejects.toThrow('NO_SOURCE');
    await arrive('SCARF', 2);
    expect(await states(orders)).toEqual(['AWAITING_STOCK', 'AWAITING_STOCK', 'AWAITING_STOCK']);
    await expect(sold('SCARF', 1)).rejects.toThrow('NO_SOURCE');
    await arrive('SCARF', 2);
    expect(await states(orders)).toEqual(['OFFERED', 'AWAITING_STOCK', 'AWAITING_STOCK']);
    await arrive('SCARF', 2);
    expect(await states(orders)).toEqual(['OFFERED', 'OFFERED', 'OFFERED']);
    expect(await market.broken()).toEqual([]);
  });

  it('lets the next in line go when one before is cancelled', async () => {
    await onTheirWay('BELT', 5);
    const first = await sold('BELT', 4);
    market.clock.advance({ seconds: 1 });
    const second = await sold('BELT', 1);
    await arrive('BELT', 1);
    expect(await states([first, second])).toEqual(['AWAITING_STOCK', 'AWAITING_STOCK']);
    expect((await cancel(market, await read(market, first))).userErrors).toEqual([]);
    await market.settle();
    await market.settle();
    expect(await states([first, second])).toEqual(['CANCELLED', 'OFFERED']);
    expect((await market.taken()).reserved['BELT@depot']).toBe(1);
    expect(await market.broken()).toEqual([]);
  });

  it('is taken once for each unit on its way when many buy at once', async () => {
    await onTheirWay('SOCK', 4);
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => sold('SOCK', 1)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
    expect((await market.taken()).reserved['SOCK@depot']).toBe(4);
    expect(await market.broken()).toEqual([]);
  });

  it('waits under a hold, and for inventory when it is silent', async () => {
    await onTheirWay('COAT', 5);
    const held = await sold('COAT', 3);
    await market.ask(`mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { order { id } } }`, {
      input: { orderId: held.id, expectedVersion: held.version, reason: 'ADDRESS' },
    });
    await arrive('COAT', 5);
    expect(await states([held])).toEqual(['ON_HOLD']);
    const { order } = await market.ask<{ order: { holds: { id: string }[] } }>(
      `query ($id: ID!) { order(id: $id) { holds { id } } }`,
      { id: held.id },
    );
    await market.ask(`mutation ($input: ReleaseOrderHoldInput!) { releaseOrderHold(input: $input) { order { id } } }`, {
      input: { orderId: held.id, holdId: order.holds[0]?.id },
    });
    expect(new Set((await read(market, held)).fulfillmentOrders.map(({ status }) => status))).toEqual(
      new Set(['OFFERED']),
    );
    expect(await market.broken()).toEqual([]);
  });
});
