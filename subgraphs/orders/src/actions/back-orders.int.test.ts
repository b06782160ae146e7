import { readOperation } from '@passerelle/contracts/operations';
import type { Executor } from '@passerelle/server';
import { aCaller, ask } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrder, collection } from '../../test/an-order.ts';
import { atWork, type Changed } from '../../test/at-work.ts';
import { type Market, openMarket } from '../../test/market.ts';
import { aKey, cancel, demoPayment, place, read, type Sold, ship, timeline } from '../../test/selling.ts';

let market: Market;
beforeAll(async () => {
  market = await openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 1, HAT: 0, SCARF: 0, BELT: 0, SOCK: 0, COAT: 2 } },
    lyon: { type: 'STORE', stock: { HAT: 0, GLOVE: 1, VEST: 0, TIE: 0, MUFF: 4 } },
  });
});
afterAll(() => market[Symbol.asyncDispose]());

const inventory = <Data>(query: string, input: object) =>
  ask<Data>(market.executors.get('inventory') as Executor, query, { input }, aCaller('partner'));
let facts = 0;
const expectedAt = '2035-03-20T08:00:00Z';
const coming = new Map<string, number>();
/** Tells inventory how many units are still on their way to the depot. */
const onTheirWay = (sku: string, quantity: number, locationId = 'depot') => {
  coming.set(sku, quantity);
  return inventory(
    `mutation ($input: RecordExpectedReceiptsInput!) { recordExpectedReceipts(input: $input) { recordedCount } }`,
    {
      source: 'erp',
      statedAt: market.clock.now().toISOString(),
      receipts: [{ reference: `PO-${sku}`, locationId, sku, quantity, expectedAt }],
    },
  );
};
/** Units arrive, at the depot unless told, and everybody hears of it. */
async function arrive(sku: string, quantity: number, locationId = 'depot') {
  await inventory(
    `mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { rejections { index } } }`,
    {
      source: 'erp',
      events: [
        {
          eventId: `arrival-${++facts}`,
          locationId,
          sku,
          delta: quantity,
          reason: 'RECEIPT',
          occurredAt: market.clock.now().toISOString(),
        },
      ],
    },
  );
  market.clock.advance({ seconds: 1 });
  await onTheirWay(sku, (coming.get(sku) ?? 0) - quantity, locationId);
  await market.settle();
  await market.settle();
}
const input = (sku: string, quantity: number) => ({
  ...anOrder([{ sku, quantity }]),
  payment: demoPayment((20 * quantity + 5).toFixed(2)),
});
const sold = (sku: string, quantity: number) => place(market, input(sku, quantity));
/** To be collected in Lyon. */
const collected = (sku: string, quantity: number) =>
  place(market, {
    ...anOrder([{ sku, quantity }], { groups: [collection('lyon')] }),
    payment: demoPayment((20 * quantity).toFixed(2)),
  });
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
  it('is refused while nothing is on its way, and when it comes to another place than it is collected at', async () => {
    await expect(sold('HAT', 1)).rejects.toThrow('NO_SOURCE');
    await onTheirWay('HAT', 5);
    await expect(collected('HAT', 1)).rejects.toThrow('NO_SOURCE');
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

describe('a collection that waits for goods', () => {
  const statesOf = async (order: Sold) =>
    (await read(market, order)).fulfillmentOrders.map(({ status, lines }) => `${lines[0]?.quantity} ${status}`).sort();

  it('is promised for when they come, made ready when they are there, and handed over', async () => {
    await onTheirWay('GLOVE', 10, 'lyon');
    const order = await collected('GLOVE', 3);
    expect(order).toMatchObject({ status: 'OPEN', fulfillmentStatus: 'BACKORDERED' });
    expect(await statesOf(order)).toEqual(['1 OFFERED', '2 AWAITING_STOCK']);
    expect(await promiseOf(order)).toMatchObject({ promisedTo: '2035-03-21T08:00:00.000Z' });
    expect((await market.taken()).booked).toEqual(['lyon', 'lyon']);

    await arrive('GLOVE', 10, 'lyon');
    expect(await statesOf(order)).toEqual(['1 OFFERED', '2 OFFERED']);
    const at = atWork(market);
    for (const work of (await at.read(order.id)).fulfillmentOrders) {
      expect(work).toMatchObject({ type: 'CLICK_AND_COLLECT', location: { id: 'lyon' } });
      expect(work.acceptBy).not.toBeNull();
      const { id, version } = await at.picked(work);
      const ready = await at.done('markReadyForPickup', { id, expectedVersion: version });
      const input = { idempotencyKey: aKey(), id: ready.id, identityChecked: true };
      const { completePickup } = await market.ask<{ completePickup: Changed }>(readOperation('store-app', 'Collect'), {
        input,
      });
      expect(completePickup.userErrors).toEqual([]);
    }
    await market.settle();
    expect(await read(market, order)).toMatchObject({ status: 'COMPLETED', fulfillmentStatus: 'FULFILLED' });
    expect((await market.onHand())['GLOVE@lyon']).toBe(8);
    expect(await market.broken()).toEqual([]);
  });

  it('gives units on their way and the store its room back when it is cancelled', async () => {
    await onTheirWay('VEST', 2, 'lyon');
    const order = await collected('VEST', 2);
    await expect(collected('VEST', 1)).rejects.toThrow('NO_SOURCE');
    const booked = (await market.taken()).booked.length;
    expect((await cancel(market, order)).userErrors).toEqual([]);
    await market.settle();
    expect((await market.taken()).booked).toHaveLength(booked - 1);
    expect(await statesOf(await collected('VEST', 1))).toEqual(['1 AWAITING_STOCK']);
    expect(await market.broken()).toEqual([]);
  });

  it('is served by a transfer order that another location sends its store', async () => {
    await arrive('TIE', 5);
    const transfer = async (name: string, more: object) => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
      const executor = market.executors.get('inventory') as Executor;
      const query = `mutation ($input: ${type}!) { it: ${name}(input: $input) {
        transferOrder { id status } userErrors { ... on UserError { code message } } } }`;
      const { it } = await ask<{ it: { transferOrder: { id: string; status: string } | null; userErrors: unknown } }>(
        executor,
        query,
        { input: more },
        aCaller('operator'),
      );
      if (!it.transferOrder) throw new Error(JSON.stringify(it.userErrors));
      return it.transferOrder;
    };
    const lines = [{ sku: 'TIE', quantity: 3 }];
    const ends = { fromLocationId: 'depot', toLocationId: 'lyon' };
    const { id } = await transfer('createTransferOrder', { idempotencyKey: aKey(), ...ends, lines });
    await transfer('requestTransferOrder', { id });
    await transfer('recordTransferPick', { idempotencyKey: aKey(), id, lines: [{ sku: 'TIE', pickedQuantity: 3 }] });
    await expect(collected('TIE', 2)).rejects.toThrow('NO_SOURCE');
    await transfer('shipTransferOrder', { id, expectedAt });

    const order = await collected('TIE', 2);
    expect(await statesOf(order)).toEqual(['2 AWAITING_STOCK']);
    await expect(collected('TIE', 2)).rejects.toThrow('NO_SOURCE');
    const arrived = [{ sku: 'TIE', receivedQuantity: 3 }];
    await transfer('receiveTransferOrder', { idempotencyKey: aKey(), id, lines: arrived });
    await market.settle();
    await market.settle();
    expect(await statesOf(order)).toEqual(['2 OFFERED']);
    expect(await market.broken()).toEqual([]);
  });

  it('is not promised what comes while enough lies there that may not be sold now', async () => {
    await onTheirWay('MUFF', 5, 'lyon');
    const network = (query: string, input: object) =>
      ask(market.executors.get('store-network') as Executor, query, { input }, aCaller('operator'));
    const until = new Date(market.clock.now().getTime() + 3_600_000).toISOString();
    await network(
      `mutation ($input: PauseLocationServiceInput!) { pauseLocationService(input: $input) { service { type } } }`,
      {
        locationId: 'lyon',
        type: 'CLICK_AND_COLLECT',
        until,
        reason: 'Stocktaking',
      },
    );
    await market.settle();
    await expect(collected('MUFF', 1)).rejects.toThrow();
    expect(Object.keys((await market.taken()).reserved)).not.toContain('MUFF@lyon');
    await market.pass({ hours: 2 });
    expect(await statesOf(await collected('MUFF', 1))).toEqual(['1 OFFERED']);
  });
});
